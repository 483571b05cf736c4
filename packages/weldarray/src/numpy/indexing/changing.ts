import { type Change, type Node, sizeOf } from '@weldarray/ir'
import { broadcast, counting, placeType, recordTake, reshape, update } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import { type NdArray, valueOf, writeValue } from '../operands/arrays.js'

/*
 * Writing to places that are told by their number: recorded, as what the array holds from now on.
 */

/**
 * Changes places of an array (counted in C order, known to be inside) by as many values as there are, or by one, in their order: of places that come
 * several times, `set` leaves the last value, the others are done several times.
 */
export function changePlaces(target: NdArray<AnyDType>, positions: Node, values: Node, how: Change = 'set'): void {
  if (sizeOf(positions.shape) === 0) return
  const by = sizeOf(values.shape) === 1 ? values : broadcast(values, positions.shape)
  writeValue(target, update(how, valueOf(target), positions, by))
}

/** So many values: these in turns, from the first on. There is at least one. */
export function inTurns(what: string, values: Node, count: number): Node {
  const size = sizeOf(values.shape)
  if (size === 1 || count === 0) return values
  const flat = reshape(values, [size])
  if (size === count) return flat
  return recordTake(what, flat, counting([count], [1], 0, placeType(count)), 0, size < count ? 'wrap' : 'clip')
}
