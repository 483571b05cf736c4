import { isInside } from '@weldarray/ir'
import { Held } from '../array/held.js'
import { viewOf } from '../array/ndarray.js'
import type { ArrayLikeNd } from '../array/types.js'
import { isArrayLikeNd, storageOf } from '../array/wrap.js'

/** An array argument: ours, over a caller's data or our own memory, or any other `ndarray`. */
export type Argument = ArrayLikeNd

/** Elements as loops see them: a typed array, a plain array, a Buffer. */
// biome-ignore lint/suspicious/noExplicitAny: element kinds are the loops' business
export type Data = any

/** The elements of an array, for reading. Library memory stays where it is. */
export const dataOf = (array: Argument): Data => (Held.is(array) ? Held.elements(array) : array.data)

/** The elements of an array, for writing: pending results that still read them keep a copy. */
export const writableOf = (array: Argument): Data => (Held.is(array) ? Held.writable(array) : array.data)

/** The memory of an array that others may see too; undefined for the library's own. */
function sharedData(array: Argument): Data {
  const storage = storageOf(array)
  return storage === undefined ? array.data : storage.isExternal ? storage.elements() : undefined
}

/** What makes two typed arrays the same memory in the same places. */
const isSame = (x: Data, y: Data): boolean =>
  x === y || (x.byteOffset === y.byteOffset && x.BYTES_PER_ELEMENT === y.BYTES_PER_ELEMENT && x.buffer === y.buffer)

/** Whether two arrays may have elements in common without being the same elements in the same places. */
export function overlapping(a: Argument, b: Argument): boolean {
  if (a === b) return false
  const storage = storageOf(a)
  if (storage === undefined || storage !== storageOf(b)) {
    const [x, y] = [sharedData(a), sharedData(b)]
    if (x === undefined || y === undefined || (x !== y && (x.buffer === undefined || x.buffer !== y.buffer))) return false
    if (!isSame(x, y)) return true
  }
  return a.offset !== b.offset || a.stride.some((stride, k) => stride !== b.stride[k] && a.shape[k] !== 1)
}

/** Whether all indices of an array are certain to be different elements. Writing others must go through them in order. */
export function isDistinct({ shape, stride }: Argument): boolean {
  const axes = shape.map((n, k) => ({ n, step: Math.abs(stride[k]!) })).filter(({ n }) => n > 1)
  axes.sort((a, b) => a.step - b.step)
  let reach = 0
  for (const { n, step } of axes) {
    if (!(step > reach)) return false
    reach += (n - 1) * step
  }
  return true
}

/** Whether the elements of an array are all there. Missing ones are undefined, for which no dtype has a value. */
export function isComplete(array: Argument): boolean {
  const length = storageOf(array)?.length ?? array.data.length
  return isInside(viewOf(array), length)
}

/** Throws what `ndarray-ops` throws for shapes that differ. */
export function checkTwo(a: Argument, b: Argument): void {
  const s = a.shape
  const t = b.shape
  if (s.length !== t.length) throw new Error('cwise: Arrays do not all have the same dimensionality!')
  for (let k = s.length - 1; k >= 0; k--) if (s[k] !== t[k]) throw new Error('cwise: Arrays do not all have the same shape!')
}

export function checkThree(a: Argument, b: Argument, c: Argument): void {
  const s = a.shape
  const t = b.shape
  const u = c.shape
  if (s.length !== t.length || s.length !== u.length) throw new Error('cwise: Arrays do not all have the same dimensionality!')
  for (let k = s.length - 1; k >= 0; k--)
    if (s[k] !== t[k] || s[k] !== u[k]) throw new Error('cwise: Arrays do not all have the same shape!')
}

/** Whether an array's elements lie one after the other in C order. */
export function isDense(array: Argument): boolean {
  const { shape, stride } = array
  let step = 1
  for (let k = shape.length - 1; k >= 0; k--) {
    if (stride[k] !== step) return false
    step *= shape[k]!
  }
  return true
}

export { isArrayLikeNd }
