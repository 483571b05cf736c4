import { laneOf } from '../emitters/types.js'
import { combineScalar } from './combine.js'
import type { Frame } from './frame.js'
import type { Arg, Local, Ref } from './scope.js'

/** What becomes of the elements that are scanned: each is joined with what those before it came to. */
export interface Running {
  /** Registers of scan `index` (bool as 0/1), for the elements `first` past the pointers, of the vector step number `step` of those side by side. */
  vector(index: number, regs: readonly Arg[], first: number, step: number): Ref[]
  scalar(index: number, value: Arg): Ref
}

/** Elements of a register with lanes of a type. */
const LANES = { f64: 2, i64: 2, f32: 4, i32: 4 } as const

/**
 * Running totals of lines: one after the other, in a local for each scan, or in several, where several lines are gone through side by side, which
 * do not wait for one another.
 */
export class LineTotals implements Running {
  private readonly totals: readonly (readonly Local[])[]

  constructor(
    private readonly f: Frame,
    lines: number,
  ) {
    this.totals = f.kernel.scans.map(({ dtype }) => Array.from({ length: lines }, () => f.e.local(f.e.wasm.types[laneOf(dtype)])))
  }

  /** Says what a line begins with. */
  begin(index: number, line: number, value: Ref): void {
    this.f.e.set(this.totals[index]![line]!, value)
  }

  vector(index: number, regs: readonly Arg[], _: number, step: number): Ref[] {
    const { e, kernel } = this.f
    const lane = laneOf(kernel.scans[index]!.dtype)
    const ops = e.v(lane)
    const total = this.totals[index]![this.totals[index]!.length === 1 ? 0 : step]!
    return regs.map((reg) => {
      const lanes: Arg[] = []
      for (let k = 0; k < LANES[lane]; k++) {
        const value = e.let(e.wasm.types[lane], ops.extract_lane!(reg() as never, k))
        lanes.push(e.let(e.wasm.types[lane], this.joined(index, lanes[k - 1] ?? total.get, value)))
      }
      e.set(total, lanes[lanes.length - 1]!())
      return lanes.slice(1).reduce((all, one, k) => ops.replace_lane!(all, k + 1, one()), ops.splat!(lanes[0]!()))
    })
  }

  scalar(index: number, value: Arg): Ref {
    const total = this.totals[index]![0]!
    this.f.e.set(total, this.joined(index, total.get, value))
    return total.get()
  }

  private joined(index: number, before: Arg, value: Arg): Ref {
    const { op, dtype } = this.f.kernel.scans[index]!
    return combineScalar(this.f.e, op, dtype, before, value)
  }
}
