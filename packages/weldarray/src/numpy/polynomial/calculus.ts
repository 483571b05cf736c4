/*
 * Derivatives and integrals of lists of coefficients, taken several times: of powers and of every family, which tell how one is taken.
 */

/** How one derivative and one integral are taken, and what a series is at a place. */
export interface Calculus {
  /** Of at least two coefficients. */
  derivative(c: Float64Array): Float64Array
  /** With any constant. */
  antiderivative(c: Float64Array): Float64Array
  valueAt(c: Float64Array, x: number): number
}

const scaled = (c: Float64Array, by: number): Float64Array => (by === 1 ? c : c.map((x) => x * by))

/** The m-th derivative, times `scale` each time. */
export function derived(by: Calculus, c: Float64Array, m: number, scale = 1): Float64Array {
  let d = c
  for (let k = 0; k < m; k++) {
    if (d.length <= 1) return new Float64Array(1)
    d = by.derivative(scaled(d, scale))
  }
  return d
}

/** The m-th integral, times `scale` each time, which is one of the constants (0 when there are none left) at `bound`. */
export function integrated(
  by: Calculus,
  c: Float64Array,
  m: number,
  constants: readonly number[],
  bound = 0,
  scale = 1,
): Float64Array {
  let d = c
  for (let k = 0; k < m; k++) {
    const next = by.antiderivative(scaled(d, scale))
    next[0]! += (constants[k] ?? 0) - by.valueAt(next, bound)
    d = next
  }
  return d
}

/** Nothing: its integral is its constant, and no longer. */
export const isNothing = (c: Float64Array): boolean => c.length === 1 && c[0] === 0

/** Of powers, as `np.polyint` takes integrals: each is longer by one, that of nothing, too; and what it is at 0 is its first coefficient. */
export const OF_POWERS: Calculus = {
  derivative: (c) => Float64Array.from({ length: c.length - 1 }, (_, i) => (i + 1) * c[i + 1]!),
  antiderivative: (c) => Float64Array.from({ length: c.length + 1 }, (_, i) => (i === 0 ? 0 : c[i - 1]! / i)),
  valueAt: (c) => c[0]!,
}

/** Of powers, as `np.polynomial` does, with a bound. */
export const OF_POLYNOMIALS: Calculus = {
  ...OF_POWERS,
  antiderivative: (c) => (isNothing(c) ? new Float64Array(1) : OF_POWERS.antiderivative(c)),
  valueAt: (c, x) => c.reduceRight((value, term) => value * x + term, 0),
}
