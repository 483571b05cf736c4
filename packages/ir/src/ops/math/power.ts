import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { expRest } from './exponential.js'
import { cbrt2, cbrt4, cbrtStart, ln2short, log2of1p5, log2Tail, pow2over3ln2, powTail } from './generated/coefficients.js'
import { fastTwoSum, type Pair, poly, scale } from './parts.js'

/**
 * log2 of a positive normal double as a 21-bit head and a tail. With s = (m - c)/(m + c), c = 1 or 3/2:
 * log2 m = log2 c + 2/(3 ln 2) s (3 + s^2 + s^4 P(s^2)), the leading products by heads.
 */
function log2Pair(b: Body, x: Node, offset: Node | number): Pair {
  const m1 = b.mantissa(x)
  const top = b.gt(m1, Math.sqrt(3))
  const m = b.select(top, b.mul(m1, 0.5), m1)
  const k = b.add(b.exponent(x), b.add(b.select(top, 1, 0), offset))
  const middle = b.gt(m, Math.sqrt(1.5))
  const c = b.select(middle, 1.5, 1)
  const n = b.sub(m, c)
  const d = b.add(m, c)
  const dLost = b.sub(m, b.sub(d, c))
  const inverse = b.div(1, d)
  const s = b.mul(n, inverse)
  const sHead = b.head(s)
  const dHead = b.head(d)
  const dTail = b.add(b.sub(d, dHead), dLost)
  const sTail = b.mul(b.sub(b.sub(n, b.mul(sHead, dHead)), b.mul(sHead, dTail)), inverse)
  const z = b.mul(s, s)
  const square = b.mul(sHead, sHead)
  const rest = b.add(b.mul(b.mul(z, z), poly(b, z, powTail)), b.mul(sTail, b.add(sHead, s)))
  const t = b.head(b.add(b.add(square, 3), rest))
  const tTail = b.sub(rest, b.sub(b.sub(t, 3), square))
  const u = b.mul(sHead, t)
  const v = b.add(b.mul(sTail, t), b.mul(tTail, s))
  const p = b.head(b.add(u, v))
  const pTail = b.sub(v, b.sub(p, u))
  const high = b.mul(p, pow2over3ln2[0])
  const low = b.add(
    b.add(b.mul(b.add(p, pTail), pow2over3ln2[1]), b.mul(pTail, pow2over3ln2[0])),
    b.select(middle, log2of1p5[1], 0),
  )
  const base = b.select(middle, log2of1p5[0], 0)
  const whole = b.head(b.add(b.add(b.add(high, low), base), k))
  return { high: whole, low: b.sub(low, b.sub(b.sub(b.sub(whole, k), base), high)) }
}

/** log2 of a positive normal double, rounded. */
function log2Plain(b: Body, x: Node): Node {
  const m1 = b.mantissa(x)
  const top = b.gt(m1, Math.SQRT2)
  const m = b.select(top, b.mul(m1, 0.5), m1)
  const s = b.div(b.sub(m, 1), b.add(m, 1))
  const z = b.mul(s, s)
  const series = b.add(b.mul(z, b.estrin(z, log2Tail.narrow)), 2)
  return b.add(b.add(b.exponent(x), b.select(top, 1, 0)), b.mul(b.mul(s, Math.LOG2E), series))
}

/** 2^x to float32 accuracy. */
function exp2Plain(b: Body, x: Node): Node {
  const k = b.nearest(x)
  const r = b.mul(b.sub(x, k), Math.LN2)
  return scale(b, b.add(b.add(r, expRest(b, r)), 1), k)
}

/** 2^(high + low), high having few bits. */
function exp2Pair(b: Body, high: Node, low: Node): Node {
  const k = b.nearest(b.add(high, low))
  const f = b.sub(high, k)
  const t = b.head(b.add(f, low))
  const u = b.mul(t, ln2short[0])
  const v = b.add(b.mul(b.sub(low, b.sub(t, f)), Math.LN2), b.mul(t, ln2short[1]))
  const r = b.add(u, v)
  const lost = b.sub(v, b.sub(r, u))
  const one = fastTwoSum(b, b.lit(1), r)
  const rest = b.add(expRest(b, r), b.add(lost, b.mul(lost, r)))
  return scale(b, b.add(one.high, b.add(one.low, rest)), k)
}

/** a is not negative; infinity and NaN are their own logarithms. */
const atLimits = (b: Body, a: Node, log: Node): Node => b.select(b.lt(a, Infinity), b.select(b.eq(a, 0), -Infinity, log), a)

/** Beyond 2^200 a float32 is infinite, below 2^-200 it is 0: rounding to float32 does the rest. */
function narrowPower(b: Body, a: Node, y: Node): Node {
  const product = b.mul(y, atLimits(b, a, log2Plain(b, a)))
  return exp2Plain(b, b.min(b.max(product, -200), 200))
}

function widePower(b: Body, a: Node, y: Node): Node {
  const tiny = b.lt(a, 2 ** -1022)
  const normal = b.select(tiny, b.mul(a, 2 ** 54), a)
  const log = log2Pair(b, normal, b.select(tiny, -54, 0))
  const yHead = b.head(y)
  const high = b.mul(yHead, log.high)
  const low = b.add(b.mul(b.sub(y, yHead), log.high), b.mul(y, log.low))
  const product = b.mul(y, atLimits(b, a, b.add(log.high, log.low)))
  const outside = b.select(b.gt(product, 0), Infinity, b.select(b.lt(product, 0), 0, product))
  return b.select(b.lt(b.abs(product), 1080), exp2Pair(b, high, low), outside)
}

/**
 * 2^(y log2 |x|), the logarithm in two parts; then the sign and the special values of IEEE 754's pow: 1 for y = 0 or
 * |x| = 1 whatever the other is, and NaN for a negative base with a fractional (or no) exponent, -1 included.
 */
export function pow(b: Body, x: Node, y: Node): Node {
  const a = b.abs(x)
  const power = b.narrow ? narrowPower(b, a, y) : widePower(b, a, y)
  const magnitude = b.select(b.or(b.eq(a, 1), b.eq(y, 0)), 1, power)
  const whole = b.floor(y)
  const isInteger = b.eq(whole, y)
  const half = b.mul(y, 0.5)
  const isOdd = b.and(isInteger, b.ne(b.floor(half), half))
  const signed = b.select(isOdd, b.copysign(magnitude, x), magnitude)
  const negative = b.and(b.lt(x, 0), b.gt(x, -Infinity))
  return b.select(b.and(negative, b.not(isInteger)), NaN, signed)
}

/** Exponent by thirds, a polynomial start, and one step of third order with an exact residual. */
export function cbrt(b: Body, x: Node): Node {
  const a = b.abs(x)
  const tiny = b.lt(a, 2 ** -1022)
  const normal = b.narrow ? a : b.select(tiny, b.mul(a, 2 ** 54), a)
  const e = b.exponent(normal)
  const third = b.floor(b.mul(b.add(e, 0.5), 1 / 3))
  const left = b.sub(e, b.mul(third, 3))
  const m1 = b.mantissa(normal)
  const m = b.mul(m1, b.pow2i(left))
  const factor = b.select(b.gt(left, 1.5), cbrt4[0], b.select(b.gt(left, 0.5), cbrt2[0], 1))
  const start = b.mul(poly(b, m1, cbrtStart), factor)
  const usual = b.and(b.gt(a, 0), b.lt(a, Infinity))
  if (b.narrow) {
    const square = b.mul(start, start)
    const step = b.div(b.sub(m, b.mul(square, start)), b.mul(square, 3))
    return b.select(usual, b.copysign(b.mul(b.add(start, step), b.pow2i(third)), x), x)
  }
  const t = b.head(start)
  const square = b.mul(t, t)
  const sHead = b.head(square)
  const residual = b.sub(b.sub(m, b.mul(sHead, t)), b.mul(b.sub(square, sHead), t))
  const inverse = b.div(1 / 3, square)
  const step = b.mul(residual, inverse)
  const correction = b.sub(step, b.mul(b.mul(step, step), b.mul(b.mul(t, 3), inverse)))
  const k = b.sub(third, b.select(tiny, 18, 0))
  const value = b.mul(b.add(t, correction), b.pow2i(k))
  return b.select(usual, b.copysign(value, x), x)
}

/** sqrt(x^2 + y^2), scaled against overflow, the squares of the heads exact. */
export function hypot(b: Body, x: Node, y: Node): Node {
  const ax = b.abs(x)
  const ay = b.abs(y)
  const infinite = b.or(b.eq(ax, Infinity), b.eq(ay, Infinity))
  if (b.narrow) return b.select(infinite, Infinity, b.sqrt(b.add(b.mul(x, x), b.mul(y, y))))
  const swap = b.gt(ay, ax)
  const most = b.select(swap, ay, ax)
  const least = b.select(swap, ax, ay)
  const huge = b.gt(most, 2 ** 500)
  const small = b.lt(most, 2 ** -500)
  const factor = b.select(huge, 2 ** -600, b.select(small, 2 ** 600, 1))
  const back = b.select(huge, 2 ** 600, b.select(small, 2 ** -600, 1))
  const h = b.mul(most, factor)
  const l = b.mul(least, factor)
  const hTop = b.head(h)
  const lTop = b.head(l)
  const sum = fastTwoSum(b, b.mul(hTop, hTop), b.mul(lTop, lTop))
  const rest = b.add(b.mul(b.sub(h, hTop), b.add(h, hTop)), b.mul(b.sub(l, lTop), b.add(l, lTop)))
  const root = b.sqrt(b.add(sum.high, b.add(sum.low, rest)))
  return b.select(infinite, Infinity, b.mul(root, back))
}
