import {
  allocate,
  type DType,
  isLoopOp,
  type LoopOp,
  loopOf,
  type NamedOp,
  placeOf,
  type Scalar,
  type TypedArray,
  zeroOf,
} from '@weldarray/ir'
import { neededFor } from '@weldarray/optimizer'
import type { Loop } from '../execute/loop.js'
import { JS_TILE } from '../schedule/costs.js'
import { joining, joiningTiles } from '../tiers/joining.js'
import { loopFor } from '../tiers/loops.js'
import { type Lane, roundsOf, running, take } from '../tiers/rounds.js'
import { tilesOf } from './tiles.js'

type Elements = { [i: number]: Scalar }

/** An instruction ready to run on tiles. */
type Action = (n: number, at: readonly number[]) => void

/** The code of a kernel over a tile of elements, an instruction at a time, with the generated loops. */
export class TileCode {
  /** The values of the instructions, for the tile that was computed last. */
  readonly lanes: readonly Lane[]
  /** What the elements so far come to: of each scan, or of each of its columns. */
  readonly totals: readonly TypedArray[]
  /** Whether anything has come to them yet. */
  private begun = false
  private readonly actions: readonly Action[]
  private readonly beforeScans: readonly Action[]
  private data: readonly (TypedArray | null)[] = []

  constructor(private readonly loop: Loop) {
    const { kernel } = loop
    const { code } = kernel
    const tiles = tilesOf(kernel)
    this.lanes = code.map((c, i) => {
      if (c.op === 'lit' && 'value' in c) return { data: one(c.dtype, c.value), at: 0, step: 0 }
      if (c.op === 'param') return { data: allocate(c.dtype, 1), at: 0, step: 0 }
      return { data: tiles[i] ?? one(c.dtype, zeroOf(c.dtype)), at: 0, step: 1 }
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

  /** Says what it runs on: what each access reads or writes, and the user's constants. */
  bind(data: readonly (TypedArray | null)[], constants: readonly Scalar[]): void {
    const { kernel, step, strides } = this.loop
    this.data = data
    kernel.code.forEach((c, i) => {
      const lane = this.lanes[i]!
      if (c.op === 'param' && 'slot' in c) {
        const { slot, value } = step.binding.params[c.slot]!
        ;(lane.data as unknown as Elements)[0] = slot < 0 ? value : constants[slot]!
      } else if (c.op === 'load' && 'slot' in c) {
        const own = strides[c.slot]!
        lane.data = data[c.slot]!
        lane.step = own[own.length - 1]!
      }
    })
  }

  /** Lines begin: with what is in `totals`, or with their first elements. */
  begin(withTotals: boolean): void {
    this.begun = withTotals
  }

  /** The values of `n` elements, up to a tile, from where each access is. */
  compute(n: number, at: readonly number[]): void {
    for (let i = 0; i < this.actions.length; i++) this.actions[i]!(n, at)
    this.begun = true
  }

  /** Those that are scanned, and nothing else. */
  computeScanned(n: number, at: readonly number[]): void {
    for (let i = 0; i < this.beforeScans.length; i++) this.beforeScans[i]!(n, at)
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
    return running(
      loopFor(c.op as NamedOp, from, c.dtype),
      lane,
      c.args.map((a) => lanes[a]!),
    )
  }

  /** What each element comes to with those before it: one after the other, or all columns of a tile with those of the row before. */
  private scan(k: number, value: Lane, out: TypedArray): Action {
    const { op, dtype } = this.loop.kernel.scans[k]!
    const data = this.totals[k]!
    if (this.loop.kernel.kind === 'outer') {
      const total = { data, at: 0, step: 1 }
      const join = joiningTiles(op, dtype)
      return (n) => {
        if (this.begun) join(n, total, value)
        else take(value, data, n)
        out.set((data as Float64Array).subarray(0, n) as never)
      }
    }
    const combine = joining(op, dtype)
    return (n) => {
      const [total, from, to] = [data, value.data, out] as unknown as Elements[]
      // Stores round and wrap.
      for (let i = 0; i < n; i++) {
        const element = from![value.at + i * value.step]!
        to![i] = total![0] = this.begun || i > 0 ? combine(total![0]!, element) : element
      }
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
    const rounds = roundsOf(op, JS_TILE)
    const operands = args.map((a) => this.lanes[a]!)
    const wanted = alike.map((j) => ({ k: loopOf(code[j]!.op).result, out: this.lanes[j]!.data }))
    return (n) => rounds.run(n, operands, wanted)
  }
}

function one(dtype: DType, value: Scalar): TypedArray {
  const data = allocate(dtype, 1)
  ;(data as unknown as Elements)[0] = value
  return data
}
