import {
  allocate,
  BLOCK,
  blockTotal,
  placeOf,
  reduceOps,
  reduceRun,
  SCAN_BLOCK,
  type Scalar,
  type TypedArray,
  zeroOf,
} from '@weldarray/ir'
import type { Loop } from '../execute/loop.js'
import type { Memory } from '../graph/memory.js'
import { JS_TILE } from '../schedule/costs.js'
import type { Run } from '../team/job.js'
import { joining } from '../tiers/joining.js'
import { loopFor } from '../tiers/loops.js'
import { take } from '../tiers/rounds.js'
import { TileCode } from './tile-code.js'

type Elements = { [i: number]: Scalar }

/**
 * A loop in JavaScript, with the interface of a compiled kernel: chunk by chunk, a tile at a time. The same bits as the kernel. Made once
 * a loop.
 */
export class JsKernel {
  private readonly code: TileCode
  private data: readonly (TypedArray | null)[] = []
  private start: number[] = []
  private partials: readonly TypedArray[] = []
  private gathered: readonly TypedArray[] = []
  private readonly at: number[]
  private readonly row: number[]
  private readonly run: number[]

  constructor(private readonly loop: Loop) {
    this.code = new TileCode(loop)
    this.at = loop.accesses.map(() => 0)
    this.row = [...this.at]
    this.run = [...this.at]
  }

  /** Says what the loop runs on: memories by buffer, the user's constants, where partial results go. */
  bind(memories: readonly (Memory | undefined)[], constants: readonly Scalar[], partials: readonly TypedArray[]): Run {
    const { accesses, offsets, bases, kernel, runLength } = this.loop
    this.data = accesses.map((a) => (a.buffer < 0 ? null : memories[a.buffer]!.data))
    this.start = accesses.map((_, i) => offsets[i]! + bases[i]!)
    this.partials = partials
    if (kernel.kind === 'inner') this.gathered = kernel.reduces.map(({ dtype }) => allocate(dtype, Math.min(BLOCK, runLength)))
    this.code.bind(this.data, constants)
    return (_params, _scratch, row0, row1, block0, block1, col0, col1) => {
      for (let row = row0; row < row1; row++) {
        this.seek(this.row, this.start, 0, kernel.rows, row)
        if (kernel.kind === 'map') this.columns(this.bins(this.row, col0), col0, col1)
        else
          for (let block = block0; block < block1; block++)
            if (kernel.kind === 'inner') {
              if (kernel.scans.length === 0) this.inner(row, block)
              else if (this.loop.isTotalling) this.total(row, block)
              else this.line(row, block)
            } else this.outer(row, block, col0, col1)
      }
    }
  }

  /** Clears the bins of the part that begins at a column, and says where they are. */
  private bins(row: number[], col0: number): readonly number[] {
    const { kernel, counts, part } = this.loop
    for (const { slot } of kernel.scatters) {
      const bins = counts[slot]!
      row[slot]! += Math.floor(col0 / part) * bins
      const { dtype } = kernel.accesses[slot]!
      ;(this.data[slot] as Float64Array).fill(zeroOf(dtype) as never, row[slot], row[slot]! + bins)
    }
    return row
  }

  /** Adds tiles of values to the bins that tiles of indices tell. */
  private scatter(i: number, n: number, first: number): void {
    const { kernel, counts, parameters } = this.loop
    const { slot, ...of } = kernel.scatters[i]!
    const [index, value] = [this.code.lanes[of.index]!, this.code.lanes[of.value]!]
    const [to, indices, values] = [this.data[slot], index.data, value.data] as unknown as Elements[]
    for (let k = 0; k < n; k++) {
      const place = placeOf(indices![index.at + k * index.step]!, counts[slot]!, 'raise')
      if (place < 0) parameters.fail()
      const bin = first + Math.max(0, place)
      // Stores bring it into the range of the dtype.
      to![bin] = ((to![bin] as number) + (values![value.at + k * value.step] as number)) as Scalar
    }
  }

  private compute(n: number, at: readonly number[]): void {
    this.code.compute(n, at)
    const { kernel, strides } = this.loop
    for (let i = 0; i < kernel.scatters.length; i++) this.scatter(i, n, at[kernel.scatters[i]!.slot]!)
    kernel.stores.forEach(({ slot, value }) => {
      const lane = this.code.lanes[value]!
      const to = this.data[slot]! as unknown as Elements
      const own = strides[slot]!
      const step = own[own.length - 1]! || 1
      const first = at[slot]!
      const from = lane.data as unknown as Elements
      if (step === 1 && lane.step === 1 && n > 32)
        (to as unknown as Float64Array).set((lane.data as Float64Array).subarray(lane.at, lane.at + n), first)
      else for (let k = 0; k < n; k++) to[first + k * step] = from[lane.at + k * lane.step]!
    })
  }

  /** Where each access is at flat position `p` of the axes [from, to), counted from `base`. */
  private seek(into: number[], base: readonly number[], from: number, to: number, p: number): void {
    const { lengths, strides } = this.loop
    for (let a = 0; a < into.length; a++) into[a] = base[a]!
    let rest = p
    for (let axis = to - 1; axis >= from && rest > 0; axis--) {
      const i = rest % lengths[axis]!
      rest = Math.floor(rest / lengths[axis]!)
      if (i !== 0) for (let a = 0; a < into.length; a++) into[a]! += i * strides[a]![axis]!
    }
  }

  /** `count` elements along the innermost axis from `base`. */
  private along(base: readonly number[], count: number): readonly number[] {
    const { strides } = this.loop
    const { at } = this
    for (let a = 0; a < at.length; a++) at[a] = base[a]! + count * strides[a]![strides[a]!.length - 1]!
    return at
  }

  private columns(base: readonly number[], col0: number, col1: number): void {
    for (let col = col0; col < col1; col += JS_TILE) this.compute(Math.min(JS_TILE, col1 - col), this.along(base, col))
  }

  /** The totals of a block that is scanned, all of whose elements there are. */
  private total(row: number, block: number): void {
    const { kernel, blocks } = this.loop
    const cells = kernel.scans.map(({ dtype }) => allocate(dtype, SCAN_BLOCK))
    for (let done = 0; done < SCAN_BLOCK; done += JS_TILE) {
      this.code.computeScanned(JS_TILE, this.along(this.row, block * SCAN_BLOCK + done))
      cells.forEach((to, k) => {
        take(this.code.lanes[kernel.scans[k]!.value]!, to, JS_TILE, done)
      })
    }
    kernel.scans.forEach(({ op, dtype }, k) => {
      const out = this.partials[k]! as unknown as Elements
      out[row * blocks + block] = blockTotal(joining(op, dtype), dtype, cells[k] as unknown as Elements, 0)
    })
  }

  /** A block of a line, from what is before it. */
  private line(row: number, block: number): void {
    const { kernel, blocks, rowLength } = this.loop
    this.code.begin(block > 0)
    if (block > 0)
      kernel.scans.forEach((_, k) => {
        ;(this.code.totals[k]! as unknown as Elements)[0] = (this.partials[k]! as unknown as Elements)[row * blocks + block]!
      })
    this.columns(this.row, block * SCAN_BLOCK, Math.min(rowLength, (block + 1) * SCAN_BLOCK))
  }

  /** A block of a run whose elements are neighbours, or neighbours of neighbours: gathered, then reduced in lanes. */
  private inner(row: number, block: number): void {
    const { kernel, lengths, runLength, blocks } = this.loop
    const last = lengths.length - 1
    const columns = lengths[last]!
    const first = block * BLOCK
    const count = Math.min(BLOCK, runLength - first)
    for (let done = 0; done < count; ) {
      const col = (first + done) % columns
      const n = Math.min(JS_TILE, count - done, columns - col)
      this.seek(this.run, this.row, kernel.rows, last, Math.floor((first + done) / columns))
      this.compute(n, this.along(this.run, col))
      for (let r = 0; r < this.gathered.length; r++) take(this.code.lanes[kernel.reduces[r]!.value]!, this.gathered[r]!, n, done)
      done += n
    }
    kernel.reduces.forEach(({ op, dtype }, r) => {
      const out = this.partials[r]! as unknown as Elements
      out[row * blocks + block] = reduceRun(op, dtype, this.gathered[r]! as unknown as Elements, 0, 1, count, true)
    })
  }

  /** A block of a run across which columns are kept: one row of columns after the other. */
  private outer(row: number, block: number, col0: number, col1: number): void {
    const { kernel, lengths, runLength, blocks, rowLength } = this.loop
    const last = lengths.length - 1
    // Lines that are scanned are one block.
    const end = kernel.scans.length > 0 ? runLength : Math.min(runLength, (block + 1) * BLOCK)
    for (let col = col0; col < col1; col += JS_TILE) {
      const n = Math.min(JS_TILE, col1 - col)
      this.code.begin(false)
      const sums = kernel.reduces.map(({ op, dtype }) => allocate(dtype, n).fill(reduceOps[op].begin(dtype) as never))
      for (let p = block * BLOCK; p < end; p++) {
        this.seek(this.run, this.row, kernel.rows, last, p)
        this.compute(n, this.along(this.run, col))
        kernel.reduces.forEach(({ op, dtype }, r) => {
          const { data, at, step } = this.code.lanes[kernel.reduces[r]!.value]!
          const sum = sums[r]!
          loopFor(reduceOps[op].combine, dtype)(n, sum, 0, 1, sum, 0, 1, data, at, step, sum, 0, 1)
        })
      }
      sums.forEach((sum, r) => {
        ;(this.partials[r]! as Float64Array).set(sum as Float64Array, (row * blocks + block) * rowLength + col)
      })
    }
  }
}

export const jsKernel = (loop: Loop): JsKernel => new JsKernel(loop)
