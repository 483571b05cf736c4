import { type WasmMemory, type WasmModule, wasm } from '../heap/webassembly.js'
import type { Run } from './job.js'

/** The kernel function of a module over a memory. */
export function instantiate(module: WasmModule, memory: WasmMemory): Run {
  return new wasm.Instance(module, { env: { memory } }).exports.run as Run
}
