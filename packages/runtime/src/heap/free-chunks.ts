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
 * Free chunks by size, merged with free neighbours at once. Bins are last in, first out, since what was freed last is what the CPU's
 * caches still hold.
 */
export class FreeChunks {
  readonly #bins: (Chunk | undefined)[] = new Array(BINS).fill(undefined)
  readonly #filled = new Int32Array(BINS / 32)

  /** The tightest chunk of the request's size class, or one of the next class that has any. */
  best(bytes: number): Chunk | undefined {
    const bin = binOf(bytes)
    let best: Chunk | undefined
    let seen = 0
    for (let c = this.#bins[bin]; c !== undefined && seen < SCAN; c = c.binAfter, seen++) {
      if (c.bytes < bytes || (best !== undefined && c.bytes >= best.bytes)) continue
      best = c
      if (c.bytes === bytes) break
    }
    return best ?? this.#bins[this.#nextFilled(bin + 1)]
  }

  /** Takes a free chunk into use, the first `bytes` of it; the rest of it follows, and stays free. */
  take(chunk: Chunk, bytes: number): void {
    this.remove(chunk)
    if (chunk.bytes === bytes) return
    const rest = new Chunk(chunk.address + bytes, chunk.bytes - bytes)
    chunk.bytes = bytes
    rest.before = chunk
    rest.after = chunk.after
    if (rest.after) rest.after.before = rest
    chunk.after = rest
    this.release(rest)
  }

  /** Takes a chunk back. What it has become is returned: it, or a free neighbour that it is a part of now. */
  release(chunk: Chunk): Chunk {
    let merged = chunk
    const { before, after } = chunk
    if (after?.free) {
      this.remove(after)
      absorb(chunk, after)
    }
    if (before?.free) {
      this.remove(before)
      absorb(before, chunk)
      merged = before
    }
    merged.free = true
    const bin = binOf(merged.bytes)
    const head = this.#bins[bin]
    merged.binAfter = head
    if (head) head.binBefore = merged
    else this.#filled[bin >> 5] |= 1 << (bin & 31)
    this.#bins[bin] = merged
    return merged
  }

  /** A chunk is no longer among the free. */
  remove(chunk: Chunk): void {
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

function absorb(chunk: Chunk, after: Chunk): void {
  chunk.bytes += after.bytes
  chunk.after = after.after
  if (after.after) after.after.before = chunk
}
