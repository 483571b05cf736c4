import { type DType, dtypeInfo, type Scalar, ShapeError, sizeOf, toDType } from '@weldarray/ir'
import { ArgumentError, integerOf } from '../../arguments/values.js'
import { array, shapeOf } from '../../creation/creation.js'
import { take } from '../../indexing/indexing.js'
import type { NdArray, Untyped } from '../../operands/arrays.js'
import { indexArray } from '../../operands/eager.js'
import { cumsum } from '../../reductions/scans.js'
import { arrayOf, reshape } from '../../shaping/layout.js'
import { searchsorted } from '../../sorting/sorting.js'
import type { ArrayInput, DTypeName } from '../../types.js'
import { type Bound, drawnBetween, isOfEach } from '../between.js'
import { filledBy, filledByWhole } from '../draws.js'
import { mustFit, probabilities, weightedOnce } from '../shuffling.js'
import { bitsOf, checkRange, maskedSmall, pieces } from '../small-integers.js'
import type { MersenneTwister } from './mt19937.js'

/*
 * What NumPy's older generator draws of whole numbers and of elements: one without a size, an array otherwise.
 */

export type LegacySize = number | readonly number[] | null

export function drawnBy(
  source: MersenneTwister,
  what: string,
  size: LegacySize | undefined,
  dtype: DType,
  next: () => Scalar,
): number | Untyped {
  return size === undefined || size === null ? (next() as number) : filledBy(source, shapeOf(what, size), dtype, next)
}

export interface IntegerOptions<T extends DTypeName = DTypeName> {
  high?: Bound | null
  size?: LegacySize
  dtype?: T
}

export function integers(source: MersenneTwister, low: Bound, o: IntegerOptions): number | Untyped {
  const { high } = o
  const dtype = toDType(o.dtype ?? 'int64')
  const { bytes, big } = dtypeInfo[dtype]
  const piece = bytes < 4 ? pieces(() => source.next32(), bitsOf(dtype)) : null
  if (isOfEach(low) || isOfEach(high))
    return drawnBetween('randint', source, dtype, [low, high], false, o.size, (most) =>
      piece === null ? source.below(most) : BigInt(maskedSmall(piece, Number(most))()),
    )
  const [from, to] = high === undefined || high === null ? [0n, BigInt(low)] : [BigInt(low), BigInt(high)]
  if (to <= from) throw new ArgumentError(`randint: from ${from} to ${to} there is no number`)
  const most = to - from - 1n
  checkRange('randint', dtype, from, to - 1n)
  const draw = (next: () => Scalar): number | Untyped => drawnBy(source, 'randint', o.size, dtype, next)
  const isMany = o.size !== undefined && o.size !== null
  // Numbers serve where they are exact: below the lowest and above the highest nothing is lost.
  const least = Number(from)
  const span = Number(most)
  if (piece !== null) {
    const drawn = maskedSmall(piece, span)
    return draw(() => least + drawn())
  }
  if (Number.isSafeInteger(least) && Number.isSafeInteger(Number(to)) && Number.isSafeInteger(span)) {
    const next = (): number => least + source.masked(span)
    if (isMany && dtype === 'int64') return filledByWhole(source, shapeOf('randint', o.size!), next)
    return draw(big && isMany ? () => BigInt(next()) : next)
  }
  const next = (): bigint => from + source.below(most)
  return draw(big && isMany ? next : () => Number(next()))
}

/** The numbers below `n` in random order. */
export function shuffled(source: MersenneTwister, n: number): Float64Array {
  mustFit('permutation', n)
  const list = Float64Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = source.masked(i)
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
  return list
}

export interface ChoiceOptions {
  size?: LegacySize
  replace?: boolean
  p?: ArrayInput | null
}

export function chosen(
  source: MersenneTwister,
  a: ArrayInput,
  { size, replace = true, p = null }: ChoiceOptions,
): number | Untyped {
  const from = typeof a === 'number' ? null : arrayOf('choice', a)
  if (from !== null && from.shape.length !== 1) throw new ShapeError(`choice: got ${from.shape.length} axes, expected one`)
  const n = from === null ? integerOf('choice', 'a', a, 0) : from.size
  const shape = size === undefined || size === null ? [] : shapeOf('choice', size)
  const count = sizeOf(shape)
  if (n === 0 && count > 0) throw new ShapeError('choice: there are no elements to choose from')
  let at: NdArray
  if (p !== null) {
    const weights = probabilities(p, n)
    if (replace) {
      const sums = cumsum(array(weights))
      at = searchsorted(sums.div(sums.get(n - 1)), array(Float64Array.from({ length: count }, () => source.double())), 'right')
    } else at = indexArray(weightedOnce(source, weights, count))
  } else if (replace) {
    at = filledByWhole(source, [count], () => source.masked(n - 1))
  } else {
    if (count > n) throw new ShapeError(`choice: ${count} of ${n} elements without replacement`)
    at = indexArray(shuffled(source, n).subarray(0, count))
  }
  const result = reshape(from === null ? at : take(from, at), shape)
  return size === undefined || size === null ? Number(result.item()) : (result as Untyped)
}
