import { getHeapStatistics } from 'node:v8'

/**
 * A cache that holds at most so much, by what its entries weigh in bytes: a part of what JavaScript's heap may become, so that
 * it is as right for a heap of 128 MB as for one of 16 GB. What was used longest ago goes first.
 */
export class BoundedCache<K, V> {
  readonly #entries = new Map<K, { readonly value: V; readonly weight: number }>()
  readonly #share: number
  readonly #most: number
  #limit = 0
  weight = 0

  /** `share` is a part of the heap's limit; more than `most` bytes are not used in any case. */
  constructor(share: number, most: number) {
    this.#share = share
    this.#most = most
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // The map's order is that of last use.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: K, value: V, weight: number): void {
    this.delete(key)
    this.#limit ||= Math.min(this.#most, this.#share * getHeapStatistics().heap_size_limit)
    this.#entries.set(key, { value, weight })
    this.weight += weight
    // The newest stays, however much it weighs: whoever made it is about to use it.
    for (const oldest of this.#entries.keys()) {
      if (this.weight <= this.#limit || this.#entries.size === 1) break
      this.delete(oldest)
    }
  }

  delete(key: K): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.weight -= entry.weight
  }

  clear(): void {
    this.#entries.clear()
    this.weight = 0
  }
}
