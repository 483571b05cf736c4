import { InterruptedError, TimeLimitError } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { isCtrlCPressed, stopWatching } from './ctrl-c.js'

/*
 * What ends a synchronous evaluation before its end: its time limit, and Ctrl-C. Both are looked at between chunks, where nothing is
 * half done.
 */

/** Evaluations shorter than this are over before anybody could press a key. */
const WATCH_AFTER_MS = 100

let depth = 0
let started = 0
let limit = Number.POSITIVE_INFINITY

/** An evaluation begins, perhaps as part of another; `own` is its own time limit. */
export function enter(own: number | undefined): void {
  if (depth++ > 0) return
  started = 0
  limit = own ?? settings.timeLimit
}

export function leave(): void {
  if (--depth === 0) stopWatching()
}

/** Why the evaluation is to end now, if it is. The clock starts with the first look at it: what comes before is short. */
export function reasonToStop(): TimeLimitError | InterruptedError | undefined {
  const now = performance.now()
  if (started === 0) started = now
  const took = now - started
  if (took > limit) return timeLimitPassed(limit)
  return took > WATCH_AFTER_MS && isCtrlCPressed()
    ? new InterruptedError('the evaluation was interrupted; its arrays are pending, as they were before')
    : undefined
}

export const timeLimitPassed = (ms: number): TimeLimitError =>
  new TimeLimitError(`the evaluation took longer than its time limit of ${ms} ms; its arrays are pending, as they were before`)
