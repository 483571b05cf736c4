import {
  allocate,
  BLOCK,
  blockTotal,
  combiner,
  type DType,
  isLoopOp,
  type LoopOp,
  loopOf,
  type NamedOp,
  placeOf,
  reduceOps,
  reduceRun,
  SCAN_BLOCK,
  type Scalar,
  type TypedArray,
  zeroOf,
} from '@weldarray/ir'
import { neededFor } from '@weldarray/optimizer'
import type { Loop } from '../execute/loop.js'
import type { Loop as JsLoop } from '../generated/index.js'
import type { Memory } from '../graph/memory.js'
import { JS_TILE } from '../schedule/costs.js'
import type { Run } from '../team/job.js'
import { loopFor } from '../tiers/loops.js'
import { type Lane, Rounds } from '../tiers/rounds.js'

type Elements = { [i: number]: Scalar }

/** An instruction ready to run on tiles. */
type Action = (n: number, at: readonly number[]) => void

/**
 * A loop in JavaScript, with the interface of a compiled kernel: chunk by chunk, a tile at a time, an operation at a time, with the
 * generated loops. The same bits as the kernel. Made once a loop; its tiles are used again.
 */
export class JsKernel {
  private readonly lanes: Lane[]
  private readonly actions: readonly Action[]
  /** What computes the elements that are scanned, and nothing else. */
  private readonly beforeScans: readonly Action[]
  /** What the elements so far come to: of each scan, or of each of its columns. */
  private readonly totals: readonly TypedArray[]
  private data: (TypedArray | null)[] = []
  private start: number[] = []
  private partials: readonly TypedArray[] = []
  private gathered: readonly TypedArray[] = []
  private readonly at: number[]
  private readonly row: number[]
  private readonly run: number[]

  constructor(private readonly loop: Loop) {
    const { kernel } = loop
    const { code } = kernel
    const widest = kernel.kind === 'inner' && kernel.scans.length === 0 ? BLOCK : JS_TILE
    this.at = loop.accesses.map(() => 0)
    this.row = [...this.at]
    this.run = [...this.at]
    this.lanes = code.map((c) => {
      if (c.op === 'lit' && 'value' in c) return { data: one(c.dtype, c.value), at: 0, step: 0 }
      if (c.op === 'param') return { data: allocate(c.dtype, 1), at: 0, step: 0 }
      return { data: c.op === 'load' ? one(c.dtype, zeroOf(c.dtype)) : allocate(c.dtype, widest), at: 0, step: 1 }
    })
    this.totals = kernel.scans.map(({ dtype }) => allocate(dtype, kernel.kind === 'inner' ? 1 : JS_TILE))
    const actions = code.map((_, i) => this.actionOf(i))
    const before = neededFor(
      code,
      kernel.scans.map((s) => s.value),
    )
    const isThere = (action: Action | null): action is Action => action !== null
    this.actions = actions.filter(isThere)
    this.beforeScans = actions.filter((_, i) => before[i]).filter(isThere)
  }

  private actionOf(i: number): Action | null {
    const { loop, lanes } = this
    const c = loop.kernel.code[i]!
    const lane = lanes[i]!
    if (c.op === 'load' && 'slot' in c)
      return (_, at) => {
        lane.at = at[c.slot]!
      }
    if (c.op === 'iota' && 'slot' in c)
      return (n, at) => {
        const strides = loop.strides[c.slot]!
        const step = strides[strides.length - 1]!
        const out = lane.data as Float64Array
        for (let k = 0; k < n; k++) out[k] = at[c.slot]! + k * step
      }
    if (c.op === 'scan' && 'scan' in c) return this.scan(c.scan, lanes[c.args[0]!]!, lane.data)
    if (c.op === 'gather' && 'slot' in c) return this.gather(c.slot, lanes[c.args[0]!]!, lane)
    if (!('args' in c)) return null
    if (isLoopOp(c.op)) return this.rounds(i, c.op, c.args)
    const from = loop.kernel.code[c.args[c.args.length - 1]!]!.dtype
    const compute: JsLoop = loopFor(c.op as NamedOp, from, c.dtype)
    const a = lanes[c.args[0]!]!
    const b = lanes[c.args[1] ?? c.args[0]!]!
    const d = lanes[c.args[2] ?? c.args[0]!]!
    return (n) => {
      lane.step = a.step === 0 && b.step === 0 && d.step === 0 ? 0 : 1
      compute(lane.step === 0 ? 1 : n, lane.data, 0, 1, a.data, a.at, a.step, b.data, b.at, b.step, d.data, d.at, d.step)
    }
  }

  /** What each element comes to with those before it: one after the other, or all columns of a tile with those of the row before. */
  private scan(k: number, value: Lane, out: TypedArray): Action {
    const { op, dtype } = this.loop.kernel.scans[k]!
    if (this.loop.kernel.kind === 'outer') {
      const join = loopFor(reduceOps[op].combine, dtype)
      return (n) => {
        const total = this.totals[k]!
        join(n, total, 0, 1, total, 0, 1, value.data, value.at, value.step, total, 0, 1)
        out.set((total as Float64Array).subarray(0, n) as never)
      }
    }
    const combine = combiner(op, dtype)
    return (n) => {
      const [total, from, to] = [this.totals[k]!, value.data, out] as unknown as Elements[]
      // Stores round and wrap.
      for (let i = 0; i < n; i++) to![i] = total![0] = combine(total![0]!, from![value.at + i * value.step]!)
    }
  }

  /** Elements from where an index tells. */
  private gather(slot: number, index: Lane, lane: Lane): Action {
    const { loop } = this
    const mode = loop.kernel.accesses[slot]!.mode!
    return (n, at) => {
      const [from, to, indices] = [this.data[slot]!, lane.data, index.data] as unknown as Elements[]
      const strides = loop.strides[slot]!
      const step = strides[strides.length - 1]!
      const [scale, length, start] = [loop.scales[slot]!, loop.counts[slot]!, at[slot]!]
      for (let k = 0; k < n; k++) {
        const place = placeOf(indices![index.at + k * index.step]!, length, mode)
        if (place < 0) loop.parameters.fail()
        to![k] = from![start + k * step + (place < 0 ? 0 : place * scale)]!
      }
    }
  }

  /** A loop within elements; its other results are found with the first. */
  private rounds(i: number, op: LoopOp, args: readonly number[]): Action | null {
    const { code } = this.loop.kernel
    const { body } = loopOf(op)
    const alike = code.flatMap((c, j) =>
      isLoopOp(c.op) && 'args' in c && loopOf(c.op).body === body && String(c.args) === String(args) ? [j] : [],
    )
    if (alike[0] !== i) return null
    const widest = this.lanes[i]!.data.length
    const rounds = new Rounds(op, widest)
    const operands = args.map((a) => this.lanes[a]!)
    const wanted = alike.map((j) => ({ k: loopOf(code[j]!.op).result, out: this.lanes[j]!.data }))
    return (n) => rounds.run(n, operands, wanted)
  }

  /** Says what the loop runs on: memories by buffer, the user's constants, where partial results go. */
  bind(memories: readonly (Memory | undefined)[], constants: readonly Scalar[], partials: readonly TypedArray[]): Run {
    const { accesses, offsets, bases, step, strides, kernel, runLength } = this.loop
    this.data = accesses.map((a) => (a.buffer < 0 ? null : memories[a.buffer]!.data))
    this.start = accesses.map((_, i) => offsets[i]! + bases[i]!)
    this.partials = partials
    if (kernel.kind === 'inner') this.gathered = kernel.reduces.map(({ dtype }) => allocate(dtype, Math.min(BLOCK, runLength)))
    kernel.code.forEach((c, i) => {
      const lane = this.lanes[i]!
      if (c.op === 'param' && 'slot' in c) {
        const { slot, value } = step.binding.params[c.slot]!
        ;(lane.data as unknown as Elements)[0] = slot < 0 ? value : constants[slot]!
      } else if (c.op === 'load' && 'slot' in c) {
        const own = strides[c.slot]!
        lane.data = this.data[c.slot]!
        lane.step = own[own.length - 1]!
      }
    })
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
    const [index, value] = [this.lanes[of.index]!, this.lanes[of.value]!]
    const [to, indices, values] = [this.data[slot], index.data, value.data] as unknown as Elements[]
    for (let k = 0; k < n; k++) {
      const place = placeOf(indices![index.at + k * index.step]!, counts[slot]!, 'raise')
      if (place < 0) parameters.fail()
      const bin = first + Math.max(0, place)
      // Stores bring it into the range of the dtype.
      to![bin] = ((to![bin] as number) + (values![value.at + k * value.step] as number)) as Scalar
    }
  }

  private compute(n: number, at: readonly number[], actions = this.actions): void {
    for (let i = 0; i < actions.length; i++) actions[i]!(n, at)
    const { kernel, strides } = this.loop
    if (actions === this.beforeScans) return
    for (let i = 0; i < kernel.scatters.length; i++) this.scatter(i, n, at[kernel.scatters[i]!.slot]!)
    kernel.stores.forEach(({ slot, value }) => {
      const lane = this.lanes[value]!
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
    const cells = kernel.scans.map(({ dtype }) => allocate(dtype, SCAN_BLOCK) as unknown as Elements)
    for (let done = 0; done < SCAN_BLOCK; done += JS_TILE) {
      this.compute(JS_TILE, this.along(this.row, block * SCAN_BLOCK + done), this.beforeScans)
      cells.forEach((to, k) => {
        const { data, at, step } = this.lanes[kernel.scans[k]!.value]!
        const from = data as unknown as Elements
        for (let i = 0; i < JS_TILE; i++) to[done + i] = from[at + i * step]!
      })
    }
    kernel.scans.forEach(({ op, dtype }, k) => {
      const out = this.partials[k]! as unknown as Elements
      out[row * blocks + block] = blockTotal(op, dtype, cells[k]!, 0)
    })
  }

  /** A block of a line, from what is before it. */
  private line(row: number, block: number): void {
    const { kernel, blocks, rowLength } = this.loop
    kernel.scans.forEach(({ op, dtype }, k) => {
      const before =
        block === 0 ? reduceOps[op].identity(dtype) : (this.partials[k]! as unknown as Elements)[row * blocks + block]!
      ;(this.totals[k]! as unknown as Elements)[0] = before
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
      const n = Math.min(count - done, columns - col)
      this.seek(this.run, this.row, kernel.rows, last, Math.floor((first + done) / columns))
      this.compute(n, this.along(this.run, col))
      for (let r = 0; r < this.gathered.length; r++) {
        const { data, at, step } = this.lanes[kernel.reduces[r]!.value]!
        const to = this.gathered[r]! as unknown as Elements
        const from = data as unknown as Elements
        for (let k = 0; k < n; k++) to[done + k] = from[at + k * step]!
      }
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
      this.totals.forEach((total, k) => {
        const { op, dtype } = kernel.scans[k]!
        total.fill(reduceOps[op].identity(dtype) as never)
      })
      const sums = kernel.reduces.map(({ op, dtype }) => allocate(dtype, n).fill(reduceOps[op].identity(dtype) as never))
      for (let p = block * BLOCK; p < end; p++) {
        this.seek(this.run, this.row, kernel.rows, last, p)
        this.compute(n, this.along(this.run, col))
        kernel.reduces.forEach(({ op, dtype }, r) => {
          const { data, at, step } = this.lanes[kernel.reduces[r]!.value]!
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

function one(dtype: DType, value: Scalar): TypedArray {
  const data = allocate(dtype, 1)
  ;(data as unknown as Elements)[0] = value
  return data
}

export const jsKernel = (loop: Loop): JsKernel => new JsKernel(loop)
