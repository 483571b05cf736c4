import { ShapeError } from '@weldarray/ir'
import type { NdArray } from './arrays.js'

/** Each part is an array of its own, of some hundred bytes: beyond so many, a number of parts is a mistake, and would fill the heap. */
const MAX_PARTS = 2 ** 20

/** Throws `ShapeError` for more parts than there can be as arrays. */
export function checkParts(what: string, parts: number): void {
  if (parts > MAX_PARTS) throw new ShapeError(`${what}: ${parts} parts, expected at most ${MAX_PARTS}`)
}

/** What is along an array's first axis, one after the other, where a list of arrays is wanted. Throws `ShapeError`. */
export function partsOf(what: string, x: NdArray): NdArray[] {
  const parts = x.shape[0] ?? 0
  checkParts(what, parts)
  return Array.from({ length: parts }, (_, i) => x.pick(i))
}
