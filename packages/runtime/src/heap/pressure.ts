const MIB = 2 ** 20

/**
 * A collection of the young takes a tenth of a millisecond. Memory that was freed a moment ago is in the second-level cache still: results
 * of a loop that go there again take half the time of those that go to memory further away, collections included.
 */
const LEAST_YOUNG = 12 * MIB
const LEAST_FULL = 64 * MIB
/** However long a full collection takes (the user's own heap may be large), dropped blocks do not pile up beyond this. */
const MOST_FOR_TIME = 512 * MIB

/** What a block costs outside the heap: small ones must not pile up either. */
const BOOKKEEPING = 512

/** Fresh memory costs about this much in page faults, which is what a collection has to beat. */
const MS_PER_MIB = 0.06
/** Collections of the young that take longer than this make the next one wait longer in proportion. */
const USUAL_YOUNG_MS = 0.5

/**
 * When to look for dead blocks before touching fresh memory. A synchronous loop that drops its results gives the
 * engine no reason to collect (blocks are tiny objects to it), so the heap decides by its own allocations: among the young
 * often, among all once as much was allocated as was alive after the last full collection.
 */
export class Pressure {
  #young = 0
  #all = 0
  #youngLimit = LEAST_YOUNG
  #fullLimit = LEAST_FULL
  #lastYoungMs = 0

  allocate(bytes: number): void {
    this.#young += bytes + BOOKKEEPING
  }

  /** Bytes that came since the last collection were given back without one. */
  release(bytes: number): void {
    this.#young -= bytes
  }

  get due(): boolean {
    return this.#young >= this.#youngLimit
  }

  /** Whether the young that stayed alive have become many. */
  get fullDue(): boolean {
    return this.#all >= this.#fullLimit
  }

  /** After a collection of the young that took `ms`, of which `kept` bytes are alive. Where most live, it is to come less often. */
  collectedYoung(ms: number, kept: number): void {
    // (One alone may be slow because other programs had the processors.)
    const usual = LEAST_YOUNG * Math.max(1, Math.min(ms, this.#lastYoungMs) / USUAL_YOUNG_MS)
    this.#lastYoungMs = ms
    this.#youngLimit = Math.min(MOST_FOR_TIME, 2 * kept > this.#young ? 2 * this.#youngLimit : usual)
    this.#young = 0
    this.#all += kept
  }

  /** After a full collection that took `ms` and left `alive` bytes in use. */
  collected(ms: number, alive: number): void {
    this.#young = 0
    this.#all = 0
    this.#fullLimit = Math.max(LEAST_FULL, alive, Math.min(MOST_FOR_TIME, (ms / MS_PER_MIB) * MIB))
  }
}
