import type { Scalar, TypedArray } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import { sameShape, showShape, sizeOf } from '../shape.js'
import type { CallDef } from './call.js'

/** The elements where a mask holds, in order. */
export function compressInto(mask: TypedArray, from: TypedArray, result: TypedArray): void {
  const [cells, to] = [from as unknown as Scalar[], result as unknown as Scalar[]]
  let next = 0
  for (let i = 0; i < mask.length; i++) if (mask[i]) to[next++] = cells[i]!
}

/** Where a mask holds, in order. */
export function positionsInto(mask: TypedArray, result: TypedArray): void {
  const to = result as unknown as Scalar[]
  const isBig = result instanceof BigInt64Array
  let next = 0
  for (let i = 0; i < mask.length; i++) if (mask[i]) to[next++] = isBig ? BigInt(i) : i
}

export const selection = {
  /** The elements where a mask of the same shape holds, 1-d. `count`: how many they are. */
  compress: {
    arity: 2,
    attributes: ['count'],
    length: 'count',
    strided: false,
    inStretches: true,
    infer: ([mask, source], [count]) => {
      if (mask!.dtype !== 'bool') throw new DTypeError(`compress: a condition of dtype ${mask!.dtype}, expected bool`)
      if (!sameShape(mask!.shape, source!.shape))
        throw new ShapeError(
          `compress: a condition of shape ${showShape(mask!.shape)} for elements of shape ${showShape(source!.shape)}`,
        )
      return { dtype: source!.dtype, shape: [count!] }
    },
    compute: ([mask, source], _, to) => compressInto(mask!.data, source!.data, to),
  },
  /** The positions, in C order, of the elements where a mask holds. `count`: how many they are; `wide`: whether in 64 bits. */
  positions: {
    arity: 1,
    attributes: ['count', 'wide'],
    length: 'count',
    strided: false,
    below: ([mask]) => sizeOf(mask!.shape),
    infer: ([mask], [count, wide]) => {
      if (mask!.dtype !== 'bool') throw new DTypeError(`positions: a condition of dtype ${mask!.dtype}, expected bool`)
      return { dtype: wide === 1 ? 'bigint64' : 'int32', shape: [count!] }
    },
    compute: ([mask], _, to) => positionsInto(mask!.data, to),
  },
} satisfies Record<string, CallDef>
