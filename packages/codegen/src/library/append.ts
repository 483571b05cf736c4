import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Writer } from './writer.js'

/*
 * Elements where a mask (bytes, 0 or 1) holds, in order: each call counts its own first, then, when all are counted, it
 * knows where the ones it finds belong.
 */

const LANES = 16

/** Arguments: mask, counts (a word for each call), elements a call (at most 2¹⁹: sixteen-bit sums). */
export function countKernel(w: Writer): void {
  const [i, end] = w.ranges()
  const [mask, counts, step] = w.args()
  const out = w.keep(counts.add(i.op('div_u', step).shl(2)))
  const sums = w.var('v128')
  const vectorEnd = w.keep(i.add(end.sub(i).and(-LANES)))
  const total = w.var('i32')
  w.upTo(i, vectorEnd, LANES, () =>
    sums.set(w.vec('i16x8', 'add', sums, w.vec('i16x8', 'extadd_pairwise_i8x16_u', w.loadVector(mask.add(i))))),
  )
  sums.set(w.vec('i32x4', 'extadd_pairwise_i16x8_u', sums))
  for (let k = 0; k < 4; k++) total.bump(w.lane32(sums, k))
  w.upTo(i, end, 1, () => total.bump(w.load('uint8', mask.add(i))))
  w.store('uint32', out, total)
}

/**
 * Arguments: mask, elements, to, where each call's elements begin (a word each, and the end), elements a call. The variant
 * `positions` writes the elements' positions instead of elements.
 */
export function appendKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const [i, end] = w.ranges()
  const [mask, from, to, starts, step] = w.args()
  const start = w.keep(starts.add(i.op('div_u', step).shl(2)))
  const at = w.keep(to.add(w.load('int32', start).mul(bytes)))
  const stop = w.keep(to.add(w.load('int32', start, 4).mul(bytes)))
  const element = (index: Ex): Ex =>
    variant !== 'positions' ? w.load(dtype, from.add(index.mul(bytes))) : lane === 'i64' ? index.wide() : index
  const whole = variant === 'positions'
  const one = (k: number): void => {
    w.store(dtype, at, element(k === 0 ? i : i.add(k)))
    at.bump(w.load('uint8', mask.add(i), k).mul(bytes))
  }
  const vectorEnd = w.keep(i.add(end.sub(i).and(-LANES)))
  const bits = w.var('i32')
  const zero = w.var('v128')
  // Every element is written, and counts if the mask says so; the next one overwrites it otherwise. That must not reach
  // into the part of another call, so the last ones are written one by one.
  w.while(
    () => i.ltU(vectorEnd).and(stop.sub(at).geU(LANES * bytes)),
    () => {
      bits.set(w.vec('i8x16', 'bitmask', w.vec('i8x16', 'ne', w.loadVector(mask.add(i)), zero)))
      const group = (): void => {
        for (let k = 0; k < LANES; k++) one(k)
      }
      w.if(bits, () => {
        if (whole) group()
        else
          w.if(
            bits.eq(0xffff),
            () => {
              for (let k = 0; k < bytes; k++) w.storeVector(at, w.loadVector(from.add(i.mul(bytes)), LANES * k), LANES * k)
              at.bump(LANES * bytes)
            },
            group,
          )
      })
      i.bump(LANES)
    },
  )
  w.while(
    () => at.ltU(stop),
    () => {
      one(0)
      i.bump(1)
    },
  )
}
