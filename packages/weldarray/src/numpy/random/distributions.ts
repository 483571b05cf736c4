import type { BitSource } from './source.js'
import { normal } from './ziggurat.js'

/*
 * Distributions by the methods of NumPy's generators, so that a stream gives the numbers it gives there (to the last digits of
 * this engine's logarithms and powers).
 */

/** Two to this power is what positions of the exponential's ziggurat are below. */
const POSITIONS = 2 ** 53
const EXP_TAIL = 7.69711747013104972
const EXP_AREA = 3.949659822581572e-3

let layers: { inside: Float64Array; width: Float64Array; height: Float64Array } | undefined

/** The layers under e^-x (Marsaglia and Tsang 2000, 256 of them). */
function exponentialLayers(): NonNullable<typeof layers> {
  const [inside, width, height] = [new Float64Array(256), new Float64Array(256), new Float64Array(256)]
  const base = EXP_AREA / Math.exp(-EXP_TAIL)
  inside[0] = Math.floor((EXP_TAIL / base) * POSITIONS)
  width[0] = base / POSITIONS
  width[255] = EXP_TAIL / POSITIONS
  height[0] = 1
  height[255] = Math.exp(-EXP_TAIL)
  let edge = EXP_TAIL
  for (let i = 254; i >= 1; i--) {
    const next = -Math.log(EXP_AREA / edge + Math.exp(-edge))
    inside[i + 1] = Math.floor((next / edge) * POSITIONS)
    edge = next
    height[i] = Math.exp(-edge)
    width[i] = edge / POSITIONS
  }
  return { inside, width, height }
}

/** Exponential with mean 1. */
export function exponential(source: BitSource): number {
  const { inside, width, height } = (layers ??= exponentialLayers())
  for (;;) {
    source.next()
    const { high, low } = source
    // Three bits are not used; eight give the layer, 53 the position.
    const layer = (low >>> 3) & 0xff
    const position = high * 2 ** 21 + (low >>> 11)
    const x = position * width[layer]!
    if (position < inside[layer]!) return x
    if (layer === 0) return EXP_TAIL - Math.log1p(-source.double())
    if ((height[layer - 1]! - height[layer]!) * source.double() + height[layer]! < Math.exp(-x)) return x
  }
}

/** Where the numbers of a method come from: generators differ in how they make normal and exponential ones. */
export interface Uniform {
  /** Uniform in [0, 1). */
  double(): number
}
type Draw<S> = (source: S) => number

/** Gamma with scale 1 (Marsaglia and Tsang; below shape 1 Ahrens and Dieter). */
export const gamma = (source: BitSource, shape: number): number => gammaBy(source, normal, exponential, shape)

export function gammaBy<S extends Uniform>(source: S, normal: Draw<S>, exponential: Draw<S>, shape: number): number {
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
      x = normal(source)
      v = 1 + c * x
    } while (v <= 0)
    v = v * v * v
    const u = source.double()
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v
  }
}

/** Beta (Jöhnk's method where both parameters are at most 1). */
export const beta = (source: BitSource, a: number, b: number): number => betaBy(source, gamma, a, b)

export function betaBy<S extends Uniform>(source: S, gamma: (source: S, shape: number) => number, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const x = gamma(source, a)
    return x / (x + gamma(source, b))
  }
  for (;;) {
    const [u, v] = [source.double(), source.double()]
    const [x, y] = [u ** (1 / a), v ** (1 / b)]
    if (x + y > 1 || u + v === 0) continue
    if (x + y > 0) return x / (x + y)
    const [p, q] = [Math.log(u) / a, Math.log(v) / b]
    const most = Math.max(p, q)
    return Math.exp(p - most - Math.log(Math.exp(p - most) + Math.exp(q - most)))
  }
}

const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
  -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
]
const LOG_2PI = 1.8378770664093453

/** ln Γ(x) for whole x, by Stirling's series (Zhang and Jin). */
function logGamma(x: number): number {
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

/** Poisson: by products below a mean of 10, else by transformed rejection (Hörmann 1993). */
export function poisson(source: Uniform, mean: number): number {
  if (mean === 0) return 0
  if (mean < 10) {
    const limit = Math.exp(-mean)
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
