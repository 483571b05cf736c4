import { forEachIndex, isContiguous } from '@weldarray/ir'
import { storageOf } from '../../array/wrap.js'
import type { Asked, DTypeOfInput } from '../../types/dtype-of.js'
import { declare, optionsOf } from '../arguments/declare.js'
import { isfinite } from '../elementwise/functions.js'
import { s_ } from '../indexing/index-tricks.js'
import { LinAlgError } from '../linalg/stacks.js'
import { dtypeOf, isArrayLikeNd, isNdArray, type Untyped, viewOf } from '../operands/arrays.js'
import { all } from '../reductions/truth.js'
import { atleast } from '../shaping/atleast.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { type AsArrayOptions, type AsArrayRest, asarray, DEVICE, type DTypeOption, type DTypeRest } from './creation.js'

/**
 * `asarray`: there are no subclasses. NumPy's `numpy.asanyarray`.
 * @example
 * np.asanyarray([1, 2]) // array([1., 2.])
 */
export const asanyarray = declare(
  `asanyarray(a: array, {dtype?: dtype, *, copy?: flag|null, ${DEVICE}})`,
  <X extends ArrayInput, T extends DTypeName = never>(a: X, ...rest: AsArrayRest<T>): Asked<T, DTypeOfInput<X>> =>
    asarray(a, optionsOf<AsArrayOptions<T>>(rest)),
)

/**
 * The array with its elements one after the other in C order, of one axis at least: itself where they are, else a copy. NumPy's
 * `numpy.ascontiguousarray`.
 * @example
 * np.ascontiguousarray(np.eye(2).T).flags.c_contiguous // true
 */
export const ascontiguousarray = declare(
  'ascontiguousarray(a: array, {dtype?: dtype})',
  <X extends ArrayInput, T extends DTypeName = never>(a: X, ...rest: DTypeRest<T>): Asked<T, DTypeOfInput<X>> => {
    const x: Untyped = atleast(1, asarray(a, optionsOf<DTypeOption>(rest)) as Untyped)
    return isContiguous({ ...viewOf(x), offset: 0 }) ? x : x.clone()
  },
)

/**
 * `asarray` that throws `LinAlgError` for NaN and infinities. NumPy's `numpy.asarray_chkfinite`.
 * @example
 * np.asarray_chkfinite([1, NaN]) // throws LinAlgError
 */
export const asarray_chkfinite = declare(
  'asarray_chkfinite(a: array, {dtype?: dtype})',
  <X extends ArrayInput, T extends DTypeName = never>(a: X, ...rest: DTypeRest<T>): Asked<T, DTypeOfInput<X>> => {
    const x: Untyped = asarray(a, optionsOf<DTypeOption>(rest))
    if (dtypeOf(x).startsWith('float') && !all(isfinite(x)))
      throw new LinAlgError('asarray_chkfinite: the array holds NaN or infinities, expected finite numbers')
    return x
  },
)

/**
 * Whether the elements lie in column order and not in C order. NumPy's `numpy.isfortran`.
 * @example
 * np.isfortran(np.zeros([2, 3]).T) // true
 */
export const isfortran = declare('isfortran(a: array)', (a: ArrayInput): boolean => {
  const view = viewOf(arrayOf('isfortran', a))
  const turned = { shape: [...view.shape].reverse(), strides: [...view.strides].reverse(), offset: 0 }
  return view.shape.length > 1 && isContiguous(turned) && !isContiguous({ ...view, offset: 0 })
})

/**
 * Whether one can go through `x` with `for`. NumPy's `numpy.iterable`.
 * @example
 * np.iterable([1, 2]) // true
 */
export const iterable = declare('iterable(y: any)', (x: unknown): boolean =>
  isArrayLikeNd(x)
    ? x.shape.length > 0
    : typeof (x as { [Symbol.iterator]?: unknown } | null | undefined)?.[Symbol.iterator] === 'function',
)

/** The memory behind an array, and the places of its first and last elements there; null for what has none of its own. */
function memoryOf(x: unknown): { memory: unknown; low: number; high: number; bytes: number } | null {
  if (ArrayBuffer.isView(x)) return { memory: x.buffer, low: x.byteOffset, high: x.byteOffset + x.byteLength - 1, bytes: 1 }
  if (!isNdArray(x) || x.size === 0) return null
  const { shape, strides, offset } = viewOf(x)
  const storage = storageOf(x)
  const owned = storage !== undefined && !storage.isExternal
  const data = owned ? null : (x.data as unknown as Float64Array)
  const bytes = data?.BYTES_PER_ELEMENT ?? 1
  const start = (data?.byteOffset ?? 0) / bytes + offset
  const reach = shape.map((n, i) => (n - 1) * strides[i]!)
  return {
    memory: owned ? storage : data!.buffer,
    low: (start + reach.reduce((s, r) => s + Math.min(0, r), 0)) * bytes,
    high: (start + reach.reduce((s, r) => s + Math.max(0, r), 0) + 1) * bytes - 1,
    bytes,
  }
}

/**
 * Whether two arrays could have elements in common, by the ranges of memory they lie in. NumPy's `numpy.may_share_memory`.
 * @example
 * const x = np.arange(4)
 * np.may_share_memory(x, x.slice('2:')) // true
 */
export const may_share_memory = declare('may_share_memory(a: any, b: any)', (a: unknown, b: unknown): boolean => {
  const [x, y] = [memoryOf(a), memoryOf(b)]
  return x !== null && y !== null && x.memory === y.memory && x.low <= y.high && y.low <= x.high
})

/**
 * Whether two arrays have elements in common; looks at every place of both. NumPy's `numpy.shares_memory`.
 * @example
 * const x = np.arange(4)
 * np.shares_memory(x.slice('::2'), x.slice('1::2')) // false
 */
export const shares_memory = declare('shares_memory(a: any, b: any)', (a: unknown, b: unknown): boolean => {
  if (!may_share_memory(a, b)) return false
  const places = (x: unknown): Set<number> => {
    const list = new Set<number>()
    const { bytes, low, high } = memoryOf(x)!
    if (!isNdArray(x)) for (let i = low; i <= high; i++) list.add(i)
    else {
      const { shape, strides } = viewOf(x)
      const least = shape.reduce((n, d, i) => n + Math.min(0, (d - 1) * strides[i]!), 0)
      forEachIndex(shape, strides, 0, (_, at) => {
        for (let k = 0; k < bytes; k++) list.add(low + (at - least) * bytes + k)
      })
    }
    return list
  }
  const other = places(b)
  for (const place of places(a)) if (other.has(place)) return true
  return false
})

export { s_ as index_exp }
