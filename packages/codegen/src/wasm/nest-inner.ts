import { BLOCK, type DType, dtypeInfo, isLoopOp, LANES, type ScanOp } from '@weldarray/ir'
import { castScalar } from '../emitters/cast-scalar.js'
import { laneOf } from '../emitters/types.js'
import { ACCUMULATOR } from '../scratch.js'
import { type Total, totalOf } from '../short-sums.js'
import { storeScalar } from './access.js'
import { accumulator, joinShort } from './accumulator.js'
import { combineTree, combineUnforeseen, type Start, startVector } from './combine.js'
import type { Frame } from './frame.js'
import { laneWidth } from './lanes.js'
import { Odometer } from './odometer.js'
import { Invariants, scalarBody } from './scalar-body.js'
import type { Arg, Local, Ref, Scope } from './scope.js'
import { VectorBody } from './vector-body.js'

/** Where the accumulators of reduction `r` begin in scratch memory: LANES lanes in order, as wide as its lane type. */
const home = (r: number): number => r * LANES * ACCUMULATOR

/** How the reduced sequence is cut into blocks, what the lanes of a block begin with, and how they are joined. */
export interface Cut {
  readonly block: number
  readonly start: Start
  readonly join: (e: Scope, op: ScanOp, dtype: DType, lanes: readonly Arg[]) => Arg
}

const REDUCTION: Cut = { block: BLOCK, start: 'begin', join: combineTree }

/**
 * The innermost axis is reduced. A block is a number of segments, contiguous stretches of that axis; element `p`
 * of the block goes to lane `p mod LANES` whatever segment it is in, so a segment may begin in the middle of the
 * lanes: single elements up to lane 0, whole vectors of LANES, single elements for the rest.
 */
class InnerNest {
  private readonly e
  private readonly invariants: Invariants
  private readonly body: VectorBody
  private readonly rows: Odometer
  private readonly runs: Odometer
  /** Elements of the block still to come; of the segment; singles before the next vector; lane of the next single. */
  private readonly left: Local
  private readonly segment: Local
  private readonly singles: Local
  private readonly lane: Local
  private readonly totals: readonly Total[]

  constructor(
    private readonly f: Frame,
    private readonly cut: Cut,
  ) {
    const { e, kernel } = f
    this.e = e
    this.invariants = new Invariants(f)
    this.body = new VectorBody(f, this.invariants)
    this.totals = kernel.reduces.map((r) => totalOf(kernel, r))
    this.rows = new Odometer(f, 0, kernel.rows)
    this.runs = new Odometer(f, kernel.rows, kernel.rows + kernel.runs)
    const local = (): Local => e.local(e.wasm.types.i32)
    this.left = local()
    this.segment = local()
    this.singles = local()
    this.lane = local()
  }

  /** Elements of a round of the vector loop. */
  private get round(): number {
    return this.f.plan.unroll * this.f.plan.lanes
  }

  /** Registers for LANES accumulators as memory holds them. */
  private registers(r: number): number {
    return (LANES * laneWidth(this.totals[r]!.dtype)) / 16
  }

  /** The accumulators of a reduction, register by register. */
  private load(r: number): Ref[] {
    const scratch = this.f.args.scratch.get
    return Array.from({ length: this.registers(r) }, (_, j) => this.e.m.v128.load(home(r) + 16 * j, 16, scratch()))
  }

  /**
   * Whole vectors while they last, with the accumulators in registers. Accumulators in lanes that are shorter than memory's start
   * from nothing, and are joined with those in memory afterwards: among integers the order does not matter.
   */
  private vectors(): void {
    const { e, f, totals } = this
    const { v128, i32 } = e.m
    const { v128: type } = e.wasm.types
    this.body.segment()
    const widths = totals.map(({ from, dtype }) => (from === dtype ? this.body.vector.width(dtype) : laneWidth(dtype)))
    const lanes = totals.map(({ op, dtype }, r) =>
      (widths[r]! < 4 ? [startVector(e, 'identity', op, dtype, widths[r])] : this.load(r)).map((reg) => e.hold(type, reg)),
    )
    const accumulators = totals.map((total, r) => accumulator(this.body.vector, total, lanes[r]!, widths[r]!))
    e.doWhile(() => {
      const { unroll, lanes: elements, together } = f.plan
      const count = together ? unroll : 1
      for (let k = 0; k < unroll; k += count)
        this.body.steps(count, k * elements, (r, regs, step) => accumulators[r]!.take((k + step) * regs.length, regs))
      f.bumpUnit(this.round)
      e.set(this.segment, i32.sub(this.segment.get(), e.i32(this.round)))
      return i32.ge_u(this.segment.get(), e.i32(this.round))
    })
    accumulators.forEach((acc, r) => {
      e.scoped(() => {
        const { op, dtype } = totals[r]!
        const regs = acc.finish()
        const whole = widths[r]! < 4 && !isLoopOp(op) ? joinShort(e, op, dtype, widths[r]!, regs, this.load(r)) : regs
        whole.forEach((reg, j) => {
          e.emit(v128.store(home(r) + 16 * j, 16, f.args.scratch.get(), reg))
        })
      })
      for (const l of lanes[r]!) e.release(l)
    })
  }

  private single(): void {
    const { e, f } = this
    const { i32 } = e.m
    scalarBody(f, this.invariants, (r, value) => {
      const { op, dtype } = this.totals[r]!
      const lane = laneOf(dtype)
      const width = laneWidth(dtype)
      const address = e.letI32(i32.add(f.args.scratch.get(), i32.mul(this.lane.get(), e.i32(width))))
      const old = e.let(e.wasm.types[lane], e.m[lane].load(home(r), width, address()))
      const joined = combineUnforeseen(e, op, dtype, old, value)
      e.emit(e.m[lane].store(home(r), width, address(), joined))
    })
    f.bumpUnit(1)
    f.bumpAny('element')
    e.set(this.lane, i32.and(i32.add(this.lane.get(), e.i32(1)), e.i32(LANES - 1)))
    e.set(this.singles, i32.sub(this.singles.get(), e.i32(1)))
  }

  /** `segment` elements from the current pointers. At most two rounds: singles and vectors, then the remaining singles. */
  private segmentLoop(): void {
    const { e } = this
    const { i32 } = e.m
    this.invariants.segment()
    e.doWhile(() => {
      const toLane0 = i32.and(i32.sub(e.i32(0), this.lane.get()), e.i32(LANES - 1))
      e.set(this.singles, e.m.select(i32.lt_u(this.segment.get(), e.i32(this.round)), this.segment.get(), toLane0))
      e.set(this.segment, i32.sub(this.segment.get(), this.singles.get()))
      e.if(this.singles.get(), () =>
        e.doWhile(() => {
          this.single()
          return this.singles.get()
        }),
      )
      e.if(i32.ge_u(this.segment.get(), e.i32(this.round)), () => this.vectors())
      return this.segment.get()
    })
  }

  /** The lanes of each reduction joined and written as the block's result. */
  private finish(element: Arg): void {
    const { e, f } = this
    this.totals.forEach(({ op, dtype, to }, r) => {
      e.scoped(() => {
        const lane = laneOf(dtype)
        const width = laneWidth(dtype)
        const lanes = Array.from({ length: LANES }, (_, p) =>
          e.let(e.wasm.types[lane], e.m[lane].load(home(r) + p * width, width, f.args.scratch.get())),
        )
        const address = e.m.i32.add(f.partials(r), e.m.i32.mul(element(), e.i32(dtypeInfo[to].bytes)))
        e.emit(storeScalar(e, to, address, castScalar(e, { from: dtype, to }, this.cut.join(e, op, dtype, lanes))))
      })
    })
  }

  emit(): void {
    const { e, f, rows } = this
    const { args, kernel } = f
    const { i32 } = e.m
    const type = e.wasm.types.i32
    const last = f.axes - 1
    const row = e.hold(type, args.row0.get())
    const total = e.hold(type, f.length(kernel.rows))
    for (let axis = kernel.rows + 1; axis < f.axes; axis++) e.set(total, i32.mul(total.get(), f.length(axis)))
    const length = e.hold(type, f.length(last))
    const block = e.local(type)
    /** Position of the block's first element; then, of its flat index over the runs; column of the segment's first element. */
    const position = e.local(type)
    const column = e.local(type)
    const startOfRow = (slot: number): Ref => rows.pointers[slot]!.get()

    rows.seek(row, (slot) => f.base(slot))
    e.set(row, args.row0.get())
    e.doWhile(() => {
      e.set(block, args.block0.get())
      e.doWhile(() => {
        e.set(position, i32.mul(block.get(), e.i32(this.cut.block)))
        e.set(this.left, i32.sub(total.get(), position.get()))
        e.set(this.left, e.m.select(i32.lt_u(this.left.get(), e.i32(this.cut.block)), this.left.get(), e.i32(this.cut.block)))
        this.totals.forEach(({ op, dtype }, r) => {
          for (let j = 0; j < this.registers(r); j++)
            e.emit(e.m.v128.store(home(r) + 16 * j, 16, args.scratch.get(), startVector(e, this.cut.start, op, dtype)))
        })
        e.set(this.lane, e.i32(0))
        if (kernel.runs === 0) {
          f.at.forEach((p, slot) => {
            e.set(p, f.along(slot, startOfRow(slot), position))
          })
          e.set(this.segment, this.left.get())
          this.segmentLoop()
        } else this.segments(position, column, length, startOfRow)
        this.finish(() => i32.add(i32.mul(row.get(), f.word(f.layout.blocks)), block.get()))
        e.addI32(block, e.i32(1))
        return i32.ne(block.get(), args.block1.get())
      })
      rows.advance()
      e.addI32(row, e.i32(1))
      return i32.ne(row.get(), args.row1.get())
    })
  }

  private segments(position: Local, column: Local, length: Local, startOfRow: (slot: number) => Ref): void {
    const { e, f, runs } = this
    const { i32 } = e.m
    e.set(column, e.i32(0))
    e.if(
      position.get(),
      () => {
        e.set(column, i32.rem_u(position.get(), length.get()))
        e.set(position, i32.div_u(position.get(), length.get()))
        runs.seek(position, startOfRow)
      },
      () => runs.reset(startOfRow),
    )
    e.doWhile(() => {
      f.at.forEach((p, slot) => {
        e.set(p, f.along(slot, runs.pointers[slot]!.get(), column))
      })
      e.set(this.segment, i32.sub(length.get(), column.get()))
      e.set(this.segment, e.m.select(i32.lt_u(this.left.get(), this.segment.get()), this.left.get(), this.segment.get()))
      e.set(this.left, i32.sub(this.left.get(), this.segment.get()))
      e.set(column, e.i32(0))
      this.segmentLoop()
      runs.advance()
      return this.left.get()
    })
  }
}

/** Rows [row0, row1), and of each row's reduced sequence blocks [block0, block1). */
export const innerNest = (f: Frame, cut = REDUCTION): void => new InnerNest(f, cut).emit()
