import type { NdArray } from '../operands/arrays.js'
import { mean, ptp, std } from '../reductions/reductions.js'
import { percentile } from './quantiles.js'

/*
 * How wide the bins of a histogram should be, told from the elements: NumPy's rules, by their names. 0: one bin will do.
 */

/** How many elements are in each of so many bins. */
type Count = (bins: number) => number[]
type Rule = (x: NdArray, count: Count) => number

const number = (x: NdArray): number => Number(x.item())
const span = (x: NdArray): number => number(ptp(x))

const sqrt: Rule = (x) => span(x) / Math.sqrt(x.size)

const sturges: Rule = (x) => span(x) / (Math.log2(x.size) + 1)

const rice: Rule = (x) => span(x) / (2 * x.size ** (1 / 3))

const scott: Rule = (x) => ((24 * Math.sqrt(Math.PI)) / x.size) ** (1 / 3) * number(std(x))

/** Freedman and Diaconis: by the middle half, which outliers do not move. */
const fd: Rule = (x) => {
  const [upper, lower] = percentile(x, [75, 25]).tolist<number[]>()
  return 2 * (upper! - lower!) * x.size ** (-1 / 3)
}

/** Sturges for what is skewed. */
const doane: Rule = (x) => {
  const n = x.size
  const spread = number(std(x))
  if (n < 3 || !(spread > 0)) return 0
  const skew = number(mean(x.sub(mean(x)).div(spread).pow(3)))
  const error = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)))
  return span(x) / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skew) / error))
}

/** The number of bins whose estimated error is least. */
const stone: Rule = (x, count) => {
  const [n, whole] = [x.size, span(x)]
  if (n < 2 || whole === 0) return 0
  const error = (bins: number): number => {
    const squares = count(bins).reduce((sum, k) => sum + (k / n) ** 2, 0)
    return (2 - (n + 1) * squares) / (whole / bins)
  }
  let [best, least] = [1, error(1)]
  for (let bins = 2; bins <= Math.max(100, Math.floor(Math.sqrt(n))); bins++) {
    const own = error(bins)
    if (own < least) [best, least] = [bins, own]
  }
  return whole / best
}

const auto: Rule = (x, count) => Math.min(Math.max(fd(x, count), sqrt(x, count) / 2), sturges(x, count))

export const BIN_RULES = { auto, doane, fd, rice, scott, sqrt, stone, sturges } as const satisfies Record<string, Rule>

/** A rule for the number of bins. */
export type BinRule = keyof typeof BIN_RULES

export const isBinRule = (bins: unknown): bins is BinRule => typeof bins === 'string' && Object.hasOwn(BIN_RULES, bins)

/** What a declaration calls them. */
export const RULES = Object.keys(BIN_RULES)
  .map((rule) => `"${rule}"`)
  .join('|')
