import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { ln2, log2e, log10e, log10of2, logTail } from './generated/coefficients.js'
import { early, fastTwoSum, type Pair, poly, twoSum } from './parts.js'

/** x = 2^k (1 + f) for positive normal x, sqrt(1/2) <= 1 + f < sqrt 2. */
const split = (b: Body, x: Node): { k: Node; f: Node } => ({ k: b.binade(x), f: b.sub(b.significand(x), 1) })

/**
 * A logarithm by `value` of x = 2^k (1 + f). Subnormal numbers, and what is no positive number, are rare. float32 arguments are
 * normal doubles.
 */
function ofPositive(b: Body, x: Node, value: (k: Node, f: Node) => Node): Node {
  const { k, f } = split(b, x)
  if (b.narrow) {
    const positive = early(b, x, (x) => b.and(b.gt(x, 0), b.lt(x, Infinity)))
    return b.likely(positive, value(k, f), above(b, 0, x, x))
  }
  const small = b.lt(x, 1)
  const up = split(b, b.select(small, b.mul(x, 2 ** 54), x))
  const rare = value(b.sub(up.k, b.select(small, 54, 0)), up.f)
  return b.likely(b.lt(b.abs(k), 1022), value(k, f), above(b, 0, x, rare))
}

interface Core {
  /** log(1 + f) = f - (half - rest) */
  readonly half: Node
  readonly rest: Node
  /** log(1 + f) = f - short */
  readonly short: () => Node
  /** log(1 + f) rounded, which is enough for float32. */
  readonly plain: () => Node
}

/** log(1 + f) by s = f/(2 + f), z = s^2: 2s + s z L(z) = f - (f^2/2 - s (f^2/2 + z L(z))). */
function core(b: Body, f: Node): Core {
  const s = b.div(f, b.add(f, 2))
  const z = b.mul(s, s)
  const half = b.mul(b.mul(f, f), 0.5)
  const series = b.mul(z, poly(b, z, logTail))
  const plain = (): Node => b.mul(s, b.add(series, 2))
  const short = (): Node => b.mul(s, b.sub(f, series))
  return { plain, short, half, rest: b.mul(s, b.add(half, series)) }
}

/** `inside` above the pole, but infinity itself; -inf at the pole, NaN below and for NaN. */
const above = (b: Body, pole: number, x: Node, inside: Node): Node =>
  b.select(b.gt(x, pole), b.select(b.lt(x, Infinity), inside, x), b.select(b.eq(x, pole), -Infinity, NaN))

export const log = (b: Body, x: Node): Node =>
  ofPositive(b, x, (k, f) => {
    const { short, plain } = core(b, f)
    if (b.narrow) return b.add(b.mul(k, Math.LN2), plain())
    return b.add(b.mul(k, ln2[0]), b.sub(f, b.sub(short(), b.mul(k, ln2[1]))))
  })

/** k c + log(1 + f)/ln(base), the factor's head times the logarithm's head being exact. */
const inBase = (b: Body, x: Node, factor: readonly [number, number], perBit: readonly [number, number]): Node =>
  ofPositive(b, x, (k, f) => {
    const { half, rest, plain } = core(b, f)
    if (b.narrow) {
      const whole = perBit[0] === 1 ? k : b.mul(k, perBit[0] + perBit[1])
      return b.add(whole, b.mul(plain(), factor[0] + factor[1]))
    }
    const high = b.head(b.sub(f, half))
    const low = b.add(b.sub(b.sub(f, high), half), rest)
    const lead = b.mul(high, factor[0])
    const tail = b.add(b.mul(b.add(low, high), factor[1]), b.mul(low, factor[0]))
    const whole = perBit[0] === 1 ? k : b.mul(k, perBit[0])
    const sum = b.add(whole, lead)
    const lost = b.add(b.sub(whole, sum), lead)
    const rounding = perBit[1] === 0 ? lost : b.add(lost, b.mul(k, perBit[1]))
    return b.add(sum, b.add(tail, rounding))
  })

export const log2 = (b: Body, x: Node): Node => inBase(b, x, log2e, [1, 0])
export const log10 = (b: Body, x: Node): Node => inBase(b, x, log10e, log10of2)

/** log(u.high + u.low) + extra ln 2 for u.high in [2^-60, inf). */
export function logOfPair(b: Body, u: Pair, extra?: Node): Node {
  const { k, f } = split(b, u.high)
  const { half, rest, plain } = core(b, f)
  const bits = extra === undefined ? k : b.add(k, extra)
  if (b.narrow) return b.add(b.add(b.mul(bits, Math.LN2), plain()), b.div(u.low, u.high))
  const low = b.add(rest, b.add(b.mul(bits, ln2[1]), b.div(u.low, u.high)))
  return b.add(b.mul(bits, ln2[0]), b.sub(f, b.sub(half, low)))
}

/** 1 + x exactly; in a narrow body to 2^-53 of the sum for large x. */
export const onePlus = (b: Body, x: Node): Pair => (b.narrow ? fastTwoSum(b, b.lit(1), x) : twoSum(b, 1, x))

/** log(1 + x) by the exact sum 1 + x. */
export function log1p(b: Body, x: Node): Node {
  const inside = logOfPair(b, onePlus(b, x))
  return above(b, -1, x, b.select(b.eq(x, 0), x, inside))
}
