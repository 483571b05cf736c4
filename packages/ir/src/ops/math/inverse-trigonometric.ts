import type { Node } from '../../node.js'
import type { Body } from '../body.js'
import { asinTail, atanTail, piOver4 } from './generated/coefficients.js'
import { type Pair, poly } from './parts.js'

const PI_OVER_2 = [piOver4[0] * 2, piOver4[1] * 2] as const

interface Arc {
  readonly outer: Node
  /** |x| within 1/2, sqrt((1 - |x|)/2) beyond: asin of this is `t + t rest`. */
  readonly t: Node
  readonly rest: Node
  /** What the square root lost: the root is t + lost. */
  readonly lost: Node
}

/** asin(x) = t + t rest for |x| <= 1/2; pi/2 - 2 asin(t + lost) beyond. */
function arc(b: Body, x: Node): Arc {
  const a = b.abs(x)
  const outer = b.gt(a, 0.5)
  const half = b.mul(b.sub(1, a), 0.5)
  const z = b.select(outer, half, b.mul(a, a))
  const root = b.sqrt(half)
  const t = b.select(outer, root, a)
  const rest = b.mul(z, poly(b, z, asinTail))
  if (b.narrow) return { outer, t, rest, lost: b.lit(0) }
  const top = b.head(root)
  const bottom = b.sub(root, top)
  const missing = b.sub(b.sub(half, b.mul(top, top)), b.mul(bottom, b.add(root, top)))
  return { outer, t, rest, lost: b.div(missing, b.add(b.add(root, root), 2 ** -500)) }
}

export function asin(b: Body, x: Node): Node {
  const { outer, t, rest, lost } = arc(b, x)
  const inner = b.add(t, b.mul(t, rest))
  if (b.narrow) return b.copysign(b.select(outer, b.sub(Math.PI / 2, b.add(inner, inner)), inner), x)
  const twice = b.add(t, t)
  const top = b.sub(PI_OVER_2[0], twice)
  const gap = b.sub(b.sub(PI_OVER_2[0], top), twice)
  const low = b.sub(b.add(gap, PI_OVER_2[1]), b.add(b.mul(twice, rest), b.add(lost, lost)))
  return b.copysign(b.select(outer, b.add(top, low), inner), x)
}

export function acos(b: Body, x: Node): Node {
  const { outer, t, rest, lost } = arc(b, x)
  if (b.narrow) {
    const angle = b.add(t, b.mul(t, rest))
    const signedAngle = b.copysign(b.select(outer, b.add(angle, angle), angle), x)
    const base = b.select(outer, b.select(b.lt(x, 0), Math.PI, 0), Math.PI / 2)
    return b.add(base, b.select(outer, signedAngle, b.neg(signedAngle)))
  }
  const signed = b.copysign(t, x)
  const inner = b.sub(PI_OVER_2[0], b.sub(signed, b.sub(PI_OVER_2[1], b.mul(signed, rest))))
  const twice = b.add(t, t)
  const low = b.add(b.mul(twice, rest), b.add(lost, lost))
  const nearPi = b.sub(PI_OVER_2[0] * 2, b.add(twice, b.sub(low, PI_OVER_2[1] * 2)))
  return b.select(outer, b.select(b.lt(x, 0), nearPi, b.add(twice, low)), inner)
}

/** Multiples of pi/4 in two parts: exact for 0, 1, 2 and 4; 3 rounds its high part, which atan2's bar allows. */
const quarters = (b: Body, c: Node): Pair => ({ high: b.mul(c, piOver4[0]), low: b.mul(c, piOver4[1]) })

/** c pi/4 + atan(t + low), |t| <= 9/16. */
function arcTangent(b: Body, c: Node, t: Node, low?: Node): Node {
  const z = b.mul(t, t)
  const rest = b.mul(b.mul(t, z), poly(b, z, atanTail))
  if (b.narrow) return b.add(b.mul(c, Math.PI / 4), b.add(t, rest))
  const base = quarters(b, c)
  const top = b.add(base.high, t)
  const gap = b.add(b.sub(base.high, top), t)
  const tail = low === undefined ? rest : b.add(rest, low)
  return b.add(top, b.add(gap, b.add(tail, base.low)))
}

/** Three intervals with one division: x, (x - 1)/(x + 1) about pi/4, -1/x from pi/2. */
export function atan(b: Body, x: Node): Node {
  const a = b.abs(x)
  const beyond = b.gt(a, 9 / 16)
  const far = b.gt(a, 16 / 9)
  const n = b.select(far, -1, b.sub(a, 1))
  const d = b.select(far, a, b.add(a, 1))
  const t = b.select(beyond, b.div(n, d), a)
  const c = b.select(far, 2, b.select(beyond, 1, 0))
  return b.copysign(arcTangent(b, c, t), x)
}

/** The derivative's effect of what the quotient t = n/d lost: atan(n/d) = atan(t) + low. */
function correctedRatio(b: Body, n: Node, d: Pair): { t: Node; low: Node } {
  const inverse = b.div(1, d.high)
  const t = b.mul(n, inverse)
  const tHead = b.head(t)
  const tTail = b.sub(t, tHead)
  const dHead = b.head(d.high)
  const dTail = b.sub(d.high, dHead)
  const partial = b.sub(b.sub(b.sub(n, b.mul(tHead, dHead)), b.mul(tHead, dTail)), b.mul(tTail, dHead))
  const missing = b.sub(b.sub(partial, b.mul(tTail, dTail)), b.mul(t, d.low))
  return { t, low: b.mul(b.mul(missing, inverse), b.sub(1, b.mul(t, t))) }
}

/** The angle of (|x|, |y|), reflected for x < 0: c pi/4 +- atan t, with `large` and `small` the greater and the lesser of |x| and |y|. */
function angle(b: Body, large: Node, small: Node, swap: Node, left: Node): Node {
  const diagonal = b.gt(small, b.mul(large, 9 / 16))
  const sum = b.add(large, small)
  const n = b.select(diagonal, b.sub(small, large), small)
  const d = b.select(diagonal, sum, large)
  const dLost = b.select(diagonal, b.sub(small, b.sub(sum, large)), 0)
  const { t, low } = b.narrow ? { t: b.div(n, d), low: undefined } : correctedRatio(b, n, { high: d, low: dLost })
  const away = b.xor(swap, left)
  const turned = (v: Node): Node => b.select(away, b.neg(v), v)
  const axis = b.select(swap, 2, b.select(left, 4, 0))
  const c = b.add(axis, turned(b.select(diagonal, 1, 0)))
  return arcTangent(b, c, turned(t), low && turned(low))
}

/**
 * atan of the smaller over the larger magnitude, with the quotient's error, then the octant. Scaled where products would leave
 * the range of doubles. Zero over zero is zero from its axis; infinity over infinity the diagonal.
 */
export function atan2(b: Body, y: Node, x: Node): Node {
  const ay = b.abs(y)
  const ax = b.abs(x)
  const swap = b.gt(ay, ax)
  const large = b.select(swap, ay, ax)
  const small = b.select(swap, ax, ay)
  const left = b.lt(b.copysign(1, x), 0)
  const scaled = (v: Node): Node => {
    if (b.narrow) return v
    return b.mul(v, b.select(b.gt(large, 2 ** 900), 2 ** -200, b.select(b.lt(small, 2 ** -900), 2 ** 100, 1)))
  }
  const notZero = b.select(b.lt(large, 2 ** -1074), 2 ** -1074, large)
  const finite = angle(b, scaled(notZero), scaled(small), swap, left)
  const corner = b.select(left, 3 * piOver4[0], piOver4[0])
  const straight = b.add(b.select(swap, PI_OVER_2[0], b.select(left, PI_OVER_2[0] * 2, 0)), b.sub(small, small)) // NaN stays
  const infinite = b.select(b.eq(small, Infinity), corner, straight)
  return b.copysign(b.select(b.eq(large, Infinity), infinite, finite), y)
}
