import { dtypeInfo, type TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import type { Inferred, TypeOf } from './infer.js'
import { showShape } from './shape.js'

/*
 * Bits of bytes along the last axis: eight elements, zero or not, to one byte, and back.
 */

/** Where in its byte the bit of an element is: the first is the highest, unless it is `little`. */
const placeOf = (element: number, little: boolean): number => (little ? element & 7 : 7 - (element & 7))

/** The type of lines of `count` bytes each. Throws `DTypeError`, `ShapeError`. */
export function inferBits(op: string, { dtype, shape }: TypeOf, count: number): Inferred {
  if (op === 'packbits' ? dtypeInfo[dtype].bytes !== 1 : dtype !== 'uint8')
    throw new DTypeError(`${op}: got dtype ${dtype}, expected ${op === 'packbits' ? 'bool, int8 or uint8' : 'uint8'}`)
  if (shape.length === 0) throw new ShapeError(`${op}: an array of shape ${showShape(shape)}, expected a last axis`)
  return { dtype: 'uint8', shape: [...shape.slice(0, -1), count] }
}

/** Lines of `length` elements, not zero or zero, to lines of `count` bytes. */
export function packInto(from: TypedArray, length: number, count: number, little: boolean, to: TypedArray): void {
  to.fill(0 as never)
  const used = Math.min(length, 8 * count)
  for (let line = 0, start = 0; start < to.length; line++, start += count)
    for (let i = 0; i < used; i++)
      if (from[line * length + i]) to[start + (i >> 3)] = (to[start + (i >> 3)] as number) | (1 << placeOf(i, little))
}

/** The bits of lines of `length` bytes, `count` of each line; zeros where it has no more. */
export function unpackInto(from: TypedArray, length: number, count: number, little: boolean, to: TypedArray): void {
  to.fill(0 as never)
  const used = Math.min(count, 8 * length)
  for (let line = 0, start = 0; start < to.length; line++, start += count)
    for (let i = 0; i < used; i++) to[start + i] = ((from[line * length + (i >> 3)] as number) >> placeOf(i, little)) & 1
}
