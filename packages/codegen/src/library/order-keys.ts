import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Writer } from './writer.js'

/*
 * Elements as unsigned integers of the same order: what radix sorting takes. NaN is the largest, whatever its bits.
 */

/** The dtype of the keys. */
export const keyType = (dtype: DType): DType => (dtypeInfo[dtype].bytes === 8 ? 'bigint64' : 'int32')

const SIGN = { i32: -0x80000000, i64: -(1n << 63n) } as const

const signBit = (w: Writer, big: boolean): Ex => (big ? w.i64(SIGN.i64) : w.i32(SIGN.i32))
const ones = (w: Writer, big: boolean): Ex => (big ? w.i64(-1n) : w.i32(-1))
const lastBit = (w: Writer, big: boolean): Ex => (big ? w.i64(63n) : w.i32(31))

/** The key of the element at an address. With `sameZeros`, 0 and -0 have one key. */
export function keyAt(w: Writer, dtype: DType, address: Ex, sameZeros: boolean): Ex {
  const { kind, bytes } = dtypeInfo[dtype]
  const big = bytes === 8
  if (kind === 'float') {
    const loaded = w.load(dtype, address)
    const x = w.keep(sameZeros ? loaded.add(0) : loaded)
    const bits = w.keep(x.to(big ? 'i64' : 'i32', 'reinterpret'))
    const key = bits.xor(bits.shrS(lastBit(w, big)).or(signBit(w, big)))
    return x.ne(x).pick(ones(w, big), key)
  }
  const x = w.load(dtype, address)
  return kind === 'signed' ? x.xor(signBit(w, big)) : x
}

/** Stores the element of a key. */
export function storeKey(w: Writer, dtype: DType, address: Ex, key: Ex): void {
  const { kind, bytes, lane } = dtypeInfo[dtype]
  const big = bytes === 8
  if (kind === 'float') {
    const k = w.keep(key)
    const bits = k.xor(k.shrS(lastBit(w, big)).xor(ones(w, big)).or(signBit(w, big)))
    w.store(dtype, address, bits.to(lane, 'reinterpret'))
  } else w.store(dtype, address, kind === 'signed' ? key.xor(signBit(w, big)) : key)
}
