import { checkRank, type DType, DTypeError, dtypeInfo, ShapeError, toDType } from '@weldarray/ir'
import { cast, leaf } from '@weldarray/runtime'
import type { Asked, DTypeOfInput, Named } from '../../types/dtype-of.js'
import { checkScalar } from '../arguments/checks.js'
import { declare } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import type { Untyped } from '../operands/arrays.js'
import { dtypeOf, fromBytes, isArrayLikeNd, isNdArray, memoryOf, type NdArray, overData, wrap } from '../operands/arrays.js'
import { fitted } from '../operands/destination.js'
import { filled } from '../operands/expressions.js'
import { nestedValue } from '../operands/nested.js'
import { isWeak, scalarOf, toValue, weakType } from '../operands/operands.js'
import type { ArrayInput, DTypeName, WeakScalar } from '../types.js'

/** Where a dtype may be given: by itself, as NumPy's positional argument, or in options. */
export type DTypeArgument<T extends DTypeName = DTypeName> = T | { dtype?: T | undefined } | undefined

/** The dtype an argument asks for. */
export function askedType(argument: DTypeArgument): DType | undefined {
  const name = typeof argument === 'object' ? argument.dtype : argument
  return name === undefined ? undefined : toDType(name)
}

/** A shape argument: a length or a list of lengths. Throws `ShapeError`. */
export function shapeOf(what: string, shape: number | readonly number[]): number[] {
  const list = typeof shape === 'number' ? [shape] : Array.from(shape)
  checkRank(what, list.length)
  for (const n of list)
    if (!Number.isSafeInteger(n) || n < 0)
      throw new ShapeError(`${what}: a length of ${describe(n)} in the shape, expected non-negative integers`)
  if (!Number.isSafeInteger(list.reduce((size, n) => size * Math.max(n, 1), 1)))
    throw new ShapeError(`${what}: the shape (${list.join(', ')}) has more elements than can be counted`)
  return list
}

/**
 * A new array with the elements of an array, typed array, `ndarray` or nested lists, copied. Nested numbers are
 * float64, bigints bigint64, booleans bool, unless a dtype is given. Throws `ShapeError` for ragged lists.
 *
 * NumPy's `numpy.array`.
 * @example
 * np.array([[1, 2], [3, 4]], 'int32')
 * // array([[1, 2],
 * //        [3, 4]], dtype=int32)
 */
export const array = declare(
  'array(object: array, {dtype?: dtype})',
  <X extends ArrayInput, T extends DTypeName = never>(a: X, dtype?: DTypeArgument<T>): Asked<T, DTypeOfInput<X>> =>
    copied(a, askedType(dtype)),
)

function copied(a: ArrayInput, asked: DType | undefined): Untyped {
  // Straight into the dtype asked for: 64-bit integers must not pass through doubles.
  const value = Array.isArray(a) ? nestedValue('array', a, asked) : toValue('array', a)
  return wrap(cast(value, asked ?? value.dtype))
}

/**
 * The array itself, or an array over the same memory for typed arrays and foreign `ndarray`s; a copy only where the
 * dtype changes or the input has no memory of its own (nested lists, numbers).
 *
 * NumPy's `numpy.asarray`.
 * @example
 * const data = new Float32Array([1, 2])
 * np.asarray(data).set(0, 5)
 * data // Float32Array(2) [ 5, 2 ]
 */
export const asarray = declare(
  'asarray(a: array, {dtype?: dtype})',
  <X extends ArrayInput, T extends DTypeName = never>(a: X, dtype?: DTypeArgument<T>): Asked<T, DTypeOfInput<X>> => {
    const asked = askedType(dtype)
    const same: Untyped | null = isNdArray(a) ? a : overData(a)
    return same !== null && (asked === undefined || same.dtype === asked) ? same : copied(a, asked)
  },
)

/**
 * An array that holds one value. It takes no memory until an element is looked at or written. Throws `DTypeError` for a whole
 * number that the dtype does not hold. NumPy's `numpy.full`.
 * @example
 * np.full([2, 2], 7)
 * // array([[7., 7.],
 * //        [7., 7.]])
 */
export const full = declare(
  'full(shape: integers, fill_value: array, {dtype?: dtype})',
  <V extends ArrayInput, T extends DTypeName = never>(
    shape: number | readonly number[],
    value: V,
    dtype?: DTypeArgument<T>,
  ): Asked<T, DTypeOfInput<V>> => {
    const to = shapeOf('full', shape)
    const asked = askedType(dtype)
    if (isWeak(value)) return one('full', value, asked ?? weakType(value), to)
    const x = toValue('full', value)
    return wrap(fitted('full', x, to, asked ?? x.dtype))
  },
)

function one(what: string, value: WeakScalar, dtype: DType, shape: readonly number[]): Untyped {
  checkScalar(what, value, dtype)
  return wrap(filled(scalarOf(value), dtype, shape))
}

const filledWith = (what: string, value: 0 | 1) =>
  declare(
    `${what}(shape: integers, {dtype?: dtype})`,
    <T extends DTypeName = 'float64'>(shape: number | readonly number[], dtype?: DTypeArgument<T>): NdArray<Named<T>> =>
      wrap(filled(value, askedType(dtype) ?? 'float64', shapeOf(what, shape))),
  )

/**
 * Zeros, float64 unless a dtype is given. NumPy's `numpy.zeros`.
 * @example
 * np.zeros([2, 3], 'int32')
 * // array([[0, 0, 0],
 * //        [0, 0, 0]], dtype=int32)
 */
export const zeros = filledWith('zeros', 0)
/**
 * Ones, float64 unless a dtype is given. NumPy's `numpy.ones`.
 * @example
 * np.ones([2, 2])
 * // array([[1., 1.],
 * //        [1., 1.]])
 */
export const ones = filledWith('ones', 1)
/**
 * An array for results; its elements are unspecified (here: 0). NumPy's `numpy.empty`.
 * @example
 * np.empty([2, 2]).shape // [ 2, 2 ]
 */
export const empty = filledWith('empty', 0)

const like = (what: string, value: 0 | 1) =>
  declare(
    `${what}(${what === 'empty_like' ? 'prototype' : 'a'}: array, {dtype?: dtype})`,
    <X extends ArrayInput, T extends DTypeName = never>(a: X, dtype?: DTypeArgument<T>): Asked<T, DTypeOfInput<X>> => {
      const { shape, dtype: own } = model(what, a)
      return wrap(filled(value, askedType(dtype) ?? own, shape))
    },
  )

/** Shape and dtype of a model array, without reading it. */
function model(what: string, a: ArrayInput): { shape: readonly number[]; dtype: DType } {
  return isArrayLikeNd(a) ? { shape: shapeOf(what, a.shape), dtype: dtypeOf(a) } : toValue(what, a)
}

/**
 * Zeros, ones, … with the shape and, unless one is given, the dtype of an array. NumPy's `numpy.zeros_like`.
 * @example
 * np.zeros_like([[1, 2], [3, 4]])
 * // array([[0., 0.],
 * //        [0., 0.]])
 */
export const zeros_like = like('zeros_like', 0)
/**
 * Ones with the shape and, unless one is given, the dtype of an array. NumPy's `numpy.ones_like`.
 * @example
 * np.ones_like(np.zeros(3, 'int32')) // array([1, 1, 1], dtype=int32)
 */
export const ones_like = like('ones_like', 1)
/**
 * An array for results of another's shape and, unless one is given, dtype; its elements are unspecified (here: 0). NumPy's
 * `numpy.empty_like`.
 * @example
 * np.empty_like(np.ones([2, 3], 'int8')).dtype // 'int8'
 */
export const empty_like = like('empty_like', 0)
/**
 * An array of another's shape and, unless one is given, dtype that holds one value (or an array's, broadcast). NumPy's
 * `numpy.full_like`.
 * @example
 * np.full_like([1, 2, 3], 0.5) // array([0.5, 0.5, 0.5])
 */
export const full_like = declare(
  'full_like(a: array, fill_value: array, {dtype?: dtype})',
  <X extends ArrayInput, T extends DTypeName = never>(
    a: X,
    value: ArrayInput,
    dtype?: DTypeArgument<T>,
  ): Asked<T, DTypeOfInput<X>> => {
    const { shape, dtype: own } = model('full_like', a)
    const to = askedType(dtype) ?? own
    return isWeak(value) ? one('full_like', value, to, shape) : wrap(fitted('full_like', toValue('full_like', value), shape, to))
  },
)

/**
 * The elements of an iterable, 1-d. Throws `ShapeError` after 2**27 elements. NumPy's `numpy.fromiter`.
 * @example
 * np.fromiter(new Set([3, 1, 3, 2])) // array([3., 1., 2.])
 */
export const fromiter = declare(
  'fromiter(iter: iterable, {dtype?: dtype})',
  <S extends WeakScalar, T extends DTypeName = never>(
    values: Iterable<S>,
    dtype?: DTypeArgument<T>,
  ): Asked<T, DTypeOfInput<readonly S[]>> => {
    const list: WeakScalar[] = []
    for (const x of values) {
      if (list.length >= MAX_ITERATED)
        throw new ShapeError(`fromiter: more than ${MAX_ITERATED} elements; does the iterable end?`)
      list.push(x)
    }
    return copied(list, askedType(dtype))
  },
)

/** Beyond it an iterable is taken for one that does not end. */
const MAX_ITERATED = 2 ** 27

/**
 * Elements in C order from a buffer's bytes (a copy): `frombuffer(bytes, 'float32')`. Any byte but 0 is true. NumPy's
 * `numpy.frombuffer`.
 * @example
 * np.frombuffer(new Uint8Array([1, 0, 2, 0]), 'int16') // array([1, 2], dtype=int16)
 */
export const frombuffer = declare(
  'frombuffer(buffer: bytes, dtype?: dtype)',
  <T extends DTypeName = 'float64'>(buffer: ArrayBufferLike | ArrayBufferView, dtype?: DTypeArgument<T>): NdArray<Named<T>> => {
    const to = askedType(dtype) ?? 'float64'
    const bytes = ArrayBuffer.isView(buffer)
      ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
      : new Uint8Array(buffer)
    const size = dtypeInfo[to].bytes
    if (bytes.length % size !== 0) throw new DTypeError(`frombuffer: ${bytes.length} bytes are no whole number of ${to} elements`)
    const memory = memoryOf(to, bytes.length / size)
    fromBytes(memory, bytes)
    return wrap(leaf(memory, [memory.data.length]))
  },
)
