import { type Block, heap } from './heap.js'
import { withRoom } from './room.js'

const alloc = (bytes: number): Block => heap.alloc(bytes)

/** A block of the heap for so many bytes. Throws `MemoryLimitError` when no room can be made for it. */
export const blockFor = (bytes: number): Block => withRoom(alloc, bytes)
