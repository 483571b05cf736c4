import { type DType, dtypeInfo, type Scalar } from './dtype.js'

/**
 * A number as an integer, the way typed-array stores do it for the narrower ones: truncated, NaN and infinities to 0.
 * The caller takes it modulo 2^64. (Doubles cannot: -1 modulo 2^64 is not one.)
 */
const bigOf = (value: number): bigint => (Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n)

/**
 * `value` converted to `dtype`, as a typed-array store converts (float to int: truncated, modulo 2^bits,
 * NaN and infinities 0); to bool: whether it is non-zero (NaN is true, as in NumPy).
 * The definition every tier follows.
 */
export function convert(value: Scalar, dtype: DType): Scalar {
  const { kind, bytes, big } = dtypeInfo[dtype]
  if (kind === 'bool') return typeof value === 'bigint' ? Number(value !== 0n) : Number(value !== 0)
  if (big) {
    const wide = typeof value === 'bigint' ? value : bigOf(value)
    return kind === 'unsigned' ? BigInt.asUintN(64, wide) : BigInt.asIntN(64, wide)
  }
  if (kind === 'float') {
    // Number(bigint) rounds to nearest-even; from 64 bits to float32 directly, not through a double, would
    // differ in rare ties: the double is the definition, and what every tier does.
    const n = Number(value)
    return bytes === 4 ? Math.fround(n) : n
  }
  const n = typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : value | 0
  if (kind === 'unsigned') return bytes === 4 ? n >>> 0 : n & (2 ** (8 * bytes) - 1)
  return bytes === 4 ? n : (n << (32 - 8 * bytes)) >> (32 - 8 * bytes)
}
