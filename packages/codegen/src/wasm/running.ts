import { isLoopOp } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import { combineScalar, startScalar } from './combine.js'
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
  /** Of the first line of each scan by a step: whether there is a total yet. The other lines have one. */
  private readonly begun: readonly (Local | null)[]

  constructor(
    private readonly f: Frame,
    lines: number,
  ) {
    this.totals = f.kernel.scans.map(({ dtype }) => Array.from({ length: lines }, () => f.e.local(f.e.wasm.types[laneOf(dtype)])))
    this.begun = f.kernel.scans.map(({ op }) => (isLoopOp(op) ? f.e.local(f.e.wasm.types.i32) : null))
  }

  /** Says what a line begins with. */
  begin(index: number, line: number, value: Ref): void {
    this.f.e.set(this.totals[index]![line]!, value)
    if (line === 0) this.tell(index, 1)
  }

  /** Says that the first line begins with its first element. */
  beginWithNothing(index: number): void {
    const { e, kernel } = this.f
    const { op, dtype } = kernel.scans[index]!
    e.set(this.totals[index]![0]!, startScalar(e, 'identity', op, dtype))
    this.tell(index, 0)
  }

  private tell(index: number, begun: number): void {
    const { e } = this.f
    const local = this.begun[index]!
    if (local !== null) e.set(local, e.i32(begun))
  }

  vector(index: number, regs: readonly Arg[], _: number, step: number): Ref[] {
    const { e, kernel } = this.f
    const lane = laneOf(kernel.scans[index]!.dtype)
    const ops = e.v(lane)
    const line = this.totals[index]!.length === 1 ? 0 : step
    const total = this.totals[index]![line]!
    return regs.map((reg) => {
      const lanes: Arg[] = []
      for (let k = 0; k < LANES[lane]; k++) {
        this.take(index, line, e.let(e.wasm.types[lane], ops.extract_lane!(reg() as never, k)))
        lanes.push(e.let(e.wasm.types[lane], total.get()))
      }
      return lanes.slice(1).reduce((all, one, k) => ops.replace_lane!(all, k + 1, one()), ops.splat!(lanes[0]!()))
    })
  }

  scalar(index: number, value: Arg): Ref {
    this.take(index, 0, value)
    return this.totals[index]![0]!.get()
  }

  private take(index: number, line: number, value: Arg): void {
    const { e, kernel } = this.f
    const { op, dtype } = kernel.scans[index]!
    const total = this.totals[index]![line]!
    const begun = this.begun[index]!
    const join = (): void => e.scoped(() => e.set(total, combineScalar(e, op, dtype, total.get, value)))
    if (begun === null || line > 0) join()
    else
      e.if(begun.get(), join, () => {
        e.set(total, value())
        e.set(begun, e.i32(1))
      })
  }
}
