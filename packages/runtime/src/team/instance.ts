import { type WasmMemory, type WasmModule, wasm } from '../heap/webassembly.js'
import type { Run } from './job.js'

/** The kernel function of a module over a memory. */
export function instantiate(module: WasmModule, memory: WasmMemory): Run {
  const { run } = new wasm.Instance(module, { env: { memory } }).exports
  // Params, scratch memory, and the ends of three ranges.
  if (typeof run !== 'function' || run.length !== 8) throw new TypeError('the module is not that of a kernel')
  return run as Run
}
