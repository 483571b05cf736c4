import { BLOCK, dtypeInfo } from '@weldarray/ir'
import { castScalar } from '../emitters/cast-scalar.js'
import { laneOf } from '../emitters/types.js'
import { storeScalar } from './access.js'
import { ColumnTotals, home } from './column-totals.js'
import { columns } from './columns.js'
import type { Frame } from './frame.js'
import { laneWidth } from './lanes.js'
import { Odometer } from './odometer.js'
import { Invariants } from './scalar-body.js'
import { VectorBody } from './vector-body.js'

/**
 * The innermost axis is kept: of rows [row0, row1), for blocks [block0, block1) of the reduced positions, columns
 * [col0, col1). The positions of a block follow each other; each is a pass over the columns. Where they are scanned, all of them are one block.
 */
export function outerNest(f: Frame): void {
  const { e, args, kernel } = f
  const { i32 } = e.m
  const type = e.wasm.types.i32
  const invariants = new Invariants(f)
  const body = new VectorBody(f, invariants)
  const rows = new Odometer(f, 0, kernel.rows)
  const runs = new Odometer(f, kernel.rows, kernel.rows + kernel.runs)
  const totals = new ColumnTotals(f)
  f.running = totals
  const isCut = kernel.scans.length === 0
  const row = e.hold(type, args.row0.get())
  const total = e.hold(type, e.i32(1))
  for (let axis = kernel.rows; axis < f.axes - 1; axis++) e.set(total, i32.mul(total.get(), f.length(axis)))
  const width = e.hold(type, i32.sub(args.col1.get(), args.col0.get()))
  const [block, position, left, count] = [e.local(type), e.local(type), e.local(type), e.local(type)]
  const startOfRow = (slot: number): number => rows.pointers[slot]!.get()

  /** The accumulators written as the block's results. */
  const finish = (): void =>
    kernel.reduces.forEach((_, r) => {
      const { dtype, to: result } = totals.all[r]!
      const { bytes } = dtypeInfo[result]
      const lane = laneOf(dtype)
      const from = e.hold(type, args.scratch.get())
      const element = i32.add(i32.mul(row.get(), f.word(f.layout.blocks)), block.get())
      const first = i32.add(i32.mul(element, f.length(f.axes - 1)), args.col0.get())
      const to = e.hold(type, i32.add(f.partials(r), i32.mul(first, e.i32(bytes))))
      e.set(count, width.get())
      e.doWhile(() => {
        e.scoped(() => {
          const sum = e.let(e.wasm.types[lane], e.m[lane].load(home(kernel, r), 4, from.get()))
          e.emit(storeScalar(e, result, to.get(), castScalar(e, { from: dtype, to: result }, sum)))
        })
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
      if (isCut) e.set(left, e.m.select(i32.lt_u(left.get(), e.i32(BLOCK)), left.get(), e.i32(BLOCK)))
      e.if(
        position.get(),
        () => runs.seek(position, startOfRow),
        () => runs.reset(startOfRow),
      )
      totals.clear(width, count)
      e.doWhile(() => {
        f.at.forEach((p, slot) => {
          e.set(p, runs.pointers[slot]!.get())
        })
        e.set(count, width.get())
        totals.restart()
        columns(f, invariants, body, count, totals)
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
