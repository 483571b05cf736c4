import { scratchBytes } from '@weldarray/codegen'
import { dtypeInfo, ShapeError } from '@weldarray/ir'
import {
  COUNTABLE,
  isComputed,
  type Kernel,
  type LoopStep,
  type Product,
  type Reading,
  totalsOf,
  valueOf,
} from '@weldarray/optimizer'
import type { JsKernel } from '../backends/js.js'
import type { WasmModule } from '../heap/webassembly.js'
import { ASK_AGAIN, FEWEST_FOR_KERNELS } from '../schedule/costs.js'
import { blocksOf, elementCost, gridFor, isShort, partOf, type Space } from '../schedule/schedule.js'
import { elementsTouched } from '../schedule/traffic.js'
import type { Extents, Run } from '../team/job.js'
import { Parameters } from './parameters.js'
import { forcedPiece } from './tier.js'

/** An access of a loop: a buffer (-1: none, for iota) and its layout, in elements, as products of the plan's variables. */
interface AccessTemplate {
  readonly buffer: number
  readonly strides: readonly Product[]
  readonly offset: Product
  readonly gather: { readonly scale: Product; readonly length: Product; readonly parts: number } | null
}

/**
 * One loop of a plan, ready to run on any sizes: `fit` puts the lengths in. What does not change from one evaluation to the
 * next stays in the parameter block.
 */
export class Loop implements Space {
  readonly kernel: Kernel
  readonly text: string
  readonly scratchBytes: number
  /** Nanoseconds an element takes, estimated. */
  readonly cost: number
  /** Bytes of one result of each reduction. */
  private readonly reducedBytes: number
  /** Whether an index may be outside: then a status tells. */
  readonly takesIndices: boolean
  /** The accesses that are read once more, where there are two phases. */
  private readonly readTwice: ReadonlySet<number>
  /** The accesses that are written. */
  readonly written: readonly number[]
  /** Elements that a call works on, where it has to be so many; 0 where it does not matter. */
  part = 0
  module: WasmModule | null = null
  /** The loop in JavaScript, if it was ever run so. */
  inJs: JsKernel | null = null
  /** The kernel over this thread's memory, once it is there. */
  run: Run | null = null

  lengths: number[]
  rows = 0
  runLength = 0
  blocks = 0
  rowLength = 0
  size = 0
  innermost: number[]
  /** Of each access, in elements. */
  readonly strides: number[][]
  readonly offsets: number[]
  /** Of each access that is a gather: how far neighbouring indices' elements are apart, and how many there are. */
  readonly scales: number[]
  readonly counts: number[]
  /** Of each access, the first and the last element it goes to, from where its buffer's elements begin: what has to be there. */
  readonly lowest: number[]
  readonly highest: number[]
  /** Of each access, where its input begins: put in by every evaluation. */
  readonly bases: number[]
  /** The loop that this is a piece of, or itself; and which of its partial results is the first that this one writes. */
  readonly whole: Loop = this
  firstPartial = 0
  /** Whether the calls are for what blocks come to, and not yet for the elements. */
  isTotalling = false
  /** Bytes of the elements that are read and written. */
  bytesIn = 0
  bytesOut = 0
  private grid: Extents | null = null
  /** The size of pieces that was forced when it was cut. */
  private piece: number | null = null
  private params: Parameters | null = null
  private isWritten = false
  private runsWithout = 0

  private readonly template: {
    readonly lengths: readonly Product[]
    readonly rows: Product
    readonly runLength: Product
    readonly rowLength: Product
    readonly size: Product
  }
  readonly accesses: readonly AccessTemplate[]

  constructor(
    readonly step: LoopStep,
    product: Reading,
  ) {
    const { kernel, text, binding, size } = step
    this.kernel = kernel
    this.text = text
    this.scratchBytes = scratchBytes(kernel)
    this.cost = elementCost(kernel)
    this.reducedBytes = kernel.reduces.reduce((sum, { dtype }) => sum + dtypeInfo[dtype].bytes, 0)
    this.takesIndices = kernel.accesses.some(isComputed)
    this.readTwice = new Set(totalsOf(kernel).code.flatMap((c) => (c.op === 'load' && 'slot' in c ? [c.slot] : [])))
    this.written = [...kernel.stores, ...kernel.scatters].map((s) => s.slot)
    this.template = {
      lengths: binding.lengths.map(product),
      rows: product(binding.rows),
      runLength: product(binding.runLength),
      rowLength: product(binding.rowLength),
      size: product(size),
    }
    this.accesses = binding.accesses.map((a) => ({
      buffer: a.buffer,
      strides: a.strides.map(product),
      offset: product(a.offset),
      gather:
        a.gather === undefined
          ? null
          : { scale: product(a.gather.scale), length: product(a.gather.length), parts: a.gather.parts ?? 1 },
    }))
    this.lengths = binding.lengths.map(() => 0)
    this.strides = binding.accesses.map((a) => a.strides.map(() => 0))
    this.offsets = binding.accesses.map(() => 0)
    this.scales = binding.accesses.map(() => 0)
    this.counts = binding.accesses.map(() => 0)
    this.bases = binding.accesses.map(() => 0)
    this.lowest = binding.accesses.map(() => 0)
    this.highest = binding.accesses.map(() => 0)
    this.innermost = binding.accesses.map(() => 0)
  }

  /** Puts the sizes in. Throws `ShapeError` for more elements than kernels count. */
  fit(values: ArrayLike<number>): void {
    const { template, accesses } = this
    for (let i = 0; i < template.lengths.length; i++) this.lengths[i] = valueOf(template.lengths[i]!, values)
    this.rows = valueOf(template.rows, values)
    this.runLength = valueOf(template.runLength, values)
    this.rowLength = valueOf(template.rowLength, values)
    this.size = valueOf(template.size, values)
    if (this.runLength >= COUNTABLE)
      throw new ShapeError(
        `${this.runLength} elements cannot be reduced to one: the most is ${COUNTABLE - 1}. Reduce one axis after the other`,
      )
    for (let i = 0; i < accesses.length; i++) {
      const { strides, offset, gather } = accesses[i]!
      const to = this.strides[i]!
      for (let k = 0; k < strides.length; k++) to[k] = valueOf(strides[k]!, values)
      this.offsets[i] = valueOf(offset, values)
      if (gather !== null) {
        this.scales[i] = valueOf(gather.scale, values)
        this.counts[i] = valueOf(gather.length, values)
      }
    }
    this.measure()
  }

  /** What follows from lengths and strides. */
  protected measure(): void {
    const { kernel, accesses } = this
    this.blocks = blocksOf(kernel, this.runLength)
    this.part = partOf(kernel, this.rowLength, accesses)
    this.bytesIn = 0
    this.bytesOut = this.reducedBytes * this.rows * this.columns
    for (let i = 0; i < accesses.length; i++) {
      const strides = this.strides[i]!
      this.reach(i)
      this.count(i, strides)
      this.innermost[i] = accesses[i]!.buffer < 0 ? 0 : strides[strides.length - 1]!
    }
    this.grid = null
    this.isWritten = false
  }

  private count(access: number, strides: readonly number[]): void {
    const { use, dtype } = this.kernel.accesses[access]!
    if (use === 'iota') return
    const bytes = elementsTouched(this.lengths, strides) * dtypeInfo[dtype].bytes
    if (use === 'load') this.bytesIn += this.readTwice.has(access) ? this.phases * bytes : bytes
    else this.bytesOut += bytes
  }

  private reach(access: number): void {
    let low = this.offsets[access]!
    let high = low
    const strides = this.strides[access]!
    for (let k = 0; k < strides.length; k++) {
      const span = strides[k]! * (this.lengths[k]! - 1)
      if (span < 0) low += span
      else high += span
    }
    // Wherever an index leads, as long as it is one of those there are.
    const parts = this.accesses[access]!.gather?.parts ?? 1
    const span = this.scales[access]! * Math.max(0, this.counts[access]! * parts - 1)
    if (span < 0) low += span
    else high += span
    this.lowest[access] = low
    this.highest[access] = high
  }

  /** Nanoseconds that one thread takes, estimated. */
  get ns(): number {
    return this.cost * this.size
  }

  get isEmpty(): boolean {
    return this.size === 0 || (this.kernel.kind !== 'map' && this.blocks === 0)
  }

  /**
   * Whether the kernel is to be asked for now: at once for most loops, at the third run for tiny ones, and now and then again,
   * should it not have come.
   */
  isWorthAsking(): boolean {
    const runs = this.runsWithout++
    const first = this.size <= FEWEST_FOR_KERNELS ? 2 : 0
    return runs === first || runs % ASK_AGAIN === ASK_AGAIN - 1
  }

  /** How often its kernel goes over its space: where blocks are scanned, what they come to has to be known before. */
  get phases(): 1 | 2 {
    return this.kernel.scans.length > 0 && this.blocks > 1 ? 2 : 1
  }

  /** The next calls are of phase number `phase`, over what is returned. */
  begin(phase: number): Extents {
    const { extents, phases, kernel, blocks } = this
    this.isTotalling = phase < phases - 1
    if (kernel.scans.length > 0) this.parameters.phase(this.isTotalling ? 0 : 1)
    // Nothing begins after the last block.
    return this.isTotalling ? { ...extents, blocks: blocks - 1 } : extents
  }

  /** Columns for which an `outer` kernel has partial results. */
  get columns(): number {
    return this.kernel.kind === 'outer' ? this.rowLength : 1
  }

  /** Whether the calling thread does all of it in one call. */
  get isShort(): boolean {
    return isShort(this.kernel, this.cost, this)
  }

  get extents(): Extents {
    const piece = forcedPiece()
    if (this.grid === null || this.piece !== piece) {
      this.grid = gridFor(this.kernel, this.cost, this)
      this.piece = piece
    }
    return this.grid
  }

  /** The parameter block, with all in it that follows from the sizes. */
  get parameters(): Parameters {
    const params = (this.params ??= new Parameters(this.kernel))
    if (!this.isWritten) {
      params.lengths(this.lengths, this.part > 0 ? this.part : this.kernel.kind === 'map' ? 1 : this.blocks)
      for (let i = 0; i < this.strides.length; i++) params.strides(i, this.strides[i]!)
      this.accesses.forEach(({ gather }, i) => {
        if (gather !== null) params.gather(i, this.scales[i]!, this.counts[i]!)
      })
      this.step.binding.params.forEach((p, i) => {
        if (p.slot < 0) params.param(i, p.value)
      })
      this.isWritten = true
    }
    return params
  }

  /** The next run gets another parameter block. */
  abandon(safe: Promise<unknown>): void {
    this.params?.quarantine(safe)
    this.free()
  }

  free(): void {
    this.params?.free()
    this.params = null
    this.isWritten = false
  }
}
