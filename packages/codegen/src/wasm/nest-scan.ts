import { dtypeInfo, SCAN_BLOCK } from '@weldarray/ir'
import { totalsOf } from '@weldarray/optimizer'
import { ABREAST } from '../scratch.js'
import { loadScalar } from './access.js'
import { columns, NO_SINK } from './columns.js'
import { combineHalves } from './combine.js'
import { Frame } from './frame.js'
import { innerNest } from './nest-inner.js'
import { Odometer } from './odometer.js'
import { planOf } from './plan.js'
import { LineTotals } from './running.js'
import { Invariants } from './scalar-body.js'
import type { Local } from './scope.js'
import { VectorBody } from './vector-body.js'

/**
 * The innermost axis is scanned: of rows [row0, row1), blocks [block0, block1). In the first phase blocks are reduced; in the second each runs from
 * what the blocks before it come to, which is in the partial results then, or from nothing, if it is the first of its row.
 */
export function scanNest(f: Frame): void {
  const { e, layout } = f
  e.if(
    f.word(layout.phase),
    () => lines(f),
    () => {
      const totals = new Frame(e, planOf(totalsOf(f.kernel)), layout)
      innerNest(totals, { block: SCAN_BLOCK, start: 'identity', join: combineHalves })
      totals.tell()
    },
  )
}

function lines(f: Frame): void {
  const { e, args, kernel, layout } = f
  const { i32 } = e.m
  const type = e.wasm.types.i32
  const invariants = new Invariants(f)
  const [body, bodyAbreast] = [new VectorBody(f, invariants), new VectorBody(f, invariants)]
  const single = new LineTotals(f, 1)
  const abreast = new LineTotals(f, ABREAST)
  const rows = new Odometer(f, 0, kernel.rows)
  const row = e.hold(type, args.row0.get())
  const length = e.hold(type, f.length(f.axes - 1))
  const [block, position, count] = [e.local(type), e.local(type), e.local(type)]

  /** The running totals of a line begin with what is before this block and those after it. */
  const begin = (totals: LineTotals, lines: number): void =>
    kernel.scans.forEach(({ dtype }, k) => {
      const { bytes } = dtypeInfo[dtype]
      const first = i32.add(i32.mul(row.get(), f.word(layout.blocks)), block.get())
      const before = e.hold(type, i32.add(f.partials(k), i32.mul(first, e.i32(bytes))))
      e.if(
        block.get(),
        () => totals.begin(k, 0, loadScalar(e, dtype, before.get())),
        () => totals.beginWithNothing(k),
      )
      for (let line = 1; line < lines; line++) totals.begin(k, line, loadScalar(e, dtype, before.get(), line * bytes))
      e.release(before)
    })

  const oneBlock = (left: Local): void => {
    f.running = single
    begin(single, 1)
    e.set(count, e.m.select(i32.lt_u(left.get(), e.i32(SCAN_BLOCK)), left.get(), e.i32(SCAN_BLOCK)))
    columns(f, invariants, body, count, NO_SINK)
    e.addI32(block, e.i32(1))
  }

  const blocksAbreast = (): void => {
    f.running = abreast
    begin(abreast, ABREAST)
    invariants.segment()
    bodyAbreast.segment()
    e.set(count, e.i32(SCAN_BLOCK))
    e.doWhile(() => {
      bodyAbreast.steps(ABREAST, 0, () => {}, SCAN_BLOCK / f.plan.lanes)
      f.bumpUnit(f.plan.lanes)
      e.addI32(count, e.i32(-f.plan.lanes))
      return count.get()
    })
    e.addI32(block, e.i32(ABREAST))
  }

  rows.seek(row, (slot) => f.base(slot))
  e.set(row, args.row0.get())
  e.doWhile(() => {
    e.set(block, args.block0.get())
    e.doWhile(() => {
      e.set(position, i32.mul(block.get(), e.i32(SCAN_BLOCK)))
      f.at.forEach((p, slot) => {
        e.set(p, f.along(slot, rows.pointers[slot]!.get(), position))
      })
      e.set(position, i32.sub(length.get(), position.get()))
      const areFull = i32.ge_u(position.get(), e.i32(ABREAST * SCAN_BLOCK))
      const areMine = i32.le_u(i32.add(block.get(), e.i32(ABREAST)), args.block1.get())
      e.if(i32.and(areFull, areMine), blocksAbreast, () => oneBlock(position))
      return i32.ne(block.get(), args.block1.get())
    })
    rows.advance()
    e.addI32(row, e.i32(1))
    return i32.ne(row.get(), args.row1.get())
  })
}
