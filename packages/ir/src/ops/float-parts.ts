import { type DType, dtypeInfo } from '../dtype.js'
import type { Node } from '../node.js'
import type { Body } from './body.js'
import { composite } from './composite.js'
import type { Composite } from './types.js'

/*
 * Operations on how numbers are made of bits: neighbours, fractions and powers of two, ones. They are computed in float64, in which what they
 * do to float32 is exact.
 */

/** The digits after the point, the least exponent, and the largest number. */
const formats = {
  float32: { digits: 23, least: -126, largest: (2 - 2 ** -23) * 2 ** 127 },
  float64: { digits: 52, least: -1022, largest: Number.MAX_VALUE },
} as const
const formatOf = (dtype: DType) => formats[dtype as keyof typeof formats]

/** The distance from x, finite, to its neighbour with the larger size. */
function unit(b: Body, x: Node, dtype: DType): Node {
  const { digits, least } = formatOf(dtype)
  return b.mul(b.pow2i(b.max(b.exponent(x), least)), 2 ** -digits)
}

/** x times 2^k in three steps, of which the last one rounds: none before it leaves the range of normal numbers. */
function scaled(b: Body, x: Node, k: Node): Node {
  const [up, down] = [1023, -969]
  let [value, rest] = [x, b.min(b.max(k, -5000), 5000)]
  for (let i = 0; i < 2; i++) {
    const step = b.select(b.gt(rest, 1023), up, b.select(b.lt(rest, -1022), down, 0))
    value = b.mul(value, b.pow2i(step))
    rest = b.sub(rest, step)
  }
  return b.mul(value, b.pow2i(b.min(b.max(rest, -1022), 1023)))
}

/** What subnormal numbers are multiplied with to be normal. */
const LIFT = 54

/** Whether x is a normal number. */
const isNormal = (b: Body, x: Node): Node => b.and(b.ge(b.abs(x), 2 ** -1022), b.lt(b.abs(x), Infinity))

export const floatParts = {
  /** The distance to the neighbour with the larger size, with the sign of x; NaN for what is not finite. */
  spacing: composite(1, 'float', 'same', (b, x) => {
    const wide = b.cast(x, 'float64')
    const step = b.select(b.eq(b.abs(wide), formatOf(x.dtype).largest), Infinity, unit(b, wide, x.dtype))
    const signed = b.select(b.lt(wide, 0), b.neg(step), step)
    return b.cast(b.select(b.lt(b.abs(wide), Infinity), signed, NaN), x.dtype)
  }),

  /** The neighbour of x on the way to y. */
  nextafter: composite(2, 'float', 'same', (b, x, y) => {
    const { least, largest } = formatOf(x.dtype)
    const [from, to] = [b.cast(x, 'float64'), b.cast(y, 'float64')]
    const step = unit(b, from, x.dtype)
    const inward = b.xor(b.gt(from, 0), b.gt(to, from))
    // Below a power of two numbers lie twice as close.
    const isEdge = b.and(b.eq(b.mantissa(from), 1), b.gt(b.exponent(from), least))
    const distance = b.select(b.and(inward, isEdge), b.mul(step, 0.5), step)
    const moved = b.add(from, b.select(b.gt(to, from), distance, b.neg(distance)))
    const signed = b.select(b.and(b.eq(moved, 0), b.ne(from, 0)), b.copysign(0, from), moved)
    const finite = b.select(b.eq(b.abs(from), Infinity), b.copysign(largest, from), signed)
    const other = b.select(b.eq(from, to), to, finite)
    return b.cast(b.select(b.or(b.isnan(from), b.isnan(to)), NaN, other), x.dtype)
  }),

  /** x times 2^k, k a whole number, rounded once: by one product, where 2^k is a normal number. */
  ldexp: composite(2, 'float', 'same', (b, x, k) => b.likely(b.le(b.abs(k), 1022), b.mul(x, b.pow2i(k)), scaled(b, x, k)), true),

  /** The power of two that makes x of a fraction between 1/2 and 1 in size; 0 where x is zero or not finite. */
  frexp_exponent: composite(
    1,
    'float',
    'same',
    (b, x) => {
      const lifted = b.add(b.exponent(b.mul(x, 2 ** LIFT)), 1 - LIFT)
      const rare = b.select(b.and(b.lt(b.abs(x), 1), b.ne(x, 0)), lifted, 0)
      return b.likely(isNormal(b, x), b.add(b.exponent(x), 1), rare)
    },
    true,
  ),

  /** How many bits of an integer's size are ones: pairs, fours and bytes are added up side by side. */
  bitwise_count: composite(1, 'integer', 'same', (b, x) => {
    const { bytes, kind, big } = dtypeInfo[x.dtype]
    const unsigned = big ? 'biguint64' : (`uint${8 * bytes}` as DType)
    const number = (n: bigint): Node => b.lit(big ? n : Number(n), unsigned)
    const mask = (byte: bigint): Node => number((byte * ((1n << BigInt(8 * bytes)) - 1n)) / 255n)
    const low = (v: Node, shift: bigint): Node => b.op('shr', v, number(shift))
    const size = kind === 'unsigned' ? x : b.cast(b.abs(x), unsigned)
    const pairs = b.sub(size, b.and(low(size, 1n), mask(0x55n)))
    const fours = b.add(b.and(pairs, mask(0x33n)), b.and(low(pairs, 2n), mask(0x33n)))
    let sum = b.and(b.add(fours, low(fours, 4n)), mask(0x0fn))
    for (let width = 8; width < 8 * bytes; width *= 2) sum = b.add(sum, low(sum, BigInt(width)))
    return b.cast(b.and(sum, number(0x7fn)), x.dtype)
  }),
} satisfies Record<string, Composite>
