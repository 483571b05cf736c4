import { logGamma } from './poisson.js'
import type { Stream } from './stream.js'

/*
 * How many of `sample` things that are drawn without replacement are good.
 */

/** 2·√(2/e) and 3 - 2·√(3/e), of the ratio of uniforms. */
const D1 = 1.7155277699214135
const D2 = 0.8989161620588988

const HALF_LOG_2PI = 0.9189385332046728
const TABLED = 126
let table: Float64Array | undefined

/** ln k!: of small numbers from their factorials, else by Stirling's series. */
function logFactorial(k: number): number {
  if (k >= TABLED) return (k + 0.5) * Math.log(k) - k + (HALF_LOG_2PI + (1 / k) * (1 / 12 - 1 / (360 * k * k)))
  if (table === undefined) {
    table = new Float64Array(TABLED)
    for (let i = 2, product = 1n; i < TABLED; i++) {
      product *= BigInt(i)
      table[i] = Math.log(Number(product))
    }
  }
  return table[k]!
}

/** One after the other, of the smaller part. */
function oneByOne(source: Stream, good: number, bad: number, sample: number): number {
  const total = good + bad
  const complement = sample > Math.floor(total / 2)
  let left = complement ? total - sample : sample
  let among = total
  let goodLeft = good
  while (left > 0 && goodLeft > 0 && among > goodLeft) {
    among--
    if (source.masked(among) < goodLeft) goodLeft--
    left--
  }
  if (among === goodLeft) goodLeft -= left
  return complement ? goodLeft : good - goodLeft
}

/** Stadlober's ratio of uniforms (HRUA, 1989); generators differ in the deviation they take and in their logarithms of factorials. */
function byRatio(
  source: Stream,
  good: number,
  bad: number,
  sample: number,
  logOf: (k: number) => number,
  deviation: (n: number, drawn: number, p: number, q: number) => number,
): number {
  const total = good + bad
  const drawn = Math.min(sample, total - sample)
  const [few, many] = [Math.min(good, bad), Math.max(good, bad)]
  const p = few / total
  const middle = drawn * p + 0.5
  const c = deviation(total, drawn, p, many / total)
  const height = D1 * c + D2
  const mode = Math.floor(((drawn + 1) * (few + 1)) / (total + 2))
  const weight = (k: number): number => logOf(k) + logOf(few - k) + logOf(drawn - k) + logOf(many - drawn + k)
  const g = weight(mode)
  const end = Math.min(Math.min(drawn, few) + 1, Math.floor(middle + 16 * c))
  let k: number
  for (;;) {
    const u = source.double()
    const x = middle + (height * (source.double() - 0.5)) / u
    if (!(x >= 0 && x < end)) continue
    k = Math.floor(x)
    const t = g - weight(k)
    if (u * (4 - u) - 3 <= t) break
    if (u * (u - t) >= 1) continue
    if (2 * Math.log(u) <= t) break
  }
  if (good > bad) k = drawn - k
  return drawn < sample ? good - k : k
}

export function hypergeometric(source: Stream, good: number, bad: number, sample: number): number {
  if (sample < 10 || sample > good + bad - 10) return oneByOne(source, good, bad, sample)
  return byRatio(source, good, bad, sample, logFactorial, (n, drawn, p, q) =>
    Math.sqrt(((n - drawn) * drawn * p * q) / (n - 1) + 0.5),
  )
}

/** As NumPy's older generator. */
export function olderHypergeometric(source: Stream, good: number, bad: number, sample: number): number {
  if (sample > 10)
    return byRatio(
      source,
      good,
      bad,
      sample,
      (k) => logGamma(k + 1),
      (n, drawn, p) => Math.sqrt(((n - drawn) * sample * p * (1 - p)) / (n - 1) + 0.5),
    )
  const rest = good + bad - sample
  const few = Math.min(good, bad)
  let y = few
  for (let k = sample; y > 0 && k > 0; k--) y -= Math.floor(source.double() + y / (rest + k))
  return good > bad ? sample - (few - y) : few - y
}
