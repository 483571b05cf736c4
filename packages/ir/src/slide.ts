import type { Laid } from './calls/call.js'
import { INNER_BLOCK, PRODUCT_TYPES, sumOf } from './calls/products.js'
import type { Overlap } from './calls/windows.js'
import type { Scalar, TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import type { Inferred, TypeOf } from './infer.js'
import { showShape } from './shape.js'

/** The type of a shorter line moved along a longer one, `count` sums of products. Throws `DTypeError`, `ShapeError`. */
export function inferSlide(long: TypeOf, short: TypeOf, count: number, overlap: Overlap | undefined): Inferred {
  for (const { shape } of [long, short])
    if (shape.length !== 1) throw new ShapeError(`correlate: an array of shape ${showShape(shape)}, expected one axis`)
  if (long.dtype !== short.dtype || !PRODUCT_TYPES.includes(long.dtype))
    throw new DTypeError(`correlate: dtypes ${long.dtype} and ${short.dtype}, expected one of ${PRODUCT_TYPES.join(', ')}`)
  if (overlap === undefined) throw new ShapeError('correlate: no such overlap')
  return { dtype: long.dtype, shape: [count] }
}

/** Over which element of the longer operand the first of the `short` elements of the other one begins, in the first sum. */
export const firstOverlap = (overlap: Overlap, short: number): number =>
  overlap === 'valid' ? 0 : overlap === 'same' ? -(short >> 1) : 1 - short

/**
 * The sums of products of `short`, moved along `long` one element further for each, from `start` on: of those elements that lie on one another.
 * Each is added up in blocks of the positions in `short`, as products of matrices are.
 */
export function slideInto(long: Laid, short: Laid, start: number, isTurned: boolean, result: TypedArray): void {
  const sum = sumOf(long.dtype)
  const [a, b, to] = [long.data, short.data, result] as unknown as Scalar[][] as [Scalar[], Scalar[], Scalar[]]
  const step = isTurned ? -1 : 1
  const origin = isTurned ? b.length - 1 : 0
  const none = sum(a, { at: 0, kept: 0, inner: 1 }, b, { at: 0, kept: 0, inner: 1 }, 0)
  for (let i = 0; i < to.length; i++) {
    const first = start + i
    const end = Math.min(b.length, a.length - first)
    to[i] = none
    for (let k = Math.max(0, -first), isFirst = true; k < end; isFirst = false) {
      const stop = Math.min(end, k - (k % INNER_BLOCK) + INNER_BLOCK)
      const row = { at: first + k, kept: 0, inner: 1 }
      const block = sum(a, row, b, { at: origin + step * k, kept: 0, inner: step }, stop - k)
      to[i] = isFirst ? block : (((to[i] as number) + (block as number)) as Scalar)
      k = stop
    }
  }
}
