import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import type { Composite } from '../types.js'
import { exp2Tail, expm1Tail, expTail, ln2, ln2double } from './generated/coefficients.js'
import { clamp, elementaryOp, type Fit, fastTwoSum, type Pair, poly, scale } from './parts.js'

/** x = k ln 2 + (high + low), |high| <= ln(2)/2 a little exceeded. */
export function reduceByLn2(b: Body, x: Node): Pair & { k: Node } {
  const k = b.nearest(b.mul(x, Math.LOG2E))
  if (b.narrow) return { k, high: b.sub(x, b.mul(k, Math.LN2)), low: b.lit(0) }
  const first = b.sub(x, b.mul(k, ln2[0]))
  const second = b.mul(k, ln2[1])
  const high = b.sub(first, second)
  return { k, high, low: b.sub(b.sub(first, high), second) }
}

/** e^r - 1 - r for a reduced r; the square, its largest part, is not rounded together with the rest. */
export function expRest(b: Body, r: Node, fit: Fit = expTail): Node {
  const square = b.mul(r, r)
  if (b.narrow) return b.mul(square, b.add(b.mul(r, poly(b, r, fit)), 0.5))
  return b.add(b.mul(square, 0.5), b.mul(b.mul(square, r), poly(b, r, fit)))
}

/** k = nearest(x / ln 2), hi/lo reduction, 1 + (r + r^2 q(r)), scaling in two steps into the subnormals. */
const exp = elementaryOp(1, (b, x) => {
  const { k, high: r } = reduceByLn2(b, b.narrow ? clamp(b, x, -110, 95) : clamp(b, x, -760, 720))
  return scale(b, b.add(b.add(r, expRest(b, r)), 1), k)
})

/** As exp, the reduction being exact; ln 2 in two parts. */
const exp2 = elementaryOp(1, (b, x) => {
  const t = b.narrow ? clamp(b, x, -160, 140) : clamp(b, x, -1090, 1030)
  const k = b.nearest(t)
  const r = b.sub(t, k)
  const tail = b.mul(r, poly(b, r, exp2Tail))
  if (b.narrow) return scale(b, b.add(b.mul(r, b.add(tail, Math.LN2)), 1), k)
  const rest = b.mul(r, b.add(tail, ln2double[1]))
  const one = fastTwoSum(b, b.lit(1), b.mul(r, ln2double[0]))
  return scale(b, b.add(one.high, b.add(one.low, rest)), k)
})

/** 2^k (1 + p) - 1 with the leading sum exact; computed at half scale, so that 2^1024 does not overflow. */
const expm1 = elementaryOp(1, (b, x) => {
  const { k, high: r, low } = reduceByLn2(b, b.narrow ? clamp(b, x, -60, 95) : clamp(b, x, -60, 709.9))
  const tiny = b.lt(b.abs(x), 2 ** -54)
  if (b.narrow) {
    const power = b.pow2i(k)
    return b.select(tiny, x, b.add(b.mul(b.add(r, expRest(b, r)), power), b.sub(power, 1)))
  }
  const s = b.pow2i(b.sub(k, 1))
  const tail = b.mul(b.add(expRest(b, r, expm1Tail), b.add(low, b.mul(low, r))), s)
  const one = b.sub(s, 0.5)
  const lost = b.sub(b.sub(s, one), 0.5)
  const sum = fastTwoSum(b, one, b.mul(r, s))
  const result = b.mul(b.add(sum.high, b.add(b.add(sum.low, lost), tail)), 2)
  return b.select(tiny, x, result)
})

export const exponential = { exp, exp2, expm1 } satisfies Record<string, Composite>
