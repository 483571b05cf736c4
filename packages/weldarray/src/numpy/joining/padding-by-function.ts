import type { NdArray, Untyped } from '../operands/arrays.js'
import { moveaxis } from '../shaping/layout.js'

/** Writes the ends of a line, `before` and `after` elements of it that are zeros, in place. */
export type PadFunction = (line: NdArray, widths: readonly [before: number, after: number], axis: number) => void

/** The lines along the last axis, as views. */
const linesOf = (a: NdArray): NdArray[] =>
  a.shape.length === 1 ? [a] : Array.from({ length: a.shape[0]! }, (_, i) => linesOf(a.slice(i) as NdArray)).flat()

/** An array with zeros at its ends, written by a function axis after axis: at the corners by the last. */
export function paddedBy(fill: PadFunction, padded: Untyped, widths: readonly (readonly [number, number])[]): Untyped {
  for (const [axis, width] of widths.entries()) for (const line of linesOf(moveaxis(padded, axis, -1))) fill(line, width, axis)
  return padded
}
