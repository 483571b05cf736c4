import { isNumbered, numberOf, ShapeError, showShape, type TypedArray } from '@weldarray/ir'
import { withRoom } from '@weldarray/runtime'
import { Held } from './held.js'
import { type Line, lineOf } from './lines.js'
import type { NdArray, Nested } from './ndarray.js'
import type { AnyDType, GenericArray } from './types.js'

type Leaf = number | bigint | boolean

/** A bool as JavaScript has it; beyond the data there is none, as everywhere. */
const truth = (x: Leaf | undefined): Leaf => (x === undefined ? x! : Boolean(x))

const elementsOf = (array: NdArray<AnyDType>): TypedArray =>
  (Held.is(array) ? Held.storage(array).elementsAt(array.shape, array.stride, array.offset) : array.data) as TypedArray

/** Reads elements by their position in memory, exactly as they are there (int64 as bigints), without moving library memory out. */
export function exactReader(array: NdArray<AnyDType>): (at: number) => Leaf {
  if (!Held.is(array) && array.dtype === 'generic') {
    const { data } = array as unknown as { data: GenericArray<Leaf> }
    return (at) => data.get(at)
  }
  const elements = elementsOf(array) as unknown as Leaf[]
  return array.dtype === 'bool' ? (at) => truth(elements[at]) : (at) => elements[at]!
}

/** The same as JavaScript gets them: numbers for int64 and uint64. Throws `RangeError` where these are not exact. */
export function reader(array: NdArray<AnyDType>): (at: number) => Leaf {
  const read = exactReader(array)
  if (!isNumbered(array.dtype)) return read
  return (at) => {
    const element = read(at) as bigint | undefined
    return element === undefined ? element! : numberOf(element)
  }
}

/** Lists of neighbours along an axis, as JavaScript gets them. */
function lineReader(array: NdArray<AnyDType>): Line<Leaf> {
  if (Held.is(array) || array.dtype !== 'generic') return lineOf(elementsOf(array), array.dtype, array.size)
  const read = reader(array)
  return (at, stride, n) => Array.from({ length: n }, (_, i) => read(at + i * stride))
}

/** Most lists and elements; JavaScript takes at least eight bytes for each. Arrays without elements may have as many lists. */
const MOST = 2 ** 29

/** The elements as nested lists; a 0-d array is its element. */
export function toNested(array: NdArray<AnyDType>): Nested {
  const { shape } = array
  const lists = shape.reduce((n, length) => n * Math.max(length, 1), 1)
  if (lists > MOST) throw new ShapeError(`tolist: an array of shape ${showShape(shape)} makes more lists than fit in memory`)
  return array.dimension < 0 ? [] : looking(array, listsOf)
}

function listsOf(array: NdArray<AnyDType>): Nested {
  const { shape, stride } = array
  const last = shape.length - 1
  if (last < 0) return reader(array)(array.offset)
  const line = lineReader(array)
  const level = (axis: number, at: number): Nested => {
    if (axis === last) return line(at, stride[last]!, shape[last]!)
    const list = new Array<Nested>(shape[axis]!)
    for (let i = 0; i < list.length; i++) list[i] = level(axis + 1, at + i * stride[axis]!)
    return list
  }
  return level(0, array.offset)
}

/**
 * Reads elements that are there as one operation, so that room is made for what has to come back from a file. What is pending is evaluated by
 * the reading itself, which makes room for its own parts.
 */
export const looking = <T>(array: NdArray<AnyDType>, read: (array: NdArray<AnyDType>) => T): T =>
  array.isEvaluated ? withRoom(read, array) : read(array)

const first = (array: NdArray<AnyDType>): Leaf => reader(array)(array.offset)

/** The only element. Throws `ShapeError` unless there is exactly one. */
export function itemOf(array: NdArray<AnyDType>): Leaf {
  if (array.size !== 1)
    throw new ShapeError(
      `item: the array has shape ${showShape(array.shape)}, ${array.size} elements; only an array of one element is one value`,
    )
  return looking(array, first)
}

/** The element at an index that is inside. */
export function elementAt(array: NdArray<AnyDType>, index: readonly number[]): Leaf {
  // Of what is pending only a part is computed.
  if (index.length === 0 || !array.isEvaluated) return itemOf(index.length === 0 ? array : array.pick(...index))
  const element = array.get(...index)
  return array.dtype === 'bool' ? truth(element) : element
}
