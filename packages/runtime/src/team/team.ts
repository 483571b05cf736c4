import { stopCompiler } from '../compiler/compiler.js'
import { type AsyncOptions, fly, land, takeOff } from './flight.js'
import { currentCrew, dismissCrew } from './hire.js'
import type { Job } from './job.js'

export type { AsyncOptions } from './flight.js'
export type { Job } from './job.js'

/** The end of the asynchronous jobs called for so far. */
let queue: Promise<unknown> = Promise.resolve()

export const team = {
  /** Computes a job on all threads while the caller waits. Throws `KernelError` if a chunk fails twice. */
  run(job: Job): void {
    land()
    const current = takeOff(job)
    current.finish()
    if (current.error) throw current.error
  },

  /** Computes a job without blocking the event loop. Jobs follow one another in the order of their calls. */
  runAsync(job: Job, options: AsyncOptions = {}): Promise<void> {
    const result = queue.then(() => fly(job, options))
    queue = result.catch(() => {})
    return result
  },

  /** Starts the worker threads before they are needed. */
  warm(): void {
    currentCrew()?.wake()
  },
}

/** Ends all threads of the library once what is under way is done. The next use starts them again. */
export async function shutdown(): Promise<void> {
  await queue
  await Promise.all([dismissCrew(), stopCompiler()])
}
