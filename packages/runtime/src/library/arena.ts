import { type Block, heap } from '../heap/heap.js'

/*
 * Heap memory for parameter blocks: handed out and taken back as a stack, since asking the heap costs more than a small
 * kernel.
 */

const ARENA_BYTES = 1 << 14
const ALIGN = 64

let block: Block | undefined
let top = 0

/** Where the stack is now: to be given to `backTo`. */
export const mark = (): number => top

/** Takes back all that was handed out since `mark`. */
export function backTo(to: number): void {
  top = to
}

/** A lost thread may go by the parameters until `safe`: what comes after gets another stack. */
export function leaveBehind(safe: Promise<unknown>): void {
  if (block !== undefined) {
    heap.quarantine(block, safe)
    heap.free(block)
  }
  block = undefined
  top = 0
}

/** The address of so many bytes, or 0 if they are too many. */
export function bytesOnStack(bytes: number): number {
  block ??= heap.reserve(ARENA_BYTES)
  const at = top
  const end = at + Math.ceil(bytes / ALIGN) * ALIGN
  if (end > ARENA_BYTES) return 0
  top = end
  return block.address + at
}

let buffer: SharedArrayBuffer | undefined
let words: Int32Array = new Int32Array(0)
let doubles: Float64Array = new Float64Array(0)

/** All of the heap as words and as doubles, to write parameters with. */
export function wholeHeap(): { words: Int32Array; doubles: Float64Array } {
  if (heap.buffer !== buffer) {
    buffer = heap.buffer
    // Views of more than 2³¹ bytes are slow on some engines; the arena lies near the start.
    const length = Math.min(buffer.byteLength, 1 << 30)
    words = new Int32Array(buffer, 0, length >> 2)
    doubles = new Float64Array(buffer, 0, length >> 3)
  }
  return { words, doubles }
}
