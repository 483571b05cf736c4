import { remembered } from './remembered.js'
import type { Uniform } from './stream.js'

const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
  -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
]
const LOG_2PI = 1.8378770664093453

/** ln Γ(x) for whole x, by Stirling's series (Zhang and Jin). */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0
  const steps = x < 7 ? 7 - x : 0
  let at = x + steps
  const inverse = (1 / at) * (1 / at)
  let sum = STIRLING[9]!
  for (let k = 8; k >= 0; k--) sum = sum * inverse + STIRLING[k]!
  let result = sum / at + 0.5 * LOG_2PI + (at - 0.5) * Math.log(at) - at
  for (let k = 1; k <= steps; k++) {
    result -= Math.log(at - 1)
    at -= 1
  }
  return result
}

const noneOf = remembered((mean) => Math.exp(-mean))

/** Poisson: by products below a mean of 10, else by transformed rejection (Hörmann 1993). */
export function poisson(source: Uniform, mean: number): number {
  if (mean === 0) return 0
  if (mean < 10) {
    const limit = noneOf(mean)
    let product = source.double()
    for (let n = 0; ; n++, product *= source.double()) if (product <= limit) return n
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const limit = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = source.double() - 0.5
    const v = source.double()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= limit) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    const left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b)
    if (left <= -mean + k * Math.log(mean) - logGamma(k + 1)) return k
  }
}
