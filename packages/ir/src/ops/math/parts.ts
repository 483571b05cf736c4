import type { Node } from '../../node.js'
import type { Body } from '../body.js'

/** A number as an unevaluated sum: `low` is small against `high`. */
export interface Pair {
  readonly high: Node
  readonly low: Node
}

export interface Fit {
  readonly wide: readonly number[]
  readonly narrow: readonly number[]
}

/** A fitted polynomial, as long as the result's precision needs. */
export const poly = (b: Body, x: Node, fit: Fit): Node => b.estrin(x, b.narrow ? fit.narrow : fit.wide)

/** The same by Horner's scheme, for short ones: fewer multiplications, and with two vectors in flight no slower. */
export const series = (b: Body, x: Node, fit: Fit): Node => b.horner(x, b.narrow ? fit.narrow : fit.wide)

/**
 * The same with the first two steps by Horner's scheme: where the constant term dominates, Estrin's would round
 * to its last place at every level.
 */
export function polyFromLead(b: Body, x: Node, fit: Fit): Node {
  const { high, low } = polyParts(b, x, fit)
  return b.add(low, high)
}

/** The polynomial's constant term and the rest. */
export function polyParts(b: Body, x: Node, fit: Fit): Pair {
  const [c0, c1, ...rest] = b.narrow ? fit.narrow : fit.wide
  return { high: b.lit(c0!), low: b.mul(b.add(b.mul(b.estrin(x, rest), x), c1!), x) }
}

/** x + y exactly, for |x| >= |y| or x = 0. */
export function fastTwoSum(b: Body, x: Node, y: Node): Pair {
  const high = b.add(x, y)
  return { high, low: b.sub(y, b.sub(high, x)) }
}

/** x + y exactly. */
export function twoSum(b: Body, x: Node | number, y: Node): Pair {
  const high = b.add(x, y)
  const back = b.sub(high, y)
  return { high, low: b.add(b.sub(x, back), b.sub(y, b.sub(high, back))) }
}

/** x + low, which matters for float64 results only. */
export const addLow = (b: Body, x: Node, low: Node): Node => (b.narrow ? x : b.add(x, low))

/**
 * n / d with one rounding of consequence: a 21-bit head of the quotient, whose product with the divisor's
 * parts is exact, and the remainder times the reciprocal.
 */
export function quotient(b: Body, n: Pair, d: Pair): Node {
  if (b.narrow) return b.div(n.high, d.high)
  const inverse = b.div(1, d.high)
  const q = b.head(b.mul(n.high, inverse))
  const dHead = b.head(d.high)
  const dTail = b.add(b.sub(d.high, dHead), d.low)
  const rest = b.add(b.sub(b.sub(n.high, b.mul(q, dHead)), b.mul(q, dTail)), n.low)
  return b.add(q, b.mul(rest, inverse))
}

/**
 * x * 2^k for k beyond the exponents of doubles: in two exact halves, one rounding where the result is subnormal.
 * The exponents of float32 results are all normal ones of doubles.
 */
export function scale(b: Body, x: Node, k: Node): Node {
  if (b.narrow) return b.mul(x, b.pow2i(k))
  const half = b.floor(b.mul(k, 0.5))
  return b.mul(b.mul(x, b.pow2i(half)), b.pow2i(b.sub(k, half)))
}

/** What `f`, exact, makes of an argument; in a narrow body of the float32 that was widened, four of which fit a register. */
export function early(b: Body, x: Node, f: (x: Node) => Node): Node {
  const source = b.narrow && x.kind === 'map' && x.op === 'cast' ? x.args[0]! : undefined
  if (source?.dtype !== 'float32') return f(x)
  const result = f(source)
  return result.dtype === 'bool' ? result : b.cast(result, 'float64')
}

/** x limited to [low, high]; NaN stays. */
export const clamp = (b: Body, x: Node, low: number, high: number): Node => early(b, x, (x) => b.min(b.max(x, low), high))
