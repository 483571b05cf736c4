import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { expRest, reduceByLn2 } from './exponential.js'
import { erfcCore, erfTail, logErfc } from './generated/coefficients.js'
import { fastTwoSum, polyFromLead, polyParts, quotient, scale } from './parts.js'

/** erfc(a) for 1/2 <= a: exp(-a^2) Q(t)/(1 + 2a), t = (a - 5/2)/(a + 5/2). */
function complement(b: Body, a: Node): Node {
  const x = b.min(a, b.narrow ? 11 : 28)
  const twice = b.add(x, x)
  const d = b.add(twice, 1)
  const dLost = b.sub(1, b.sub(d, twice))
  const t = b.div(b.sub(x, 2.5), b.add(x, 2.5))
  const parts = polyParts(b, t, erfcCore)
  const q = b.add(parts.low, parts.high)
  if (b.narrow) {
    const { k, high: r } = reduceByLn2(b, b.neg(b.mul(x, x)))
    return scale(b, b.div(b.mul(b.add(b.add(r, expRest(b, r)), 1), q), d), k)
  }
  // x^2 = square + lost
  const top = b.head(x)
  const square = b.mul(x, x)
  const lost = b.add(b.sub(b.mul(top, top), square), b.mul(b.sub(x, top), b.add(x, top)))
  const { k, high: r, low } = reduceByLn2(b, b.neg(square))
  const one = fastTwoSum(b, b.lit(1), r)
  const tail = b.add(one.low, b.add(expRest(b, r), low))
  const eLow = b.sub(tail, b.mul(lost, b.add(one.high, tail)))
  const e = b.add(one.high, eLow)
  const eHead = b.head(e)
  const eTail = b.add(b.sub(one.high, eHead), eLow)
  const qHead = b.head(q)
  const qTail = b.add(b.sub(parts.high, qHead), parts.low)
  const n = { high: b.mul(eHead, qHead), low: b.add(b.mul(eHead, qTail), b.mul(eTail, q)) }
  return scale(b, quotient(b, fastTwoSum(b, n.high, n.low), { high: d, low: dLost }), k)
}

/** x (1 + P(x^2)) near zero; beyond, 1 - erfc with log erfc as a polynomial, whose relative error matters less and less. */
export function erf(b: Body, x: Node): Node {
  const a = b.abs(x)
  const z = b.mul(x, x)
  const near = b.add(x, b.mul(x, polyFromLead(b, z, erfTail)))
  const u = b.sub(b.min(a, 5.95), 1)
  const { k, high: r } = reduceByLn2(b, b.neg(polyFromLead(b, u, logErfc)))
  // 1 - 2^k (1 + p) without rounding 1 + p
  const power = b.pow2i(k)
  const far = b.sub(b.sub(1, power), b.mul(b.add(r, expRest(b, r)), power))
  return b.select(b.lt(a, 27 / 32), near, b.copysign(far, x))
}

export function erfc(b: Body, x: Node): Node {
  const a = b.abs(x)
  const z = b.mul(x, x)
  const tail = b.mul(x, polyFromLead(b, z, erfTail))
  const near = b.sub(1, b.add(x, tail))
  const far = complement(b, a)
  return b.select(b.lt(a, 0.5), near, b.select(b.lt(x, 0), b.sub(2, far), far))
}
