import type { UnitTime } from '../team/timing.js'

/** What is noted of work that is done by the library's kernels, or in JavaScript at once. */
export interface Watch {
  launches: number
  /** When which thread worked on which chunk of which of them, counted on; null if nobody asks. */
  readonly units: UnitTime[] | null
  /** Whether anything was computed at once. */
  hasWorked: boolean
}

/** Of the innermost work under way: a function that computes at once may have something evaluated, which is told of by itself. */
let now: Watch | null = null

/** Has what the library computes in `work` noted. */
export function watched<T>(watch: Watch, work: () => T): T {
  const before = now
  now = watch
  try {
    return work()
  } finally {
    now = before
  }
}

/** Something is computed at once, outside of any graph. */
export function notePerformed(): void {
  if (now !== null) now.hasWorked = true
}

/** Where the times of a launch go, as long as somebody asks; `launched` takes them over. */
export const timesWanted = (): UnitTime[] | null => (now === null || now.units === null ? null : [])

/** A kernel was launched, and this is when its chunks were run. */
export function launched(times: readonly UnitTime[] | null): void {
  if (now === null) return
  now.launches++
  if (times === null || now.units === null) return
  const { units } = now
  const first = units.length
  for (const time of times) units.push({ ...time, unit: first + time.unit })
}
