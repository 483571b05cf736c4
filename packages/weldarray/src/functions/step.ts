import { type DType, Interner, isFloat, type LoopOp, loopText, type Node, reachable, reduceOps, type ScanOp } from '@weldarray/ir'
import { cast, layOut } from '@weldarray/runtime'
import { type Untyped, wrap } from '../numpy/operands/arrays.js'
import { toValue } from '../numpy/operands/operands.js'

/** How elements of a dtype are scanned by a function: the operation, the float that is carried, and the dtype of the result. */
export interface Step {
  readonly op: ScanOp
  readonly carried: DType
  readonly dtype: DType
}

/** Elements of arrays that are never there: of more than would be computed at once. */
const MANY = 2 ** 20

/**
 * A compiled function of two numbers as what a scan joins by. `given` is the dtype of the elements, `found` that of two of them joined: booleans
 * of booleans are carried as 0 and 1, and what is a boolean of two numbers is a number beside the first one, which is none.
 */
export function stepOf(join: (a: Untyped, b: Untyped) => Untyped, given: DType, found: DType): Step {
  const dtype = isFloat(found) || given === 'bool' ? found : isFloat(given) ? given : 'float64'
  const carried = isFloat(dtype) ? dtype : 'float64'
  // Nobody computes them: it is the same whether elements are there or wait.
  const operands = [0, 1].map(() => layOut(carried, { shape: [MANY], strides: [1], offset: 0 }).value)
  const [a, b] = operands.map((x) => wrap(cast(x, dtype))) as [Untyped, Untyped]
  const joined = cast(cast(toValue('scan', join(a, b)), dtype), carried)
  return { op: namedOf(joined, operands) ?? writtenOf(joined, operands), carried, dtype }
}

/** The operation that it is the whole of, where that has scans of its own. */
const namedOf = (joined: Node, operands: readonly Node[]): ScanOp | undefined =>
  (['sum', 'prod', 'max', 'min'] as const).find(
    (name) =>
      joined.kind === 'map' &&
      joined.op === reduceOps[name].combine &&
      operands.every((x) => joined.args.some((arg) => arg === x)),
  )

/** All of it, as a loop's step. */
function writtenOf(joined: Node, operands: readonly Node[]): LoopOp {
  const types = operands.map((x) => x.dtype)
  const interner = new Interner()
  const made = new Map<Node, Node>(operands.map((x, i) => [x, interner.param(i, x.dtype)]))
  const written = (node: Node): Node => {
    const args = node.args.map((arg) => made.get(arg)!)
    switch (node.kind) {
      case 'const':
        return interner.literal(node.value, node.dtype)
      case 'map':
        return interner.map(node.op, args, node.dtype)
      case 'view':
        // A number, for all elements.
        if (node.args[0].uniform) return args[0]!
    }
    throw new Error(`a compiled function records a ${node.kind}`)
  }
  for (const node of reachable([joined])) if (!made.has(node)) made.set(node, written(node))
  const next = [made.get(joined)!]
  return `${loopText({ masked: false, carried: types.slice(0, 1), invariants: types.slice(1), test: null, next, limit: 0 })}.0` as LoopOp
}
