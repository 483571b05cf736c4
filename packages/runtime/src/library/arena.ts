import { type Block, heap } from '../heap/heap.js'

/*
 * Heap memory for parameter blocks: handed out and taken back as a stack, since asking the heap costs more than a small
 * kernel.
 */

const ARENA_BYTES = 1 << 14
const ALIGN = 64

/** The stack as words and as doubles: what is at an address is `(address - base) >> 2` words from its start, wherever in the heap it lies. */
export interface Stack {
  readonly base: number
  readonly words: Int32Array
  readonly doubles: Float64Array
}

let block: Block | undefined
let stack: Stack | undefined
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
  block = stack = undefined
  top = 0
}

/** The address of so many bytes, or 0 if they are too many. */
export function bytesOnStack(bytes: number): number {
  const at = top
  const end = at + Math.ceil(bytes / ALIGN) * ALIGN
  if (end > ARENA_BYTES) return 0
  const { base } = theStack()
  top = end
  return base + at
}

/** The stack that there is now. */
export function theStack(): Stack {
  if (stack === undefined) {
    block = heap.reserve(ARENA_BYTES)
    const { address: base } = block
    stack = {
      base,
      words: heap.view('int32', base, ARENA_BYTES >> 2) as Int32Array,
      doubles: heap.view('float64', base, ARENA_BYTES >> 3) as Float64Array,
    }
  }
  return stack
}
