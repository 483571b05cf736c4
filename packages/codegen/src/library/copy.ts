import { type DType, dtypeInfo } from '@weldarray/ir'
import { turns } from './transpose.js'
import type { Ex, Var, Writer } from './writer.js'

/** Rows at least this wide are left to the engine's own copying. */
const BULK_BYTES = 48

/** Words that describe a part: where it comes from, the pitch of its rows there, its place in a row of the result, its width. */
export const PART_WORDS = 4

/**
 * Rows of neighbours from several places side by side into rows of one: joined arrays, rolled ones.
 * Arguments: to, its pitch, a table of parts, their number (all in bytes). Columns are bytes of the widest part.
 */
export function copyKernel(w: Writer, dtype: DType): void {
  const { bytes } = dtypeInfo[dtype]
  const [row0, row1, , , col0, col1] = w.ranges()
  const [to, toPitch, table, parts] = w.args()
  const end = w.keep(table.add(parts.mul(4 * PART_WORDS)))
  const [row, at, source, pitch, width, i] = w.vars('i32')
  const eachRow = (body: () => void): void => {
    row.set(row0)
    w.upTo(row, row1, 1, () => {
      body()
      at.bump(toPitch)
      source.bump(pitch)
    })
  }
  /** Whether it is two lines of elements that lie side by side, whose elements take turns. */
  const takeTurns = (): Ex =>
    parts
      .eq(2)
      .and(toPitch.eq(2 * bytes))
      .and(w.load('int32', table, 4).eq(bytes))
      .and(w.load('int32', table, 4 * PART_WORDS + 4).eq(bytes))
      .and(w.load('int32', table, 8).eqz())
  w.if(takeTurns(), () => {
    alternate(w, dtype, [w.load('int32', table), w.load('int32', table, 4 * PART_WORDS)], to, row0, row1)
    w.return()
  })
  w.upTo(table, end, 4 * PART_WORDS, () => {
    pitch.set(w.load('int32', table, 4))
    source.set(w.load('int32', table).add(row0.mul(pitch)).add(col0))
    at.set(
      to
        .add(row0.mul(toPitch))
        .add(w.load('int32', table, 8))
        .add(col0),
    )
    width.set(w.load('int32', table, 12))
    width.set(width.ltU(col1).pick(width, col1))
    w.if(col0.ltU(width), () => {
      width.set(width.sub(col0))
      w.if(
        width.geU(BULK_BYTES),
        () => eachRow(() => w.copyBytes(at, source, width)),
        () =>
          w.if(
            width.eq(bytes),
            () => eachRow(() => w.store(dtype, at, w.load(dtype, source))),
            () =>
              eachRow(() => {
                i.set(0)
                w.upTo(i, width, bytes, () => w.store(dtype, at.add(i), w.load(dtype, source.add(i))))
              }),
          ),
      )
    })
  })
}

/** Elements of two lines in turns, from one place to another. */
function alternate(w: Writer, dtype: DType, lines: readonly [Ex, Ex], to: Ex, first: Ex, end: Ex): void {
  const { bytes } = dtypeInfo[dtype]
  const at = w.keep(to.add(first.mul(2 * bytes)))
  const [a, b] = lines.map((line) => w.keep(line.add(first.mul(bytes)))) as [Var, Var]
  const stop = w.keep(a.add(end.sub(first).mul(bytes)))
  const whole = w.keep(a.add(end.sub(first).mul(bytes).and(-16)))
  const [x, y] = w.vars('v128')
  w.upTo(a, whole, 16, () => {
    x.set(w.loadVector(a))
    y.set(w.loadVector(b))
    w.storeVector(at, w.shuffle(x, y, turns(bytes, false)))
    w.storeVector(at, w.shuffle(x, y, turns(bytes, true)), 16)
    b.bump(16)
    at.bump(32)
  })
  w.upTo(a, stop, bytes, () => {
    w.store(dtype, at, w.load(dtype, a))
    w.store(dtype, at, w.load(dtype, b), bytes)
    b.bump(bytes)
    at.bump(2 * bytes)
  })
}
