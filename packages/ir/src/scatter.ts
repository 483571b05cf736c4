import type { Scalar, TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import { INDEX_TYPES, placeOf } from './gather.js'
import type { Inferred, TypeOf } from './infer.js'
import { sameShape, showShape } from './shape.js'

/*
 * A scatter is a sum whose place is computed: of its elements, one after the other along one axis, each is added to the bin that its index
 * tells. The elements are cut into parts of the same length (but the last), each with bins of its own that begin at zero, so that threads
 * need not wait for each other; the result has a row of bins for each part. Summed over its first axis, it is what was asked for.
 */

export interface ScatterOf {
  readonly parts: number
  readonly bins: number
}

const MOST_PARTS = 8
const LEAST_PART = 1 << 16

/** Into how many parts so many elements are cut: by lengths alone, since it decides in which order they are added. */
export const scatterParts = (length: number, bins: number): number =>
  Math.max(1, Math.min(MOST_PARTS, Math.floor(length / Math.max(LEAST_PART, 4 * bins))))

/** Elements of a part. */
export const partLength = (length: number, parts: number): number => Math.max(1, Math.ceil(length / parts))

/** The type of a scatter. Throws `ShapeError`, `DTypeError`. */
export function inferScatter(index: TypeOf, value: TypeOf, { parts, bins }: ScatterOf): Inferred {
  if (!INDEX_TYPES.includes(index.dtype))
    throw new DTypeError(`scatter: an index of dtype ${index.dtype}, expected one of ${INDEX_TYPES.join(', ')}`)
  if (value.dtype === 'bool') throw new DTypeError('scatter: not defined for bool; cast it to a number')
  if (index.uniform || index.shape.length !== 1 || !(value.uniform || sameShape(value.shape, index.shape)))
    throw new ShapeError(
      `scatter: an index of shape ${showShape(index.shape)} for elements of shape ${showShape(value.shape)}, expected one axis`,
    )
  if (!(Number.isInteger(parts) && parts >= 1 && Number.isInteger(bins) && bins >= 1))
    throw new ShapeError(`scatter: ${parts} parts of ${bins} bins, expected at least one of each`)
  return { dtype: value.dtype, shape: [parts, bins] }
}

/** The meaning: `out`, which is zero, gets the sums. Returns where the first index is that stands for no bin, or -1. */
export function scatterInto(
  index: TypedArray,
  value: (i: number) => Scalar,
  { parts, bins }: ScatterOf,
  out: TypedArray,
): number {
  const indices = index as unknown as Scalar[]
  const to = out as unknown as number[]
  const size = partLength(index.length, parts)
  for (let i = 0; i < index.length; i++) {
    const place = placeOf(indices[i]!, bins, 'raise')
    if (place < 0) return i
    // Stores bring it into the range of the dtype.
    to[Math.floor(i / size) * bins + place]! += value(i) as number
  }
  return -1
}
