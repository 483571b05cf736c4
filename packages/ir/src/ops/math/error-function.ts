import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import type { Composite } from '../types.js'
import { erfcCore, erfTail } from './coefficients.js'
import { expRest, reduceByLn2 } from './exponential.js'
import { elementaryOp, fastTwoSum, poly, quotient, scale } from './parts.js'

/** erfc(a) for 1/2 <= a: exp(-a^2) Q(t)/(1 + 2a), t = (a - 5/2)/(a + 5/2). */
function complement(b: Body, a: Node, accurate: boolean): Node {
  const x = b.min(a, 28)
  const twice = b.add(x, x)
  const d = b.add(twice, 1)
  const dLost = b.sub(1, b.sub(d, twice))
  const t = b.div(b.sub(x, 2.5), b.add(x, 2.5))
  const q = poly(b, t, erfcCore)
  // x^2 = square + lost
  const top = b.head(x)
  const square = b.mul(x, x)
  const lost = b.add(b.sub(b.mul(top, top), square), b.mul(b.sub(x, top), b.add(x, top)))
  const { k, high: r, low } = reduceByLn2(b, b.neg(square))
  const rest = b.add(expRest(b, r), b.mul(b.sub(low, lost), b.add(r, 1)))
  if (!accurate || b.narrow) return scale(b, b.div(b.mul(b.add(b.add(r, rest), 1), q), d), k)
  const one = fastTwoSum(b, b.lit(1), r)
  const eLow = b.add(one.low, rest)
  const e = b.add(one.high, eLow)
  const eHead = b.head(e)
  const eTail = b.add(b.sub(one.high, eHead), eLow)
  const qHead = b.head(q)
  const qTail = b.sub(q, qHead)
  const n = { high: b.mul(eHead, qHead), low: b.add(b.mul(eHead, qTail), b.mul(eTail, q)) }
  return scale(b, quotient(b, fastTwoSum(b, n.high, n.low), { high: d, low: dLost }), k)
}

const erf = elementaryOp(1, (b, x) => {
  const a = b.abs(x)
  const z = b.mul(x, x)
  const near = b.add(x, b.mul(x, poly(b, z, erfTail)))
  const far = b.copysign(b.sub(1, complement(b, a, false)), x)
  return b.select(b.lt(a, 27 / 32), near, far)
})

const erfc = elementaryOp(1, (b, x) => {
  const a = b.abs(x)
  const z = b.mul(x, x)
  const tail = b.mul(x, poly(b, z, erfTail))
  const near = b.sub(1, b.add(x, tail))
  const far = complement(b, a, true)
  return b.select(b.lt(a, 0.5), near, b.select(b.lt(x, 0), b.sub(2, far), far))
})

export const errorFunction = { erf, erfc } satisfies Record<string, Composite>
