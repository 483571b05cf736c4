import { Chunk, FreeChunks } from './free-chunks.js'

/** So much of all addresses may be left, as a part, for them to be used before a larger chunk is split. */
const LAST_PART = 1 / 4

/**
 * Addresses handed out and taken back; knows nothing of memory itself. Freed neighbours are merged at once; a request takes the tightest
 * chunk of its size class, or splits one of the next class that has any.
 */
export class Space {
  readonly #free = new FreeChunks()
  #last: Chunk | undefined
  /** Everything from here up has never been handed out. */
  top: number

  constructor(private readonly bottom: number) {
    this.top = bottom
  }

  /** Begins with its first address again, if all that was handed out has been taken back. Takes no memory. */
  restart(): void {
    const only = this.#last
    if (!only?.free || only.before !== undefined) return
    this.#free.remove(only)
    this.#last = undefined
    this.top = this.bottom
  }

  /**
   * A chunk of `bytes` (a multiple of `ALIGN`) out of what was freed before; `undefined` if there is none, or if what is left of fresh
   * addresses up to `limit` is the tighter fit: when there is little of it, it goes to small requests, so that large chunks stay whole.
   */
  take(bytes: number, limit = Infinity): Chunk | undefined {
    const chunk = this.#free.best(bytes)
    if (chunk === undefined) return undefined
    if (chunk.bytes > bytes && this.#isFreshTighter(chunk, bytes, limit)) return undefined
    this.#free.take(chunk, bytes)
    if (chunk === this.#last && chunk.after) this.#last = chunk.after
    return chunk
  }

  #isFreshTighter(chunk: Chunk, bytes: number, limit: number): boolean {
    const fresh = limit - this.topAfter(0)
    return fresh < chunk.bytes && fresh >= bytes && fresh <= limit * LAST_PART && this.topAfter(bytes) > this.top
  }

  /** Where `top` would be after `extend(bytes)`. */
  topAfter(bytes: number): number {
    return this.top + bytes - (this.#last?.free ? this.#last.bytes : 0)
  }

  /** A chunk at the upper end, on fresh addresses except for a free chunk that lies there. Call when `take` has failed. */
  extend(bytes: number): Chunk {
    const top = this.topAfter(bytes)
    let chunk = this.#last
    if (chunk?.free) {
      this.#free.remove(chunk)
      chunk.bytes = bytes
    } else {
      chunk = new Chunk(this.top, bytes)
      chunk.before = this.#last
      if (this.#last) this.#last.after = chunk
      this.#last = chunk
    }
    this.top = top
    return chunk
  }

  /** Takes a chunk back. */
  release(chunk: Chunk): void {
    const merged = this.#free.release(chunk)
    if (merged.after === undefined) this.#last = merged
  }
}
