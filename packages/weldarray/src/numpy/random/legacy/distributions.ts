import { betaBy, gammaBy } from '../distributions.js'
import type { MersenneTwister } from './mt19937.js'

/*
 * Distributions as NumPy's `RandomState` draws them, number for number.
 */

const exponential = (source: MersenneTwister): number => -Math.log(1 - source.double())

const gauss = (source: MersenneTwister): number => source.gauss()

/** Gamma with scale 1. */
export const gamma = (source: MersenneTwister, shape: number): number => gammaBy(source, gauss, exponential, shape)

export const beta = (source: MersenneTwister, a: number, b: number): number => betaBy(source, gamma, a, b)

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
