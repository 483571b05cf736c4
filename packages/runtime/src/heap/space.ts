/** Blocks start at, and are multiples of, a cache line. It also suits every SIMD load. */
export const ALIGN = 64

const EXACT_BINS = 64
const BINS_PER_OCTAVE = 32
const BINS = EXACT_BINS + 21 * BINS_PER_OCTAVE

/** How many chunks of the request's own bin are looked at; a higher bin's chunks all fit. */
const SCAN = 32

/** A stretch of address space, free or in use, in a list by address; free ones are also in the list of their bin. */
export class Chunk {
  free = false
  before: Chunk | undefined
  after: Chunk | undefined
  binBefore: Chunk | undefined
  binAfter: Chunk | undefined
  constructor(
    public address: number,
    public bytes: number,
  ) {}
}

/** Bins are exact up to 4 KiB; above, 32 to each doubling of size, so a bin's sizes differ by 3 % at most. */
function binOf(bytes: number): number {
  const units = bytes / ALIGN
  if (units < EXACT_BINS) return units
  const octave = 31 - Math.clz32(units)
  return EXACT_BINS + (octave - 6) * BINS_PER_OCTAVE + ((units >> (octave - 5)) & (BINS_PER_OCTAVE - 1))
}

/**
 * Addresses handed out and taken back; knows nothing of memory itself. Freed neighbours are merged at once;
 * a request takes the tightest chunk of its size class, or splits one of the next class that has any.
 * Bins are last in, first out, since what was freed last is what the CPU's caches still hold.
 */
export class Space {
  readonly #bins: (Chunk | undefined)[] = new Array(BINS).fill(undefined)
  readonly #filled = new Int32Array(BINS / 32)
  #first: Chunk | undefined
  #last: Chunk | undefined
  /** Everything from here up has never been handed out. */
  top: number

  constructor(bottom: number) {
    this.top = bottom
  }

  /** A chunk of `bytes` (a multiple of `ALIGN`) out of what was freed before, or `undefined`. */
  take(bytes: number): Chunk | undefined {
    const bin = binOf(bytes)
    let best: Chunk | undefined
    let seen = 0
    for (let c = this.#bins[bin]; c !== undefined && seen < SCAN; c = c.binAfter, seen++) {
      if (c.bytes < bytes || (best !== undefined && c.bytes >= best.bytes)) continue
      best = c
      if (c.bytes === bytes) break
    }
    best ??= this.#bins[this.#nextFilled(bin + 1)]
    if (best === undefined) return undefined
    this.#unlink(best)
    if (best.bytes > bytes) this.#split(best, bytes)
    return best
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
      this.#unlink(chunk)
      chunk.bytes = bytes
    } else {
      chunk = new Chunk(this.top, bytes)
      this.#insertAfter(this.#last, chunk)
    }
    this.top = top
    return chunk
  }

  /** Takes a chunk back. */
  release(chunk: Chunk): void {
    let merged = chunk
    const { before, after } = chunk
    if (after?.free) {
      this.#unlink(after)
      this.#absorb(chunk, after)
    }
    if (before?.free) {
      this.#unlink(before)
      this.#absorb(before, chunk)
      merged = before
    }
    merged.free = true
    const bin = binOf(merged.bytes)
    const head = this.#bins[bin]
    merged.binAfter = head
    if (head) head.binBefore = merged
    else this.#filled[bin >> 5] |= 1 << (bin & 31)
    this.#bins[bin] = merged
  }

  /** All chunks by address. */
  *chunks(): Generator<Chunk> {
    for (let c = this.#first; c; c = c.after) yield c
  }

  #split(chunk: Chunk, bytes: number): void {
    const rest = new Chunk(chunk.address + bytes, chunk.bytes - bytes)
    chunk.bytes = bytes
    this.#insertAfter(chunk, rest)
    this.release(rest)
  }

  #insertAfter(before: Chunk | undefined, chunk: Chunk): void {
    chunk.before = before
    chunk.after = before?.after
    if (before) before.after = chunk
    else this.#first = chunk
    if (chunk.after) chunk.after.before = chunk
    else this.#last = chunk
  }

  #absorb(chunk: Chunk, after: Chunk): void {
    chunk.bytes += after.bytes
    chunk.after = after.after
    if (after.after) after.after.before = chunk
    else this.#last = chunk
  }

  #unlink(chunk: Chunk): void {
    const { binBefore, binAfter } = chunk
    if (binAfter) binAfter.binBefore = binBefore
    if (binBefore) binBefore.binAfter = binAfter
    else {
      const bin = binOf(chunk.bytes)
      this.#bins[bin] = binAfter
      if (!binAfter) this.#filled[bin >> 5] &= ~(1 << (bin & 31))
    }
    chunk.binBefore = chunk.binAfter = undefined
    chunk.free = false
  }

  /** The first bin from `bin` up that holds a chunk; -1 (no bin) if none does. */
  #nextFilled(bin: number): number {
    if (bin >= BINS) return -1
    let word = bin >> 5
    let bits = this.#filled[word] & (-1 << (bin & 31))
    while (bits === 0) {
      if (++word === this.#filled.length) return -1
      bits = this.#filled[word]
    }
    return (word << 5) + (31 - Math.clz32(bits & -bits))
  }
}
