import type { DType, TypedArray } from './dtype.js'

/** A block of the shared heap, as far as a node needs to know it. */
export interface Block {
  readonly address: number
  readonly bytes: number
}

/**
 * Where the elements of an evaluated node are: in the shared heap, or (small ones) in a typed array of their own.
 * `data` covers exactly the elements; it must never reach a caller of the library.
 */
export interface Memory {
  readonly dtype: DType
  readonly length: number
  readonly data: TypedArray
  /** Null for memory outside the heap. */
  readonly block: Block | null
  /** Of the first element in the heap; 0 outside of it. */
  readonly address: number
}
