import { ACTIVE, ASLEEP, claimOf, DONE, FAILED, FREE, OPEN, PROGRESS, slotOf, unitWord } from './control.js'

/*
 * A worker's half of the protocol; the caller's is in `dispatch.ts`. Both are generators that stop before each access to
 * shared words, with a number that says where they are: threads run them through, and a test explores every order in
 * which their steps can follow one another, with every death between two of them.
 */

/** What a worker does for a dispatch. */
export interface Part {
  readonly units: number
  /** Computes a unit and says whether to its end, which is not asked for once `stopped` says so. May throw. */
  run(unit: number, stopped: () => boolean): boolean
}

/** Takes part in the dispatch that is open, if there is one. `join` makes ready for it; `undefined` if that cannot be done. */
export function* takePart(control: Int32Array, worker: number, join: () => Part | undefined): Generator<number, void> {
  const active = slotOf(worker) + ACTIVE
  yield 1
  const open = Atomics.load(control, OPEN)
  if (open === 0) return
  yield 2
  Atomics.store(control, active, open)
  // First say so, then look again: the caller closes first and then looks who is active.
  yield 3
  if (Atomics.load(control, OPEN) === open) {
    const part = join()
    if (part) yield* takeUnits(control, worker, open, part)
  }
  yield 4
  Atomics.store(control, active, 0)
  yield 5
  tell(control)
}

/**
 * Claims units and computes them, until none is free or the dispatch is closed. Workers begin at the last unit and the
 * caller at the first, so that from one dispatch to the next a thread meets the same part of the arrays, which may still
 * be in its cache.
 */
function* takeUnits(control: Int32Array, worker: number, open: number, part: Part): Generator<number, void> {
  const claim = claimOf(worker)
  const stopped = (): boolean => Atomics.load(control, OPEN) !== open
  for (let unit = part.units - 1; unit >= 0; unit--) {
    const word = unitWord(unit)
    yield place(unit, 5)
    if (Atomics.compareExchange(control, word, FREE, claim) !== FREE) continue
    yield place(unit, 0)
    let state = FAILED // Then the caller tries again, and reports it.
    try {
      if (part.run(unit, stopped)) state = DONE
    } catch {}
    yield place(unit, state === DONE ? 1 : 2)
    Atomics.store(control, word, state)
    yield place(unit, 3)
    tell(control)
    yield place(unit, 4)
    if (stopped()) return
  }
}

/** A number for each place in the work on a unit. */
export const place = (unit: number, step: number): number => 16 * (unit + 1) + step

/** Wakes the caller, if it sleeps: it says so first, and then does not fall asleep if there was progress. */
function tell(control: Int32Array): void {
  Atomics.add(control, PROGRESS, 1)
  if (Atomics.load(control, ASLEEP) !== 0) Atomics.notify(control, PROGRESS)
}
