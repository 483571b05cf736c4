import { gamma } from './gamma.js'
import { poisson } from './poisson.js'
import { remembered } from './remembered.js'
import type { Stream } from './stream.js'

/** The largest int64, as a double. */
const MOST = 2 ** 63

export const negativeBinomial = (source: Stream, n: number, p: number): number =>
  poisson(source, ((1 - p) / p) * gamma(source, n))

/** From this probability on trials are counted one by one. */
export const SOON = 0.333333333333333333333333

const geometricBy =
  (many: (source: Stream, p: number) => number) =>
  (source: Stream, p: number): number => {
    if (p < SOON) return Math.min(many(source, p), MOST)
    let trials = 1
    let sum = p
    let share = p
    const u = source.double()
    while (u > sum) {
      share *= 1 - p
      sum += share
      trials++
    }
    return trials
  }
/** How many trials it takes until one succeeds. */
const failing = remembered((p) => Math.log1p(-p))
export const geometric = geometricBy((source, p) => Math.ceil(-source.exponential() / failing(p)))
export const olderGeometric = geometricBy((source, p) => Math.ceil(Math.log1p(-source.double()) / Math.log(1 - p)))

const logseriesBy =
  (log: (p: number) => number, share: (x: number) => number) =>
  (source: Stream, p: number): number => {
    const r = log(p)
    for (;;) {
      const v = source.double()
      if (v >= p) return 1
      const q = share(r * source.double())
      if (v > q * q) return v >= q ? 1 : 2
      const x = Math.floor(1 + Math.log(v) / Math.log(q))
      if (x >= 1 && v !== 0) return x
    }
  }
/** The logarithmic series distribution (Kemp 1981). */
export const logseries = logseriesBy(
  (p) => Math.log1p(-p),
  (x) => -Math.expm1(x),
)
export const olderLogseries = logseriesBy(
  (p) => Math.log(1 - p),
  (x) => 1 - Math.exp(x),
)

const twoTo = remembered((power) => 2 ** power)
const leastFor = remembered((power) => MOST ** -power)

const zipfBy =
  (uniform: (source: Stream, least: number) => number) =>
  (source: Stream, a: number): number => {
    // Beyond this power 2 to it is infinite, and larger numbers than 1 never come.
    if (a >= 1025) return 1
    const power = a - 1
    const b = twoTo(power)
    const least = leastFor(power)
    for (;;) {
      const u = uniform(source, least)
      const v = source.double()
      const x = Math.floor(u ** (-1 / power))
      if (x > MOST || x < 1) continue
      const t = (1 + 1 / x) ** power
      if ((v * x * (t - 1)) / (b - 1) <= t / b) return x
    }
  }
/** The Zipf distribution by rejection (Devroye 1986); `u` is drawn where numbers are not too large. */
export const zipf = zipfBy((source, least) => {
  const u = source.double()
  return u * least + (1 - u)
})
export const olderZipf = zipfBy((source) => 1 - source.double())
