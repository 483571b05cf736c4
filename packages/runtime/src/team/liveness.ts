import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'

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
    return Number.isInteger(id) && isListed(id) ? id : 0
  } catch {
    return 0
  }
}

/** Whether the thread has ended: `undefined` if nobody can tell. */
export function hasEnded(thread: number): boolean | undefined {
  const listed = thread === 0 ? undefined : isListed(thread)
  return listed === undefined ? undefined : !listed
}

/** What the system says of a thread's life so far. */
export interface Attention {
  /** It could go on if it had a processor, or has one. */
  readonly ready: boolean
  /** Milliseconds for which it had a processor. */
  readonly computed: number
  /** Milliseconds for which threads of the process were ready and had none: a thread that sleeps may wait for one of them. */
  readonly starved: number
}

/** How a thread is treated: `undefined` if nobody can tell. */
export function attentionTo(thread: number): Attention | undefined {
  if (thread === 0) return undefined
  try {
    // Its state is what follows its name, in which there may be anything.
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
    const ready = stat.charAt(stat.lastIndexOf(')') + 2) === 'R'
    const { computed } = timesOf(thread)
    let starved = 0
    for (const other of threads()) starved += timesOf(other).starved
    return Number.isFinite(computed) && Number.isFinite(starved) ? { ready, computed, starved } : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds with a processor, and ready without one. */
function timesOf(thread: number): { readonly computed: number; readonly starved: number } {
  const [computed, starved] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ', 2)
  return { computed: Number(computed) / 1e6, starved: Number(starved) / 1e6 }
}

/** Starts a thread, and finds the system's number of it before it has said anything; 0 if that is not to be had. */
export function numbered<T>(start: () => T): { readonly started: T; readonly number: number } {
  const before = new Set(threads())
  const started = start()
  const others = threads().filter((thread) => !before.has(thread))
  return { started, number: others.length === 1 ? others[0]! : 0 }
}

function threads(): number[] {
  if (process.platform !== 'linux') return []
  try {
    return readdirSync('/proc/self/task').map(Number)
  } catch {
    return []
  }
}

/** Whether the system has the thread: `undefined` if it does not answer, which says nothing of a thread that may be writing. */
function isListed(thread: number): boolean | undefined {
  try {
    return statSync(`/proc/self/task/${thread}`, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? false : undefined
  }
}
