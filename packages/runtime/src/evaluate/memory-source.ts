import type { DType } from '@weldarray/ir'
import { byteLength, type Memory, plainMemory, SMALL_BYTES } from '../graph/memory.js'
import { heap } from '../heap/heap.js'

/** Memory for `length` elements, uninitialised if it is large (then it lies in the shared heap). */
export function allocateMemory(dtype: DType, length: number): Memory {
  const bytes = byteLength(dtype, length)
  if (bytes <= SMALL_BYTES) return plainMemory(dtype, length)
  return heapMemory(dtype, length)
}

/** Memory in the shared heap, however small: kernels address nothing else. */
export function heapMemory(dtype: DType, length: number): Memory {
  const block = heap.alloc(byteLength(dtype, length))
  return { dtype, data: heap.view(dtype, block.address, length), block }
}

/** Gives memory back at once. Nobody may hold its `data` any more. */
export function freeMemory(memory: Memory): void {
  if (memory.block !== null) heap.free(memory.block)
}
