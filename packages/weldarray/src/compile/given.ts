import { isContiguous, isInside, type Memory, type Node, sizeOf, type View } from '@weldarray/ir'
import { type Captured, freeMemory, noMemory, type Storage } from '@weldarray/runtime'
import { type NdArray, viewOf } from '../array/ndarray.js'
import { storageOf, valueOf } from '../array/wrap.js'

/**
 * The memory of arguments, and of what a function has captured, for one call; then, emptied, for the next: a call makes as little as it can, since
 * what it makes is written to lines of memory that no cache holds.
 */
export class Given {
  readonly memories: Memory[] = []
  readonly offsets: number[] = []
  #count = 0
  #copies: Node[] | null = null

  /** The memory of an array; false if the array says that it has elements where its memory has none. */
  array(x: NdArray): boolean {
    const storage = storageOf(x)
    if (storage === undefined) this.#copy(valueOf(x), 0)
    else if (isWithin(x, storage.length)) this.#storage(storage, x.offset)
    else return false
    return true
  }

  captured({ storage, view }: Captured): void {
    this.#storage(storage as Storage, view.offset)
  }

  /** Gives the copies of callers' data back, and keeps nothing alive. */
  close(): void {
    // (A list that is made empty loses its memory.)
    for (let i = 0; i < this.#count; i++) this.memories[i] = noMemory
    this.#count = 0
    if (this.#copies === null) return
    for (const { memory } of this.#copies) if (memory !== null) freeMemory(memory)
    this.#copies = null
  }

  /** What a caller can reach is read at this moment, whole, so that its layout stays. */
  #storage(storage: Storage, offset: number): void {
    if (storage.isExternal) this.#copy(storage.read({ shape: [storage.length], strides: [1], offset: 0 }), offset)
    else this.#add(storage.memory(), offset)
  }

  #copy(value: Node, offset: number): void {
    this.#copies ??= []
    this.#copies.push(value)
    this.#add(value.memory!, offset)
  }

  #add(memory: Memory, offset: number): void {
    this.memories[this.#count] = memory
    this.offsets[this.#count++] = offset
  }
}

/** Whether all elements of an array are in its memory: anybody may write to `shape`, `stride` and `offset`. */
function isWithin(x: NdArray, length: number): boolean {
  const { shape, offset } = x
  if (shape.length === 1 && x.stride[0] === 1) return offset >= 0 && offset + shape[0]! <= length && Number.isInteger(offset)
  const view: View = viewOf(x)
  if (isContiguous(view)) return offset >= 0 && offset + sizeOf(shape) <= length && Number.isInteger(offset)
  return isInside(view, length)
}
