import { type DType, DTypeError, promoteTypes, type Scalar, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { leaf, type Value } from '@weldarray/runtime'
import { borrow, isNdArray, memoryOf, valueOf } from './seam.js'
import { typedArrayType } from './typed-arrays.js'
import type { WeakScalar } from './types.js'

/** A block of finished elements inside nested arrays: an array or a typed array. */
interface Chunk {
  readonly shape: readonly number[]
  readonly elements: ArrayLike<Scalar>
}

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

/**
 * Nested arrays as a value. Shape and dtype are found in a first walk, elements are stored in a second.
 * Throws `ShapeError` for ragged rows, `DTypeError` for elements that are no numbers.
 */
export function nestedValue(what: string, nested: readonly unknown[], as?: DType): Value {
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
    if (leafDepth < 0) leafDepth = depth
    else if (leafDepth !== depth) ragged()
  }
  const walk = (x: unknown, depth: number): void => {
    if (Array.isArray(x)) {
      measure(depth, x.length)
      for (let i = 0; i < x.length; i++) walk(x[i], depth + 1)
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
  return leaf(fill(nested, as ?? dtype ?? 'float64', sizeOf(shape)), shape)
}

function fill(nested: readonly unknown[], dtype: DType, size: number): ReturnType<typeof memoryOf> {
  const memory = memoryOf(dtype, size)
  const target = memory.data as unknown as Scalar[]
  const big = typeof target[0] === 'bigint'
  let at = 0
  const put = (x: WeakScalar): void => {
    const value = dtype === 'bool' ? Number(Boolean(x)) : typeof x === 'boolean' ? Number(x) : x
    target[at++] = big ? toBig(value) : Number(value)
  }
  const walk = (x: unknown): void => {
    if (Array.isArray(x)) {
      for (let i = 0; i < x.length; i++) walk(x[i])
      return
    }
    const chunk = chunkOf(x)
    if (chunk === null) put(x as WeakScalar)
    else for (let i = 0; i < chunk.elements.length; i++) put(chunk.elements[i]!)
  }
  walk(nested)
  return memory
}

const toBig = (x: Scalar): bigint => (typeof x === 'bigint' ? x : Number.isFinite(x) ? BigInt(Math.trunc(x)) : 0n)
