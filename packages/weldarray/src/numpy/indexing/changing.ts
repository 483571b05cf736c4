import { type Change, isContiguous, type Node, sizeOf, type TypedArray, updateInto, type View } from '@weldarray/ir'
import {
  broadcast,
  counting,
  evaluate,
  FEW_FOR_CALL,
  isTracing,
  keeping,
  placeType,
  recordTake,
  reshape,
  SPARSE_PLACES,
  update,
} from '@weldarray/runtime'
import { Held } from '../../array/held.js'
import { viewOf } from '../../array/ndarray.js'
import type { AnyDType } from '../../array/types.js'
import { storageOf } from '../../array/wrap.js'
import { borrow, type NdArray, valueOf, writeValue } from '../operands/arrays.js'

/*
 * Writing to places that are told by their number: a few are written where they are, many are recorded, as what the array holds from
 * now on.
 */

/**
 * Changes places of an array (counted in C order) by as many values as there are, or by one, in their order: of places that come
 * several times, `set` leaves the last value, the others are done several times. Throws `IndexError` for indices that are outside, before
 * anything is changed.
 */
export function changePlaces(target: NdArray<AnyDType>, positions: Node, values: Node, how: Change = 'set'): void {
  if (sizeOf(positions.shape) === 0) return
  const by = sizeOf(values.shape) === 1 ? values : broadcast(values, positions.shape)
  // If an index is outside, it is now that the array is as it was. Indices that are there have been looked at.
  if (!isTracing() && mayRefuse(positions)) keeping([positions, by], () => evaluate([positions]))
  if (isChangedHere(target, positions, by, how)) return
  const value = valueOf(target)
  // Changed again, it is computed: each turn of a loop then has the plan of the first.
  if (!isTracing() && isPendingChange(value)) keeping([positions, by], () => evaluate([value]))
  writeValue(target, update(how, value, positions, by))
}

const isPendingChange = (value: Node): boolean => value.kind === 'call' && value.op === 'update' && value.memory === null

/**
 * Indices of places that will be changed now, computed: what they stand for is little work then. Those of many places are computed in the loop that
 * finds these.
 */
export function readNow(index: Node, target: NdArray<AnyDType>): Node {
  const source = index.kind === 'view' ? index.args[0]! : index
  const isFew = sizeOf(source.shape) * SPARSE_PLACES <= target.size
  if (isFew && source.memory === null && !isTracing()) keeping([index], () => evaluate([source]))
  return index
}

/** Pending nodes below positions that are looked at. */
const FEW_NODES = 32

/** Whether the loop that computes positions may find an index outside: it is by what is loaded that it notes one. */
function mayRefuse(positions: Node): boolean {
  const below = new Set([positions])
  for (const { kind, memory, args } of below) {
    if (memory !== null) continue
    if (kind === 'gather' || kind === 'call' || below.size > FEW_NODES) return true
    for (const arg of args) below.add(arg)
  }
  return false
}

/**
 * Changes few places of an array, for the array's size or for anybody: now, as slices are written. Recorded, what changes an array in a
 * loop would be one graph of all its turns. Else false, and nothing has changed.
 */
function isChangedHere(target: NdArray<AnyDType>, positions: Node, values: Node, how: Change): boolean {
  const storage = storageOf(target)
  if (storage === undefined || storage.isExternal || isTracing()) return false
  const count = sizeOf(positions.shape)
  if (count * SPARSE_PLACES > target.size && count + target.size > FEW_FOR_CALL) return false
  // In one pass with what it shares work with; before anything is lent, of which a copy would be made.
  keeping([positions, values], () => storage.computeApart([positions, values]))
  borrow([positions, values], (places, by) => {
    const elements = Held.writable(target) as unknown as TypedArray
    const at = inStorage(viewOf(target), apart(places, elements))
    updateInto(how, storage.dtype, elements, at, apart(by, elements), elements)
  })
  return true
}

/** What is read while elements are written: a copy, if it lies among them. */
function apart(read: TypedArray, written: TypedArray): TypedArray {
  const isBelow = read.byteOffset + read.byteLength <= written.byteOffset
  const isAbove = read.byteOffset >= written.byteOffset + written.byteLength
  return read.buffer !== written.buffer || isBelow || isAbove ? read : read.slice()
}

/** Where in memory the elements of a view are that have these numbers in C order. */
function inStorage(view: View, places: TypedArray): TypedArray {
  const { shape, strides, offset } = view
  if (offset === 0 && isContiguous(view)) return places
  return Float64Array.from(places as ArrayLike<number>, (place) => {
    let rest = Number(place)
    let at = offset
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += (rest % shape[axis]!) * strides[axis]!
      rest = Math.floor(rest / shape[axis]!)
    }
    return at
  })
}

/** So many values: these in turns, from the first on. There is at least one. */
export function inTurns(what: string, values: Node, count: number): Node {
  const size = sizeOf(values.shape)
  if (size === 1 || count === 0) return values
  const flat = reshape(values, [size])
  if (size === count) return flat
  return recordTake(what, flat, counting([count], [1], 0, placeType(count)), 0, size < count ? 'wrap' : 'clip')
}
