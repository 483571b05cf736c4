import type { Block, DType, TypedArray } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { blockFor } from '../heap/block-for.js'
import { type Block as HeapBlock, heap } from '../heap/heap.js'
import { currentTurn, thisTurn } from '../heap/raw.js'
import { isUnderWay, now } from '../heap/room.js'
import { type Extent, spillFile } from '../spill/file.js'
import { byteLength, HeapMemory } from './heap-memory.js'

/** Somebody who keeps elements to read them again, and is told when they are to be asked for once more. */
interface Reader {
  forget(): void
}

/** Stands for the block of memory that is in the file. */
const ELSEWHERE: Block = Object.freeze({ address: 0, bytes: 0 })

/** What is in the file belongs to memory that may be dropped without a word. */
const dropped = new FinalizationRegistry<Place>((place) => place.leave())

/** A place in the file, given back once. */
export class Place {
  #extent: Extent | null
  readonly #owner: WeakRef<BlockMemory>

  constructor(extent: Extent, owner: BlockMemory) {
    this.#extent = extent
    this.#owner = new WeakRef(owner)
    places.add(this)
    dropped.register(owner, this, this)
    counters.bytesSpilled += extent.bytes
  }

  get extent(): Extent {
    return this.#extent!
  }

  /** Whether somebody can still look at what is here. */
  get isWanted(): boolean {
    return this.#owner.deref() !== undefined
  }

  leave(): void {
    if (this.#extent === null) return
    counters.bytesSpilled -= this.#extent.bytes
    spillFile().release(this.#extent)
    this.#extent = null
    places.delete(this)
    dropped.unregister(this)
  }
}

/** All that is in the file. */
export const places = new Set<Place>()

/**
 * Memory that is a block of its own: in the heap, or, while nobody looks at it and others need the room, in a file. Whoever asks where it is,
 * or for its elements, brings it back.
 */
export class BlockMemory extends HeapMemory {
  #block: HeapBlock | null
  #place: Place | null = null
  #data: TypedArray | null = null
  #readers: Reader[] | null = null
  /** When it was last used, as `now` counts. */
  #used = now()
  /** The turn of the event loop in which its elements were given to somebody who may still read them. */
  #lookedAt = -1
  /** Evaluations between turns of the event loop that read it. */
  pins = 0
  /** Whether it is what a node or an array holds, and so read only. */
  isSettled = false

  constructor(dtype: DType, length: number, block: HeapBlock) {
    super(dtype, length)
    this.#block = block
    block.holder = this
  }

  /** Where it is, as far as that is known without bringing it back. */
  get block(): Block {
    return this.#block ?? ELSEWHERE
  }

  get address(): number {
    return this.#here().address
  }

  get data(): TypedArray {
    if (!isUnderWay()) this.#lookedAt = thisTurn()
    return this.#elements()
  }

  /** The elements for somebody who reads them again and again, until `reader` is told. */
  dataFor(reader: Reader): TypedArray {
    this.#readers ??= []
    if (!this.#readers.includes(reader)) this.#readers.push(reader)
    return this.#elements()
  }

  #elements(): TypedArray {
    const { address } = this.#here()
    this.#data ??= heap.view(this.dtype, address, this.length)
    return this.#data
  }

  #here(): HeapBlock {
    this.#used = now()
    if (this.#block === null) this.#bringBack()
    return this.#block!
  }

  get bytes(): number {
    return byteLength(this.dtype, this.length)
  }

  get used(): number {
    return this.#used
  }

  get isSpilled(): boolean {
    return this.#place !== null
  }

  /** Whether nobody would notice if it were moved: of what was used since `began`, somebody may. */
  canMove(began: number): boolean {
    return (
      this.isSettled &&
      this.#block !== null &&
      this.pins === 0 &&
      !this.isTaken &&
      this.#used < began &&
      this.#lookedAt !== currentTurn()
    )
  }

  /** Moves the elements to the file. False if there is no room; throws `SpillError`, and then nothing has changed. */
  spill(): boolean {
    const file = spillFile()
    const extent = file.take(this.bytes)
    if (extent === undefined) return false
    try {
      file.write(extent, this.#inHeap(this.#block!))
    } catch (error) {
      file.release(extent)
      throw error
    }
    this.#place = new Place(extent, this)
    counters.spills++
    for (const reader of this.#readers ?? []) reader.forget()
    this.#readers = null
    const block = this.#block!
    this.#block = null
    this.#data = null
    block.holder = null
    heap.free(block)
    return true
  }

  /** Some of the elements, wherever they are, as memory of their own. */
  copyOf(from: number, length: number): BlockMemory {
    const bytes = byteLength(this.dtype, length)
    const block = blockFor(bytes)
    try {
      const to = this.#inHeap(block, bytes)
      const skip = byteLength(this.dtype, from)
      if (this.#place !== null) spillFile().read(this.#place.extent, to, skip)
      else to.set(this.#inHeap(this.#block!).subarray(skip, skip + bytes))
    } catch (error) {
      heap.free(block)
      throw error
    }
    return new BlockMemory(this.dtype, length, block)
  }

  #bringBack(): void {
    const place = this.#place
    if (place === null) throw new Error('memory was used after it was given back')
    const block = blockFor(this.bytes)
    try {
      spillFile().read(place.extent, this.#inHeap(block))
    } catch (error) {
      heap.free(block)
      throw error
    }
    this.#block = block
    block.holder = this
    this.#place = null
    place.leave()
    counters.restores++
  }

  #inHeap({ address }: HeapBlock, bytes = this.bytes): Uint8Array {
    return new Uint8Array(heap.buffer, address, bytes)
  }

  protected giveBack(): void {
    if (this.#block !== null) heap.free(this.#block)
    this.#place?.leave()
  }
}
