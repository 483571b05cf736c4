import { createContext, Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { InterruptedError, TimeLimitError } from '@weldarray/ir'
import { settings } from '../config/config.js'

/*
 * What ends a synchronous evaluation before its end: its time limit, and Ctrl-C.
 *
 * Node calls listeners of SIGINT when the event loop turns, which it does not while a synchronous evaluation runs. What Node does
 * have is `breakOnSigint`: a thread of its own that stops JavaScript and WebAssembly anywhere inside a script. Anywhere is too much
 * for our own bookkeeping, so only what can be done again runs in such a script: the kernel on one chunk, and sleeping. Where
 * nobody listens to SIGINT, it ends the process, as always.
 */

/** Evaluations shorter than this are not worth the 20 to 100 µs that a script with a watching thread costs. */
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
  depth--
}

/** The time limit passed, or nothing. The clock starts with the first look at it: what comes before is short. */
export function overdue(): TimeLimitError | undefined {
  const now = performance.now()
  if (started === 0) started = now
  return now - started > limit ? timeLimitPassed(limit) : undefined
}

export const timeLimitPassed = (ms: number): TimeLimitError =>
  new TimeLimitError(`the evaluation took longer than its time limit of ${ms} ms; its arrays are pending, as they were before`)

/** Whether somebody wants to go on after Ctrl-C: a listener, or whoever types at the prompt. */
const listens = (): boolean => isMainThread && (process.listenerCount('SIGINT') > 0 || process.argv[1] === undefined)

const work: { now: () => void } = { now: () => {} }
let script: ((options: { breakOnSigint: boolean }) => void) | undefined

/** Does something short that can be done again. Throws `InterruptedError` if Ctrl-C comes meanwhile. */
export function interruptible(now: () => void): void {
  // (An asynchronous evaluation leaves Ctrl-C to the program.)
  if (depth === 0 || started === 0 || performance.now() - started < WATCH_AFTER_MS || !listens()) {
    now()
    return
  }
  if (script === undefined) {
    const context = createContext(work)
    const compiled = new Script('now()')
    script = (options) => compiled.runInContext(context, options)
  }
  work.now = now
  try {
    script({ breakOnSigint: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw error
    // Meanwhile the program's listeners were put aside; they hear of it when they would have.
    setImmediate(() => process.emit('SIGINT', 'SIGINT'))
    throw new InterruptedError('the evaluation was interrupted; its arrays are pending, as they were before')
  } finally {
    work.now = () => {}
  }
}
