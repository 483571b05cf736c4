import { stopCompiler } from '../compiler/compiler.js'
import type { Job } from './job.js'
import { currentPool, endPool } from './lifecycle.js'
import { type AsyncOptions, runInTurns, runNow } from './run.js'

export { WriterLostError } from './errors.js'
export type { Job } from './job.js'
export type { AsyncOptions } from './run.js'

/** The end of the asynchronous jobs called for so far. */
let queue: Promise<unknown> = Promise.resolve()

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
    const result = queue.then(() => runInTurns(job, options))
    queue = result.catch(() => {})
    return result
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
  await Promise.all([endPool(), stopCompiler()])
}
