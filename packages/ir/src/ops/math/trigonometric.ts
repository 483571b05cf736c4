import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { cosTail, piOver2, sinTail, twoOverPi } from './generated/coefficients.js'
import { fastTwoSum, type Pair, poly, quotient } from './parts.js'

interface Reduced extends Pair {
  /** The quadrant: an integer, of which the last two bits matter. */
  readonly n: Node
}

/** Up to here n = x 2/pi has so few bits that its products with the parts of pi/2 are exact. */
const NEAR = 2 ** 20 * (Math.PI / 2)

/**
 * x = n pi/2 + (high + low), |high| <= pi/4 a little exceeded: n times each part of pi/2 but the last is exact.
 * Beyond NEAR by the primitives, which cost the others a test only.
 */
function reduceByPi(b: Body, x: Node): Reduced {
  const n = b.nearest(b.mul(x, twoOverPi[0]))
  const first = b.sub(x, b.mul(n, piOver2[0]))
  const huge = b.gt(b.abs(x), NEAR)
  if (b.narrow) {
    const r = b.sub(first, b.mul(n, piOver2[1] + piOver2[2]))
    return { n: b.op('pi_quadrant', huge, n, x), high: b.op('pi_high', huge, r, x), low: b.lit(0) }
  }
  const secondPart = b.mul(n, piOver2[1])
  const second = b.sub(first, secondPart)
  const lost = b.sub(b.sub(first, second), secondPart)
  const thirdPart = b.sub(b.mul(n, piOver2[2]), lost)
  const high = b.sub(second, thirdPart)
  const low = b.sub(b.sub(b.sub(second, high), thirdPart), b.mul(n, piOver2[3]))
  return { n: b.op('pi_quadrant', huge, n, x), high: b.op('pi_high', huge, high, x), low: b.op('pi_low', huge, low, x) }
}

/** sin(r) - r.high for the reduced argument. */
function sinRest(b: Body, r: Pair, z: Node): Node {
  const cube = b.mul(z, r.high)
  if (b.narrow) return b.mul(cube, poly(b, z, sinTail))
  return b.add(b.mul(cube, poly(b, z, sinTail)), b.add(r.low, b.mul(b.mul(z, -0.5), r.low)))
}

/** cos(r) - 1 for the reduced argument, as a pair. */
function cosRest(b: Body, r: Pair, z: Node): Pair {
  const low = b.sub(b.mul(b.mul(z, z), poly(b, z, cosTail)), b.mul(r.high, r.low))
  return { high: b.mul(z, -0.5), low }
}

function cosOf(b: Body, r: Pair, z: Node): Node {
  if (b.narrow) return b.add(b.mul(z, b.sub(b.mul(z, poly(b, z, cosTail)), 0.5)), 1)
  const rest = cosRest(b, r, z)
  const top = b.add(rest.high, 1)
  const lost = b.sub(rest.high, b.sub(top, 1))
  return b.add(top, b.add(lost, rest.low))
}

/** z - r^2: what squaring lost, negated. */
function squareLost(b: Body, r: Node, z: Node): Node {
  const top = b.head(r)
  return b.sub(b.sub(z, b.mul(top, top)), b.mul(b.sub(r, top), b.add(r, top)))
}

/** Whether an integer-valued n is odd. */
function odd(b: Body, n: Node): { odd: Node; half: Node } {
  const exact = b.mul(n, 0.5)
  const half = b.floor(exact)
  return { odd: b.ne(exact, half), half }
}

function sinOrCos(b: Body, x: Node, cosine: boolean): Node {
  const r = reduceByPi(b, x)
  const z = b.mul(r.high, r.high)
  const sine = b.add(r.high, sinRest(b, r, z))
  const quadrant = odd(b, cosine ? b.add(r.n, 1) : r.n)
  const value = b.select(quadrant.odd, cosOf(b, r, z), sine)
  return b.select(odd(b, quadrant.half).odd, b.neg(value), value)
}

export const sin = (b: Body, x: Node): Node => b.select(b.eq(x, 0), x, sinOrCos(b, x, false))
export const cos = (b: Body, x: Node): Node => sinOrCos(b, x, true)

/** sine over cosine, both unrounded; in odd quadrants -cosine over sine. */
export function tan(b: Body, x: Node): Node {
  const r = reduceByPi(b, x)
  const z = b.mul(r.high, r.high)
  const swap = odd(b, r.n).odd
  if (b.narrow) {
    const s = b.add(r.high, sinRest(b, r, z))
    const c = cosOf(b, r, z)
    const ratio = b.div(b.select(swap, b.neg(c), s), b.select(swap, s, c))
    return b.select(b.eq(x, 0), x, ratio)
  }
  const sine = fastTwoSum(b, r.high, sinRest(b, r, z))
  const rest = cosRest(b, r, z)
  const top = fastTwoSum(b, b.lit(1), rest.high)
  const lost = b.add(top.low, b.mul(squareLost(b, r.high, z), 0.5))
  const cosine = fastTwoSum(b, top.high, b.add(lost, rest.low))
  const pick = (p: Pair, q: Pair): Pair => ({ high: b.select(swap, p.high, q.high), low: b.select(swap, p.low, q.low) })
  const negated = { high: b.neg(cosine.high), low: b.neg(cosine.low) }
  const value = quotient(b, pick(negated, sine), pick(sine, cosine))
  return b.select(b.lt(b.abs(x), 2 ** -28), x, value)
}
