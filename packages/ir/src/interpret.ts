import { callOps, type Laid } from './calls/index.js'
import { convert } from './convert.js'
import { allocate, type DType, type Scalar, type TypedArray } from './dtype.js'
import { expandAll, expandedLoop } from './expand.js'
import { gatherInto, indexError, positionOf } from './gather.js'
import type { Interner } from './interner.js'
import { joinInto } from './join.js'
import { type CallNode, type GatherNode, type MapNode, type Node, reachable, type ScatterNode } from './node.js'
import { isLoopOp, type KernelOp, meaningOf, type ReduceOp } from './ops/index.js'
import { type Combine, combiner, reduceRun, splitRuns } from './reduction.js'
import { type ScanOp, scanInto } from './scan.js'
import { scatterInto } from './scatter.js'
import { sizeOf } from './shape.js'
import { forEachIndex, wholeView } from './view.js'

type Values = { [i: number]: Scalar }

function reduceAll(
  op: ReduceOp,
  dtype: DType,
  values: TypedArray,
  shape: readonly number[],
  axes: readonly number[],
): TypedArray {
  let current = values as unknown as Values
  let result = values
  for (const { outer, length, inner } of splitRuns(shape, axes)) {
    result = allocate(dtype, outer * inner)
    const target = result as unknown as Values
    for (let o = 0; o < outer; o++)
      for (let i = 0; i < inner; i++)
        target[o * inner + i] = reduceRun(op, dtype, current, o * length * inner + i, inner, length, inner === 1)
    current = target
  }
  return result
}

function mapAll(node: MapNode, args: readonly Values[], shapes: readonly Node[]): TypedArray {
  const out = allocate(node.dtype, sizeOf(node.shape))
  const target = out as unknown as Values
  const f = meaningOf(node.op as KernelOp, node.args[node.args.length - 1]!.dtype)
  for (let i = 0; i < out.length; i++) {
    const value = f(...args.map((a, k) => (shapes[k]!.uniform ? a[0]! : a[i]!)))
    target[i] = convert(value, node.dtype)
  }
  return out
}

/** An operand as an array in C order. A constant has the same element everywhere. */
const laid = (node: Node, data: TypedArray): Laid => ({ data, dtype: node.dtype, view: wholeView(node.shape) })

function gatherAll(node: GatherNode, from: TypedArray, index: TypedArray): TypedArray {
  const out = allocate(node.dtype, sizeOf(node.shape))
  const [source, indices] = node.args
  const wrong = gatherInto(laid(source, from), laid(indices, index), node.shape, node, out)
  if (wrong !== null)
    throw indexError('gather', wrong.index, positionOf(node.shape, node, wrong.at), source.shape[node.axis]!, indices.dtype)
  return out
}

function scatterAll(node: ScatterNode, index: TypedArray, value: TypedArray): TypedArray {
  const out = allocate(node.dtype, sizeOf(node.shape))
  const values = value as unknown as Values
  const wrong = scatterInto(index, (i) => values[node.args[1].uniform ? 0 : i]!, node, out)
  if (wrong >= 0) throw indexError('scatter', (index as unknown as Values)[wrong]!, wrong, node.bins, node.args[0].dtype)
  return out
}

const joiner = (op: ScanOp, dtype: DType): Combine => (isLoopOp(op) ? meaningOf(expandedLoop(op), dtype) : combiner(op, dtype))

function callAll(node: CallNode, args: readonly TypedArray[]): TypedArray {
  const out = allocate(node.dtype, sizeOf(node.shape))
  callOps[node.op].compute(
    args.map((data, i) => laid(node.args[i]!, data)),
    node.attributes,
    out,
  )
  return out
}

/**
 * The slow, obvious meaning of a graph: every node computed whole, in order, into an array of its own.
 * `slots` are the arrays the inputs read. All other tiers must agree with this one to the bit
 * (NaN payloads excepted, which JavaScript does not keep).
 */
export function interpret(interner: Interner, graph: readonly Node[], slots: readonly TypedArray[]): TypedArray[] {
  const roots = expandAll(interner, graph)
  const values = new Map<Node, TypedArray>()
  for (const node of reachable(roots)) {
    const of = (n: Node): Values => values.get(n)! as unknown as Values
    let out: TypedArray
    switch (node.kind) {
      case 'const':
        out = allocate(node.dtype, 1)
        ;(out as unknown as Values)[0] = node.value
        break
      case 'param':
        throw new Error(`the value of parameter ${node.slot} is not known`)
      case 'iota':
        out = allocate(node.dtype, sizeOf(node.shape))
        forEachIndex(node.shape, node.strides, node.offset, (flat, source) => {
          ;(out as unknown as Values)[flat] = source
        })
        break
      case 'input':
      case 'view': {
        out = allocate(node.dtype, sizeOf(node.shape))
        const source = node.kind === 'input' ? (slots[node.slot] as unknown as Values) : of(node.args[0])
        forEachIndex(node.shape, node.strides, node.offset, (flat, at) => {
          ;(out as unknown as Values)[flat] = source[at]!
        })
        break
      }
      case 'map':
        out = mapAll(node, node.args.map(of), node.args)
        break
      case 'reduce':
        out = reduceAll(node.op, node.dtype, values.get(node.args[0])!, node.args[0].shape, node.axes)
        break
      case 'gather':
        out = gatherAll(node, values.get(node.args[0])!, values.get(node.args[1])!)
        break
      case 'join':
        out = allocate(node.dtype, sizeOf(node.shape))
        joinInto(
          node.args.map((a) => ({ data: values.get(a)!, shape: a.shape })),
          node.axis,
          out,
        )
        break
      case 'scan':
        out = allocate(node.dtype, sizeOf(node.shape))
        scanInto(joiner(node.op, node.dtype), node.dtype, values.get(node.args[0])!, node.shape, node.axis, out)
        break
      case 'scatter':
        out = scatterAll(node, values.get(node.args[0])!, values.get(node.args[1])!)
        break
      case 'call':
        out = callAll(
          node,
          node.args.map((a) => values.get(a)!),
        )
        break
    }
    values.set(node, out)
  }
  return roots.map((r) => values.get(r)!)
}
