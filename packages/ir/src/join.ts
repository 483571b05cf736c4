import type { TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import type { Inferred, TypeOf } from './infer.js'
import { type Shape, sameShape, showShape, sizeOf } from './shape.js'

/** The type of parts of one dtype, alike but along `axis`, one after the other. Throws `ShapeError`, `DTypeError`. */
export function inferJoin(parts: readonly TypeOf[], axis: number): Inferred {
  const first = parts[0]
  if (first === undefined || !(axis >= 0 && axis < first.shape.length))
    throw new ShapeError(`join: got ${parts.length} parts along axis ${axis}, expected parts that have that axis`)
  const rest = (shape: Shape): Shape => shape.filter((_, i) => i !== axis)
  for (const part of parts) {
    if (part.dtype !== first.dtype) throw new DTypeError(`join: dtypes ${first.dtype} and ${part.dtype}, expected one dtype`)
    if (part.shape.length !== first.shape.length || !sameShape(rest(part.shape), rest(first.shape)))
      throw new ShapeError(
        `join: shapes ${showShape(first.shape)} and ${showShape(part.shape)} differ elsewhere than along axis ${axis}`,
      )
  }
  const length = parts.reduce((sum, { shape }) => sum + shape[axis]!, 0)
  return { dtype: first.dtype, shape: first.shape.map((n, i) => (i === axis ? length : n)) }
}

/** Where along the axis each part begins. */
export function startsOf(parts: readonly { readonly shape: Shape }[], axis: number): number[] {
  let at = 0
  return parts.map(({ shape }) => (at += shape[axis]!) - shape[axis]!)
}

/** Parts in C order, one after the other along an axis, written to `to`. */
export function joinInto(parts: readonly { data: TypedArray; shape: Shape }[], axis: number, to: TypedArray): void {
  const rows = sizeOf(parts[0]!.shape.slice(0, axis))
  let at = 0
  for (let row = 0; row < rows; row++)
    for (const { data, shape } of parts) {
      const width = sizeOf(shape.slice(axis))
      to.set(data.subarray(row * width, (row + 1) * width) as never, at)
      at += width
    }
}
