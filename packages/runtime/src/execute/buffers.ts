import type { Plan, Step } from '@weldarray/optimizer'
import { counters } from '../config/counters.js'
import { allocateMemory, freeMemory, heapMemory } from '../evaluate/memory-source.js'
import type { Memory } from '../graph/memory.js'

/**
 * The memory of one evaluation: inputs, what the plan computes, and heap copies of small inputs.
 * Whatever happens, `close` gives back everything that is not a result.
 */
export class Buffers {
  /** By the plan's buffer numbers. */
  readonly all: (Memory | undefined)[]
  private readonly staged = new Map<number, Memory>()

  constructor(
    private readonly plan: Plan,
    slots: readonly Memory[],
  ) {
    this.all = [...slots]
  }

  /** Memory for a buffer the plan computes. Kernels write to the heap; small results may stay outside it. */
  create(buffer: number, inHeap: boolean): Memory {
    const { dtype, length } = this.plan.buffers[buffer - this.plan.inputs]!
    const memory = inHeap ? heapMemory(dtype, length) : allocateMemory(dtype, length)
    this.all[buffer] = memory
    return memory
  }

  /** The buffers as a kernel can address them: those outside the heap are copied in, once an evaluation. */
  inHeap(step: Step): (Memory | undefined)[] {
    const view = this.all.slice()
    for (const { buffer } of step.binding.accesses) {
      const memory = view[buffer]
      if (memory === undefined || memory.block !== null) continue
      let copy = this.staged.get(buffer)
      if (copy === undefined) {
        copy = heapMemory(memory.dtype, memory.data.length)
        copy.data.set(memory.data as never)
        counters.bytesCopiedIn += memory.data.byteLength
        this.staged.set(buffer, copy)
      }
      view[buffer] = copy
    }
    return view
  }

  /** Frees what nothing reads after `step`. */
  drop(step: Step): void {
    for (const buffer of step.dies) {
      const memory = this.all[buffer]
      if (memory !== undefined) freeMemory(memory)
      this.all[buffer] = undefined
    }
  }

  /** Ends the evaluation; `keep` says which results live on. */
  close(keep: ReadonlySet<number>): void {
    for (const copy of this.staged.values()) freeMemory(copy)
    this.staged.clear()
    for (let i = this.plan.inputs; i < this.all.length; i++) {
      const memory = this.all[i]
      if (memory !== undefined && !keep.has(i)) freeMemory(memory)
    }
  }
}
