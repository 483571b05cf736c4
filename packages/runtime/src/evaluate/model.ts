import { callOps, contiguousStrides, Interner, type Node, storedAs } from '@weldarray/ir'
import { PRIMES, type Target } from '@weldarray/optimizer'
import { repeats } from './node-words.js'
import type { Walk } from './walk.js'

/** The interned graph that stands for all graphs of one structure: `plan/template.ts` tells how. */
export interface Model {
  readonly interner: Interner
  readonly roots: readonly Node[]
  readonly target: Target | null
}

/** What stands for a length or a stride. */
type Stand = (n: number) => number

function standIn(walk: Walk, primes: readonly number[]): Stand {
  const variables = walk.variables.slice(0, walk.variableCount)
  return (n) => (walk.decides(n) ? n : Math.sign(n) * primes[variables.indexOf(Math.abs(n))]!)
}

/** The strides of a read: what was joined with its neighbour is so in the model. */
function stridesOf(
  node: { shape: readonly number[]; strides: readonly number[] },
  shape: readonly number[],
  stand: Stand,
): number[] {
  const strides = new Array<number>(shape.length)
  for (let k = shape.length - 1; k >= 0; k--) {
    const s = node.strides[k]!
    const joined = k + 1 < shape.length && node.shape[k + 1] !== 1 && s !== 0 && s === node.shape[k + 1]! * node.strides[k + 1]!
    strides[k] = node.shape[k] === 1 ? 0 : joined ? shape[k + 1]! * strides[k + 1]! : stand(s)
  }
  return strides
}

/** The layout of a view that repeats its source, over a source of another shape. */
function repeating(node: Node & { kind: 'view' }, shape: readonly number[], source: Node): number[] {
  const own = contiguousStrides(source.shape).filter((_, axis) => source.shape[axis] !== 1)
  return shape
    .map((_, k) => k)
    .reduceRight<number[]>((strides, k) => {
      strides[k] = node.strides[k] === 0 || node.shape[k] === 1 ? 0 : own.pop()!
      return strides
    }, new Array<number>(shape.length).fill(0))
}

/**
 * The model of the graph a walk has gone over, in the dtypes kernels know, or, with `actual`, the graph with its own lengths and (unless
 * they stay parameters) constants.
 */
export function modelOf(walk: Walk, actual = false, primes = PRIMES, constants = actual): Model {
  const interner = new Interner()
  const stand: Stand = actual ? (n) => n : standIn(walk, primes)
  const made: Node[] = []
  const arg = (node: Node): Node => made[node.place]!

  const scalar = (node: Node & { kind: 'const' }, slot: number): Node =>
    constants ? interner.constant(node.value, storedAs(node.dtype)) : interner.param(slot, storedAs(node.dtype))

  function build(node: Node, slot: number): Node {
    const shape = node.shape.map(stand)
    const dtype = storedAs(node.dtype)
    if (node.kind === 'const') return scalar(node, slot)
    if (node.memory !== null) return interner.input(slot, dtype, shape)
    switch (node.kind) {
      case 'iota':
        return interner.iota(node.shape, node.strides, node.offset)
      case 'map':
        return node.op === 'cast' ? interner.cast(arg(node.args[0]!), dtype) : interner.map(node.op, node.args.map(arg), dtype)
      case 'reduce':
        return interner.reduce(node.op, arg(node.args[0]), node.axes)
      case 'gather':
        return interner.gather(arg(node.args[0]), arg(node.args[1]), shape, node)
      case 'join':
        return interner.join(node.args.map(arg), node.axis)
      case 'scan':
        return interner.scan(node.op, arg(node.args[0]), node.axis)
      case 'scatter':
        return interner.scatter(arg(node.args[0]), arg(node.args[1]), { parts: node.parts, bins: stand(node.bins) })
      case 'call': {
        const { attributes, length } = callOps[node.op]
        const numbers = node.attributes.map((n, i) => (attributes[i] === length ? stand(n) : n))
        return interner.call(node.op, node.args.map(arg), numbers)
      }
      case 'view': {
        const source = node.args[0]
        if (source.memory !== null)
          return interner.input(slot, dtype, shape, stridesOf(node, shape, stand), actual ? node.offset : 0)
        if (source.kind === 'const')
          return interner.view(
            scalar(source, slot),
            shape,
            shape.map(() => 0),
            0,
          )
        if (repeats(node)) return interner.view(arg(source), shape, repeating(node, shape, arg(source)), 0)
        return interner.view(arg(source), shape, node.strides, node.offset)
      }
      default:
        throw new Error(`a ${node.kind} is not recorded`)
    }
  }

  for (let place = 0; place < walk.nodeCount; place++) made.push(build(walk.nodes[place]!, walk.slots[place]!))
  const roots = walk.roots.map(arg)
  const { target } = walk
  if (target === null) return { interner, roots, target: null }
  const { shape } = walk.roots[0]!
  return {
    interner,
    roots,
    target: { slot: target.slot, strides: stridesOf({ shape, strides: target.strides }, roots[0]!.shape, stand) },
  }
}
