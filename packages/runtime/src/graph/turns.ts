import type { CallOp, Node } from '@weldarray/ir'
import { callCode, headOf } from '../evaluate/codes.js'
import { DEEP_IN_PRODUCTS } from '../schedule/costs.js'

/*
 * Where loops at which nobody looks are cut. The first cut is where the history has become too deep, wherever that is in a turn. From then on
 * it is before the same product: each turn's evaluation has the plan of the one before, where cuts would come to another place of
 * the loop each time, and every one of these would be planned.
 */

/** More places than this are not remembered: all are forgotten. */
const MOST = 256

/** How deep the operand was the last time; 0 where it was computed. */
const places = new Map<number, number>()

/** A number for a product and one of its operands that the same line of a loop has in every turn. */
function placeOf(op: CallOp, operands: readonly Node[], at: number): number {
  let place = callCode[op]!
  for (let i = 0; i < operands.length; i++) {
    const { dtype, shape } = operands[i]!
    place = mixed(mixed(place, headOf(i === at ? 1 : 0, dtype)), shape.length)
    for (let k = 0; k < shape.length; k++) place = mixed(place, shape[k]!)
  }
  return place
}

/** A step of FNV-1a, for whole numbers. */
const mixed = (hash: number, n: number): number => Math.imul(hash ^ n, 0x01000193)

/** Whether turns are cut before this product, and its operand, so deep, would be too deep in the next turn. */
export function isTurn(op: CallOp, operands: readonly Node[], at: number, depth: number): boolean {
  if (places.size === 0) return false
  const place = placeOf(op, operands, at)
  const last = places.get(place)
  if (last === undefined) return false
  const deeper = depth > last ? depth - last : depth
  const isCut = depth + deeper > DEEP_IN_PRODUCTS
  places.set(place, isCut ? 0 : depth)
  return isCut
}

/** Turns are cut there from now on. */
export function noteTurn(op: CallOp, operands: readonly Node[], at: number): void {
  if (places.size === MOST) places.clear()
  places.set(placeOf(op, operands, at), 0)
}
