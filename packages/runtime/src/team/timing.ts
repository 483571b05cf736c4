import { MOST_UNITS } from './job.js'

/** When a thread worked on a unit of a job. Milliseconds of the calling thread's `performance.now()`. */
export interface UnitTime {
  /** 0: the calling thread; workers count from 1. */
  readonly thread: number
  readonly unit: number
  readonly start: number
  readonly end: number
}

const FIELDS = 3

/** Words of 4 bytes that the times of a job's units take: who worked on a unit, from when, to when. */
export const TIMING_WORDS = 2 * FIELDS * MOST_UNITS

/** The part of the shared words where workers write times. It begins at a multiple of 8 bytes. */
export const timesOf = (control: Int32Array, from: number): Float64Array =>
  new Float64Array(control.buffer as SharedArrayBuffer, 4 * from, FIELDS * MOST_UNITS)

/** Threads count their milliseconds from when they began; these are counted from one moment for all. */
export const clock = (): number => performance.timeOrigin + performance.now()

export function writeTime(times: Float64Array, unit: number, worker: number, start: number, end: number): void {
  times.set([worker + 1, start, end], FIELDS * unit)
}

/** What workers have written about the units of a job; those of a job before it are 0. */
export function readTimes(times: Float64Array, units: number): UnitTime[] {
  const found: UnitTime[] = []
  for (let unit = 0; unit < units; unit++) {
    const [thread, start, end] = times.subarray(FIELDS * unit, FIELDS * (unit + 1)) as unknown as [number, number, number]
    if (thread > 0) found.push({ thread, unit, start: start - performance.timeOrigin, end: end - performance.timeOrigin })
  }
  return found
}

export const clearTimes = (times: Float64Array, units: number): Float64Array => times.fill(0, 0, FIELDS * units)
