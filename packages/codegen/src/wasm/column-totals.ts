import { laneOf } from '../emitters/types.js'
import { ACCUMULATOR, OUTER_TILE } from '../scratch.js'
import type { Sink } from './columns.js'
import { combineScalar, combineVector, identityScalar, identityVector } from './combine.js'
import type { Frame } from './frame.js'
import { laneWidth, widthIn } from './lanes.js'
import type { Running } from './running.js'
import type { Arg, Local, Ref } from './scope.js'
import { widen } from './widen.js'

/** Where the accumulators of reduction (or scan) `r` begin in scratch memory: one for each column of the tile. */
export const home = (r: number): number => r * OUTER_TILE * ACCUMULATOR

/**
 * What the elements of each column come to, in scratch memory: one moving pointer for each lane width, since accumulators are as wide as their
 * lanes. As a sink it takes in what is reduced; as running totals it gives back what the elements so far come to.
 */
export class ColumnTotals implements Sink, Running {
  private readonly pointers = new Map<number, Local>()

  constructor(private readonly f: Frame) {
    for (const { dtype } of this.all) {
      const width = laneWidth(dtype)
      if (!this.pointers.has(width)) this.pointers.set(width, f.e.local(f.e.wasm.types.i32))
    }
  }

  private get all(): Frame['kernel']['reduces'] {
    const { reduces, scans } = this.f.kernel
    return scans.length > 0 ? scans : reduces
  }

  /** The pointers go to the first column. */
  restart(): void {
    const { e, args } = this.f
    for (const p of this.pointers.values()) e.set(p, args.scratch.get())
  }

  /** Every accumulator of so many columns set to what changes nothing: whole vectors first, then singles. `count` is used up. */
  clear(width: Local, count: Local): void {
    const { e, args } = this.f
    const { i32 } = e.m
    this.all.forEach(({ op, dtype }, r) => {
      const step = 16 / laneWidth(dtype)
      const pointer = e.hold(e.wasm.types.i32, args.scratch.get())
      e.set(count, width.get())
      const fill = (elements: number, store: () => Ref): void =>
        e.if(i32.ge_u(count.get(), e.i32(elements)), () =>
          e.doWhile(() => {
            e.emit(store())
            e.addI32(pointer, e.i32(elements * laneWidth(dtype)))
            e.addI32(count, e.i32(-elements))
            return i32.ge_u(count.get(), e.i32(elements))
          }),
        )
      fill(step, () => e.m.v128.store(home(r), 4, pointer.get(), identityVector(e, op, dtype)))
      const lane = laneOf(dtype)
      fill(1, () => e.m[lane].store(home(r), 4, pointer.get(), identityScalar(e, op, dtype)))
      e.release(pointer)
    })
  }

  vector(r: number, regs: readonly Arg[], first: number): Ref[] {
    const { e, plan } = this.f
    const { op, dtype } = this.all[r]!
    const width = laneWidth(dtype)
    const pointer = this.pointers.get(width)!.get
    return widen(e, dtype, widthIn(plan.lanes, dtype), regs).map((value, j) => {
      const offset = home(r) + first * width + 16 * j
      const old = e.letV128(e.m.v128.load(offset, width, pointer()))
      const joined = e.letV128(combineVector(e, op, dtype, old, value))
      e.emit(e.m.v128.store(offset, width, pointer(), joined()))
      return joined()
    })
  }

  scalar(r: number, value: Arg): Ref {
    const { e } = this.f
    const { op, dtype } = this.all[r]!
    const lane = laneOf(dtype)
    const width = laneWidth(dtype)
    const pointer = this.pointers.get(width)!.get
    const old = e.let(e.wasm.types[lane], e.m[lane].load(home(r), width, pointer()))
    const joined = e.let(e.wasm.types[lane], combineScalar(e, op, dtype, old, value))
    e.emit(e.m[lane].store(home(r), width, pointer(), joined()))
    return joined()
  }

  bump(elements: number): void {
    for (const [width, pointer] of this.pointers) this.f.e.addI32(pointer, this.f.e.i32(elements * width))
  }
}
