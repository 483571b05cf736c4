import {
  checkRank,
  contiguousStrides,
  convert,
  type DType,
  dtypeInfo,
  forEachIndex,
  isInside,
  type Node,
  type Scalar,
  type Shape,
  ShapeError,
  sizeOf,
  type View,
} from '@weldarray/ir'
import { allocateMemory, constantLeaf, type Elements, leaf, Storage } from '@weldarray/runtime'
import { heldArray, plainMaker } from './constructors.js'
import { dtypeOfData, dtypeOfElements, readAs } from './dtype-of-data.js'
import { Held } from './held.js'
import { NdArray, type Untyped, viewOf } from './ndarray.js'
import type { AnyDType, ArrayLikeNd, GenericArray } from './types.js'
import { isKnown } from './view-files.js'

/** An owned, C-contiguous array of what `value` will be. A constant becomes a 0-d leaf of its own. */
export function fromValue(value: Node): Untyped {
  if (value.kind === 'const') value = constantLeaf(value)
  return heldArray(Storage.owned(value), value.shape, contiguousStrides(value.shape), 0)
}

/** Whether `x` is an array of this library, over a caller's data or its own memory. */
export const isNdArray = (x: unknown): x is NdArray<AnyDType> => x instanceof NdArray

/** Whether `x` has what every `ndarray` has, whoever made it. */
export function isArrayLikeNd(x: unknown): x is ArrayLikeNd {
  if (isNdArray(x)) return true
  if (typeof x !== 'object' || x === null) return false
  const a = x as Partial<Record<string, unknown>>
  return Array.isArray(a.shape) && Array.isArray(a.stride) && typeof a.dtype === 'string' && a.data !== undefined
}

/** Whether `x` is what `structuredClone` or `postMessage` leave of an array: its own properties; those without axes have no `shape`. */
export function isClone(x: unknown): x is { data: Elements; offset: number } {
  if (typeof x !== 'object' || x === null || isNdArray(x)) return false
  const { data, offset, shape, stride } = x as Partial<Record<string, unknown>>
  const axes = shape === undefined && stride === undefined
  return ArrayBuffer.isView(data) && typeof offset === 'number' && (axes || (Array.isArray(shape) && Array.isArray(stride)))
}

/** The array that a clone was made of, over the clone's data. */
export function fromClone(x: { data: Elements; offset: number }): Untyped {
  const { data, offset, shape = [], stride = [], dtype } = x as Partial<ArrayLikeNd> & { data: Elements; offset: number }
  return plainMaker(dtype !== undefined && isKnown(dtype) ? (dtype as AnyDType) : dtypeOfData(data), shape.length)(
    data,
    shape,
    stride,
    offset,
  )
}

/** Elements that arrays with no dtype of their own may have: each is looked at, one by one. */
const MOST_LOOKED_AT = 2 ** 27

/** Throws `ShapeError` for lengths, or more axes, that no array has: anybody may write to `shape`. */
export function checkView(view: View): void {
  checkRank('array', view.shape.length)
  if (view.strides.length !== view.shape.length)
    throw new ShapeError(`array: ${view.shape.length} lengths and ${view.strides.length} strides, expected as many`)
  for (const n of view.shape)
    if (!Number.isSafeInteger(n) || n < 0)
      throw new ShapeError(`array: a length of ${n} in the shape, expected non-negative integers`)
}

/** The elements of an array one by one, in C order. */
function elementsOf(dtype: string, data: unknown, view: View): unknown[] {
  checkView(view)
  const size = sizeOf(view.shape)
  if (size > MOST_LOOKED_AT)
    throw new ShapeError(`array: ${size} elements without a common dtype, expected at most ${MOST_LOOKED_AT}; use a typed array`)
  const elements: unknown[] = []
  const at = dtype === 'generic' ? (i: number) => (data as GenericArray<unknown>).get(i) : (i: number) => (data as Elements)[i]
  forEachIndex(view.shape, view.strides, view.offset, (_, i) => elements.push(at(i)))
  return elements
}

/** The dtype as which the compiler reads an array. */
export const dtypeOf = (array: ArrayLikeNd): DType =>
  readAs(array.dtype) ?? dtypeOfElements(elementsOf(array.dtype, array.data, viewOf(array)))

/** The storage of an array in library memory; undefined for arrays over a caller's data. */
export const storageOf = (array: object): Storage | undefined => (Held.is(array) ? (Held.storage(array) as Storage) : undefined)

/** Another view of the same memory: any shape, strides and offset, none of it checked. */
export function viewAs(array: NdArray<AnyDType>, view: View): Untyped {
  const storage = storageOf(array)
  return storage !== undefined
    ? heldArray(storage, view.shape, view.strides, view.offset)
    : plainMaker(array.dtype as AnyDType, view.shape.length)(array.data, view.shape, view.strides, view.offset)
}

/** An array over a caller's data with a dtype the data does not tell (`bool`), C-contiguous unless told. */
export const plainArray = (
  data: Elements,
  dtype: AnyDType,
  shape: readonly number[],
  strides: readonly number[] = contiguousStrides(shape),
  offset = 0,
): Untyped => plainMaker(dtype, shape.length)(data, shape, strides, offset)

/**
 * The elements of an array as they are now, as a recorded value that later writes do not change. A caller's data
 * is copied. dtypes the compiler does not know are read as the nearest one it does.
 */
export function valueOf(array: ArrayLikeNd): Node {
  const storage = storageOf(array)
  const whole = storage?.readWhole(array.shape, array.stride, array.offset)
  if (whole != null) return whole
  const view = viewOf(array)
  if (storage !== undefined && (storage.isExternal || isInside(view, storage.length))) return storage.read(view)
  const known = readAs(array.dtype)
  checkView(view)
  const elements = (storage === undefined ? array.data : storage.elements()) as Elements
  if (known !== undefined && holds(elements, known) && isInside(view, elements.length))
    return Storage.external(elements, known).read(view)
  if (known === undefined) return copyOf(elementsOf(array.dtype, elements, view), view.shape)
  // The memory is taken first: a shape may claim anything.
  const memory = allocateMemory(known, sizeOf(view.shape))
  const target = memory.data as unknown as Scalar[]
  forEachIndex(view.shape, view.strides, view.offset, (flat, i) => {
    target[flat] = stored(elements[i], known)
  })
  return leaf(memory, view.shape)
}

/** Whether data is a typed array whose elements are of a dtype's kind: anybody may say what `dtype` is. */
const holds = (data: unknown, dtype: DType): boolean =>
  ArrayBuffer.isView(data) && (data instanceof BigInt64Array || data instanceof BigUint64Array) === dtypeInfo[dtype].big

/** Converted as typed-array stores convert: undefined, and whatever is no number, becomes NaN or 0. */
function stored(x: unknown, dtype: DType): Scalar {
  if (typeof x === 'number' || typeof x === 'bigint') return convert(x, dtype)
  if (dtype === 'bool') return Number(Boolean(x))
  return convert(typeof x === 'object' || typeof x === 'symbol' || typeof x === 'function' ? NaN : Number(x), dtype)
}

function copyOf(elements: readonly unknown[], shape: Shape): Node {
  const known = dtypeOfElements(elements)
  const memory = allocateMemory(known, elements.length)
  const target = memory.data as unknown as Scalar[]
  elements.forEach((x, i) => {
    target[i] = stored(x, known)
  })
  return leaf(memory, shape)
}

/**
 * Writes `value`, of the array's shape and dtype, to the elements of an array: recorded where the whole of an
 * owned memory is overwritten, at once elsewhere.
 */
export function writeValue(array: NdArray<AnyDType>, value: Node): void {
  const storage = storageOf(array)
  const view = viewOf(array)
  if (storage !== undefined) storage.write(view, value)
  else Storage.external(array.data as unknown as Elements, value.dtype).write(view, value)
}
