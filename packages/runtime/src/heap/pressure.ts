const MIB = 2 ** 20
const LEAST = 64 * MIB
/** However long a collection takes (the user's own heap may be large), dropped blocks do not pile up beyond this. */
const MOST_FOR_TIME = 512 * MIB

/** What a block costs outside the heap: small ones must not pile up either. */
const BOOKKEEPING = 512

/** Fresh memory costs about this much in page faults, which is what a collection has to beat. */
const MS_PER_MIB = 0.06

/**
 * When to look for dead blocks before touching fresh memory. A synchronous loop that drops its results gives the
 * engine no reason to collect (blocks are tiny objects to it), so the heap decides by its own allocations: once as
 * much was allocated as was alive after the last collection, and no more often than collections pay for themselves.
 */
export class Pressure {
  #allocated = 0
  #threshold = LEAST

  allocate(bytes: number): void {
    this.#allocated += bytes + BOOKKEEPING
  }

  get due(): boolean {
    return this.#allocated >= this.#threshold
  }

  /** After a collection that took `ms` and left `alive` bytes in use. */
  collected(ms: number, alive: number): void {
    this.#allocated = 0
    this.#threshold = Math.max(LEAST, alive, Math.min(MOST_FOR_TIME, (ms / MS_PER_MIB) * MIB))
  }
}
