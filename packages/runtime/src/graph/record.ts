import {
  broadcastView,
  composeViews,
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
  type View,
  wholeView,
} from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import { counters } from '../config/counters.js'
import type { Memory } from './memory.js'
import { isTiny, tinyMap, tinyReduce } from './tiny.js'
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
  const written = asWritten(op, args)
  if (written instanceof Value) return written
  const operands = written === op ? args : args.slice(0, 1)
  const type = inferMap(written, operands, dtype)
  if (isTiny(type.shape, operands)) return leaf(tinyMap(written, operands, type.dtype, type.shape), type.shape)
  recorded()
  return new Value('map', type.dtype, type.shape, operands, written)
}

/**
 * Powers with a constant exponent are what a user expects them to be, exactly: decided when they are written,
 * so that the bits do not depend on what becomes of the graph.
 */
function asWritten(op: MapOp, args: readonly Value[]): MapOp | Value {
  const exponent = args[1]
  if (op !== 'pow' || exponent?.kind !== 'const') return op
  if (exponent.scalar === 1) return args[0]!
  return exponent.scalar === 2 ? 'square' : exponent.scalar === -1 ? 'reciprocal' : op
}

/** The first recorded operation starts the compiler if there is nothing on disk, so that it loads while the program goes on. */
function recorded(): void {
  if (counters.recorded++ === 0) compiler.warmIfCold()
}

export const cast = (value: Value, dtype: DType): Value =>
  value.dtype === dtype ? value : value.kind === 'const' ? constant(value.scalar, dtype) : map('cast', [value], dtype)

/** A view of the C-order flattening of `value`; `value` itself where it changes nothing. */
export function view(value: Value, to: View): Value {
  if (sameShape(value.shape, to.shape) && to.offset === 0 && isContiguous(to)) return value
  // A view of a view is a view of what lies below, which may be there already.
  const direct = value.kind === 'view' ? composeViews(to, value) : null
  if (direct !== null) return view(value.args[0]!, direct)
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
  if (isTiny(value.shape, [value])) return leaf(tinyReduce(op, value, axes), type.shape)
  recorded()
  return new Value('reduce', type.dtype, type.shape, [value], op, [], 0, axes)
}
