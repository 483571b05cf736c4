import { allocate, type CallOp, callOps, type DType, make, type Node, type Shape, sizeOf, wordsOf } from '@weldarray/ir'
import { advanced, bigOf, type PcgState, wideOf } from '../library/pcg.js'
import { LEAST_DRAWN } from '../schedule/costs.js'
import { laid } from './accessible.js'
import { computeBeforeProduct } from './deep.js'
import { areFew, inOrder } from './few.js'
import { fewCalled } from './few-calls.js'
import { arrayMemory, byteLength } from './memory.js'
import { isLargePart } from './reach.js'
import { constantLeaf, leaf, nextId, recordedOperation, reshape } from './record.js'
import { isTiny } from './tiny.js'

/*
 * Recording calls, whose operands are computed when somebody looks.
 */

/**
 * An operation of the table `callOps`, computed when somebody looks. `dtype`: that of the result, where arrays tell it from one that
 * is stored alike; `shape`: another shape of as many elements for it. Throws `DTypeError`, `ShapeError`, `AxisError`.
 */
export function call(
  op: CallOp,
  operands: readonly Node[],
  attributes: readonly number[] = [],
  dtype?: DType,
  shape?: Shape,
): Node {
  const args = operands.some(isConstant) ? operands.map((a) => (a.kind === 'const' ? constantLeaf(a) : a)) : operands
  const def = callOps[op]
  const type = def.infer(args, attributes)
  const result = dtype ?? type.dtype
  if (isTiny(type.shape, args) && areFew(args)) {
    const out = allocate(result, sizeOf(type.shape))
    def.compute(args.map(def.strided ? laid : inOrder), attributes, out)
    return leaf(arrayMemory(result, out), shape ?? type.shape, result)
  }
  const few = fewCalled(op, sizeOf(type.shape), args, attributes)
  if (few !== null) return leaf(few, shape ?? type.shape, result)
  if (def.laborious) for (let i = 0; i < args.length; i++) computeBeforeProduct(op, args, i)
  const node = recordedOperation(make.call(nextId(), op, result, type.shape, args, attributes))
  return shape === undefined ? node : reshape(node, shape)
}

const isConstant = (node: Node): boolean => node.kind === 'const'

/**
 * So many floats of a PCG64 stream, drawn when somebody looks, and where the stream is after them; null where they are few enough to be drawn at
 * once.
 */
export function recordDraw(from: PcgState, count: number): { node: Node; after: PcgState } | null {
  const bytes = byteLength('float64', count)
  if (bytes < LEAST_DRAWN && !isLargePart(bytes)) return null
  const stream = { state: bigOf(from.state), increment: bigOf(from.increment) }
  const words = leaf(arrayMemory('biguint64', wordsOf(stream)), [4])
  return { node: call('draw', [words], [count]), after: { ...from, state: wideOf(advanced(stream, count)) } }
}
