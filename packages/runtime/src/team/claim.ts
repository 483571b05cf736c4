import { type BACK, CLAIMED, DONE, FAILED, FINISHED, FRONT, NEXT, unitWord } from './control.js'
import { type Grid, type Run, runUnit } from './job.js'

/** From where a thread takes units: the owner from the front, workers from the back. */
export type End = typeof FRONT | typeof BACK

/**
 * Claims a unit and computes it: the time it took in ms, or `undefined` if none is left. Workers and owner alike, but
 * from opposite ends, so that from one dispatch to the next a thread meets the same part of the arrays, which may
 * still be in its cache. (No more units are claimed than there are, so the ends cannot pass each other.)
 */
export function claimUnit(control: Int32Array, grid: Grid, run: Run, scratch: number, end: End): number | undefined {
  if (Atomics.add(control, NEXT, 1) >= grid.units) return undefined
  const taken = Atomics.add(control, end, 1)
  const unit = end === FRONT ? taken : grid.units - 1 - taken
  Atomics.store(control, unitWord(unit), CLAIMED)
  const start = performance.now()
  let state = DONE
  try {
    runUnit(run, grid, scratch, unit)
  } catch {
    state = FAILED // The owner tries again, and reports it.
  }
  const ms = performance.now() - start
  Atomics.store(control, unitWord(unit), state)
  if (Atomics.add(control, FINISHED, 1) + 1 === grid.units) Atomics.notify(control, FINISHED)
  return ms
}
