import { type DType, dtypeInfo } from '@weldarray/ir'
import { turns } from './transpose.js'
import type { Ex, Var, Writer } from './writer.js'

/** Rows at least this wide are left to the engine's own copying. */
const BULK_BYTES = 48

/**
 * Words that describe a part: where it comes from, the pitch of its rows there, its place in a row of the result, its width; the first of an image's
 * rows that it is in, how many they are, and how far the part of the next image is.
 */
export const PART_WORDS = 7

/**
 * Rows of neighbours from several places side by side, and one below the other, into rows of one: joined arrays, rolled ones, padded ones.
 * Arguments: to, its pitch, a table of parts, their number (all in bytes), rows of an image. Columns are bytes of the widest part.
 */
export function copyKernel(w: Writer, dtype: DType): void {
  const { bytes } = dtypeInfo[dtype]
  const [row0, row1, , , col0, col1] = w.ranges()
  const [to, toPitch, table, parts, period] = w.args()
  const end = w.keep(table.add(parts.mul(4 * PART_WORDS)))
  const [row, at, source, pitch, width, i] = w.vars('i32')
  const [image, base, first, last, cols] = w.vars('i32')
  const eachRow = (body: () => void): void => {
    row.set(first)
    w.upTo(row, last, 1, () => {
      body()
      at.bump(toPitch)
      source.bump(pitch)
    })
  }
  /** Whether it is two lines of elements that lie side by side, whose elements take turns. */
  const takeTurns = (): Ex =>
    parts
      .eq(2)
      .and(w.load('int32', table, 20).eq(period))
      .and(w.load('int32', table, 4 * PART_WORDS + 20).eq(period))
      .and(row1.leU(period))
      .and(toPitch.eq(2 * bytes))
      .and(w.load('int32', table, 4).eq(bytes))
      .and(w.load('int32', table, 4 * PART_WORDS + 4).eq(bytes))
      .and(w.load('int32', table, 8).eqz())
  w.if(takeTurns(), () => {
    alternate(w, dtype, [w.load('int32', table), w.load('int32', table, 4 * PART_WORDS)], to, row0, row1)
    w.return()
  })
  const eachWidth = (): void =>
    w.if(
      cols.geU(BULK_BYTES),
      () => eachRow(() => w.copyBytes(at, source, cols)),
      () =>
        w.if(
          cols.eq(bytes),
          () => eachRow(() => w.store(dtype, at, w.load(dtype, source))),
          () =>
            eachRow(() => {
              i.set(0)
              w.upTo(i, cols, bytes, () => w.store(dtype, at.add(i), w.load(dtype, source.add(i))))
            }),
        ),
    )
  w.upTo(table, end, 4 * PART_WORDS, () => {
    pitch.set(w.load('int32', table, 4))
    width.set(w.load('int32', table, 12))
    cols.set(width.ltU(col1).pick(width, col1).sub(col0))
    w.if(col0.ltU(width), () => {
      image.set(row0.op('div_u', period))
      base.set(image.mul(period))
      w.while(
        () => base.ltU(row1),
        () => {
          // The part's rows of this image, as far as they are the call's.
          first.set(base.add(w.load('int32', table, 16)))
          last.set(first.add(w.load('int32', table, 20)))
          last.set(last.ltU(row1).pick(last, row1))
          source.set(
            w
              .load('int32', table)
              .add(image.mul(w.load('int32', table, 24)))
              .add(col0),
          )
          w.if(first.ltU(row0), () => {
            source.bump(row0.sub(first).mul(pitch))
            first.set(row0)
          })
          w.if(first.ltU(last), () => {
            at.set(
              to
                .add(first.mul(toPitch))
                .add(w.load('int32', table, 8))
                .add(col0),
            )
            eachWidth()
          })
          image.bump(1)
          base.bump(period)
        },
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
