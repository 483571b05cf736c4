import {
  allocate,
  type Block,
  type ConstNode,
  type DType,
  dtypeInfo,
  type Memory,
  type Scalar,
  type TypedArray,
} from '@weldarray/ir'
import { type Block as HeapBlock, heap } from '../heap/heap.js'
import { cut, giveBack, LARGEST_PIECE } from '../heap/slabs.js'

export type { Block, Memory } from '@weldarray/ir'

/** Memory of at most this many bytes is an ordinary typed array outside the heap. */
export const SMALL_BYTES = 1024

/** Memory outside the heap: an ordinary typed array of exactly the elements. */
export const arrayMemory = (dtype: DType, data: TypedArray): Memory => ({
  dtype,
  length: data.length,
  data,
  block: null,
  address: 0,
})

/** A zeroed plain memory of its own. */
export const plainMemory = (dtype: DType, length: number): Memory => arrayMemory(dtype, allocate(dtype, length))

/** A constant as memory of one element. */
export function constantMemory({ dtype, value }: ConstNode): Memory {
  const memory = plainMemory(dtype, 1)
  ;(memory.data as unknown as Scalar[])[0] = value
  return memory
}

/** Memory in the heap. Its typed array is made when somebody asks for it: kernels do not. */
export class HeapMemory implements Memory {
  #data: TypedArray | null = null
  #freed = false
  #safe: Promise<unknown> | null = null

  constructor(
    readonly dtype: DType,
    readonly length: number,
    readonly block: Block,
    readonly address: number,
  ) {}

  get data(): TypedArray {
    this.#data ??= heap.view(this.dtype, this.address, this.length)
    return this.#data
  }

  free(): void {
    if (this.#freed) return
    this.#freed = true
    if (this.#safe === null) this.#giveBack()
    else void this.#safe.then(() => this.#giveBack())
  }

  /** Keeps it out of use, also once it is given back, until `safe` resolves: somebody else may write to it. */
  quarantine(safe: Promise<unknown>): void {
    this.#safe = safe
    heap.quarantine(this.block as HeapBlock, safe)
  }

  #giveBack(): void {
    giveBack(this.block as HeapBlock, this.address, byteLength(this.dtype, this.length))
  }
}

export const byteLength = (dtype: DType, length: number): number => dtypeInfo[dtype].bytes * length

/** Memory for `length` elements, uninitialised unless it is small (then it lies outside the heap). */
export function allocateMemory(dtype: DType, length: number): Memory {
  return byteLength(dtype, length) <= SMALL_BYTES ? plainMemory(dtype, length) : heapMemory(dtype, length)
}

/** Memory in the shared heap, however small: kernels address nothing else. */
export function heapMemory(dtype: DType, length: number): HeapMemory {
  const bytes = byteLength(dtype, length)
  if (bytes <= LARGEST_PIECE) {
    const { block, address } = cut(bytes)
    return new HeapMemory(dtype, length, block, address)
  }
  const block = heap.alloc(bytes)
  return new HeapMemory(dtype, length, block, block.address)
}

/** Gives memory back at once. Nobody may hold its `data` any more. */
export function freeMemory(memory: Memory): void {
  if (memory instanceof HeapMemory) memory.free()
}
