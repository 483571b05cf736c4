import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { exp2Even, nearestPlaced, reduceByLn2 } from './exponential.js'
import { coshTail, cothTail, ln2, sinhTail } from './generated/coefficients.js'
import { logOfPair, onePlus } from './logarithm.js'
import { addLow, early, fastTwoSum, type Pair, poly } from './parts.js'

/**
 * With |x| = k ln 2 + r: sinh |x| = (a - b) cosh r + (a + b) sinh r, cosh |x| = (a + b) cosh r + (a - b) sinh r,
 * a = 2^(k-1), b = 2^(-k-1). Both are given halved, so that neither a nor the sums overflow.
 */
function hyperbolic(b: Body, x: Node): { sinh: () => Pair; cosh: () => Pair } {
  const {
    k,
    placed,
    high: r,
    low,
  } = reduceByLn2(
    b,
    early(b, x, (x) => b.min(b.abs(x), b.narrow ? 95 : 710.6)),
  )
  const a = b.pow2placed(b.sub(placed, 2))
  const inverse = b.pow2i(b.sub(-2, b.narrow ? k : b.min(k, 100)))
  const plus = b.add(a, inverse)
  const minus = b.sub(a, inverse)
  const z = b.mul(r, r)
  if (b.narrow) {
    const c = b.add(b.mul(z, b.add(b.mul(z, poly(b, z, coshTail)), 0.5)), 1)
    const s = b.add(r, b.mul(b.mul(z, r), poly(b, z, sinhTail)))
    const sum = (even: Node, odd: Node): Pair => ({ high: b.add(b.mul(even, c), b.mul(odd, s)), low: b.lit(0) })
    return { sinh: () => sum(minus, plus), cosh: () => sum(plus, minus) }
  }
  const coshR = b.add(b.mul(z, 0.5), b.add(b.mul(b.mul(z, z), poly(b, z, coshTail)), b.mul(r, low)))
  const sinhR = b.add(b.mul(b.mul(z, r), poly(b, z, sinhTail)), low)
  const ar = b.mul(a, r)
  const br = b.mul(inverse, r)
  // even + (a +- b) r with both products exact, and what even lost when it was rounded
  const combine = (even: Node, odd: Node, sign: 'add' | 'sub'): Pair => {
    const lost = b.op(sign === 'add' ? 'sub' : 'add', b.sub(a, even), inverse)
    const sum = fastTwoSum(b, even, ar)
    const rest = b.add(b.mul(even, coshR), b.mul(odd, sinhR))
    return { high: sum.high, low: b.add(b.add(sum.low, lost), b.op(sign, rest, br)) }
  }
  return { sinh: () => combine(minus, plus, 'add'), cosh: () => combine(plus, minus, 'sub') }
}

export function sinh(b: Body, x: Node): Node {
  const { high, low } = hyperbolic(b, x).sinh()
  const value = b.copysign(b.mul(addLow(b, high, low), 2), x)
  return b.select(b.lt(b.abs(x), 2 ** -28), x, value)
}

export function cosh(b: Body, x: Node): Node {
  const { high, low } = hyperbolic(b, x).cosh()
  return b.mul(addLow(b, high, low), 2)
}

/**
 * With |x| = k ln(2)/2 + r, e^2r = (r coth r + r)/(r coth r - r) and p = 2^-k: the quotient of (1 - p) r coth r + (1 + p) r and
 * (1 + p) r coth r + (1 - p) r, both to more than a double holds. Beyond 22 it is 1.
 */
export function tanh(b: Body, x: Node): Node {
  const a = early(b, x, (x) => b.min(b.abs(x), 22))
  const y = b.mul(a, -2 * Math.LOG2E)
  const { k, placed } = nearestPlaced(b, y)
  const p = b.pow2placed(placed)
  const less = b.sub(1, p)
  const more = b.add(1, p)
  if (b.narrow) {
    const f = b.sub(k, y)
    const even = exp2Even(b, f, true)
    const value = b.div(b.add(b.mul(less, even), b.mul(more, f)), b.add(b.mul(more, even), b.mul(less, f)))
    return b.copysign(value, x)
  }
  const first = b.add(a, b.mul(k, ln2[0] / 2))
  const second = b.mul(k, ln2[1] / -2)
  const r = b.sub(first, second)
  const low = b.sub(b.sub(first, r), second)
  const z = b.mul(r, r)
  const tail = b.mul(z, poly(b, z, cothTail))
  const lead = fastTwoSum(b, less, r)
  const n = fastTwoSum(b, lead.high, b.add(b.mul(p, r), b.add(lead.low, b.add(b.mul(less, tail), b.mul(more, low)))))
  const d = fastTwoSum(b, more, b.add(b.mul(more, tail), b.mul(less, r)))
  // What 1 - p and 1 + p lost matters where the quotient is nearly 1.
  const lost = b.sub(b.sub(more, less), b.add(p, p))
  const q = b.div(n.high, d.high)
  const missing = b.div(b.sub(b.add(n.low, lost), b.mul(q, d.low)), d.high)
  return b.copysign(b.add(q, missing), x)
}

/** log(1 + t), t = |x| + x^2/(1 + sqrt(1 + x^2)); for large x log |x| + ln 2. */
export function asinh(b: Body, x: Node): Node {
  const a = b.abs(x)
  const large = b.gt(a, 2 ** 30)
  const square = b.mul(a, a)
  const t = fastTwoSum(b, a, b.div(square, b.add(b.sqrt(b.add(square, 1)), 1)))
  const value = logOfPair(b, logArgument(b, large, a, t), b.select(large, 1, 0))
  const known = b.and(b.ge(a, 2 ** -28), b.lt(a, Infinity))
  return b.select(known, b.copysign(value, x), x)
}

export function acosh(b: Body, x: Node): Node {
  const large = b.gt(x, 2 ** 30)
  const t = b.sub(x, 1)
  const w = fastTwoSum(b, b.sqrt(b.add(b.add(t, t), b.mul(t, t))), t)
  const value = logOfPair(b, logArgument(b, large, x, w), b.select(large, 1, 0))
  return b.select(b.lt(x, Infinity), b.select(b.lt(x, 1), NaN, value), x)
}

/** 1 + t, or x alone where it is large. */
function logArgument(b: Body, large: Node, x: Node, t: Pair): Pair {
  const sum = onePlus(b, t.high)
  return { high: b.select(large, x, sum.high), low: b.select(large, 0, addLow(b, sum.low, t.low)) }
}

/** Half the logarithm of 1 + 2x/(1 - x). */
export function atanh(b: Body, x: Node): Node {
  const a = b.abs(x)
  const twice = b.add(a, a)
  const rest = b.sub(1, a)
  const t = b.select(b.lt(a, 0.5), b.add(twice, b.div(b.mul(twice, a), rest)), b.div(twice, rest))
  const value = b.copysign(b.mul(logOfPair(b, onePlus(b, t)), 0.5), x)
  const special = b.select(b.eq(a, 1), b.copysign(Infinity, x), b.select(b.gt(a, 1), NaN, x))
  return b.select(b.and(b.ge(a, 2 ** -28), b.lt(a, 1)), value, special)
}
