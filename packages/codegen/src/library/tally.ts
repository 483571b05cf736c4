import type { DType } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Counts and sums by bin. The elements are cut into parts, each with bins of its own, which are added afterwards in the
 * parts' order: how many parts there are depends on the lengths alone. Rows are parts.
 */

/** Clears the bins of each part and calls `body` with the elements' first and last position and the bins. */
function eachPart(
  w: Writer,
  parts: Var,
  bins: Var,
  length: Var,
  size: Var,
  binBytes: number,
  body: (at: Var, end: Var, own: Var) => void,
): void {
  const [row, row1] = w.ranges()
  const [at, end, own] = w.vars('i32')
  w.upTo(row, row1, 1, () => {
    own.set(parts.add(row.mul(bins).mul(binBytes)))
    w.fillBytes(own, 0, bins.mul(binBytes))
    at.set(row.mul(size))
    end.set(at.add(size))
    end.set(end.ltU(length).pick(end, length))
    body(at, end, own)
  })
}

/** Counts one element in a bin, or adds its weight. */
function addTo(w: Writer, weights: Ex | null, own: Ex, bin: Ex, at: Ex): void {
  if (weights === null) {
    const slot = w.keep(own.add(bin.shl(2)))
    w.store('uint32', slot, w.load('uint32', slot).add(1))
  } else {
    const slot = w.keep(own.add(bin.shl(3)))
    w.store('float64', slot, w.load('float64', slot).add(w.load('float64', weights.add(at.shl(3)))))
  }
}

/**
 * Doubles to bins between even edges; what is outside, and NaN, is in none. A bin is estimated and set right by its edges.
 * Arguments: doubles, weights, parts' bins, number of bins, elements, elements of a part, edges, first edge, last edge, bins
 * by width.
 */
export function binsKernel(w: Writer, _: DType, variant: string): void {
  const [from, weights, parts, bins, length, size, edges] = w.args()
  const [first, last, scale] = w.args(7, 'f64')
  const weighted = variant === 'weights'
  const x = w.var('f64')
  const bin = w.var('i32')
  const top = w.keep(bins.sub(1))
  const edge = w.var('i32')
  eachPart(w, parts, bins, length, size, weighted ? 8 : 4, (at, end, own) =>
    w.upTo(at, end, 1, () => {
      x.set(w.load('float64', from.add(at.shl(3))))
      w.if(x.ge(first).and(x.le(last)), () => {
        bin.set(x.sub(first).mul(scale).to('i32', 'trunc_s_sat.f64'))
        bin.set(bin.gtU(top).pick(top, bin))
        edge.set(edges.add(bin.shl(3)))
        bin.set(bin.sub(x.lt(w.load('float64', edge))))
        bin.set(bin.add(x.ge(w.load('float64', edge, 8)).and(bin.ltU(top))))
        addTo(w, weighted ? weights : null, own, bin, at)
      })
    }),
  )
}

/** Adds the bins of all parts, in order: counts (32 bits) as 64-bit integers, sums as they are. Arguments: parts' bins, to, number of bins, parts. */
export function binSumsKernel(w: Writer, _: DType, variant: string): void {
  const [i, end] = w.ranges()
  const [own, to, bins, parts] = w.args()
  const weighted = variant === 'weights'
  const [type, bytes] = weighted ? (['float64', 8] as const) : (['uint32', 4] as const)
  const total = w.var(weighted ? 'f64' : 'i32')
  const [at, part] = w.vars('i32')
  w.upTo(i, end, 1, () => {
    at.set(own.add(i.mul(bytes)))
    total.set(w.load(type, at))
    part.set(1)
    w.upTo(part, parts, 1, () => {
      at.bump(bins.mul(bytes))
      total.bump(w.load(type, at))
    })
    if (weighted) w.store('float64', to.add(i.shl(3)), total)
    else w.store('bigint64', to.add(i.shl(3)), total.wide())
  })
}
