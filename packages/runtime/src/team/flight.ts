import { Dispatch } from './dispatch.js'
import { currentCrew } from './hire.js'
import { gridOf, type Job } from './job.js'
import { ownRun, ownScratch } from './own.js'
import { Solo } from './solo.js'

/** How long an asynchronous job may keep the event loop at a time. */
const SLICE_MS = 2

export interface AsyncOptions {
  /** Its abort rejects with its reason, once no thread touches the job's memory any more. */
  readonly signal?: AbortSignal | undefined
  /** Called between turns of the event loop with the part of the job that is done, from 0 to 1, and with 1 at its end. */
  readonly onProgress?: ((done: number) => void) | undefined
}

/** The asynchronous job under way. There is at most one; `team.runAsync` queues them. */
let flight: Dispatch | Solo | undefined

/** Begins a job: on the crew if it has several chunks and there is a crew, else here alone. */
export function takeOff(job: Job): Dispatch | Solo {
  const grid = gridOf(job)
  const run = ownRun(job.module)
  const scratch = ownScratch(job.scratchBytes)
  const crew = grid.cells > 1 ? currentCrew() : undefined
  return crew ? new Dispatch(crew, job, grid, run, scratch) : new Solo(grid, run, scratch)
}

/** Brings the asynchronous job under way to its end; its promise settles when the event loop turns. */
export function land(): void {
  flight?.finish()
  flight = undefined
}

/** Lets the event loop turn: at once if there is more to do here, else after about a millisecond. */
const turn = (soon: boolean): Promise<void> => new Promise((go) => (soon ? setImmediate(go) : setTimeout(go, 1)))

/** Computes a job between turns of the event loop. */
export async function fly(job: Job, { signal, onProgress }: AsyncOptions): Promise<void> {
  signal?.throwIfAborted()
  const current = takeOff(job)
  flight = current
  let stopped: { readonly reason: unknown } | undefined
  const stop = (reason: unknown): void => {
    stopped = { reason }
    current.cancel()
  }
  // A long unit is left to the workers, so that the event loop turns.
  let longest = 0
  while (!current.poll()) {
    let soon = false
    if (longest < SLICE_MS || current instanceof Solo) {
      const end = performance.now() + SLICE_MS
      let ms: number | undefined = 0
      while (ms !== undefined && performance.now() + ms < end) {
        ms = current.help()
        if (ms !== undefined && ms > longest) longest = ms
      }
      soon = ms !== undefined
    }
    await turn(soon)
    if (stopped) continue
    if (signal?.aborted) stop(signal.reason)
    else {
      try {
        onProgress?.(current.finished / current.grid.units)
      } catch (error) {
        stop(error)
      }
    }
  }
  if (flight === current) flight = undefined
  if (stopped) throw stopped.reason
  if (current.error) throw current.error
  // However short the job was, its end is told.
  onProgress?.(1)
}
