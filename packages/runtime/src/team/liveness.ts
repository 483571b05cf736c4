import { existsSync, readlinkSync } from 'node:fs'

/*
 * A blocked thread gets no 'exit' event, so it cannot learn from Node that a thread it waits for has ended. On Linux
 * the system can be asked: a thread publishes its number, and the number is in /proc as long as the thread lives.
 * Elsewhere, and where /proc is hidden, the number is 0 and only time tells.
 */

/** The system's number of the calling thread, or 0 if it is not to be had. */
export function systemThread(): number {
  if (process.platform !== 'linux') return 0
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').pop())
    return Number.isInteger(id) && exists(id) ? id : 0
  } catch {
    return 0
  }
}

/** Whether the thread has ended: `undefined` if nobody can tell. */
export function hasEnded(thread: number): boolean | undefined {
  return thread === 0 ? undefined : !exists(thread)
}

const exists = (thread: number): boolean => existsSync(`/proc/self/task/${thread}`)
