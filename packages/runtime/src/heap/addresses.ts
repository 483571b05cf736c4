import { ALIGN, type Chunk } from './free-chunks.js'
import { firstPage, Pages, SMALL } from './pages.js'
import { Space } from './space.js'

/**
 * Where in the heap a request goes: what is small to pages, the first of them below everything else, so that it does not lie between large
 * chunks and keep them from becoming one when they are free. What was measured is in ADR 6.
 */
export class Addresses {
  readonly #space: Space
  readonly #pages = new Pages()

  /** `reach` makes addresses below `end` usable, if that can be done within `limit`; `opened` is told of new pages. */
  constructor(
    bottom: number,
    private readonly reach: (end: number, limit: number) => boolean,
    private readonly opened: (page: Chunk, isFresh: boolean) => void,
  ) {
    this.#space = new Space(bottom)
  }

  /** Everything from here up has never been handed out. */
  get top(): number {
    return this.#space.top
  }

  /** A chunk of `bytes` (a multiple of `ALIGN`) of what was handed out before. What is left up to `limit` may suit better: see `Space`. */
  take(bytes: number, limit: number): Chunk | undefined {
    return bytes <= SMALL ? this.#pages.take(bytes) : this.#space.take(bytes, limit)
  }

  /** A chunk on fresh addresses below `limit`; for what is small a page more, wherever it is to be had. Call when `take` has failed. */
  fresh(bytes: number, limit: number): Chunk | undefined {
    if (this.#pages.isEmpty) this.#open(firstPage(limit), limit)
    if (bytes > SMALL) return this.#extend(bytes, limit)
    const chunk = this.#pages.take(bytes)
    if (chunk !== undefined) return chunk
    // Where nothing larger is left, a page for one.
    for (let size = this.#pages.next; ; size = Math.max(bytes, Math.floor(size / 4 / ALIGN) * ALIGN)) {
      if (this.#open(size, limit)) return this.#pages.take(bytes)
      if (size === bytes) return undefined
    }
  }

  release(chunk: Chunk): void {
    if (chunk.bytes > SMALL) this.#space.release(chunk)
    else {
      const page = this.#pages.release(chunk)
      if (page !== undefined) this.#space.release(page)
    }
  }

  #open(bytes: number, limit: number): boolean {
    const recycled = this.#space.take(bytes, limit)
    const fresh = recycled === undefined ? this.#extend(bytes, limit) : undefined
    const page = recycled ?? fresh ?? this.#space.take(bytes)
    if (page === undefined) return false
    this.opened(page, page === fresh)
    this.#pages.add(page)
    return true
  }

  #extend(bytes: number, limit: number): Chunk | undefined {
    const top = this.#space.topAfter(bytes)
    return top <= limit && this.reach(top, limit) ? this.#space.extend(bytes) : undefined
  }
}
