import {
  checkFits,
  checkRank,
  convert,
  type DType,
  DTypeError,
  dtypeInfo,
  MAX_RANK,
  type Node,
  promoteTypes,
  type Scalar,
  ShapeError,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import { leaf } from '@weldarray/runtime'
import { joinedLists } from '../joining/lists.js'
import type { ArrayInput, WeakScalar } from '../types.js'
import { borrow, isNdArray, memoryOf, valueOf } from './arrays.js'
import { typedArrayType } from './typed-arrays.js'

/** A block of finished elements inside nested arrays: an array or a typed array. */
interface Chunk {
  readonly shape: readonly number[]
  readonly elements: ArrayLike<Scalar>
}

const MOST = 2 ** 31

const KIND = { number: 'float64', bigint: 'bigint64', boolean: 'bool' } as const

function chunkOf(x: unknown): (Chunk & { dtype: DType }) | null {
  if (isNdArray(x)) {
    const value = valueOf(x)
    return borrow([value], (data) => ({ shape: value.shape, elements: data.slice() as ArrayLike<Scalar>, dtype: value.dtype }))
  }
  const dtype = typedArrayType(x)
  if (dtype === undefined) return null
  const elements = x as ArrayLike<Scalar>
  return { shape: [elements.length], elements, dtype }
}

/** How many elements there are in lists of arrays with axes of their own, by the first thing that is no list; 0 where that is something else. */
function elementsOfArrays(list: readonly unknown[], depth = 0): number {
  const first = list[0]
  if (Array.isArray(first)) return depth < MAX_RANK ? list.length * elementsOfArrays(first, depth + 1) : 0
  return isNdArray(first) && first.shape.length > 0 ? list.length * first.size : 0
}

/**
 * Nested arrays as a value. Lists of arrays are joined, as by `stack`; of others shape and dtype are found in a first walk, elements are stored
 * in a second.
 * Throws `ShapeError` for ragged rows, `DTypeError` for elements that are no numbers, and for bigints beyond 64 bits
 * where no dtype is asked for.
 */
export function nestedValue(what: string, nested: readonly unknown[], as?: DType): Node {
  const tooMany = (lengths: string): never => {
    throw new ShapeError(`${what}: nested arrays of ${lengths}: there can be ${MOST}`)
  }
  const inArrays = elementsOfArrays(nested)
  if (inArrays > MOST) tooMany(`${inArrays} elements`)
  if (inArrays > 0) return joinedLists(what, nested as readonly ArrayInput[], as)
  const shape: number[] = []
  let dtype: DType | undefined
  let leafDepth = -1
  const meet = (found: DType): void => {
    dtype = dtype === undefined ? found : promoteTypes(dtype, found)
  }
  const ragged = (): never => {
    throw new ShapeError(`${what}: nested arrays are ragged: rows at one depth must have one length (so far ${showShape(shape)})`)
  }
  const measure = (depth: number, length: number): void => {
    if (shape.length === depth && (leafDepth < 0 || depth < leafDepth)) shape.push(length)
    else if (shape[depth] !== length) ragged()
  }
  const end = (depth: number): void => {
    if (leafDepth < 0) {
      leafDepth = depth
      // Lists that hold one list many times are short to write and endless to walk.
      if (sizeOf(shape) > MOST) tooMany(`shape ${showShape(shape)}`)
    } else if (leafDepth !== depth) ragged()
  }
  const walk = (x: unknown, depth: number): void => {
    // Also where a list contains itself.
    checkRank(what, depth)
    if (Array.isArray(x)) {
      measure(depth, x.length)
      if (x.length > 0 && areNumbers(x)) {
        checkRank(what, depth + 1)
        end(depth + 1)
        meet('float64')
      } else for (let i = 0; i < x.length; i++) walk(x[i], depth + 1)
      return
    }
    const chunk = chunkOf(x)
    if (chunk !== null) {
      chunk.shape.forEach((n, i) => measure(depth + i, n))
      end(depth + chunk.shape.length)
      meet(chunk.dtype)
      return
    }
    const kind = KIND[typeof x as keyof typeof KIND]
    if (kind === undefined)
      throw new DTypeError(
        `${what}: cannot make an array element of ${x === null ? 'null' : typeof x}: expected a number, bigint or boolean`,
      )
    end(depth)
    meet(kind)
  }
  walk(nested, 0)
  if (leafDepth >= 0 && leafDepth !== shape.length) ragged()
  return leaf(fill(what, nested, as ?? dtype ?? 'float64', sizeOf(shape), as === undefined), shape)
}

/** Whether a list is one of numbers alone: then nothing but its length has to be looked at. */
function areNumbers(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== 'number') return false
  return true
}

const isElement = (x: unknown): x is WeakScalar => typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean'

/**
 * The elements, stored in a second walk. A list may be a Proxy or have getters, and be another one by then: what was measured is
 * filled, exactly, or it is an error (memory that is not written holds what was there before).
 */
function fill(what: string, nested: readonly unknown[], dtype: DType, size: number, exact: boolean): ReturnType<typeof memoryOf> {
  const memory = memoryOf(dtype, size)
  const target = memory.data as unknown as Scalar[]
  const { big } = dtypeInfo[dtype]
  const asIs = !big && dtype !== 'bool'
  // Most whole numbers are short: their two words are told without a bigint.
  const words = big ? new Int32Array(memory.data.buffer, memory.data.byteOffset, 2 * size) : null
  let at = 0
  const changed = (): never => {
    throw new ShapeError(`${what}: the nested arrays changed while they were read`)
  }
  const put = (x: WeakScalar): void => {
    // Each element goes straight to the dtype: bigints must not pass through doubles, NaN is true.
    const value = typeof x === 'boolean' ? Number(x) : x
    target[at++] = asIs && typeof value !== 'bigint' ? value : convert(value, dtype)
  }
  const putAll = (list: readonly unknown[]): void => {
    for (let i = 0; i < list.length; i++) {
      const x = list[i]
      if (typeof x !== 'number') walk(x)
      else if (asIs) target[at++] = x
      else if (words !== null && x === (x | 0)) {
        words[2 * at] = x
        words[2 * at + 1] = x >> 31
        at++
      } else put(x)
    }
  }
  const walk = (x: unknown): void => {
    if (at > size) changed()
    if (Array.isArray(x)) putAll(x)
    else if (isElement(x)) {
      // Nobody asked for the dtype that takes the upper bits of a bigint.
      if (exact && typeof x === 'bigint') checkFits(what, dtype, x)
      put(x)
    } else {
      const chunk = chunkOf(x) ?? changed()
      for (let i = 0; i < chunk.elements.length; i++) put(chunk.elements[i]!)
    }
  }
  walk(nested)
  return at === size ? memory : changed()
}
