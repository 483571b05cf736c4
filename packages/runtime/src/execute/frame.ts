import {
  IndexError,
  type Memory,
  reduceOps,
  runTotals,
  type Scalar,
  type TypedArray,
  VerifyError,
  type View,
  zeroOf,
} from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { arrayMemory, byteLength, freeMemory, HeapMemory, heapMemory, pin, SMALL_BYTES } from '../graph/memory.js'
import { smallArray } from '../graph/small.js'
import type { Laid } from '../library/run.js'
import { joining } from '../tiers/joining.js'
import { combinePartials } from './combine.js'
import type { Loop } from './loop.js'
import type { Inputs, Program } from './program.js'

/**
 * The memory of one evaluation: inputs, what the plan computes, heap copies of what lies outside the heap.
 * Whatever happens, `close` gives back everything that is not a result.
 */
export class Frame {
  /** By the plan's buffer numbers. */
  readonly buffers: (Memory | undefined)[]
  private copies: HeapMemory[] | null = null
  private partials: HeapMemory[] | null = null
  /** Buffers that the loop under way stores to, and something had stored to before. */
  private begun: number[] | null = null
  /** What the loop under way, and calls that feed it, read, if the event loop turns meanwhile. */
  private pinned: Memory[] | null = null

  constructor(
    readonly program: Program,
    readonly inputs: Inputs,
    readonly constants: readonly Scalar[],
    private readonly turns: boolean,
  ) {
    const { plan } = program
    this.buffers = new Array(plan.inputs + plan.buffers.length)
    for (let i = 0; i < plan.inputs; i++) this.buffers[i] = inputs.memories[i]!
  }

  /** Memory for a buffer the plan computes. Kernels write to the heap; small results live outside of it. */
  private create(buffer: number): Memory {
    const { program } = this
    const dtype = program.dtypeOf(buffer)
    const length = program.lengthOf(buffer)
    const memory =
      byteLength(dtype, length) <= SMALL_BYTES ? arrayMemory(dtype, smallArray(dtype, length)) : heapMemory(dtype, length)
    this.buffers[buffer] = memory
    return memory
  }

  /** A reduction of nothing: its result is known. */
  fillEmpty(loop: Loop): void {
    const { step, written } = loop
    for (const slot of written) {
      const { buffer } = step.binding.accesses[slot]!
      if (this.buffers[buffer] === undefined) this.create(buffer)
    }
    if (loop.part > 0) this.clearIdleBins(loop)
    step.kernel.reduces.forEach(({ op, dtype }, i) => {
      const { data } = this.create(step.binding.reduces[i]!)
      ;(data as unknown as { fill(v: Scalar): void }).fill(reduceOps[op].begin(dtype))
    })
  }

  /** A chunk clears the bins of its part. Where there are more parts than elements for them, nobody comes to the last ones. */
  private clearIdleBins({ kernel, accesses, counts, rowLength, part, size }: Loop): void {
    for (const { slot } of kernel.scatters) {
      const { buffer, gather } = accesses[slot]!
      const begun = size === 0 ? 0 : Math.ceil(rowLength / part)
      if (begun === gather!.parts) continue
      const { data, dtype } = this.buffers[buffer]!
      ;(data as unknown as { fill(v: Scalar, from: number): void }).fill(zeroOf(dtype), begun * counts[slot]!)
    }
  }

  /** Makes a loop ready to run. */
  open(loop: Loop): void {
    this.allocate(loop)
    this.pin(loop.accesses)
    this.enter(loop)
  }

  /** Allocates a loop's results. */
  allocate(loop: Loop): void {
    const { kernel, accesses, step, blocks } = loop
    this.begun = null
    for (const slot of loop.written) {
      const { buffer } = accesses[slot]!
      // Parts of it may have been stored by earlier loops.
      if (this.buffers[buffer] === undefined) this.create(buffer)
      else {
        this.begun ??= []
        this.begun.push(buffer)
      }
    }
    for (const buffer of step.binding.reduces) this.create(buffer)
    if (loop.part > 0) this.clearIdleBins(loop)
    this.partials =
      blocks > 1 ? [...kernel.reduces, ...kernel.scans].map((r) => heapMemory(r.dtype, loop.rows * blocks * loop.columns)) : null
  }

  /** Says where each access of a loop begins: `moved` elements behind where its plan says, if it is a piece of another. */
  enter(loop: Loop, moved: readonly number[] | null = null): void {
    const { inputs } = this.program.plan
    const { offsets } = this.inputs
    for (let i = 0; i < loop.accesses.length; i++) {
      const { buffer } = loop.accesses[i]!
      loop.bases[i] = (buffer >= 0 && buffer < inputs ? offsets[buffer]! : 0) + (moved === null ? 0 : moved[i]!)
    }
    this.verify(loop)
    if (loop.takesIndices) loop.parameters.clearStatus()
  }

  /** No access leaves its memory, whatever the plan says: looked at before every loop, on every backend. */
  private verify({ accesses, bases, lowest, highest, text }: Loop): void {
    for (let i = 0; i < accesses.length; i++) {
      const { buffer } = accesses[i]!
      if (buffer < 0) continue
      const { length } = this.buffers[buffer]!
      if (lowest[i]! + bases[i]! < 0 || highest[i]! + bases[i]! >= length)
        throw new VerifyError(
          `access ${i} goes to elements ${lowest[i]! + bases[i]!} to ${highest[i]! + bases[i]!} of ${length}; the loop is\n${text}`,
        )
    }
  }

  /** Has the inputs that are read stay where they are until the next loop has ended, if the event loop turns meanwhile. */
  pin(read: readonly { readonly buffer: number }[]): void {
    if (!this.turns) return
    const { inputs } = this.program.plan
    for (const { buffer } of read) {
      if (buffer < 0 || buffer >= inputs) continue
      const memory = this.buffers[buffer]!
      pin(memory, 1)
      this.pinned ??= []
      this.pinned.push(memory)
    }
  }

  private unpin(): void {
    if (this.pinned !== null) for (const memory of this.pinned) pin(memory, -1)
    this.pinned = null
  }

  /** Where what a call reads is. */
  laid(buffer: number, view: View): Laid {
    const base = buffer < this.program.plan.inputs ? this.inputs.offsets[buffer]! : 0
    const { shape, strides, offset } = view
    return { memory: this.buffers[buffer]!, view: base === 0 ? view : { shape, strides, offset: offset + base } }
  }

  /** Where partial results of reductions go: to the results themselves where there is one block. */
  partialResults({ step, firstPartial }: Loop): readonly TypedArray[] {
    const to = this.partials ?? step.binding.reduces.map((b) => this.buffers[b]!)
    return to.map(({ data }) => (firstPartial === 0 ? data : data.subarray(firstPartial)))
  }

  /** Whether all results of a loop are where kernels write. */
  isInHeap({ written, accesses, step }: Loop): boolean {
    const there = (buffer: number): boolean => this.buffers[buffer]!.block !== null
    return written.every((slot) => there(accesses[slot]!.buffer)) && (this.partials !== null || step.binding.reduces.every(there))
  }

  /** Writes the parameter block. */
  bind(loop: Loop): void {
    const { accesses, offsets, bases, step } = loop
    const params = loop.parameters
    for (let i = 0; i < accesses.length; i++) {
      const { buffer } = accesses[i]!
      params.base(i, buffer < 0 ? 0 : this.addressOf(buffer), offsets[i]! + bases[i]!)
    }
    const results = step.binding.reduces
    const { partials } = this
    const first = loop.firstPartial
    if (partials === null) for (let r = 0; r < results.length; r++) params.partials(r, this.addressOf(results[r]!), first)
    else for (let r = 0; r < partials.length; r++) params.partials(r, partials[r]!.address, first)
    const given = step.binding.params
    for (let i = 0; i < given.length; i++) if (given[i]!.slot >= 0) params.param(i, this.constants[given[i]!.slot]!)
  }

  /** Brings what is read part by part into the heap, where nobody copies all of it for a part. */
  bringIn(read: readonly { readonly buffer: number }[]): void {
    for (const { buffer } of read) if (this.buffers[buffer]!.length > SMALL_BYTES) this.addressOf(buffer)
    this.pin(read)
  }

  /** The address of a buffer in the heap; what lies outside is copied in. */
  private addressOf(buffer: number): number {
    const memory = this.buffers[buffer]!
    if (memory.block !== null) return memory.address
    if (memory.data.byteLength <= SMALL_BYTES) {
      const stage = this.program.stage(buffer, memory.dtype)
      stage.put(memory.data)
      return stage.address
    }
    const copy = heapMemory(memory.dtype, memory.length)
    copy.data.set(memory.data as never)
    counters.bytesCopiedIn += memory.data.byteLength
    this.copies ??= []
    this.copies.push(copy)
    this.buffers[buffer] = copy
    return copy.address
  }

  /** Whether a loop stores to an array that was there before. */
  isLasting({ written, accesses }: Loop): boolean {
    const { begun } = this
    return begun !== null && written.some((slot) => begun.includes(accesses[slot]!.buffer))
  }

  /** A lost thread may write to whatever this loop writes until `safe`: the results get other memory. */
  abandon(loop: Loop, safe: Promise<unknown>): void {
    const { written, accesses, step } = loop
    const results = [...written.map((slot) => accesses[slot]!.buffer), ...step.binding.reduces]
    for (const b of results) {
      const memory = this.buffers[b]!
      if (memory instanceof HeapMemory) memory.quarantine(safe)
      // Memory that was there before is written again: what the lost thread may still write there is the same.
      if (this.begun?.includes(b)) continue
      freeMemory(memory)
      this.buffers[b] = undefined
    }
    for (const partial of this.partials ?? []) {
      partial.quarantine(safe)
      partial.free()
    }
    this.partials = null
    this.program.abandon(loop, safe)
    this.allocate(loop.whole)
    if (loop.takesIndices) loop.parameters.clearStatus()
  }

  /** Between the phases of a scan: what blocks come to becomes what each begins with. */
  joinTotals({ kernel, rows, blocks }: Loop): void {
    kernel.scans.forEach(({ op, dtype }, k) => {
      runTotals(joining(op, dtype), dtype, this.partials![k]!.data, rows, blocks)
    })
  }

  /** After the kernel: small results are taken out of the heap. */
  leave(loop: Loop, inHeap: boolean): void {
    const { accesses, step } = loop
    if (inHeap) {
      if (this.partials === null) for (const buffer of step.binding.reduces) this.takeOut(buffer)
      for (const slot of loop.written) this.takeOut(accesses[slot]!.buffer)
    }
    if (loop.takesIndices && loop.parameters.hasFailed) throw new IndexError('an index is outside of what is taken from')
  }

  /** After all of a loop: blocks' partial results are joined. */
  finish(loop: Loop): void {
    const { step, bytesIn, bytesOut } = loop
    if (this.partials !== null) {
      combinePartials(
        loop,
        this.partials,
        step.binding.reduces.map((b) => this.buffers[b]!),
      )
      this.dropPartials()
    }
    counters.loops++
    counters.bytesRead += bytesIn
    counters.bytesWritten += bytesOut
  }

  private takeOut(buffer: number): void {
    const memory = this.buffers[buffer]!
    if (memory.block === null) this.program.stage(buffer, memory.dtype).take(memory.data)
  }

  private dropPartials(): void {
    if (this.partials === null) return
    for (const p of this.partials) p.free()
    this.partials = null
  }

  /** Frees what nothing reads after a loop. */
  drop({ step }: Loop): void {
    if (this.turns) this.unpin()
    this.dropAll(step.dies)
  }

  dropAll(buffers: readonly number[]): void {
    for (const buffer of buffers) {
      const memory = this.buffers[buffer]
      if (memory !== undefined) freeMemory(memory)
      this.buffers[buffer] = undefined
    }
  }

  /** Ends the evaluation; the results live on if it came to its end. */
  close(done: boolean): void {
    if (this.turns) this.unpin()
    this.dropPartials()
    if (this.copies !== null) for (const copy of this.copies) copy.free()
    const { roots, inputs } = this.program.plan
    if (done && this.program.steps.length === 1) return
    for (let i = inputs; i < this.buffers.length; i++) {
      const memory = this.buffers[i]
      if (memory !== undefined && !(done && roots.includes(i))) freeMemory(memory)
    }
  }
}
