import { CLAIMED, DONE, FAILED, FINISHED, NEXT, unitWord } from './control.js'
import { type Grid, type Run, runUnit } from './job.js'

/** Claims a unit and computes it: the time it took in ms, or `undefined` if none is left. Workers and owner alike. */
export function claimUnit(control: Int32Array, grid: Grid, run: Run, scratch: number): number | undefined {
  const unit = Atomics.add(control, NEXT, 1)
  if (unit >= grid.units) return undefined
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
