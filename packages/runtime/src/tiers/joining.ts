import { allocate, type Combine, combiner, type DType, isLoopOp, reduceOps, type Scalar, type ScanOp } from '@weldarray/ir'
import { JS_TILE } from '../schedule/costs.js'
import { loopFor } from './loops.js'
import { type Lane, roundsOf } from './rounds.js'

/* What scans join by, in JavaScript. */

/** Two partial results joined. */
export function joining(op: ScanOp, dtype: DType): Combine {
  if (!isLoopOp(op)) return combiner(op, dtype)
  const rounds = roundsOf(op, 1)
  const [total, element] = [allocate(dtype, 1), allocate(dtype, 1)].map((data) => ({ data, at: 0, step: 1 })) as [Lane, Lane]
  const [a, b] = [total.data, element.data] as unknown as { [i: number]: Scalar }[]
  return (before, next) => {
    a![0] = before
    b![0] = next
    rounds.step(1, [total, element], total.data)
    return a![0]!
  }
}

/** The same of a tile: totals become what they come to with the elements. */
export function joiningTiles(op: ScanOp, dtype: DType): (n: number, totals: Lane, elements: Lane) => void {
  if (isLoopOp(op)) {
    const rounds = roundsOf(op, JS_TILE)
    return (n, totals, elements) => rounds.step(n, [totals, elements], totals.data)
  }
  const join = loopFor(reduceOps[op].combine, dtype)
  return (n, { data, at, step }, { data: x, at: from, step: by }) =>
    join(n, data, at, step, data, at, step, x, from, by, data, at, step)
}
