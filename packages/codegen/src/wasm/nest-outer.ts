import { BLOCK, dtypeInfo } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import { ACCUMULATOR, OUTER_TILE } from '../scratch.js'
import { storeScalar } from './access.js'
import { columns, type Sink } from './columns.js'
import { combineScalar, combineVector, identityScalar, identityVector } from './combine.js'
import type { Frame } from './frame.js'
import { laneWidth, widthIn } from './lanes.js'
import { Odometer } from './odometer.js'
import { Invariants } from './scalar-body.js'
import type { Local } from './scope.js'
import { VectorBody } from './vector-body.js'
import { widen } from './widen.js'

/** Where the accumulators of reduction `r` begin in scratch memory: one for each column of the tile. */
const home = (r: number): number => r * OUTER_TILE * ACCUMULATOR

/** The accumulators as a sink: one moving pointer for each lane width, since accumulators are as wide as their lanes. */
function accumulate(f: Frame, pointers: ReadonlyMap<number, Local>): Sink {
  const { e } = f
  const { reduces } = f.kernel
  return {
    vector(r, first, regs) {
      const { op, dtype } = reduces[r]!
      const width = laneWidth(dtype)
      const pointer = pointers.get(width)!.get
      widen(e, dtype, widthIn(f.plan.lanes, dtype), regs).forEach((value, j) => {
        const offset = home(r) + first * width + 16 * j
        const old = e.letV128(e.m.v128.load(offset, width, pointer()))
        e.emit(e.m.v128.store(offset, width, pointer(), combineVector(e, op, dtype, old, value)))
      })
    },
    scalar(r, value) {
      const { op, dtype } = reduces[r]!
      const lane = laneOf(dtype)
      const width = laneWidth(dtype)
      const pointer = pointers.get(width)!.get
      const old = e.let(e.wasm.types[lane], e.m[lane].load(home(r), width, pointer()))
      e.emit(e.m[lane].store(home(r), width, pointer(), combineScalar(e, op, dtype, old, value)))
    },
    bump(elements) {
      for (const [width, pointer] of pointers) e.addI32(pointer, e.i32(elements * width))
    },
  }
}

/**
 * The innermost axis is kept: of rows [row0, row1), for blocks [block0, block1) of the reduced positions, columns
 * [col0, col1). The positions of a block follow each other; each is a pass over the columns.
 */
export function outerNest(f: Frame): void {
  const { e, args, kernel } = f
  const { i32 } = e.m
  const type = e.wasm.types.i32
  const invariants = new Invariants(f)
  const body = new VectorBody(f, invariants)
  const rows = new Odometer(f, 0, kernel.rows)
  const runs = new Odometer(f, kernel.rows, kernel.rows + kernel.runs)
  const pointers = new Map<number, Local>()
  for (const { dtype } of kernel.reduces) if (!pointers.has(laneWidth(dtype))) pointers.set(laneWidth(dtype), e.local(type))
  const sink = accumulate(f, pointers)
  const row = e.hold(type, args.row0.get())
  const total = e.hold(type, e.i32(1))
  for (let axis = kernel.rows; axis < f.axes - 1; axis++) e.set(total, i32.mul(total.get(), f.length(axis)))
  const width = e.hold(type, i32.sub(args.col1.get(), args.col0.get()))
  const [block, position, left, count] = [e.local(type), e.local(type), e.local(type), e.local(type)]
  const startOfRow = (slot: number): number => rows.pointers[slot]!.get()
  const restart = (): void => {
    for (const p of pointers.values()) e.set(p, args.scratch.get())
  }

  /** Every accumulator set to what changes nothing: whole vectors first, then singles. */
  const clear = (): void =>
    kernel.reduces.forEach(({ op, dtype }, r) => {
      const step = 16 / laneWidth(dtype)
      const pointer = e.hold(type, args.scratch.get())
      e.set(count, width.get())
      const fill = (elements: number, store: () => number): void =>
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

  /** The accumulators written as the block's results. */
  const finish = (): void =>
    kernel.reduces.forEach(({ dtype }, r) => {
      const { bytes } = dtypeInfo[dtype]
      const lane = laneOf(dtype)
      const from = e.hold(type, args.scratch.get())
      const element = i32.add(i32.mul(row.get(), f.word(f.layout.blocks)), block.get())
      const first = i32.add(i32.mul(element, f.length(f.axes - 1)), args.col0.get())
      const to = e.hold(type, i32.add(f.partials(r), i32.mul(first, e.i32(bytes))))
      e.set(count, width.get())
      e.doWhile(() => {
        e.emit(storeScalar(e, dtype, to.get(), e.m[lane].load(home(r), 4, from.get())))
        e.addI32(from, e.i32(laneWidth(dtype)))
        e.addI32(to, e.i32(bytes))
        e.addI32(count, e.i32(-1))
        return count.get()
      })
      e.release(from)
      e.release(to)
    })

  rows.seek(row, (slot) => f.along(slot, f.base(slot), args.col0))
  e.set(row, args.row0.get())
  e.doWhile(() => {
    e.set(block, args.block0.get())
    e.doWhile(() => {
      e.set(position, i32.mul(block.get(), e.i32(BLOCK)))
      e.set(left, i32.sub(total.get(), position.get()))
      e.set(left, e.m.select(i32.lt_u(left.get(), e.i32(BLOCK)), left.get(), e.i32(BLOCK)))
      e.if(
        position.get(),
        () => runs.seek(position, startOfRow),
        () => runs.reset(startOfRow),
      )
      clear()
      e.doWhile(() => {
        f.at.forEach((p, slot) => {
          e.set(p, runs.pointers[slot]!.get())
        })
        e.set(count, width.get())
        restart()
        columns(f, invariants, body, count, sink)
        runs.advance()
        e.addI32(left, e.i32(-1))
        return left.get()
      })
      finish()
      e.addI32(block, e.i32(1))
      return i32.ne(block.get(), args.block1.get())
    })
    rows.advance()
    e.addI32(row, e.i32(1))
    return i32.ne(row.get(), args.row1.get())
  })
}
