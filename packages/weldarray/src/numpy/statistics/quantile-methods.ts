import type { Node } from '@weldarray/ir'
import { literal, op, select, type Term } from '../operands/expressions.js'

/*
 * Where a quantile lies among elements in order: Hyndman and Fan's nine definitions and NumPy's four, by NumPy's names; as expressions, for
 * counts that are known as for counts that are computed.
 */

export const QUANTILE_METHODS = [
  'inverted_cdf',
  'averaged_inverted_cdf',
  'closest_observation',
  'interpolated_inverted_cdf',
  'hazen',
  'weibull',
  'linear',
  'median_unbiased',
  'normal_unbiased',
  'lower',
  'higher',
  'midpoint',
  'nearest',
] as const

/** NumPy's ways to a quantile between two elements. */
export type QuantileMethod = (typeof QUANTILE_METHODS)[number]

/** Two neighbours, and how far from the first to the second: float64. */
export interface Place {
  readonly low: Node
  readonly high: Node
  readonly share: Node
}

const DISCRETE: readonly QuantileMethod[] = ['inverted_cdf', 'closest_observation', 'lower', 'higher', 'nearest']

/** Whether a method gives elements as they are, and so in their dtype. */
export const isDiscrete = (method: QuantileMethod): boolean => DISCRETE.includes(method)

const add = (x: Term, y: Term): Node => op('add', x, y)
const sub = (x: Term, y: Term): Node => op('sub', x, y)
const mul = (x: Term, y: Term): Node => op('mul', x, y)
const floor = (x: Node): Node => op('floor', x)

/** The place among `n` elements, counted from 0, with a fraction: Hyndman and Fan's α and β. */
const between = (n: Node, q: Node, alpha: number, beta: number): Node =>
  sub(add(mul(n, q), add(literal(alpha, 'float64'), mul(q, 1 - alpha - beta))), 1)

/** Up to the next place, unless `stays`. */
function stepped(at: Node, stays: (low: Node) => Node | null): Node {
  const low = floor(at)
  const even = stays(low)
  const onPlace = op('eq', at, low)
  const next = select(even === null ? onPlace : op('and', onPlace, even), low, add(low, 1))
  return op('maximum', next, 0)
}

function placeOf(method: QuantileMethod, n: Node, q: Node): Node {
  const last = sub(n, 1)
  switch (method) {
    case 'inverted_cdf':
      return stepped(sub(mul(n, q), 1), () => null)
    case 'closest_observation':
      return stepped(sub(sub(mul(n, q), 1), 0.5), (low) => op('eq', sub(low, mul(floor(mul(low, 0.5)), 2)), 1))
    case 'averaged_inverted_cdf':
      return sub(mul(n, q), 1)
    case 'interpolated_inverted_cdf':
      return between(n, q, 0, 1)
    case 'hazen':
      return between(n, q, 0.5, 0.5)
    case 'weibull':
      return between(n, q, 0, 0)
    case 'median_unbiased':
      return between(n, q, 1 / 3, 1 / 3)
    case 'normal_unbiased':
      return between(n, q, 3 / 8, 3 / 8)
    case 'lower':
      return floor(mul(last, q))
    case 'higher':
      return op('ceil', mul(last, q))
    case 'midpoint':
      return mul(add(floor(mul(last, q)), op('ceil', mul(last, q))), 0.5)
    case 'nearest':
      return op('nearest', mul(last, q))
    default:
      return mul(last, q)
  }
}

/** Where the quantile of a share `q` lies among `n` elements in order: both float64, of shapes that fit, or constants. */
export function quantilePlace(method: QuantileMethod, n: Node, q: Node): Place {
  const at = placeOf(method, n, q)
  const last = sub(n, 1)
  const isLast = op('ge', at, last)
  const floored = floor(at)
  const low = select(isLast, last, op('maximum', floored, 0))
  const rest = sub(at, floored)
  const part = method === 'averaged_inverted_cdf' ? select(op('eq', rest, 0), literal(0.5, 'float64'), 1) : rest
  const share = select(op('or', isLast, op('lt', at, 0)), literal(0, 'float64'), part)
  return { low, high: select(op('eq', share, 0), low, add(low, 1)), share }
}

/** What lies between two elements. Equal ones, infinities among them, have no difference. */
export function interpolated(x: Node, y: Node, share: Node): Node {
  const step = sub(y, x)
  const far = sub(y, mul(step, sub(literal(1, 'float64'), share)))
  const near = add(x, mul(step, share))
  return select(op('or', op('eq', share, 0), op('eq', x, y)), x, select(op('ge', share, 0.5), far, near))
}
