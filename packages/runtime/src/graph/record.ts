import {
  broadcastView,
  convert,
  type DType,
  inferMap,
  inferReduce,
  isContiguous,
  type MapOp,
  type ReduceOp,
  type Scalar,
  type Shape,
  sameShape,
  sizeOf,
  type View,
  wholeView,
} from '@weldarray/ir'
import type { Memory } from './memory.js'
import { Value } from './value.js'

/*
 * Recording: each function checks types and shapes, and returns a value that has not been computed.
 * The IR's strictness applies: one dtype, one shape (constants excepted); promotion and broadcasting come before.
 */

/** A value whose elements are there, C-contiguous. */
export function leaf(memory: Memory, shape: Shape): Value {
  const value = new Value('leaf', memory.dtype, shape)
  value.memory = memory
  return value
}

/** A 0-d constant, converted to `dtype`. */
export const constant = (value: Scalar, dtype: DType): Value =>
  new Value('const', dtype, [], [], null, [], 0, [], convert(value, dtype))

/** The affine function `offset + Σ i[k]·strides[k]` of the index, float64. */
export const iota = (view: View): Value => new Value('iota', 'float64', view.shape, [], null, view.strides, view.offset)

/** An elementwise operation of the op table; `dtype` for `cast` alone. */
export function map(op: MapOp, args: readonly Value[], dtype?: DType): Value {
  const type = inferMap(op, args, dtype)
  return new Value('map', type.dtype, type.shape, args, op)
}

export const cast = (value: Value, dtype: DType): Value =>
  value.dtype === dtype ? value : value.kind === 'const' ? constant(value.scalar, dtype) : map('cast', [value], dtype)

/** A view of the C-order flattening of `value`; `value` itself where it changes nothing. */
export function view(value: Value, to: View): Value {
  if (sameShape(value.shape, to.shape) && to.offset === 0 && isContiguous(to)) return value
  return new Value('view', value.dtype, to.shape, [value], null, to.strides, to.offset)
}

export const reshape = (value: Value, shape: Shape): Value => view(value, wholeView(shape))

/** `value` repeated to `shape`; constants need no repeating. The shapes are known to fit. */
export const broadcast = (value: Value, shape: Shape): Value =>
  value.kind === 'const' || sameShape(value.shape, shape) ? value : view(value, broadcastView(value.shape, shape))

/** A reduction over sorted, distinct axes. */
export function reduce(op: ReduceOp, value: Value, axes: readonly number[]): Value {
  if (axes.length === 0) return value
  const type = inferReduce(op, value, axes)
  return new Value('reduce', type.dtype, type.shape, [value], op, [], 0, axes)
}

/** Number of elements. */
export const sizeOfValue = (value: Value): number => sizeOf(value.shape)
