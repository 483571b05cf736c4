import { type Block, type DType, dtypeInfo, type Memory, type TypedArray } from '@weldarray/ir'
import { type Block as HeapBlock, heap } from '../heap/heap.js'
import { giveBack } from '../heap/slabs.js'
import type { KnownParts } from './known.js'

export const byteLength = (dtype: DType, length: number): number => dtypeInfo[dtype].bytes * length

/** Memory in the heap. Its typed array is made when somebody asks for it: kernels do not. */
export abstract class HeapMemory implements Memory {
  #freed = false
  #safe: Promise<unknown> | null = null
  /** What was found out about the elements; nothing once they are written. */
  known: KnownParts | null = null

  constructor(
    readonly dtype: DType,
    readonly length: number,
  ) {}

  abstract readonly block: Block
  abstract readonly address: number
  abstract readonly data: TypedArray
  protected abstract giveBack(): void

  /** Whether it was given back, or somebody else may write to it. */
  get isTaken(): boolean {
    return this.#freed || this.#safe !== null
  }

  free(): void {
    if (this.#freed) return
    this.#freed = true
    if (this.#safe === null) this.giveBack()
    else void this.#safe.then(() => this.giveBack())
  }

  /** Keeps it out of use, also once it is given back, until `safe` resolves: somebody else may write to it. */
  quarantine(safe: Promise<unknown>): void {
    this.#safe = safe
    heap.quarantine(this.block as HeapBlock, safe)
  }
}

/** A piece of a slab. */
export class Piece extends HeapMemory {
  #data: TypedArray | null = null

  constructor(
    dtype: DType,
    length: number,
    readonly block: Block,
    readonly address: number,
  ) {
    super(dtype, length)
  }

  get data(): TypedArray {
    this.#data ??= heap.view(this.dtype, this.address, this.length)
    return this.#data
  }

  protected giveBack(): void {
    giveBack(this.block as HeapBlock, this.address, byteLength(this.dtype, this.length))
  }
}
