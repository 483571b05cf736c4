import { stopCompiler } from '../compiler/compiler.js'
import { endCtrlC } from './ctrl-c.js'
import type { Job } from './job.js'
import { currentPool, endPool, hasPool } from './lifecycle.js'
import { type AsyncOptions, runInTurns, runNow } from './run.js'

export { WriterLostError } from './errors.js'
export type { Job } from './job.js'
export type { AsyncOptions } from './run.js'

/** The end of the asynchronous jobs called for so far. */
let queue: Promise<unknown> = Promise.resolve()

/** What `work` comes to; the reason of an abort, if it comes first and nothing has to be awaited then. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined, free = () => true): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      if (free()) reject(signal.reason)
    }
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** The calling thread and its worker pool. */
export const team = {
  /**
   * Computes a job on all threads while the caller waits. Throws `KernelError` if a unit fails here too, and
   * `WriterLostError` if it has to be done again in other memory.
   */
  run(job: Job): void {
    runNow(job)
  },

  /** Computes a job without blocking the event loop. Jobs follow one another in the order of their calls. */
  runAsync(job: Job, options: AsyncOptions = {}): Promise<void> {
    let begun = false
    const result = queue.then(() => {
      begun = true
      return runInTurns(job, options)
    })
    queue = result.catch(() => {})
    // A job that waits for others to end touches nothing yet.
    return orAborted(result, options.signal, () => !begun)
  },

  /** Whether there are worker threads, or there are to be none. */
  get isWarm(): boolean {
    return hasPool()
  },

  /** Starts the worker threads before they are needed. */
  warm(): void {
    currentPool()?.wake()
  },
}

/**
 * Ends all threads of the library once what is under way is done. The next use starts them again.
 * @example
 * await np.shutdown()
 */
export async function shutdown(): Promise<void> {
  await queue
  endCtrlC()
  await Promise.all([endPool(), stopCompiler()])
}
