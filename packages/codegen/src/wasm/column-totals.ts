import { isLoopOp, type ScanOp } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import { ACCUMULATOR, columnsAtOnce } from '../scratch.js'
import { type Total, totalOf } from '../short-sums.js'
import type { Sink } from './columns.js'
import { combineScalar, combineStep, startScalar, startVector } from './combine.js'
import type { Frame } from './frame.js'
import type { Kernel } from './kernel.js'
import { laneWidth, widthIn } from './lanes.js'
import type { Running } from './running.js'
import type { Arg, Local, Ref } from './scope.js'
import { Vector } from './vector.js'
import { widen } from './widen.js'

/** Where the accumulators of reduction (or scan) `r` begin in scratch memory: one for each column of a call. */
export const home = (kernel: Kernel, r: number): number => r * columnsAtOnce(kernel) * ACCUMULATOR

/**
 * What the elements of each column come to, in scratch memory: one moving pointer for each lane width, since accumulators are as wide as their
 * lanes. As a sink it takes in what is reduced; as running totals it gives back what the elements so far come to.
 */
export class ColumnTotals implements Sink, Running {
  private readonly pointers = new Map<number, Local>()
  private readonly stepOf: Vector
  /** Which pass over the columns it is, from 1 on: steps have nothing to join with in the first. */
  private readonly pass: Local
  readonly all: readonly Total[]

  constructor(private readonly f: Frame) {
    const { kernel } = f
    this.all = (kernel.scans.length > 0 ? kernel.scans : kernel.reduces).map((r) => totalOf(kernel, r))
    this.stepOf = new Vector(f.e, f.plan.lanes)
    this.pass = f.e.local(f.e.wasm.types.i32)
    for (const { dtype } of this.all) {
      const width = laneWidth(dtype)
      if (!this.pointers.has(width)) this.pointers.set(width, f.e.local(f.e.wasm.types.i32))
    }
  }

  /** The pointers go to the first column. */
  restart(): void {
    const { e, args } = this.f
    for (const p of this.pointers.values()) e.set(p, args.scratch.get())
    e.addI32(this.pass, e.i32(1))
  }

  private join(op: ScanOp, first: () => void, others: () => void): void {
    const { e } = this.f
    if (isLoopOp(op)) this.stepOf.inside(() => e.if(e.m.i32.eq(this.pass.get(), e.i32(1)), first, others))
    else others()
  }

  /** Every accumulator of so many columns set to what nothing comes to: whole vectors first, then singles. `count` is used up. */
  clear(width: Local, count: Local): void {
    const { e, args } = this.f
    const { i32 } = e.m
    const start = this.f.kernel.scans.length > 0 ? 'identity' : 'begin'
    e.set(this.pass, e.i32(0))
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
      fill(step, () => e.m.v128.store(home(this.f.kernel, r), 4, pointer.get(), startVector(e, start, op, dtype)))
      const lane = laneOf(dtype)
      fill(1, () => e.m[lane].store(home(this.f.kernel, r), 4, pointer.get(), startScalar(e, start, op, dtype)))
      e.release(pointer)
    })
  }

  vector(r: number, regs: readonly Arg[], first: number): Ref[] {
    const { e, plan } = this.f
    const { op, from, dtype } = this.all[r]!
    const width = laneWidth(dtype)
    const pointer = this.pointers.get(width)!.get
    const at = (j: number): number => home(this.f.kernel, r) + first * width + 16 * j
    const values = widen(e, from, widthIn(plan.lanes, from), regs)
    const joined = values.map(() => e.temporary(e.wasm.types.v128))
    const change = (to: readonly Ref[]): void => {
      joined.forEach((l, j) => {
        e.set(l, to[j]!)
      })
    }
    const join = (): void => {
      const old = values.map((_, j) => e.letV128(e.m.v128.load(at(j), width, pointer())))
      change(combineStep(this.stepOf, op, dtype, old, values))
    }
    this.join(op, () => change(values.map((value) => value())), join)
    joined.forEach((l, j) => {
      e.emit(e.m.v128.store(at(j), width, pointer(), l.get()))
    })
    return joined.map((l) => l.get())
  }

  scalar(r: number, value: Arg): Ref {
    const { e } = this.f
    const { op, dtype } = this.all[r]!
    const lane = laneOf(dtype)
    const width = laneWidth(dtype)
    const pointer = this.pointers.get(width)!.get
    const joined = e.temporary(e.wasm.types[lane])
    const join = (): void => {
      const old = e.let(e.wasm.types[lane], e.m[lane].load(home(this.f.kernel, r), width, pointer()))
      e.set(joined, combineScalar(e, op, dtype, old, value))
    }
    this.join(op, () => e.set(joined, value()), join)
    e.emit(e.m[lane].store(home(this.f.kernel, r), width, pointer(), joined.get()))
    return joined.get()
  }

  bump(elements: number): void {
    for (const [width, pointer] of this.pointers) this.f.e.addI32(pointer, this.f.e.i32(elements * width))
  }
}
