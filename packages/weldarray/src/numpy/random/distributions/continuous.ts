import { chisquare } from './gamma.js'
import { poisson } from './poisson.js'
import type { Stream } from './stream.js'

export const cauchy = (source: Stream): number => source.normal() / source.normal()

export const weibull = (source: Stream, a: number): number => (a === 0 ? 0 : source.exponential() ** (1 / a))
export const pareto = (source: Stream, a: number): number => Math.expm1(source.exponential() / a)
export const power = (source: Stream, a: number): number => (-Math.expm1(-source.exponential())) ** (1 / a)

/** As NumPy's older generator rounds them. */
export const olderPareto = (source: Stream, a: number): number => Math.exp(source.exponential() / a) - 1
export const olderPower = (source: Stream, a: number): number => (1 - Math.exp(-source.exponential())) ** (1 / a)

export function laplace(source: Stream, loc: number, scale: number): number {
  for (;;) {
    const u = source.double()
    if (u >= 0.5) return loc - scale * Math.log(2 - u - u)
    if (u > 0) return loc + scale * Math.log(u + u)
  }
}

export function gumbel(source: Stream, loc: number, scale: number): number {
  for (;;) {
    const u = 1 - source.double()
    if (u < 1) return loc - scale * Math.log(-Math.log(u))
  }
}

export function logistic(source: Stream, loc: number, scale: number): number {
  for (;;) {
    const u = source.double()
    if (u > 0) return loc + scale * Math.log(u / (1 - u))
  }
}

export const rayleigh = (source: Stream, scale: number): number => scale * Math.sqrt(2 * source.exponential())
export const olderRayleigh = (source: Stream, scale: number): number => scale * Math.sqrt(-2 * Math.log1p(-source.double()))

export function triangular(source: Stream, left: number, mode: number, right: number): number {
  const base = right - left
  const before = mode - left
  const u = source.double()
  return u <= before / base ? left + Math.sqrt(u * (before * base)) : right - Math.sqrt((1 - u) * ((right - mode) * base))
}

export function noncentralChisquare(source: Stream, df: number, nonc: number): number {
  if (nonc === 0) return chisquare(source, df)
  if (df <= 1) return chisquare(source, df + 2 * poisson(source, nonc / 2))
  const rest = chisquare(source, df - 1)
  const n = source.normal() + Math.sqrt(nonc)
  return rest + n * n
}

export function noncentralF(source: Stream, dfnum: number, dfden: number, nonc: number): number {
  const above = noncentralChisquare(source, dfnum, nonc) * dfden
  return above / (chisquare(source, dfden) * dfnum)
}

/** The inverse Gaussian distribution (Michael, Schucany and Haas); `smaller` is the smaller root for a squared normal number. */
const waldBy =
  (smaller: (mean: number, scale: number, y: number) => number) =>
  (source: Stream, mean: number, scale: number): number => {
    const n = source.normal()
    const x = smaller(mean, scale, mean * n * n)
    return source.double() <= mean / (mean + x) ? x : (mean * mean) / x
  }
/** Without a difference of numbers that are almost equal. */
export const wald = waldBy((mean, scale, y) => mean * (1 - 2 / (1 + Math.sqrt(1 + (4 * scale) / y))))
export const olderWald = waldBy((mean, scale, y) => mean + (mean / (2 * scale)) * (y - Math.sqrt(4 * scale * y + y * y)))

/** Beyond this concentration the circle does not matter: a normal distribution that is wrapped. */
const STRAIGHT = 1e6
/** Up to here NumPy's older streams are drawn on the circle. Farther on angles have no digits there: in NumPy such a draw may never end. */
const OLDER_STRAIGHT = 1e15

const vonmisesBy =
  (straight: number) =>
  (source: Stream, mu: number, kappa: number): number => {
    if (kappa < 1e-8) return Math.PI * (2 * source.double() - 1)
    if (kappa > straight) {
      const x = mu + Math.sqrt(1 / kappa) * source.normal()
      return x < -Math.PI ? x + 2 * Math.PI : x > Math.PI ? x - 2 * Math.PI : x
    }
    const angle = bestAndFisher(source, kappa) + mu
    const size = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI
    return angle < 0 ? -size : size
  }
/** The von Mises distribution on the circle. */
export const vonmises = vonmisesBy(STRAIGHT)
export const olderVonmises = vonmisesBy(OLDER_STRAIGHT)

/** D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution" (1979). */
function bestAndFisher(source: Stream, kappa: number): number {
  const r = 1 + Math.sqrt(1 + 4 * kappa * kappa)
  const rho = (r - Math.sqrt(2 * r)) / (2 * kappa)
  const s = kappa < 1e-5 ? 1 / kappa + kappa : (1 + rho * rho) / (2 * rho)
  for (;;) {
    const z = Math.cos(Math.PI * source.double())
    const w = (1 + s * z) / (s + z)
    const y = kappa * (s - w)
    const v = source.double()
    if (y * (2 - y) - v < 0 && Math.log(y / v) + 1 - y < 0) continue
    const angle = Math.acos(w)
    return source.double() < 0.5 ? -angle : angle
  }
}
