import { MemoryLimitError } from '@weldarray/ir'
import { type WasmMemory, wasm } from './webassembly.js'

export const PAGE = 65536
const MOST_PAGES = 65536
const FIRST_PAGES = 256

/** Memory grows by at least this much, or a quarter, so that growing stays rare. */
const LEAST_GROWTH = 64 * 2 ** 20

/** Grows as a WebAssembly memory does. For engines without one: what is in it is for JavaScript only. */
class PlainMemory implements WasmMemory {
  readonly buffer: SharedArrayBuffer

  constructor(pages: number, most: number) {
    this.buffer = new SharedArrayBuffer(pages * PAGE, { maxByteLength: most * PAGE })
  }

  grow(pages: number): number {
    const before = this.buffer.byteLength / PAGE
    ;(this.buffer as SharedArrayBuffer & { grow(bytes: number): void }).grow((before + pages) * PAGE)
    return before
  }
}

/** The first of ever smaller memories that can be had, and how many pages it can grow to. */
function largest(make: (pages: number) => WasmMemory): { memory: WasmMemory; pages: number } {
  for (let pages = MOST_PAGES; ; pages /= 2) {
    try {
      return { memory: make(pages), pages }
    } catch (error) {
      if (pages / 2 < FIRST_PAGES) throw error
    }
  }
}

/**
 * The shared memory that kernels address. Only the thread that made it grows it. The engine reserves address
 * space for the maximum at once; where that is refused (a limit on virtual memory), smaller maxima are tried.
 */
export class SharedMemory {
  readonly memory: WasmMemory
  /** The bytes as they are now; growth makes a new object, and old ones stay valid for the range they had. */
  buffer: SharedArrayBuffer
  /** What it can grow to. */
  readonly most: number

  /** Why kernels cannot address it, if they cannot. */
  readonly fault: string | undefined

  constructor() {
    let found: { memory: WasmMemory; pages: number }
    try {
      found = largest((pages) => new wasm.Memory({ initial: FIRST_PAGES, maximum: pages, shared: true }))
    } catch (error) {
      this.fault = `no shared WebAssembly memory can be had (${error instanceof Error ? error.message : error})`
      try {
        found = largest((pages) => new PlainMemory(FIRST_PAGES, pages))
      } catch {
        throw new MemoryLimitError(
          `${this.fault}, nor any other. Where virtual memory is limited, node --disable-wasm-trap-handler needs less of it`,
        )
      }
    }
    const { memory, pages } = found
    this.memory = memory
    this.most = pages * PAGE
    this.buffer = this.memory.buffer as SharedArrayBuffer
  }

  /** Makes bytes up to `end` addressable, if that can be done without passing `limit`. */
  reach(end: number, limit: number): boolean {
    const have = this.buffer.byteLength
    if (end <= have) return true
    const most = Math.min(limit, this.most)
    if (end > most) return false
    const generous = Math.min(most, Math.max(end, have + Math.max(LEAST_GROWTH, have / 4)))
    return this.#grow(generous) || this.#grow(end)
  }

  #grow(end: number): boolean {
    const pages = Math.min(Math.ceil((end - this.buffer.byteLength) / PAGE), (this.most - this.buffer.byteLength) / PAGE)
    try {
      this.memory.grow(pages)
    } catch {
      return false
    }
    this.buffer = this.memory.buffer as SharedArrayBuffer
    return true
  }
}
