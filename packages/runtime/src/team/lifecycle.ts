import { messageOf, warnWithoutThreads } from '../compiler/warn.js'
import { settings } from '../config/config.js'
import { WorkerPool } from './worker-pool.js'

/** After workers were lost, new ones are started only after this long, doubled each time they do not last. */
const RECOVER_MS = 50
const MOST_RECOVER_MS = 60_000

/** A pool that has lasted this long was a good one: what was lost before it does not count any more. */
const LASTED_MS = 10_000

/** When to start a pool again after losses. */
export class Recovery {
  #losses = 0
  #started = 0
  notBefore = 0

  started(now: number): void {
    this.#started = now
  }

  lost(now: number): void {
    if (now - this.#started >= LASTED_MS) this.#losses = 0
    this.notBefore = now + Math.min(MOST_RECOVER_MS, RECOVER_MS * 2 ** this.#losses++)
  }
}

let pool: WorkerPool | undefined
let recovery = new Recovery()

/** Lets workers be started again at once. For tests. */
export function forgetLosses(): void {
  recovery = new Recovery()
}

/** Whether there is a pool, or there is to be none. */
export const hasPool = (): boolean => pool !== undefined || settings.threads === 1

/** The pool, started if there is none; `undefined` if there is to be none, or if threads are not to be had. */
export function currentPool(): WorkerPool | undefined {
  const size = settings.threads - 1
  pool?.look()
  if (pool?.broken) {
    void endPool()
    recovery.lost(performance.now())
  } else if (pool && pool.size !== size) void endPool()
  if (size === 0 || pool || performance.now() < recovery.notBefore) return pool
  recovery.started(performance.now())
  try {
    pool = new WorkerPool(size)
  } catch (error) {
    warnWithoutThreads(messageOf(error))
    recovery.lost(performance.now())
  }
  return pool
}

/** Ends the pool's threads. */
export async function endPool(): Promise<void> {
  const ending = pool
  pool = undefined
  await ending?.end()
}
