import type { Writer } from './writer.js'

/** Elements of a row of a strip. */
export const STRIP = 8
const VECTOR = 16
const ROW = STRIP * 8

/**
 * Plane rotations of pairs of rows of a matrix of doubles, one after the other: x·c + y·s and y·c - x·s. The matrix lies in strips of `STRIP` columns, each with
 * its rows one after the other, so that what rotations meet again and again is near; each is copied first, so that it can be done again. Rows of the call are
 * strips. Arguments: the matrix, to, bytes of a strip, a table of where rows begin in a strip (two words to a rotation), a table of cosines and sines, how many
 * rotations there are.
 */
export function rotateKernel(w: Writer): void {
  const [strip, strip1] = w.ranges()
  const [matrix, to, stripBytes, places, angles, count] = w.args()
  const [place, angle, end, x, y, held] = w.vars('i32')
  const [c, s, b] = w.vars('v128')
  const offsets = Array.from({ length: ROW / VECTOR }, (_, i) => i * VECTOR)
  const row = offsets.map(() => w.var('v128'))
  w.upTo(strip, strip1, 1, () => {
    const start = w.keep(to.add(strip.mul(stripBytes)))
    w.copyBytes(start, matrix.add(strip.mul(stripBytes)), stripBytes)
    /** The row that the last rotation left is kept: mostly it is the first of the next one. */
    const hold = (): void => row.forEach((v, i) => v.set(w.loadVector(held, offsets[i])))
    const putBack = (): void => row.forEach((v, i) => w.storeVector(held, v, offsets[i]))
    held.set(start)
    hold()
    place.set(places)
    angle.set(angles)
    end.set(places.add(count.mul(8)))
    w.upTo(place, end, 8, () => {
      x.set(start.add(w.load('int32', place)))
      y.set(start.add(w.load('int32', place, 4)))
      c.set(w.loadSplat(8, angle))
      s.set(w.loadSplat(8, angle, 8))
      w.if(x.ne(held), () => {
        putBack()
        held.set(x)
        hold()
      })
      row.forEach((a, i) => {
        b.set(w.loadVector(y, offsets[i]))
        w.storeVector(x, w.vec('f64x2', 'add', w.vec('f64x2', 'mul', a, c), w.vec('f64x2', 'mul', b, s)), offsets[i])
        a.set(w.vec('f64x2', 'sub', w.vec('f64x2', 'mul', b, c), w.vec('f64x2', 'mul', a, s)))
      })
      held.set(y)
      angle.bump(16)
    })
    putBack()
  })
}
