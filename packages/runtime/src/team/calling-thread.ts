import { type Block, heap } from '../heap/heap.js'
import type { WasmModule } from '../heap/webassembly.js'
import { kernelFailed } from './errors.js'
import { instantiate } from './instance.js'
import type { Run } from './job.js'

/*
 * What the calling thread needs to take part itself. Jobs of one thread never overlap (see run-async.ts), so one
 * scratch memory does for all.
 */

const runs = new WeakMap<WasmModule, Run>()
let scratch: Block | undefined

/** The kernel function of a module, over this thread's heap. */
export function kernelFunction(module: WasmModule): Run {
  let run = runs.get(module)
  if (!run) {
    try {
      run = instantiate(module, heap.memory)
    } catch (error) {
      throw kernelFailed(error)
    }
    runs.set(module, run)
  }
  return run
}

/** The address of at least `bytes` of scratch memory. */
export function scratchAddress(bytes: number): number {
  if (bytes > (scratch?.bytes ?? 0)) {
    if (scratch) heap.free(scratch)
    scratch = undefined
    scratch = heap.reserve(bytes)
  }
  return scratch?.address ?? 0
}
