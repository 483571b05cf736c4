import { columns, NO_SINK } from './columns.js'
import type { Frame } from './frame.js'
import { Odometer } from './odometer.js'
import { Invariants } from './scalar-body.js'
import { clearBins } from './scatter.js'
import { VectorBody } from './vector-body.js'

/** Rows [row0, row1), and in each columns [col0, col1). */
export function mapNest(f: Frame): void {
  const { e, args, kernel } = f
  const { i32 } = e.m
  const rows = new Odometer(f, 0, kernel.rows)
  const row = e.hold(e.wasm.types.i32, args.row0.get())
  const count = e.local(e.wasm.types.i32)
  const invariants = new Invariants(f)
  const body = new VectorBody(f, invariants)
  rows.seek(row, (slot) => f.along(slot, f.base(slot), args.col0))
  e.set(row, args.row0.get())
  e.doWhile(() => {
    f.at.forEach((p, slot) => {
      e.set(p, rows.pointers[slot]!.get())
    })
    clearBins(f)
    e.set(count, i32.sub(args.col1.get(), args.col0.get()))
    columns(f, invariants, body, count, NO_SINK)
    rows.advance()
    e.addI32(row, e.i32(1))
    return i32.ne(row.get(), args.row1.get())
  })
}
