import type { DType } from '@weldarray/ir'
import type { Ex, Writer } from './writer.js'

/*
 * Bits of bytes. Rows are lines, columns the bytes of a line of the result. Arguments: bytes, to, bytes of a line, bytes of a line of
 * the result. The variant says whether the first element is the highest bit (`big`) or the lowest (`little`).
 */

const LANES = 16
/** Vectors that are packed at a time. */
const TOGETHER = 4
/** The other order of the bytes of each half. */
const TURNED = [7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8]

/** Elements, not zero or zero, eight to a byte. */
export function packKernel(w: Writer, _: DType, variant: string): void {
  const isLittle = variant === 'little'
  const [row, row1, , , col0, col1] = w.ranges()
  const [from, to, length, count] = w.args()
  const [line, out, col, whole, i, end, byte] = w.vars('i32')
  const zero = w.var('v128')
  const bitsAt = (offset: number): Ex => {
    const v = w.loadVector(line.add(col.shl(3)), offset)
    const isSet = w.vec('i8x16', 'ne', isLittle ? v : w.shuffle(v, zero, TURNED), zero)
    return w.vec('i8x16', 'bitmask', isSet)
  }
  const vectors = (many: number): void =>
    w.while(
      () => col.add(2 * many).leU(whole),
      () => {
        for (let k = 0; k < many; k++) w.store('uint16', out.add(col), bitsAt(LANES * k), 2 * k)
        col.bump(2 * many)
      },
    )
  w.upTo(row, row1, 1, () => {
    line.set(from.add(row.mul(length)))
    out.set(to.add(row.mul(count)))
    col.set(col0)
    whole.set(length.shrU(3))
    whole.set(whole.ltU(col1).pick(whole, col1))
    vectors(TOGETHER)
    vectors(1)
    w.upTo(col, col1, 1, () => {
      byte.set(0)
      i.set(col.shl(3))
      end.set(i.add(8))
      end.set(end.ltU(length).pick(end, length))
      w.upTo(i, end, 1, () => {
        const place = isLittle ? i.and(7) : w.i32(7).sub(i.and(7))
        byte.set(byte.or(w.load('uint8', line.add(i)).ne(0).shl(place)))
      })
      w.store('uint8', out.add(col), byte)
    })
  })
}

/** Each byte's bits as eight elements 0 and 1. */
export function unpackKernel(w: Writer, _: DType, variant: string): void {
  const isLittle = variant === 'little'
  const [row, row1, , , col0, col1] = w.ranges()
  const [from, to, length, count] = w.args()
  const [line, out, col, whole] = w.vars('i32')
  const v = w.var('v128')
  const own = w.keep(w.splat('i64x2', w.i64(isLittle ? 0x8040201008040201n : 0x0102040810204080n)))
  const one = w.keep(w.splat('i64x2', w.i64(0x0101010101010101n)))
  const bits = w.keep(length.shl(3))
  w.upTo(row, row1, 1, () => {
    line.set(from.add(row.mul(length)))
    out.set(to.add(row.mul(count)))
    col.set(col0)
    whole.set(bits.ltU(col1).pick(bits, col1))
    w.while(
      () => col.add(8 * LANES).leU(whole),
      () => {
        v.set(w.loadVector(line.add(col.shrU(3))))
        for (let k = 0; k < 8; k++) {
          const pair = Array.from({ length: LANES }, (_, i) => 2 * k + (i >> 3))
          const isSet = w.vec('i8x16', 'min_u', w.bits('and', w.shuffle(v, v, pair), own), one)
          w.storeVector(out.add(col), isSet, LANES * k)
        }
        col.bump(8 * LANES)
      },
    )
    w.upTo(col, whole, 1, () => {
      const place = isLittle ? col.and(7) : w.i32(7).sub(col.and(7))
      w.store(
        'uint8',
        out.add(col),
        w
          .load('uint8', line.add(col.shrU(3)))
          .shrU(place)
          .and(1),
      )
    })
    w.if(col.ltU(col1), () => w.fillBytes(out.add(col), 0, col1.sub(col)))
  })
}
