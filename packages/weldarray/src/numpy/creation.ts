import { type DType, DTypeError, dtypeInfo, ShapeError, toDType } from '@weldarray/ir'
import { broadcast, cast, leaf } from '@weldarray/runtime'
import { nestedValue } from './nested.js'
import { isWeak, scalarOf, toValue, weakType } from './operands.js'
import { filled } from './pen.js'
import { dtypeOf, isArrayLikeNd, isNdArray, memoryOf, type NdArray, overData, wrap } from './seam.js'
import type { ArrayInput, DTypeName, WeakScalar } from './types.js'

/** Where a dtype may be given: by itself, as NumPy's positional argument, or in options. */
export type DTypeArgument = DTypeName | { dtype?: DTypeName | undefined } | undefined

/** The dtype an argument asks for. */
export function askedType(argument: DTypeArgument): DType | undefined {
  const name = typeof argument === 'object' ? argument.dtype : argument
  return name === undefined ? undefined : toDType(name)
}

/** A shape argument: a length or a list of lengths. Throws `ShapeError`. */
export function shapeOf(what: string, shape: number | readonly number[]): number[] {
  const list = typeof shape === 'number' ? [shape] : Array.from(shape)
  for (const n of list)
    if (!Number.isSafeInteger(n) || n < 0)
      throw new ShapeError(`${what}: a length of ${n} in the shape, expected non-negative integers`)
  return list
}

/**
 * A new array with the elements of an array, typed array, `ndarray` or nested lists, copied. Nested numbers are
 * float64, bigints bigint64, booleans bool, unless a dtype is given. Throws `ShapeError` for ragged lists.
 */
export function array(a: ArrayInput, dtype?: DTypeArgument): NdArray {
  const asked = askedType(dtype)
  // Straight into the dtype asked for: 64-bit integers must not pass through doubles.
  const value = Array.isArray(a) ? nestedValue('array', a, asked) : toValue('array', a)
  return wrap(cast(value, asked ?? value.dtype))
}

/**
 * The array itself, or an array over the same memory for typed arrays and foreign `ndarray`s; a copy only where the
 * dtype changes or the input has no memory of its own (nested lists, numbers).
 */
export function asarray(a: ArrayInput, dtype?: DTypeArgument): NdArray {
  const asked = askedType(dtype)
  const same = isNdArray(a) ? a : overData(a)
  return same !== null && (asked === undefined || same.dtype === asked) ? same : array(a, dtype)
}

/** An array that holds one value. It takes no memory until an element is looked at or written. */
export function full(shape: number | readonly number[], value: ArrayInput, dtype?: DTypeArgument): NdArray {
  const to = shapeOf('full', shape)
  const asked = askedType(dtype)
  if (isWeak(value)) return wrap(filled(scalarOf(value), asked ?? weakType(value), to))
  const x = toValue('full', value)
  return wrap(broadcast(cast(x, asked ?? x.dtype), to))
}

const filledWith =
  (what: string, value: 0 | 1) =>
  (shape: number | readonly number[], dtype?: DTypeArgument): NdArray =>
    wrap(filled(value, askedType(dtype) ?? 'float64', shapeOf(what, shape)))

/** Zeros, float64 unless a dtype is given. */
export const zeros = filledWith('zeros', 0)
/** Ones, float64 unless a dtype is given. */
export const ones = filledWith('ones', 1)
/** An array for results; its elements are unspecified (here: 0). */
export const empty = filledWith('empty', 0)

const like =
  (what: string, value: 0 | 1) =>
  (a: ArrayInput, dtype?: DTypeArgument): NdArray => {
    const { shape, dtype: own } = model(what, a)
    return wrap(filled(value, askedType(dtype) ?? own, shape))
  }

/** Shape and dtype of a model array, without reading it. */
function model(what: string, a: ArrayInput): { shape: readonly number[]; dtype: DType } {
  return isArrayLikeNd(a) ? { shape: Array.from(a.shape), dtype: dtypeOf(a) } : toValue(what, a)
}

/** Zeros, ones, … with the shape and, unless one is given, the dtype of an array. */
export const zeros_like = like('zeros_like', 0)
export const ones_like = like('ones_like', 1)
export const empty_like = like('empty_like', 0)
export function full_like(a: ArrayInput, value: WeakScalar, dtype?: DTypeArgument): NdArray {
  const { shape, dtype: own } = model('full_like', a)
  return wrap(filled(scalarOf(value), askedType(dtype) ?? own, shape))
}

/** The elements of an iterable, 1-d. */
export function fromiter(values: Iterable<WeakScalar>, dtype?: DTypeArgument): NdArray {
  return array([...values], dtype)
}

/** Elements in C order from a buffer's bytes (a copy): `frombuffer(bytes, 'float32')`. */
export function frombuffer(buffer: ArrayBufferLike | ArrayBufferView, dtype: DTypeName = 'float64'): NdArray {
  const to = toDType(dtype)
  const bytes = ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer)
  const size = dtypeInfo[to].bytes
  if (bytes.length % size !== 0) throw new DTypeError(`frombuffer: ${bytes.length} bytes are no whole number of ${to} elements`)
  const memory = memoryOf(to, bytes.length / size)
  new Uint8Array(memory.data.buffer, memory.data.byteOffset, bytes.length).set(bytes)
  return wrap(leaf(memory, [memory.data.length]))
}
