import { ArgumentError, checkRank, type DType, ShapeError, toDType } from '@weldarray/ir'
import { cast } from '@weldarray/runtime'
import type { Asked, DTypeOfInput, IfAny, Named, NamedBy } from '../../types/dtype-of.js'
import { checkScalar } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { dtypeOf, isArrayLikeNd, isNdArray, type NdArray, overData, type Untyped, wrap } from '../operands/arrays.js'
import { fitted } from '../operands/destination.js'
import { filled } from '../operands/expressions.js'
import { nestedValue } from '../operands/nested.js'
import { isWeak, scalarOf, toValue, weakType } from '../operands/operands.js'
import type { ArrayInput, DTypeName, WeakScalar } from '../types.js'

/** What a function takes whose one option is the dtype. */
export interface DTypeOption<T extends DTypeName = DTypeName> {
  dtype?: T | undefined
}
export type DTypeRest<T extends DTypeName> = Rest<[dtype: NamedBy<T>], DTypeOption<T>>

/** … and where the array is. */
export interface NewOptions<T extends DTypeName = DTypeName> extends DTypeOption<T> {
  device?: 'cpu' | null | undefined
}
export type NewRest<T extends DTypeName> = Rest<[dtype: NamedBy<T>], NewOptions<T>>

/** The dtype an option asks for. */
export const askedType = ({ dtype }: DTypeOption): DType | undefined => (dtype === undefined ? undefined : toDType(dtype))

/** Where arrays are: of the array API standard, there is one place. */
export const DEVICE = 'device?: "cpu"|null'

export interface AsArrayOptions<T extends DTypeName = DTypeName> extends NewOptions<T> {
  /** Whether to copy: always, never (an error where one is needed), or where it has to be (`null`). */
  copy?: boolean | null | undefined
}

export type AsArrayRest<T extends DTypeName> = Rest<[dtype: NamedBy<T>], AsArrayOptions<T>>

export interface ArrayOptions<T extends DTypeName = DTypeName> extends Omit<AsArrayOptions<T>, 'device'> {
  /** Axes of length 1 are put in front up to so many. */
  ndmin?: number | undefined
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
export const array = declare('array(object: array, {dtype?: dtype, *, copy?: flag|null, ndmin?: integer})', ((
  a: ArrayInput,
  ...rest: readonly unknown[]
): Untyped => {
  const options = optionsOf<ArrayOptions>(rest)
  checkRank('array', options.ndmin ?? 0)
  const result = taken('array', a, askedType(options), options.copy === undefined ? true : options.copy)
  const missing = (options.ndmin ?? 0) - result.shape.length
  return missing > 0 ? result.reshape([...new Array<number>(missing).fill(1), ...result.shape]) : result
}) as {
  <D extends DType>(a: ArrayInput, dtype: D, ...rest: IfAny<D>): NdArray
  <D extends DType>(a: ArrayInput, dtype: D): NdArray<D>
  <X extends ArrayInput, T extends DTypeName = never>(
    a: X,
    ...rest: Rest<[dtype: NamedBy<T>], ArrayOptions<T>>
  ): Asked<T, DTypeOfInput<X>>
})

/** The array itself, one over the same memory, or a copy: where it has to be (`null`), always, or never. */
function taken(what: string, a: ArrayInput, asked: DType | undefined, copy: boolean | null): Untyped {
  if (copy === true) return copied(a, asked)
  const same: Untyped | null = isNdArray(a) ? a : overData(a)
  if (same !== null && (asked === undefined || same.dtype === asked)) return same
  if (copy === false)
    throw new ArgumentError(
      `${what}: ${same === null ? describe(a) : `an array of dtype ${same.dtype}`} cannot be had${same === null ? '' : ` as ${asked}`} without a copy, and copy is false`,
    )
  return copied(a, asked)
}

export function copied(a: ArrayInput, asked: DType | undefined): Untyped {
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
export const asarray = declare(`asarray(a: array, {dtype?: dtype, *, copy?: flag|null, ${DEVICE}})`, ((
  a: ArrayInput,
  ...rest: readonly unknown[]
): Untyped => {
  const options = optionsOf<AsArrayOptions>(rest)
  return taken('asarray', a, askedType(options), options.copy ?? null)
}) as {
  <D extends DType>(a: ArrayInput, dtype: D, ...rest: IfAny<D>): NdArray
  <D extends DType>(a: ArrayInput, dtype: D): NdArray<D>
  <X extends ArrayInput, T extends DTypeName = never>(a: X, ...rest: AsArrayRest<T>): Asked<T, DTypeOfInput<X>>
})

/**
 * An array that holds one value. It takes no memory until an element is looked at or written. Throws `DTypeError` for a whole
 * number that the dtype does not hold. NumPy's `numpy.full`.
 * @example
 * np.full([2, 2], 7)
 * // array([[7., 7.],
 * //        [7., 7.]])
 */
export const full = declare(`full(shape: integers, fill_value: array, {dtype?: dtype, *, ${DEVICE}})`, ((
  shape: number | readonly number[],
  value: ArrayInput,
  ...rest: readonly unknown[]
): Untyped => {
  const to = shapeOf('full', shape)
  const asked = askedType(optionsOf(rest))
  if (isWeak(value)) return one('full', value, asked ?? weakType('full', value), to)
  const x = toValue('full', value)
  return wrap(fitted('full', x, to, asked ?? x.dtype))
}) as {
  <D extends DType>(shape: number | readonly number[], value: ArrayInput, dtype: D, ...rest: IfAny<D>): NdArray
  <D extends DType>(shape: number | readonly number[], value: ArrayInput, dtype: D): NdArray<D>
  <V extends ArrayInput, T extends DTypeName = never>(
    shape: number | readonly number[],
    value: V,
    ...rest: NewRest<T>
  ): Asked<T, DTypeOfInput<V>>
})

function one(what: string, value: WeakScalar, dtype: DType, shape: readonly number[]): Untyped {
  checkScalar(what, value, dtype)
  return wrap(filled(scalarOf(value), dtype, shape))
}

/** By position first: the name of a dtype tells it even where it is a type parameter, as an array's is in generic functions. */
interface Filled {
  <D extends DType>(shape: number | readonly number[], dtype: D, ...rest: IfAny<D>): NdArray
  <D extends DType>(shape: number | readonly number[], dtype: D): NdArray<D>
  <T extends DTypeName = 'float64'>(shape: number | readonly number[], ...rest: NewRest<T>): NdArray<Named<T>>
}

const filledWith = (what: string, value: 0 | 1): Filled =>
  declare(
    `${what}(shape: integers, {dtype?: dtype, *, ${DEVICE}})`,
    (shape: number | readonly number[], ...rest: readonly unknown[]): Untyped =>
      wrap(filled(value, askedType(optionsOf(rest)) ?? 'float64', shapeOf(what, shape))),
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
    `${what}(${what === 'empty_like' ? 'prototype' : 'a'}: array, {dtype?: dtype, *, shape?: integers|null, ${DEVICE}})`,
    <X extends ArrayInput, T extends DTypeName = never>(
      a: X,
      ...rest: Rest<[dtype: NamedBy<T>], LikeOptions<T>>
    ): Asked<T, DTypeOfInput<X>> => {
      const { shape, dtype } = model(what, a, optionsOf(rest))
      return wrap(filled(value, dtype, shape))
    },
  )

/** Shape and dtype of a model array, without reading it, unless others are asked for. */
function model(what: string, a: ArrayInput, { shape, dtype }: LikeOptions): { shape: readonly number[]; dtype: DType } {
  const own = isArrayLikeNd(a) ? { shape: shapeOf(what, a.shape), dtype: dtypeOf(a) } : toValue(what, a)
  return {
    shape: shape === undefined || shape === null ? own.shape : shapeOf(what, shape),
    dtype: askedType({ dtype }) ?? own.dtype,
  }
}

export interface LikeOptions<T extends DTypeName = DTypeName> extends NewOptions<T> {
  /** Another shape than the array's. */
  shape?: number | readonly number[] | null | undefined
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
  `full_like(a: array, fill_value: array, {dtype?: dtype, *, shape?: integers|null, ${DEVICE}})`,
  <X extends ArrayInput, T extends DTypeName = never>(
    a: X,
    value: ArrayInput,
    ...rest: Rest<[dtype: NamedBy<T>], LikeOptions<T>>
  ): Asked<T, DTypeOfInput<X>> => {
    const { shape, dtype } = model('full_like', a, optionsOf(rest))
    return isWeak(value)
      ? one('full_like', value, dtype, shape)
      : wrap(fitted('full_like', toValue('full_like', value), shape, dtype))
  },
)
