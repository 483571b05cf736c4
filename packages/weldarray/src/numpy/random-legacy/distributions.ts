import type { MersenneTwister } from './mt19937.js'

/*
 * Distributions as NumPy's `RandomState` draws them, number for number.
 */

const exponential = (source: MersenneTwister): number => -Math.log(1 - source.double())

/** Gamma with scale 1: Marsaglia and Tsang's method, below a shape of 1 Ahrens and Dieter's. */
export function gamma(source: MersenneTwister, shape: number): number {
  if (shape === 1) return exponential(source)
  if (shape === 0) return 0
  if (shape < 1)
    for (;;) {
      const u = source.double()
      const v = exponential(source)
      if (u <= 1 - shape) {
        const x = u ** (1 / shape)
        if (x <= v) return x
      } else {
        const y = -Math.log((1 - u) / shape)
        const x = (1 - shape + shape * y) ** (1 / shape)
        if (x <= v + y) return x
      }
    }
  const b = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * b)
  for (;;) {
    let x: number
    let v: number
    do {
      x = source.gauss()
      v = 1 + c * x
    } while (v <= 0)
    v = v * v * v
    const u = source.double()
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v
  }
}

/** Beta: Jöhnk's method for parameters of at most 1, else by gamma. */
export function beta(source: MersenneTwister, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const x = gamma(source, a)
    return x / (x + gamma(source, b))
  }
  for (;;) {
    const u = source.double()
    const v = source.double()
    const x = u ** (1 / a)
    const y = v ** (1 / b)
    if (x + y > 1 || u + v === 0) continue
    if (x + y > 0) return x / (x + y)
    const [p, q] = [Math.log(u) / a, Math.log(v) / b]
    const top = Math.max(p, q)
    return Math.exp(p - top - Math.log(Math.exp(p - top) + Math.exp(q - top)))
  }
}

export const standardT = (source: MersenneTwister, df: number): number => {
  const n = source.gauss()
  return (Math.sqrt(df / 2) * n) / Math.sqrt(gamma(source, df / 2))
}

export const weibull = (source: MersenneTwister, a: number): number => (a === 0 ? 0 : exponential(source) ** (1 / a))
export const pareto = (source: MersenneTwister, a: number): number => Math.exp(exponential(source) / a) - 1
export const powerOf = (source: MersenneTwister, a: number): number => (1 - Math.exp(-exponential(source))) ** (1 / a)

export function triangular(source: MersenneTwister, left: number, mode: number, right: number): number {
  const base = right - left
  const before = mode - left
  const u = source.double()
  return u <= before / base ? left + Math.sqrt(u * before * base) : right - Math.sqrt((1 - u) * (right - mode) * base)
}

const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
  -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
]

/** log Γ(x), by Stirling's series. */
function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0
  const n = x < 7 ? Math.floor(7 - x) : 0
  let x0 = x + n
  const x2 = (1 / x0) * (1 / x0)
  let sum = STIRLING[9]!
  for (let k = 8; k >= 0; k--) sum = sum * x2 + STIRLING[k]!
  let result = sum / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * Math.log(x0) - x0
  if (x < 7)
    for (let k = 1; k <= n; k++) {
      result -= Math.log(x0 - 1)
      x0 -= 1
    }
  return result
}

/** Poisson: products of uniform numbers below a mean of 10, else transformed rejection (Hörmann). */
export function poisson(source: MersenneTwister, lam: number): number {
  if (lam === 0) return 0
  if (lam < 10) {
    const end = Math.exp(-lam)
    let count = 0
    for (let product = source.double(); product > end; product *= source.double()) count++
    return count
  }
  const root = Math.sqrt(lam)
  const log = Math.log(lam)
  const b = 0.931 + 2.53 * root
  const a = -0.059 + 0.02483 * b
  const inverse = 1.1239 + 1.1328 / (b - 3.4)
  const limit = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = source.double() - 0.5
    const v = source.double()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + lam + 0.43)
    if (us >= 0.07 && v <= limit) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    if (Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b) <= -lam + k * log - logGamma(k + 1)) return k
  }
}
