import { allocate, type DType, dtypeInfo, type TypedArray } from '@weldarray/ir'

/** A block of the shared heap, as far as a value needs to know it. */
export interface Block {
  readonly address: number
  readonly bytes: number
}

/**
 * Where the elements of an evaluated value are: in a block of the shared heap, or (small ones) in a typed array
 * of their own. `data` covers exactly the elements; it must never reach a caller of the library.
 */
export interface Memory {
  readonly dtype: DType
  readonly data: TypedArray
  /** Null for memory outside the heap. */
  readonly block: Block | null
}

/** Results of at most this many bytes stay out of the heap. */
export const SMALL_BYTES = 8192

/** A zeroed plain memory of its own. */
export const plainMemory = (dtype: DType, length: number): Memory => ({ dtype, data: allocate(dtype, length), block: null })

export const byteLength = (dtype: DType, length: number): number => dtypeInfo[dtype].bytes * length
