import { symmetricEigen } from '../../linalg/symmetric.js'
import type { Recurrence } from './recurrence.js'

/** A family of orthogonal polynomials: how they follow one another, where they live, and with which weight. */
export interface Family extends Recurrence {
  /** The letter of its polynomials in texts. */
  readonly letter: string
  readonly domain: readonly [number, number]
  weight(x: number): number
  /** The weight's integral. */
  readonly mass: number
  /** Places and weights of its quadrature, where there is a formula for them. */
  quadrature?(n: number): [places: Float64Array, weights: Float64Array]
}

const none = (): number => 0

export const CHEBYSHEV: Family = {
  letter: 'T',
  domain: [-1, 1],
  up: (n) => (n === 0 ? 1 : 0.5),
  here: none,
  down: () => 0.5,
  weight: (x) => 1 / (Math.sqrt(1 + x) * Math.sqrt(1 - x)),
  mass: Math.PI,
  quadrature: (n) => [
    Float64Array.from({ length: n }, (_, k) => Math.cos((Math.PI * (2 * k + 1)) / (2 * n))),
    new Float64Array(n).fill(Math.PI / n),
  ],
}
export const LEGENDRE: Family = {
  letter: 'P',
  domain: [-1, 1],
  up: (n) => (n + 1) / (2 * n + 1),
  here: none,
  down: (n) => n / (2 * n + 1),
  weight: () => 1,
  mass: 2,
}
export const LAGUERRE: Family = {
  letter: 'L',
  domain: [0, 1],
  up: (n) => -(n + 1),
  here: (n) => 2 * n + 1,
  down: (n) => -n,
  weight: (x) => Math.exp(-x),
  mass: 1,
}
export const HERMITE: Family = {
  letter: 'H',
  domain: [-1, 1],
  up: () => 0.5,
  here: none,
  down: (n) => n,
  weight: (x) => Math.exp(-x * x),
  mass: Math.sqrt(Math.PI),
}
export const HERMITE_E: Family = {
  letter: 'He',
  domain: [-1, 1],
  up: () => 1,
  here: none,
  down: (n) => n,
  weight: (x) => Math.exp(-0.5 * x * x),
  mass: Math.sqrt(2 * Math.PI),
}

/** Places and weights of the quadrature that is exact up to degree 2n - 1: eigenvalues and first components (Golub and Welsch). */
export function quadrature(f: Family, n: number): [places: Float64Array, weights: Float64Array] {
  if (f.quadrature !== undefined) return f.quadrature(n)
  const m = new Float64Array(n * n)
  for (let k = 0; k < n; k++) {
    m[k * n + k] = f.here(k)
    if (k === 0) continue
    const side = Math.sqrt(f.up(k - 1) * f.down(k))
    m[k * n + k - 1] = side
    m[(k - 1) * n + k] = side
  }
  const { values, vectors } = symmetricEigen(n)(m)
  const weights = Float64Array.from({ length: n }, (_, j) => f.mass * vectors[j]! ** 2)
  return [Float64Array.from(values), weights]
}
