import { ArgumentError } from '@weldarray/ir'
import { integerOf } from '../../arguments/values.js'
import { type Calculus, isNothing } from '../calculus.js'
import { added, eigenvaluesOf, trimmed } from '../core.js'

/*
 * Orthogonal polynomials by what makes them: x·P_n = up(n)·P_{n+1} + here(n)·P_n + down(n)·P_{n-1}, P_0 = 1. Everything that is done to
 * series of them follows. Series are lists of float64 coefficients, P_0's first.
 */
export interface Recurrence {
  up(n: number): number
  here(n: number): number
  down(n: number): number
}

/** The series times x. */
export function timesX({ up, here, down }: Recurrence, c: Float64Array): Float64Array {
  const result = new Float64Array(c.length + 1)
  c.forEach((value, n) => {
    result[n + 1]! += value * up(n)
    result[n]! += value * here(n)
    if (n > 0) result[n - 1]! += value * down(n)
  })
  return result
}

/** Degrees up to which derivatives are listed, powers taken: the work goes with the square, or the cube. */
const MOST = 1000

/** Throws `ArgumentError` for a degree beyond. */
export function degreeWithin(what: string, degree: number): void {
  if (degree > MOST) throw new ArgumentError(`${what}: a degree of ${degree}, expected at most ${MOST}`)
}

const scaled = (c: Float64Array, by: number): Float64Array => c.map((x) => x * by)

/** The product: Clenshaw's scheme with the longer series in the place of numbers. */
export function product(r: Recurrence, a: Float64Array, b: Float64Array): Float64Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let [next, after]: [Float64Array, Float64Array] = [new Float64Array(1), new Float64Array(1)]
  for (let n = short.length - 1; n >= 0; n--) {
    const moved = scaled(added(timesX(r, next), scaled(next, r.here(n)), -1), 1 / r.up(n))
    const here = added(added(scaled(long, short[n]!), moved), scaled(after, r.down(n + 1) / r.up(n + 1)), -1)
    after = next
    next = here
  }
  return next.slice(0, a.length + b.length - 1)
}

/** Quotient and rest. */
export function divided(r: Recurrence, a: Float64Array, b: Float64Array, what: string): [Float64Array, Float64Array] {
  const d = trimmed(b)
  if (d.at(-1) === 0) throw new ArgumentError(`${what}: the divisor is 0`)
  let rest: Float64Array = Float64Array.from(trimmed(a))
  if (rest.length < d.length) return [new Float64Array(1), rest]
  const quotient = new Float64Array(rest.length - d.length + 1)
  for (let n = quotient.length - 1; n >= 0; n--) {
    const unit = new Float64Array(n + 1)
    unit[n] = 1
    const part = product(r, unit, d)
    const top = n + d.length - 1
    const q = rest[top]! / part[top]!
    rest = added(rest, scaled(part, q), -1).slice(0, Math.max(1, top))
    quotient[n] = q
  }
  return [quotient, trimmed(rest)]
}

export function raised(r: Recurrence, c: Float64Array, n: number, what: string): Float64Array {
  integerOf(what, 'the power', n, 0)
  degreeWithin(what, Math.max(n, n * (c.length - 1)))
  let result: Float64Array = Float64Array.of(1)
  for (let i = 0; i < n; i++) result = trimmed(product(r, result, c))
  return result
}

/** The derivatives of P_0 to P_n, as series: of both sides of the recurrence. */
function derivatives(r: Recurrence, n: number): Float64Array[] {
  const list: Float64Array[] = [new Float64Array(1)]
  for (let k = 0; k < n; k++) {
    const own = new Float64Array(k + 1)
    own[k] = 1
    let sum = added(own, timesX(r, list[k]!))
    sum = added(sum, scaled(list[k]!, r.here(k)), -1)
    if (k > 0) sum = added(sum, scaled(list[k - 1]!, r.down(k)), -1)
    list.push(scaled(sum, 1 / r.up(k)).slice(0, k + 1))
  }
  return list
}

/** The value of a series at a place. */
function valueAt(r: Recurrence, c: Float64Array, x: number): number {
  let [next, after] = [0, 0]
  for (let n = c.length - 1; n >= 0; n--) {
    const here = c[n]! + ((x - r.here(n)) / r.up(n)) * next - (r.down(n + 1) / r.up(n + 1)) * after
    after = next
    next = here
  }
  return next
}

/** Derivatives and integrals of series: an integral is the series whose derivative the other is, from the highest term down. */
export const calculusOf = (r: Recurrence): Calculus => ({
  derivative(c) {
    degreeWithin('the derivative', c.length - 1)
    const each = derivatives(r, c.length - 1)
    return c.reduce((sum: Float64Array, x, n) => added(sum, scaled(each[n]!, x)), new Float64Array(c.length - 1))
  },
  antiderivative(c) {
    if (isNothing(c)) return new Float64Array(1)
    degreeWithin('the integral', c.length)
    const each = derivatives(r, c.length)
    const rest = Float64Array.from(c)
    const result = new Float64Array(c.length + 1)
    for (let n = c.length - 1; n >= 0; n--) {
      const t = rest[n]! / each[n + 1]![n]!
      result[n + 1] = t
      for (let k = 0; k < n; k++) rest[k]! -= t * each[n + 1]![k]!
    }
    return result
  },
  valueAt: (c, x) => valueAt(r, c, x),
})

/** The polynomial with these roots, as a series. */
export function fromRoots(r: Recurrence, roots: readonly number[]): Float64Array {
  let c: Float64Array = Float64Array.of(1)
  for (const root of roots) c = added(timesX(r, c), scaled(c, root), -1)
  return c
}

/** Coefficients of powers, the lowest first, as a series; by Horner's scheme. */
export function fromPowers(r: Recurrence, powers: Float64Array): Float64Array {
  let c: Float64Array = new Float64Array(1)
  for (let n = powers.length - 1; n >= 0; n--) {
    c = timesX(r, c)
    c[0]! += powers[n]!
  }
  return trimmed(c)
}

/** A series as coefficients of powers. */
export function toPowers(r: Recurrence, c: Float64Array): Float64Array {
  const shifted = (p: Float64Array, by: number): Float64Array => added(Float64Array.of(0, ...p), scaled(p, by), -1)
  let [next, after]: [Float64Array, Float64Array] = [new Float64Array(1), new Float64Array(1)]
  for (let n = c.length - 1; n >= 0; n--) {
    const moved = scaled(shifted(next, r.here(n)), 1 / r.up(n))
    const here = added(added(Float64Array.of(c[n]!), moved), scaled(after, r.down(n + 1) / r.up(n + 1)), -1)
    after = next
    next = here
  }
  return trimmed(next)
}

/** The real roots, smallest first: eigenvalues of the multiplication by x, modulo the series. Throws `LinAlgError` for complex ones. */
export function rootsOf(r: Recurrence, c: Float64Array, what: string): Float64Array {
  const p = trimmed(c)
  const n = p.length - 1
  if (n < 1) return new Float64Array(0)
  const m = new Float64Array(n * n)
  for (let k = 0; k < n; k++) {
    m[k * n + k]! += r.here(k)
    if (k > 0) m[(k - 1) * n + k]! += r.down(k)
    if (k + 1 < n) m[(k + 1) * n + k]! += r.up(k)
    else for (let i = 0; i < n; i++) m[i * n + k]! -= (r.up(k) * p[i]!) / p[n]!
  }
  return eigenvaluesOf(what, m, n).sort()
}
