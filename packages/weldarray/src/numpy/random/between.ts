import { type DType, dtypeInfo, type Node, ValueError } from '@weldarray/ir'
import { ArgumentError } from '../arguments/values.js'
import { type Untyped, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import { broadcast_to } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import type { Stream } from './distributions/stream.js'
import { drawnShape, filledBy, type Size } from './draws.js'
import { checkRange } from './small-integers.js'

/** Where whole numbers begin or end: one for all, or one for each. */
export type Bound = number | bigint | ArrayInput

/** Whether there is one for each. */
export const isOfEach = (x: Bound | null | undefined): x is Exclude<ArrayInput, number | bigint | boolean> =>
  typeof x === 'object' && x !== null

/** The whole numbers of a bound, spread over a shape. Throws `ArgumentError` for others. */
function spread(what: string, x: Node, shape: readonly number[]): bigint[] {
  const whole: Untyped = broadcast_to(wrap(x), shape)
  const exact = x.dtype === 'int64' || x.dtype === 'uint64' ? (whole.astype(`big${x.dtype}`) as unknown as Untyped) : whole
  return (exact.reshape(-1).tolist() as (number | bigint | boolean)[]).map((bound) => {
    if (typeof bound === 'number' && !Number.isInteger(bound))
      throw new ArgumentError(`${what}: a bound is ${bound}, expected integers`)
    return BigInt(bound)
  })
}

/**
 * Whole numbers between bounds of each, drawn one after the other: `below` draws from 0 to so many. Throws `ValueError` where there is none
 * between them, `DTypeError` for a dtype that does not hold them.
 */
export function drawnBetween(
  what: string,
  source: Stream,
  dtype: DType,
  [low, high]: readonly [Bound, Bound | null | undefined],
  endpoint: boolean,
  size: Size,
  below: (most: bigint) => bigint,
): Untyped {
  checkRange(what, dtype, 0n, 0n)
  const bounds = (high === undefined || high === null ? [0, low] : [low, high]).map((x) => toValue(what, x))
  const shape = drawnShape(
    what,
    size,
    bounds.map((x) => x.shape),
  )
  const [least, ends] = bounds.map((x) => spread(what, x, shape)) as [bigint[], bigint[]]
  const spans = least.map((from, i) => {
    const most = ends[i]! - from - (endpoint ? 0n : 1n)
    if (most < 0n) throw new ValueError(`${what}: from ${from} to ${ends[i]} there is no number`)
    checkRange(what, dtype, from, from + most)
    return most
  })
  const { big } = dtypeInfo[dtype]
  return filledBy(source, shape, dtype, (i) => {
    const drawn = least[i]! + below(spans[i]!)
    return big ? drawn : Number(drawn)
  })
}
