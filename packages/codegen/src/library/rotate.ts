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
  const [place, angle, end, x, y] = w.vars('i32')
  const [c, s, a, b] = w.vars('v128')
  w.upTo(strip, strip1, 1, () => {
    const start = w.keep(to.add(strip.mul(stripBytes)))
    w.copyBytes(start, matrix.add(strip.mul(stripBytes)), stripBytes)
    place.set(places)
    angle.set(angles)
    end.set(places.add(count.mul(8)))
    w.upTo(place, end, 8, () => {
      x.set(start.add(w.load('int32', place)))
      y.set(start.add(w.load('int32', place, 4)))
      c.set(w.loadSplat(8, angle))
      s.set(w.loadSplat(8, angle, 8))
      for (let at = 0; at < ROW; at += VECTOR) {
        a.set(w.loadVector(x, at))
        b.set(w.loadVector(y, at))
        w.storeVector(x, w.vec('f64x2', 'add', w.vec('f64x2', 'mul', a, c), w.vec('f64x2', 'mul', b, s)), at)
        w.storeVector(y, w.vec('f64x2', 'sub', w.vec('f64x2', 'mul', b, c), w.vec('f64x2', 'mul', a, s)), at)
      }
      angle.bump(16)
    })
  })
}
