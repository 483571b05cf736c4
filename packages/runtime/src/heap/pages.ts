import { ALIGN, Chunk, FreeChunks } from './free-chunks.js'

/** Requests of at most this many bytes come from pages. */
export const SMALL = 4096

/** The first page of a heap of `limit` bytes. */
export const firstPage = (limit: number): number => Math.min(MOST, Math.ceil((limit * FIRST_PART) / ALIGN) * ALIGN)

const FIRST_PART = 1 / 128
const LEAST = 2 ** 16
const MOST = 2 ** 20
/** A new page is so much, as a part, of all there are: however many small chunks there are, pages stay few. */
const PART = 1 / 4

/**
 * Small chunks, cut from pages that hold nothing else. Many of them live long (the parameters of plans), and each that lay by itself would
 * keep two large free chunks apart. Every page is a list of chunks of its own, so that nothing merges beyond it. The first one stays.
 */
export class Pages {
  readonly #free = new FreeChunks()
  /** In what they were cut from, by their addresses. */
  readonly #pages = new Map<number, Chunk>()
  #first: Chunk | undefined
  #bytes = 0

  /** A chunk of at most `SMALL` bytes, or `undefined` if no page has room for it. */
  take(bytes: number): Chunk | undefined {
    const chunk = this.#free.best(bytes)
    if (chunk !== undefined) this.#free.take(chunk, bytes)
    return chunk
  }

  get isEmpty(): boolean {
    return this.#first === undefined
  }

  /** Bytes the next page should have. */
  get next(): number {
    return Math.min(MOST, Math.max(LEAST, Math.floor((this.#bytes * PART) / LEAST) * LEAST))
  }

  /** One page more. */
  add(page: Chunk): void {
    this.#first ??= page
    this.#pages.set(page.address, page)
    this.#bytes += page.bytes
    this.#free.release(new Chunk(page.address, page.bytes))
  }

  /** Takes a chunk back. If nothing in its page is in use any more, that page is no longer one, and is returned. */
  release(chunk: Chunk): Chunk | undefined {
    const merged = this.#free.release(chunk)
    if (merged.before || merged.after || merged.address === this.#first!.address) return undefined
    this.#free.remove(merged)
    const page = this.#pages.get(merged.address)!
    this.#pages.delete(merged.address)
    this.#bytes -= page.bytes
    return page
  }
}
