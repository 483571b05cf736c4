import {
  allocate,
  type DType,
  isLoopOp,
  type Loop,
  LoopLimitError,
  type LoopOp,
  loopOf,
  loopParts,
  type Scalar,
  type TypedArray,
} from '@weldarray/ir'
import type { Loop as JsLoop } from '../generated/index.js'
import { loopFor } from './loops.js'

/** Elements of an operand: an array, the first element in it, and the distance to the next (0: one for all). */
export interface Lane {
  data: TypedArray
  at: number
  step: number
}

/** A result that is wanted: what is carried at place `k`, for as many neighbouring elements as there are. */
interface Wanted {
  readonly k: number
  readonly out: TypedArray
}

type Elements = { [i: number]: Scalar }

const own = (dtype: DType, length: number): Lane => ({ data: allocate(dtype, length), at: 0, step: 1 })

function one(dtype: DType, value: Scalar): Lane {
  const data = allocate(dtype, 1)
  ;(data as unknown as Elements)[0] = value
  return { data, at: 0, step: 0 }
}

/**
 * A loop within elements, in JavaScript: an operation at a time over the elements that are still in it, which move together as others
 * leave. The same bits as one element after the other.
 */
class Rounds {
  private readonly loop: Loop
  /** By number, as the loop's lines name them. */
  private readonly lanes: Lane[]
  private readonly after: Lane[]
  private readonly actions: ((n: number) => void)[]
  private readonly index: Int32Array
  private readonly constants: number

  constructor(op: LoopOp, most: number) {
    const loop = loopOf(op)
    this.loop = loop
    this.constants = loop.carried.length
    this.lanes = [
      ...loop.carried.map((d) => own(d, most)),
      ...loop.invariants.map((d) => own(d, most)),
      ...loop.lines.map((l) => (l.op === 'lit' ? one(l.dtype, l.value) : own(l.dtype, most))),
    ]
    this.after = loop.carried.map((d) => own(d, most))
    this.index = new Int32Array(most)
    const types = [...loop.carried, ...loop.invariants, ...loop.lines.map((l) => l.dtype)]
    const first = types.length - loop.lines.length
    this.actions = loop.lines.map((line, i) => {
      if (line.op === 'lit') return () => {}
      const lane = this.lanes[first + i]!
      const operands = line.args.map((a) => this.lanes[a]!)
      if (isLoopOp(line.op)) {
        const inner = new Rounds(line.op, most)
        const k = loopOf(line.op).result
        return (n) => inner.run(n, operands, [{ k, out: lane.data }])
      }
      return running(loopFor(line.op, types[line.args[line.args.length - 1]!]!, line.dtype), lane, operands)
    })
  }

  /** Runs the loop for `n` elements of the operands (which take part, what is carried, what stays). Throws `LoopLimitError`. */
  run(n: number, all: readonly Lane[], wanted: readonly Wanted[]): void {
    const { loop, lanes, index, actions } = this
    const [enter, operands] = loopParts(loop, all)
    for (const { k, out } of wanted) take(operands[k]!, out, n)
    let count = 0
    const entering = enter?.data as unknown as Elements
    for (let i = 0; i < n; i++) if (enter === null || entering[enter.at + i * enter.step]) index[count++] = i
    operands.forEach((operand, k) => {
      this.gather(lanes[k]!, operand, k >= this.constants, count)
    })
    const test = lanes[loop.test]!
    for (let rounds = 0; count > 0; rounds++) {
      for (let i = 0; i < loop.head; i++) actions[i]!(count)
      count = this.leave(count, test, wanted)
      if (count === 0) return
      if (rounds >= loop.limit) throw new LoopLimitError()
      for (let i = loop.head; i < actions.length; i++) actions[i]!(count)
      for (let k = 0; k < loop.next.length; k++) take(lanes[loop.next[k]!]!, this.after[k]!.data, count)
      for (let k = 0; k < loop.next.length; k++) {
        const lane = lanes[k]!
        const { data } = lane
        lane.data = this.after[k]!.data
        this.after[k]!.data = data
      }
    }
  }

  /** A step, for `n` elements: what is carried in the first operand, and after it in `out`. */
  step(n: number, operands: readonly [Lane, Lane], out: TypedArray): void {
    const { loop, lanes, index } = this
    for (let i = 0; i < n; i++) index[i] = i
    operands.forEach((operand, k) => {
      this.gather(lanes[k]!, operand, k >= this.constants, n)
    })
    for (let i = 0; i < this.actions.length; i++) this.actions[i]!(n)
    take(lanes[loop.next[0]!]!, out, n)
  }

  private gather(lane: Lane, from: Lane, stays: boolean, count: number): void {
    const source = from.data as unknown as Elements
    const to = lane.data as unknown as Elements
    // What is the same for all and stays so is one element.
    lane.step = stays && from.step === 0 ? 0 : 1
    if (lane.step === 0) to[0] = source[from.at]!
    else for (let i = 0; i < count; i++) to[i] = source[from.at + this.index[i]! * from.step]!
  }

  /** Hands out the results of elements that are at their end; the others move together. */
  private leave(count: number, test: Lane, wanted: readonly Wanted[]): number {
    const { loop, lanes, index } = this
    const goes = test.data as unknown as Elements
    let kept = 0
    let same = 0
    for (let i = 0; i < count; i++) {
      if (goes[i * test.step]) {
        if (i === kept) same = ++kept
        else kept++
        continue
      }
      for (const { k, out } of wanted) (out as unknown as Elements)[index[i]!] = (lanes[k]!.data as unknown as Elements)[i]!
    }
    if (kept === count || kept === 0) return kept
    const moved = loop.carried.length + loop.invariants.length + loop.head
    // The test moves last: it tells who stays.
    for (let l = 0; l < moved; l++) if (l !== loop.test && lanes[l]!.step === 1) pack(lanes[l]!.data, goes, same, count)
    pack(index, goes, same, count)
    if (test.step === 1) pack(test.data, goes, same, count)
    return kept
  }
}

/** A loop, for up to so many elements at a time. */
export const roundsOf = (op: LoopOp, most: number): Rounds => new Rounds(op, most)

/** Neighbouring elements of a lane, from a place of `to` on. */
export function take({ data, at, step }: Lane, to: TypedArray, n: number, first = 0): void {
  const source = data as unknown as Elements
  const target = to as unknown as Elements
  for (let i = 0; i < n; i++) target[first + i] = source[at + i * step]!
}

/** What runs a generated loop over lanes; the result is one element where all operands are. */
export function running(compute: JsLoop, out: Lane, [a, b = a, c = a]: readonly Lane[]): (n: number) => void {
  return (n) => {
    out.step = a!.step === 0 && b!.step === 0 && c!.step === 0 ? 0 : 1
    compute(out.step === 0 ? 1 : n, out.data, 0, 1, a!.data, a!.at, a!.step, b!.data, b!.at, b!.step, c!.data, c!.at, c!.step)
  }
}

/** The elements that stay, from the first that does not stay where it is on. */
function pack(data: TypedArray, goes: Elements, same: number, count: number): void {
  const elements = data as unknown as Elements
  let to = same
  for (let i = same; i < count; i++) if (goes[i]) elements[to++] = elements[i]!
}
