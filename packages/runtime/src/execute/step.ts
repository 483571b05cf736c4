import { scratchBytes } from '@weldarray/codegen'
import { reduceOps, type Scalar } from '@weldarray/ir'
import type { Step } from '@weldarray/optimizer'
import { moduleKey } from '../compiler/modules.js'
import { counters } from '../config/counters.js'
import { freeMemory, heapMemory } from '../evaluate/memory-source.js'
import type { Block, Memory } from '../graph/memory.js'
import { heap } from '../heap/heap.js'
import type { WasmModule } from '../heap/webassembly.js'
import type { Job } from '../team/team.js'
import { jsTier } from '../tiers/js.js'
import { gridFor, paramBytes, writeParams } from './bind.js'
import type { Buffers } from './buffers.js'
import { combinePartials } from './combine.js'

/** Loops over at most this many elements run as plain JavaScript: starting a kernel costs more. */
export const JS_STEP = 64

/** A step made ready: the job for the team, and what to do when it is done. */
export interface Prepared {
  readonly job: Job
  finish(): void
  /** Gives scratch memory back, done or not. */
  close(): void
}

/** Runs a step without kernels. */
export function runInJs(step: Step, buffers: Buffers): void {
  const { roots, outputs } = step.graph
  const results = jsTier(roots, buffers.all)
  outputs.forEach((buffer, i) => {
    const memory = buffers.create(buffer, false)
    const result = results[i] as Float64Array
    // A root that is one constant for every index has a single element.
    if (result.length === 1) (memory.data as Float64Array).fill(result[0]!)
    else (memory.data as Float64Array).set(result)
  })
  counters.loops++
}

/** A reduction of nothing: its result is known. */
export function fillEmpty(step: Step, buffers: Buffers): void {
  for (const { slot } of step.kernel.stores) buffers.create(step.binding.accesses[slot]!.buffer, false)
  step.kernel.reduces.forEach(({ op }, i) => {
    const { data } = buffers.create(step.binding.reduces[i]!, false)
    ;(data as unknown as { fill(v: Scalar): void }).fill(
      data instanceof BigInt64Array || data instanceof BigUint64Array ? BigInt(reduceOps[op].empty) : reduceOps[op].empty,
    )
  })
}

/** Allocates a step's outputs and writes its parameter block. */
export function prepare(step: Step, buffers: Buffers, module: WasmModule): Prepared {
  const { kernel, binding } = step
  for (const { slot } of kernel.stores) buffers.create(binding.accesses[slot]!.buffer, true)
  const outputs = binding.reduces.map((b) => buffers.create(b, true))
  const partial = binding.blocks > 1
  const columns = kernel.kind === 'outer' ? binding.rowLength : 1
  const partials: Memory[] = []
  let params: Block | null = null
  const close = (): void => {
    if (params !== null) heap.free(params as never)
    if (partial) for (const p of partials) freeMemory(p)
  }
  try {
    if (partial) for (const r of kernel.reduces) partials.push(heapMemory(r.dtype, binding.rows * binding.blocks * columns))
    else partials.push(...outputs)
    params = heap.reserve(paramBytes(kernel))
    writeParams(params, kernel, binding, buffers.inHeap(step), partials)
  } catch (error) {
    close()
    throw error
  }
  counters.kernelRuns++
  counters.loops++
  return {
    job: {
      module,
      kernelKey: moduleKey(module),
      params: params.address,
      scratchBytes: scratchBytes(kernel),
      ...gridFor(kernel, binding),
    },
    finish: () => {
      if (partial) combinePartials(kernel, binding, partials, outputs)
    },
    close,
  }
}
