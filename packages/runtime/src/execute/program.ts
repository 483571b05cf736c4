import { type DType, dtypeInfo, type Memory, type TypedArray } from '@weldarray/ir'
import { type Plan, type Product, type Reading, valueOf } from '@weldarray/optimizer'
import { SMALL_BYTES } from '../graph/memory.js'
import { type Block, heap } from '../heap/heap.js'
import { CHUNK_NS } from '../schedule/costs.js'
import { Call } from './call.js'
import { type Feeding, feedingsIn } from './feeding.js'
import { Loop } from './loop.js'

/** A place in the heap for a small array while kernels work on it. */
class Stage {
  private readonly block: Block = heap.reserve(SMALL_BYTES)
  private view: TypedArray

  constructor(private readonly dtype: DType) {
    this.view = heap.view(dtype, this.block.address, SMALL_BYTES / dtypeInfo[dtype].bytes)
  }

  get address(): number {
    return this.block.address
  }

  /** Copies a small array in. */
  put(from: TypedArray): void {
    if (from.length <= 8) {
      const to = this.view as Float64Array
      for (let i = 0; i < from.length; i++) to[i] = from[i] as number
    } else this.view.set(from as never)
  }

  /** Copies the first elements out. */
  take(to: TypedArray): void {
    const from = this.view as Float64Array
    if (to.length <= 8) for (let i = 0; i < to.length; i++) (to as Float64Array)[i] = from[i]!
    else (to as Float64Array).set(from.subarray(0, to.length))
  }

  elements(length: number): TypedArray {
    return heap.view(this.dtype, this.block.address, length)
  }

  quarantine(safe: Promise<unknown>): void {
    heap.quarantine(this.block, safe)
  }

  free(): void {
    heap.free(this.block)
  }
}

const NO_FEEDINGS: ReadonlyMap<Loop | Call, Feeding> = new Map()

/**
 * A plan made ready to run again and again: its loops with their parameter blocks, the places of its small operands, and
 * the sizes it was last run on, which need not be put in again. Only one evaluation at a time uses it.
 */
export class Program {
  /** What is done, one after the other. */
  readonly steps: readonly (Loop | Call)[]
  readonly loops: readonly Loop[]
  /** Calls and the loop that reads them, by the first of the calls, which stand in a row. */
  readonly feedings: ReadonlyMap<Loop | Call, Feeding>
  /** Whether an index may be found outside when it is run. */
  readonly takesIndices: boolean
  readonly lengths: number[]
  private readonly products: readonly Product[]
  /** The lengths that were put in: never changed, but replaced. */
  values: readonly number[] | null = null
  private readonly stages = new Map<number, Stage>()

  constructor(
    readonly plan: Plan,
    reading: Reading,
  ) {
    this.steps = plan.steps.map((step) => (step.kind === 'loop' ? new Loop(step, reading) : new Call(step, reading)))
    this.loops = this.steps.filter((step) => step instanceof Loop)
    this.feedings = this.loops.some((loop) => loop.step.feeds.length > 0) ? feedingsIn(this.steps, reading) : NO_FEEDINGS
    this.takesIndices = this.loops.some((loop) => loop.takesIndices)
    this.products = plan.buffers.map((b) => reading(b.length))
    this.lengths = plan.buffers.map(() => 0)
  }

  /** Whether all of it is done sooner than looked at the clock for. */
  isShort = true

  /** Puts in the lengths that the plan leaves open. */
  fit(values: readonly number[], count: number): void {
    const known = this.values
    if (known !== null) {
      let i = 0
      while (i < count && known[i] === values[i]) i++
      if (i === count) return
    }
    this.values = null
    this.isShort = true
    for (const step of this.steps) {
      step.fit(values)
      if (!step.isShort) this.isShort = false
    }
    for (const { piece } of this.feedings.values()) piece.fit(values)
    this.products.forEach((p, i) => {
      this.lengths[i] = valueOf(p, values)
    })
    this.values = values.slice(0, count)
  }

  /** Whether it is a loop that is done in one call of its kernel, can fail only before, and goes to each element once. */
  get isOneCall(): boolean {
    const step = this.steps[0]
    return (
      this.steps.length === 1 && step instanceof Loop && step.kernel.kind === 'map' && !step.takesIndices && step.ns <= CHUNK_NS
    )
  }

  /** The dtype and length of a buffer that the plan computes. */
  dtypeOf(buffer: number): DType {
    return this.plan.buffers[buffer - this.plan.inputs]!.dtype
  }

  lengthOf(buffer: number): number {
    return this.lengths[buffer - this.plan.inputs]!
  }

  stage(buffer: number, dtype: DType): Stage {
    let stage = this.stages.get(buffer)
    if (stage === undefined) {
      stage = new Stage(dtype)
      this.stages.set(buffer, stage)
    }
    return stage
  }

  /** Takes other memory for a loop's parameters and for all small operands: a lost thread may go by it, and write to it, until `safe`. */
  abandon(loop: Loop, safe: Promise<unknown>): void {
    loop.abandon(safe)
    for (const stage of this.stages.values()) {
      stage.quarantine(safe)
      stage.free()
    }
    this.stages.clear()
  }

  /** Gives back what it holds in the heap. */
  free(): void {
    for (const loop of this.loops) loop.free()
    for (const { piece } of this.feedings.values()) piece.free()
    for (const stage of this.stages.values()) stage.free()
    this.stages.clear()
  }
}

/** Where the elements of a graph's inputs are: by slot. */
export interface Inputs {
  readonly memories: readonly Memory[]
  readonly offsets: readonly number[]
  /** Some of what is read is written over: no part of the work may be done twice. */
  readonly writesOver?: boolean
}
