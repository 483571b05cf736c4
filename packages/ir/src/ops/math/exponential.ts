import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { PLACE } from '../primitives.js'
import { cothTail, exp2Coth, exp2Tail, ln2, ln2double } from './generated/coefficients.js'
import { clamp, early, fastTwoSum, type Pair, poly, scale, series } from './parts.js'

/** y rounded to a whole number k, and the sum k + `PLACE`, from which `pow2placed` takes 2^k. */
export function nearestPlaced(b: Body, y: Node): { k: Node; placed: Node } {
  const placed = b.add(y, PLACE)
  return { k: b.sub(placed, PLACE), placed }
}

interface Reduced extends Pair {
  readonly k: Node
  readonly placed: Node
  /** high + low to more than a double holds: `first` - `second`, the second rounded. */
  readonly first: Node
  readonly second: Node
}

/** x = k ln 2 + (high + low), |high| <= ln(2)/2 a little exceeded. */
export function reduceByLn2(b: Body, x: Node): Reduced {
  const { k, placed } = nearestPlaced(b, b.mul(x, Math.LOG2E))
  if (b.narrow) {
    const r = b.sub(x, b.mul(k, Math.LN2))
    return { k, placed, first: r, second: b.lit(0), high: r, low: b.lit(0) }
  }
  const first = b.sub(x, b.mul(k, ln2[0]))
  const second = b.mul(k, ln2[1])
  const high = b.sub(first, second)
  return { k, placed, first, second, high, low: b.sub(b.sub(first, high), second) }
}

/** r coth(r/2) = 2 + r^2 P(r^2), from the coefficients for r coth r. */
function halved(coefficients: readonly number[]): number[] {
  let factor = 2
  return coefficients.map((c) => c * (factor /= 4))
}
const cothHalf = { wide: halved(cothTail.wide), narrow: halved(cothTail.narrow) }

/**
 * e^r - 1 - r for a reduced r. With c = 2 + r - r coth(r/2), which is nearly r, it is r c/(2 - c): one division is done beside
 * the other instructions, and is worth half a polynomial.
 */
export function expRest(b: Body, r: Node): Node {
  const square = b.mul(r, r)
  const c = b.sub(r, b.mul(square, series(b, square, cothHalf)))
  return b.div(b.mul(r, c), b.sub(2, c))
}

/** The same with r^2/2, the largest part, not rounded together with the rest: r^2/2 (1 + r (1 - P (2 + r))/(2 - c)). */
function expRestFromLead(b: Body, r: Node): Node {
  const square = b.mul(r, r)
  const p = series(b, square, cothHalf)
  const half = b.mul(square, 0.5)
  const n = b.mul(b.mul(half, r), b.sub(1, b.mul(p, b.add(r, 2))))
  return b.add(half, b.div(n, b.sub(2, b.sub(r, b.mul(square, p)))))
}

/** f coth(f ln(2)/2), to the precision of float32: with c, 2^f = (c + f)/(c - f). `whole`: relative to f. */
export const exp2Even = (b: Body, f: Node, whole: boolean): Node => b.horner(b.mul(f, f), whole ? exp2Coth.wide : exp2Coth.narrow)

/** 2^y to the precision of float32. */
function narrowExp2(b: Body, y: Node): Node {
  const { k, placed } = nearestPlaced(b, y)
  const f = b.sub(y, k)
  const even = exp2Even(b, f, false)
  return b.mul(b.div(b.add(even, f), b.sub(even, f)), b.pow2placed(placed))
}

/** k = nearest(x / ln 2), hi/lo reduction, 1 + (r + r^2 q(r)), scaling in two steps into the subnormals. */
export function exp(b: Body, x: Node): Node {
  if (b.narrow) return narrowExp2(b, b.mul(clamp(b, x, -110, 95), Math.LOG2E))
  const reduced = (x: Node): { value: Node; k: Node; placed: Node } => {
    const { k, placed, first, second, high } = reduceByLn2(b, x)
    return { value: b.add(b.add(first, b.sub(expRest(b, high), second)), 1), k, placed }
  }
  const usual = reduced(x)
  const rare = reduced(clamp(b, x, -760, 720))
  const normal = b.lt(b.abs(x), 708)
  return b.likely(normal, b.mul(usual.value, b.pow2placed(usual.placed)), scale(b, rare.value, rare.k))
}

/** As exp, the reduction being exact; ln 2 in two parts. */
export function exp2(b: Body, x: Node): Node {
  if (b.narrow) return narrowExp2(b, clamp(b, x, -160, 140))
  const reduced = (x: Node): { value: Node; k: Node; placed: Node } => {
    const { k, placed } = nearestPlaced(b, x)
    const r = b.sub(x, k)
    const rest = b.mul(r, b.add(b.mul(r, poly(b, r, exp2Tail)), ln2double[1]))
    const one = fastTwoSum(b, b.lit(1), b.mul(r, ln2double[0]))
    return { value: b.add(one.high, b.add(one.low, rest)), k, placed }
  }
  const usual = reduced(x)
  const rare = reduced(clamp(b, x, -1090, 1030))
  const normal = b.lt(b.abs(x), 1021)
  return b.likely(normal, b.mul(usual.value, b.pow2placed(usual.placed)), scale(b, rare.value, rare.k))
}

/** With p = 2^k and e^x = p (c + f)/(c - f): the numerator less the denominator, neither of which is rounded before. */
function narrowExpm1(b: Body, x: Node): Node {
  const y = b.mul(x, Math.LOG2E)
  const { k, placed } = nearestPlaced(b, y)
  const f = b.sub(y, k)
  const p = b.pow2placed(placed)
  const even = exp2Even(b, f, true)
  return b.div(b.add(b.mul(b.sub(p, 1), even), b.mul(b.add(p, 1), f)), b.sub(even, f))
}

/** 2^k (1 + p) - 1 with the leading sum exact; computed at half scale, so that 2^1024 does not overflow. */
export function expm1(b: Body, x: Node): Node {
  const tiny = early(b, x, (x) => b.lt(b.abs(x), 2 ** -54))
  if (b.narrow) return b.select(tiny, x, narrowExpm1(b, clamp(b, x, -60, 95)))
  const { placed, high: r, low } = reduceByLn2(b, clamp(b, x, -60, 709.9))
  const s = b.pow2placed(b.sub(placed, 1))
  const tail = b.mul(b.add(expRestFromLead(b, r), b.add(low, b.mul(low, r))), s)
  const one = b.sub(s, 0.5)
  const lost = b.sub(b.sub(s, one), 0.5)
  const sum = fastTwoSum(b, one, b.mul(r, s))
  const result = b.mul(b.add(sum.high, b.add(b.add(sum.low, lost), tail)), 2)
  return b.select(tiny, x, result)
}
