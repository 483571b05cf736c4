import { type Block, heap } from '../heap/heap.js'
import type { WasmModule } from '../heap/webassembly.js'
import { kernelFailed } from './errors.js'
import { instantiate } from './instance.js'
import type { Run } from './job.js'

/*
 * What the calling thread needs to take part itself. It computes one unit at a time, so one scratch memory does for all.
 */

const runs = new WeakMap<WasmModule, Run>()
let scratch: Pick<Block, 'address' | 'bytes'> = { address: 0, bytes: 0 }

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

/**
 * The address of at least `bytes` of scratch memory. It stays valid: an asynchronous job that has asked goes by it after other work was done
 * between turns of the event loop. What is outgrown is never more than what there is, since that at least doubles.
 */
export function scratchAddress(bytes: number): number {
  const { bytes: most } = scratch
  if (bytes > most) scratch = heap.reserve(Math.max(bytes, 2 * most))
  return scratch.address
}
