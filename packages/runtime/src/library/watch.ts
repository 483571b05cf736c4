import type { UnitTime } from '../team/timing.js'

/** What is noted of a call's kernels while it runs. */
export interface Watch {
  launches: number
  /** When which thread worked on which chunk of which of them, counted on; null if nobody asks. */
  readonly units: UnitTime[] | null
}

/** Calls do not run within one another, and do not wait for anything but threads. */
let now: Watch | null = null

/** Has what the library's kernels do in `work` noted. */
export function watched(watch: Watch, work: () => void): void {
  now = watch
  try {
    work()
  } finally {
    now = null
  }
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
