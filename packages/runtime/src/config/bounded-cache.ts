import { getHeapStatistics } from 'node:v8'
import { relieve, watchForPressure } from './heap-pressure.js'

interface Entry<V> {
  readonly value: V
  readonly weight: number
  /** It was asked for since it was last considered to go. */
  used: boolean
}

/**
 * A cache that holds at most so much, by what its entries weigh in bytes: a part of what JavaScript's heap may become, so that
 * it is as right for a heap of 128 MB as for one of 16 GB. What came first and was not asked for since goes first. When the heap
 * is nearly full, whoever filled it, everything goes.
 */
export class BoundedCache<K, V> {
  readonly #entries = new Map<K, Entry<V>>()
  readonly #share: number
  readonly #most: number
  readonly #dropped: (value: V) => void
  #limit = 0
  weight = 0

  /** `share` is a part of the heap's limit; more than `most` bytes are not used in any case. `dropped` is told what goes. */
  constructor(share: number, most: number, dropped: (value: V) => void = () => {}) {
    this.#share = share
    this.#most = most
    this.#dropped = dropped
    watchForPressure(this)
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    entry.used = true
    return entry.value
  }

  set(key: K, value: V, weight: number): void {
    this.delete(key)
    // In a program that never waits nobody else tells.
    relieve()
    this.#limit ||= Math.min(this.#most, this.#share * getHeapStatistics().heap_size_limit)
    this.#entries.set(key, { value, weight, used: false })
    this.weight += weight
    for (const [oldest, entry] of this.#entries) {
      // The newest stays, however much it weighs: whoever made it is about to use it.
      if (this.weight <= this.#limit || this.#entries.size === 1) break
      if (!entry.used && oldest !== key) this.delete(oldest)
      else {
        entry.used = false
        this.#entries.delete(oldest)
        this.#entries.set(oldest, entry)
      }
    }
  }

  /** Takes an entry out, to be put in again otherwise: nothing was dropped. */
  take(key: K): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.weight -= entry.weight
    return entry.value
  }

  delete(key: K): void {
    const value = this.take(key)
    if (value !== undefined) this.#dropped(value)
  }

  clear(): void {
    for (const key of [...this.#entries.keys()]) this.delete(key)
  }
}
