import { heap } from '../heap/heap.js'
import { wasm } from '../heap/webassembly.js'

/** A module with one instruction on vectors: `(func (result v128) (i8x16.popcnt (i8x16.splat (i32.const 0))))`. */
const VECTORS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
])

let known: string | null | undefined

/** What this engine lacks to run kernels, or `null`: some run without WebAssembly (`--jitless`), some on processors without its vectors. */
export function engineLacks(): string | null {
  if (known === undefined) {
    if (typeof wasm !== 'object') known = 'this engine has no WebAssembly'
    else if (typeof SharedArrayBuffer !== 'function') known = 'this engine has no shared memory'
    else known = wasm.validate(VECTORS) ? null : 'this engine has no WebAssembly vectors (SIMD)'
  }
  return known
}

/** The same, with the memory that kernels run on, which is made for it. */
export const kernelsLack = (): string | null => engineLacks() ?? heap.fault ?? null
