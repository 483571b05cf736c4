import type { Writer } from './writer.js'

const BYTES = 8

/**
 * A panel of columns of doubles, whose rows lie one after the other, becomes its factors L and U, with the largest pivot of each column, in place: by one call, which
 * nobody does again. Arguments: the panel, rows, columns (an even number), a table of words for the row that each column's pivot was found in.
 */
export function pivotKernel(w: Writer): void {
  const [panel, rows, columns, found] = w.args()
  const [j, i, at, source, place, end, top, pivot] = w.vars('i32')
  const [best, size, x] = w.vars('f64')
  const v = w.var('v128')
  const pitch = w.keep(columns.mul(BYTES))
  const last = w.keep(panel.add(rows.mul(pitch)))
  const steps = w.keep(rows.ltU(columns).pick(rows, columns).mul(BYTES))
  top.set(panel)
  place.set(found)
  w.upTo(j, steps, BYTES, () => {
    best.set(w.load('float64', top.add(j)).op('abs'))
    pivot.set(top)
    i.set(top.add(pitch))
    w.upTo(i, last, pitch, () => {
      size.set(w.load('float64', i.add(j)).op('abs'))
      w.if(size.gt(best), () => {
        best.set(size)
        pivot.set(i)
      })
    })
    w.store('int32', place, pivot.sub(panel).op('div_u', pitch))
    place.bump(4)
    w.if(pivot.ne(top), () => {
      at.set(top)
      end.set(top.add(pitch))
      w.upTo(at, end, 16, () => {
        v.set(w.loadVector(at))
        w.storeVector(at, w.loadVector(pivot))
        w.storeVector(pivot, v)
        pivot.bump(16)
      })
    })
    best.set(w.load('float64', top.add(j)))
    w.if(best.ne(0), () => {
      i.set(top.add(pitch))
      w.upTo(i, last, pitch, () => {
        at.set(i.add(j))
        x.set(w.load('float64', at).op('div', best))
        w.store('float64', at, x)
        source.set(top.add(j).add(BYTES))
        at.bump(BYTES)
        end.set(i.add(pitch))
        // Columns before are those of L: of a vector that has one, the other is done by itself.
        w.if(j.and(BYTES).eqz(), () => {
          w.store('float64', at, w.load('float64', at).sub(x.mul(w.load('float64', source))))
          at.bump(BYTES)
          source.bump(BYTES)
        })
        v.set(w.splat('f64x2', x))
        w.upTo(at, end, 16, () => {
          w.storeVector(at, w.vec('f64x2', 'sub', w.loadVector(at), w.vec('f64x2', 'mul', v, w.loadVector(source))))
          source.bump(16)
        })
      })
    })
    top.bump(pitch)
  })
}
