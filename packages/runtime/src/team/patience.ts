import type { Attention } from './liveness.js'

/** Whoever waits looks this often; more time than this between two looks is the looker's own absence. */
const MOST_BETWEEN_LOOKS_MS = 200

/** A thread that gets less than this part of a processor is as good as none. */
const LEAST_SHARE = 0.1

/**
 * How long somebody who owes an answer has been silent, not counting time in which nobody could have answered: on a machine with too
 * much to do, a thread that is ready to go on and is given no processor is not silent. What counts is the time for which it had a
 * processor and the time for which it slept, as the system tells it; where the system tells nothing, all time does.
 */
export class Patience {
  #since: number
  #looked: number
  #spent = 0
  #last: Attention | undefined

  constructor(
    private readonly attention: () => Attention | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#since = this.#looked = now()
  }

  /** It was heard, or owes something new. */
  renew(): void {
    this.#since = this.#looked = this.now()
    this.#spent = 0
    this.#last = undefined
  }

  /** Takes a look: the silence until now, in milliseconds. */
  silence(): number {
    const now = this.now()
    const passed = Math.min(now - this.#looked, MOST_BETWEEN_LOOKS_MS)
    const before = this.#last
    const after = this.attention()
    this.#looked = now
    this.#last = after
    this.#spent += before && after ? Math.min(passed, countedBetween(before, after, passed)) : passed
    return Math.max(this.#spent, LEAST_SHARE * (now - this.#since))
  }
}

/** The part of the time between two looks that was the thread's own. (How long it waits for a processor is known once it has had one.) */
function countedBetween(before: Attention, after: Attention, passed: number): number {
  if (after.ready) return Math.max(0, after.computed - before.computed)
  // Threads that have ended take theirs with them.
  return Math.max(0, passed - Math.max(0, after.starved - before.starved))
}
