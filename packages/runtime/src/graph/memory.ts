import { allocate, type ConstNode, type DType, type Memory, type Scalar, type TypedArray } from '@weldarray/ir'
import { blockFor } from '../heap/block-for.js'
import { withRoom } from '../heap/room.js'
import { cut, LARGEST_PIECE } from '../heap/slabs.js'
import { BlockMemory } from './block-memory.js'
import { byteLength, HeapMemory, Piece } from './heap-memory.js'

export type { Block, Memory } from '@weldarray/ir'
export { byteLength, HeapMemory } from './heap-memory.js'

/**
 * Memory of at most this many bytes is an ordinary typed array outside the heap. Kernels' results are copied out of it and back in, by a call of the
 * engine's each, which costs more than a piece of the heap from some 30 elements on.
 */
export const SMALL_BYTES = 256

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

/** Memory for `length` elements, uninitialised unless it is small (then it lies outside the heap). */
export function allocateMemory(dtype: DType, length: number): Memory {
  return byteLength(dtype, length) <= SMALL_BYTES ? plainMemory(dtype, length) : heapMemory(dtype, length)
}

/** Memory in the shared heap, however small: kernels address nothing else. Throws `MemoryLimitError`. */
export function heapMemory(dtype: DType, length: number): HeapMemory {
  const bytes = byteLength(dtype, length)
  if (bytes > LARGEST_PIECE) return new BlockMemory(dtype, length, blockFor(bytes))
  const { block, address } = withRoom(cut, bytes)
  return new Piece(dtype, length, block, address)
}

/** Notes that memory is what a node, or an array, holds from now on: nobody is writing to it any more. */
export function settleMemory(memory: Memory): void {
  if (memory instanceof BlockMemory) memory.isSettled = true
}

/** It stays where it is, for one reader between turns of the event loop more (1) or less (-1). */
export function pin(memory: Memory, by: 1 | -1): void {
  if (memory instanceof BlockMemory) memory.pins += by
}

/** Gives memory back at once. Nobody may hold its `data` any more. */
export function freeMemory(memory: Memory): void {
  if (memory instanceof HeapMemory) memory.free()
}
