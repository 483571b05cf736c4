/*
 * Where a quantile lies among elements in order: Hyndman and Fan's nine definitions and NumPy's four, by NumPy's names.
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

/** Two neighbours, and how far from the first to the second. */
export interface Place {
  readonly low: number
  readonly high: number
  readonly share: number
}

const DISCRETE: readonly QuantileMethod[] = ['inverted_cdf', 'closest_observation', 'lower', 'higher', 'nearest']

/** Whether a method gives elements as they are, and so in their dtype. */
export const isDiscrete = (method: QuantileMethod): boolean => DISCRETE.includes(method)

/** To the nearest integer, halves to the even one. */
function nearest(x: number): number {
  const low = Math.floor(x)
  const rest = x - low
  return rest === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : rest < 0.5 ? low : low + 1
}

/** The place among `n` elements, counted from 0, with a fraction: Hyndman and Fan's α and β. */
const between = (n: number, q: number, alpha: number, beta: number): number => n * q + (alpha + q * (1 - alpha - beta)) - 1

/** Up to the next place, unless `stays`. */
const stepped = (at: number, stays: (low: number) => boolean): number => {
  const low = Math.floor(at)
  return Math.max(0, at === low && stays(low) ? low : low + 1)
}

function placeOf(method: QuantileMethod, n: number, q: number): number {
  switch (method) {
    case 'inverted_cdf':
      return stepped(n * q - 1, () => true)
    case 'closest_observation':
      return stepped(n * q - 1 - 0.5, (low) => Math.abs(low % 2) === 1)
    case 'averaged_inverted_cdf':
      return n * q - 1
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
      return Math.floor((n - 1) * q)
    case 'higher':
      return Math.ceil((n - 1) * q)
    case 'midpoint':
      return 0.5 * (Math.floor((n - 1) * q) + Math.ceil((n - 1) * q))
    case 'nearest':
      return nearest((n - 1) * q)
    default:
      return (n - 1) * q
  }
}

/** Where the quantile of a share `q` lies among `n` elements in order. */
export function quantilePlace(method: QuantileMethod, n: number, q: number): Place {
  const at = placeOf(method, n, q)
  if (at >= n - 1) return { low: n - 1, high: n - 1, share: 0 }
  if (at < 0) return { low: 0, high: 0, share: 0 }
  const low = Math.floor(at)
  const rest = at - low
  const share = method === 'averaged_inverted_cdf' ? (rest === 0 ? 0.5 : 1) : rest
  return share === 0 ? { low, high: low, share: 0 } : { low, high: low + 1, share }
}

/** What lies between two elements. Equal ones, infinities among them, have no difference. */
export const interpolated = (x: number, y: number, share: number): number =>
  share === 0 || x === y ? x : share >= 0.5 ? y - (y - x) * (1 - share) : x + (y - x) * share
