import { type DType, MemoryLimitError, type TypedArray, viewOver } from '@weldarray/ir'
import { ADDRESSABLE_BYTES, settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { Addresses } from './addresses.js'
import { Census, Counted } from './census.js'
import { collectGarbage } from './collect.js'
import { ALIGN, type Chunk } from './free-chunks.js'
import { checkUntouched, markEmpty, markFreed, markFresh, REDZONE } from './guard.js'
import { SharedMemory } from './memory.js'
import { Pressure } from './pressure.js'
import type { WasmMemory } from './webassembly.js'

/** Addresses below are never handed out, so that 0 and small offsets from it are never a block. */
export const HEAP_BASE = 1024

/** What the heap knows of a block in use. It must not refer to the block. */
interface Lease {
  chunk: Chunk | undefined
  /** Somebody else may write to the block until then. */
  safe?: Promise<unknown>
  readonly bytes: number
  /** Given back when it is unreachable; what is reserved is not. */
  readonly watched: boolean
  /** The last count at which the block was alive. */
  seen: number
  /** It has survived a count, and has a finalizer: before, that would keep it alive in collections of the young. */
  old: boolean
}

/**
 * A piece of the shared memory. It is freed by `heap.free`, or some time after it has become unreachable,
 * so whoever uses the address keeps the block.
 */
export class Block extends Counted {
  /** @internal */ mark: Lease = NOBODY
  /** What is cut from it, where it is a slab. A field: what a weak map refers to lives through collections of the young. */
  slab: unknown = null
  /** The memory whose elements are here, where it is one of its own. */
  holder: unknown = null
  constructor(
    readonly address: number,
    readonly bytes: number,
  ) {
    super()
  }
}

const NOBODY: Lease = { chunk: undefined, bytes: 0, watched: false, seen: 0, old: false }

/** Use `heap`; the class is exported for tests. */
export class Heap {
  #memory: SharedMemory | undefined
  readonly #addresses = new Addresses(
    HEAP_BASE,
    (end, limit) => this.#shared.reach(end, limit),
    ({ address, bytes }, isFresh) => {
      if (this.#zone) (isFresh ? markEmpty : checkUntouched)(this.buffer, address, address + bytes)
    },
  )
  readonly #pressure = new Pressure()
  readonly #leases = new Map<Chunk, Lease>()
  readonly #finalizers = new FinalizationRegistry<Lease>((lease) => this.#end(lease))
  readonly #zone = settings.check ? REDZONE : 0
  readonly #census = new Census<Block>()
  #held = 0
  /** Leases of watched blocks that have come since the last count. */
  #young: Lease[] = []

  /** Blocks that stay are given back by the engine's finalizers too, when the event loop turns. */
  readonly #grow = (block: Block): void => {
    const lease = block.mark
    if (lease.old || !lease.chunk) return
    lease.old = true
    this.#finalizers.register(block, lease, lease)
  }

  get #shared(): SharedMemory {
    this.#memory ??= new SharedMemory()
    return this.#memory
  }

  /** The shared memory, created at first use. */
  get memory(): WasmMemory {
    return this.#shared.memory
  }

  /** Why kernels cannot use the heap, if they cannot. */
  get fault(): string | undefined {
    return this.#shared.fault
  }

  /** The memory's bytes as they are now; another object after each growth. */
  get buffer(): SharedArrayBuffer {
    return this.#shared.buffer
  }

  /** Bytes from 0 to the highest address ever handed out: what the heap can occupy in RAM. */
  get extent(): number {
    return this.#addresses.top
  }

  /** A typed view of `length` elements at `address`. It stays valid for that range when the memory grows. */
  view(dtype: DType, address: number, length: number): TypedArray {
    return viewOver(dtype, this.buffer, address, length)
  }

  /** A block of at least `bytes`, 64-byte aligned, with whatever it held before. Throws `MemoryLimitError`. */
  alloc(bytes: number): Block {
    return this.tryAlloc(bytes) ?? this.#refuse(bytes)
  }

  /** The same, but `undefined` where `alloc` would throw. */
  tryAlloc(bytes: number): Block | undefined {
    const chunk = this.#chunk(bytes)
    if (!chunk) return undefined
    const block = new Block(chunk.address + this.#zone, bytes)
    const lease: Lease = { chunk, bytes, watched: true, seen: 0, old: false }
    this.#begin(block, lease)
    this.#census.add(block)
    this.#young.push(lease)
    return block
  }

  /** A block that only `free` gives back: cheaper, for parameter blocks and scratch. */
  reserve(bytes: number): Block {
    const chunk = this.#chunk(bytes) ?? this.#refuse(bytes)
    const block = new Block(chunk.address + this.#zone, bytes)
    this.#begin(block, { chunk, bytes, watched: false, seen: 0, old: false })
    return block
  }

  /** Gives a block back at once. Freeing it again does nothing. */
  free(block: Block): void {
    const lease = block.mark
    if (!lease.chunk) return
    if (lease.watched && lease.old) this.#finalizers.unregister(lease)
    else if (lease.seen === 0) this.#pressure.release(lease.bytes)
    this.#end(lease)
  }

  /** Bytes of the blocks in use. */
  get held(): number {
    return this.#held
  }

  /** The most bytes that blocks may take. */
  get limit(): number {
    return Math.min(settings.maxMemory, ADDRESSABLE_BYTES, this.#shared.most)
  }

  /** Whether a block of this size is to be had as things are. It may grow the memory. */
  fits(bytes: number): boolean {
    const size = this.#sizeOf(bytes)
    const chunk = this.#take(size, true) ?? this.#fresh(size) ?? this.#take(size, false)
    if (chunk !== undefined) this.#addresses.release(chunk)
    return chunk !== undefined
  }

  /** All blocks in use that somebody can reach. Call after `collect`: what has died since the last collection is among them. */
  living(): Block[] {
    const found: Block[] = []
    const now = this.#census.count(true, (block) => {
      this.#grow(block)
      if (this.isLive(block)) found.push(block)
    })
    this.#counted(now)
    return found
  }

  /** Whether the block has not been given back. */
  isLive(block: Block): boolean {
    return block.mark.chunk !== undefined
  }

  /** Keeps the block's memory out of use, also once it is given back, until `safe` resolves. */
  quarantine({ mark }: Block, safe: Promise<unknown>): void {
    mark.safe = mark.safe ? Promise.all([mark.safe, safe]) : safe
  }

  /** Collects garbage and takes back the blocks nobody can reach any more, without waiting for the event loop. */
  collect(): void {
    const start = performance.now()
    collectGarbage(true)
    this.#counted(this.#census.count(true, this.#grow))
    counters.collections++
    this.#pressure.collected(performance.now() - start, counters.bytesHeld)
  }

  /** The same among the blocks that have come since the last time: most results of a loop die young. */
  collectYoung(): void {
    const start = performance.now()
    collectGarbage(false)
    const now = this.#census.count(false, this.#grow)
    let kept = 0
    for (const lease of this.#young) {
      if (lease.chunk === undefined) continue
      if (now !== 0 && lease.seen !== now) this.#end(lease)
      else kept += lease.bytes
    }
    this.#young = []
    counters.youngCollections++
    this.#pressure.collectedYoung(performance.now() - start, kept)
  }

  /** After a count of all: who was not seen is gone, and who was is old, and not asked when the young are counted. */
  #counted(now: number): void {
    if (now !== 0) for (const lease of [...this.#leases.values()]) if (lease.watched && lease.seen !== now) this.#end(lease)
    this.#young = []
  }

  #begin(block: Block, lease: Lease): void {
    block.mark = lease
    this.#leases.set(lease.chunk as Chunk, lease)
    this.#pressure.allocate(lease.bytes)
    this.#held += lease.bytes
    counters.bytesHeld += lease.bytes
    if (counters.bytesHeld > counters.bytesPeak) counters.bytesPeak = counters.bytesHeld
    if (this.#zone) markFresh(this.buffer, block.address, block.bytes, lease.chunk!.address + lease.chunk!.bytes)
  }

  #end(lease: Lease): void {
    const { chunk } = lease
    if (!chunk) return
    lease.chunk = undefined
    this.#held -= lease.bytes
    counters.bytesHeld -= lease.bytes
    this.#leases.delete(chunk)
    const release = (): void => {
      const { address, bytes } = chunk
      this.#addresses.release(chunk)
      if (this.#zone) markFreed(this.buffer, address + this.#zone, lease.bytes, address + bytes)
    }
    if (lease.safe) void lease.safe.then(release)
    else release()
  }

  #sizeOf(bytes: number): number {
    return Math.ceil((Math.max(bytes, 1) + 2 * this.#zone) / ALIGN) * ALIGN
  }

  /** Memory for a request: freed memory first; then dead blocks if it is time to look for them; then fresh memory. */
  #chunk(bytes: number): Chunk | undefined {
    const size = this.#sizeOf(bytes)
    if (!(size <= ADDRESSABLE_BYTES)) return undefined
    // The young dead, if it is time to look for them: their memory is in the caches still. Then freed memory, then, if that is due
    // or nothing else is left, all the dead, then fresh memory.
    if (this.#pressure.due) this.collectYoung()
    for (let tries = this.#pressure.fullDue ? 0 : 1; ; tries++) {
      const chunk = this.#take(size, tries <= 1)
      if (chunk) {
        if (this.#zone) checkUntouched(this.buffer, chunk.address, chunk.address + chunk.bytes)
        return chunk
      }
      if (tries === 0) this.collect()
      else {
        const fresh = this.#fresh(size)
        if (fresh || tries > 1) return fresh
        this.collect()
      }
    }
  }

  /** Freed memory, unless what is left of fresh memory is the better place and is to be had. (The limit may have been lowered.) */
  #take(size: number, canBeFresh: boolean): Chunk | undefined {
    const { limit } = this
    return this.#held + size <= limit ? this.#addresses.take(size, canBeFresh ? limit : Infinity) : undefined
  }

  #fresh(size: number): Chunk | undefined {
    const { limit } = this
    return this.#held + size <= limit ? this.#addresses.fresh(size, limit) : undefined
  }

  #refuse(bytes: number): never {
    const error = new MemoryLimitError(
      `${show(bytes)} do not fit: ${show(this.#held)} of ${show(this.limit)} are held by ${this.#leases.size} blocks. ` +
        'Dispose of arrays that are no longer needed, or raise maxMemory (configure or WELDARRAY_MAX_MEMORY)',
    )
    error.bytes = bytes
    throw error
  }
}

export function show(bytes: number): string {
  return bytes < 1e6 ? `${bytes} bytes` : `${(bytes / 2 ** 20).toFixed(1)} MiB`
}

/** This thread's heap. */
export const heap = new Heap()
