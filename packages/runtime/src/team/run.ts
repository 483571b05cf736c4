import { counters } from '../config/counters.js'
import { kernelFunction, scratchAddress } from './calling-thread.js'
import { timesIn } from './control.js'
import { Dispatch, HELPED, WAIT } from './dispatch.js'
import { enter, leave, reasonToStop } from './interrupts.js'
import { gridOf, type Job, runUnit } from './job.js'
import { currentPool } from './lifecycle.js'
import { SerialDispatch } from './serial.js'
import { readTimes } from './timing.js'

/** How long an asynchronous job may keep the event loop at a time. */
const SLICE_MS = 2

/** Waits spin this long before they sleep: most units end within it. */
const SPIN_MS = 0.03

export interface AsyncOptions {
  /** Its abort rejects with its reason, once no thread touches the job's memory any more. */
  readonly signal?: AbortSignal | undefined
  /** Called between turns of the event loop with the part of the job that is done, from 0 to 1, and with 1 at its end. */
  readonly onProgress?: ((done: number) => void) | undefined
  /** Milliseconds after which it rejects with `TimeLimitError`; else the setting `timeLimit`. */
  readonly timeLimit?: number | undefined
}

interface Begun {
  readonly dispatch: Dispatch | SerialDispatch
  readonly units: number
}

/** The asynchronous job under way. There is at most one; `team.runAsync` queues them. */
let underWay: Dispatch | SerialDispatch | undefined

/** Begins a job: on the worker pool if it has several chunks and there is a pool, else on this thread alone. */
function begin(job: Job): Begun {
  const grid = gridOf(job)
  const run = kernelFunction(job.module)
  const scratch = scratchAddress(job.scratchBytes)
  const pool = grid.cells > 1 ? currentPool() : undefined
  const { times } = job
  const compute = times
    ? (unit: number): void => {
        const start = performance.now()
        runUnit(run, grid, scratch, unit)
        times.push({ thread: 0, unit, start, end: performance.now() })
      }
    : (unit: number): void => {
        runUnit(run, grid, scratch, unit)
      }
  const { units } = grid
  return { dispatch: pool ? pool.dispatch(job, units, compute) : new SerialDispatch({ units, compute }), units }
}

function finish(dispatch: Dispatch | SerialDispatch): void {
  for (const step of dispatch.steps()) if (step === WAIT) dispatch.sleep(SPIN_MS)
}

/** The same, unless it is interrupted, or takes too long: what is to be thrown then. */
function finishOrStop(dispatch: Dispatch | SerialDispatch): Error | undefined {
  let stopped: Error | undefined
  for (const step of dispatch.steps()) {
    if (step !== HELPED && step !== WAIT) continue
    if (stopped === undefined) {
      stopped = reasonToStop()
      if (stopped !== undefined) dispatch.cancel()
    }
    if (step === WAIT) dispatch.sleep(SPIN_MS)
  }
  return stopped
}

/**
 * Computes a job while the caller waits, after the asynchronous one under way (whose promise settles when the event loop turns). One
 * that writes to what was there before is not stopped: it would be left half written.
 */
export function runNow(job: Job): void {
  if (underWay) finish(underWay)
  underWay = undefined
  enter(undefined)
  try {
    const { dispatch } = begin(job)
    const stopped = job.lasting ? finish(dispatch) : finishOrStop(dispatch)
    countHelp(dispatch)
    if (stopped !== undefined) throw stopped
    if (dispatch.error) throw dispatch.error
    noteTimes(job, dispatch)
  } finally {
    leave()
  }
}

/** Adds what workers have written to the times of a job. */
function noteTimes({ times }: Job, dispatch: Dispatch | SerialDispatch): void {
  if (times && dispatch instanceof Dispatch) times.push(...readTimes(timesIn(dispatch.control), dispatch.units))
}

function countHelp(dispatch: Dispatch | SerialDispatch): void {
  if (dispatch instanceof Dispatch) counters.chunksHelped += Math.max(0, dispatch.finished - dispatch.own)
}

/** Lets the event loop turn: at once if there is more to do here, else after about a millisecond. */
const turn = (soon: boolean): Promise<void> => new Promise((go) => (soon ? setImmediate(go) : setTimeout(go, 1)))

/** Computes a job between turns of the event loop. */
export async function runInTurns(job: Job, { signal, onProgress }: AsyncOptions): Promise<void> {
  signal?.throwIfAborted()
  const { dispatch, units } = begin(job)
  underWay = dispatch
  let stopped: { readonly reason: unknown } | undefined
  const stop = (reason: unknown): void => {
    stopped ??= { reason }
    dispatch.cancel()
  }
  // At once, not when this function has its turn: meanwhile workers would go on.
  const abort = (): void => stop(signal!.reason)
  signal?.addEventListener('abort', abort)
  // Units longer than a slice are left to the workers, as long as there are any.
  let longest = 0
  let sliceStart = performance.now()
  let unitStart = sliceStart
  for (const step of dispatch.steps(() => longest < SLICE_MS)) {
    if (step !== HELPED && step !== WAIT) continue
    const now = performance.now()
    const ms = now - unitStart
    unitStart = now
    if (step === HELPED) {
      if (ms > longest) longest = ms
      // Whether another unit like this one fits into the slice.
      if (now + ms < sliceStart + SLICE_MS) continue
    }
    await turn(step === HELPED)
    sliceStart = unitStart = performance.now()
    if (stopped) continue
    try {
      onProgress?.(dispatch.finished / units)
    } catch (error) {
      stop(error)
    }
  }
  signal?.removeEventListener('abort', abort)
  if (underWay === dispatch) underWay = undefined
  countHelp(dispatch)
  if (stopped) throw stopped.reason
  if (dispatch.error) throw dispatch.error
  noteTimes(job, dispatch)
  // However short the job was, its end is told.
  onProgress?.(1)
}
