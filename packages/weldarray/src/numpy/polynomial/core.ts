import { isFloat, promoteTypes, ShapeError, showShape } from '@weldarray/ir'
import { convolve } from '../analysis/signals.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { array } from '../creation/creation.js'
import { dtypeOfInput } from '../dtypes/type-of-input.js'
import { generalEigen } from '../linalg/general.js'
import { LinAlgError } from '../linalg/stacks.js'
import { borrow, dtypeOf, type NdArray, type Untyped, valueOf } from '../operands/arrays.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

/*
 * Polynomials as lists of float64 coefficients, the lowest power first: what both of NumPy's families are made of.
 */

/** Places in the dtype of the values there: that in which they meet the coefficients, as floats. */
export function placesFor(what: string, x: ArrayInput, c: ArrayInput): Untyped {
  const own = dtypeOfInput(what, c)
  const places: Untyped = arrayOf(what, x)
  return places.astype(promoteTypes(isFloat(own) ? own : 'float64', dtypeOf(places)) as 'float64')
}

/** Coefficients as an array. Throws `ShapeError` unless 1-d with at least one. */
export function lineOf(what: string, c: ArrayInput): NdArray<'float64'> {
  const x = arrayOf(what, c)
  if (x.shape.length > 1 || x.size === 0)
    throw new ShapeError(`${what}: coefficients of shape ${showShape(x.shape)}, expected one axis with at least one`)
  return x.astype('float64')
}

/** The elements of an array, as numbers of one's own. */
const numbersOf = (x: NdArray<'float64'>): Float64Array => borrow([valueOf(x)], (elements) => (elements as Float64Array).slice())

/** Coefficients as numbers. Throws `ShapeError` unless 1-d with at least one. */
export const coefficients = (what: string, c: ArrayInput): Float64Array => numbersOf(lineOf(what, c))

export const toArray = (c: ArrayLike<number>): NdArray<'float64'> => array(new Float64Array(c))

/** Without the highest coefficients that are 0 (or at most `tol`); 0 where all are. */
export function trimmed(c: Float64Array, tol = 0): Float64Array {
  let n = c.length
  while (n > 0 && Math.abs(c[n - 1]!) <= tol) n--
  return n === 0 ? Float64Array.of(c[0]! * 0) : c.subarray(0, n)
}

export function added(a: Float64Array, b: Float64Array, sign: 1 | -1 = 1): Float64Array {
  // Of one alone, its own: 0 less 0 is -0 there.
  return Float64Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    i >= b.length ? a[i]! : i >= a.length ? sign * b[i]! : a[i]! + sign * b[i]!,
  )
}

/** So many products of coefficients take as long as a convolution's start. */
const FEW = 2048

export function multiplied(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length * b.length > FEW) return numbersOf(convolve(toArray(a), toArray(b)))
  const product = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) product[i + j]! += a[i]! * b[j]!
  return product
}

/** Quotient and rest. */
export function divided(a: Float64Array, b: Float64Array, what = 'polydiv'): [Float64Array, Float64Array] {
  const d = trimmed(b)
  const top = d.at(-1)!
  if (top === 0) throw new ArgumentError(`${what}: the divisor is 0`)
  const rest = Float64Array.from(a)
  if (rest.length < d.length) return [new Float64Array(1), rest]
  const quotient = new Float64Array(rest.length - d.length + 1)
  for (let k = quotient.length - 1; k >= 0; k--) {
    const x = rest[k + d.length - 1]! / top
    quotient[k] = x
    for (let i = 0; i < d.length; i++) rest[k + i]! -= x * d[i]!
    rest[k + d.length - 1] = 0
  }
  return [quotient, trimmed(rest.subarray(0, Math.max(1, d.length - 1)))]
}

export function power(c: Float64Array, n: number, what: string): Float64Array {
  const times = integerOf(what, 'the power', n, 0)
  degreesOf(what, 'the degree', times * Math.max(1, c.length - 1))
  let result = Float64Array.of(1)
  for (let i = 0; i < times; i++) result = multiplied(result, c) as Float64Array<ArrayBuffer>
  return result
}

/** Most that a degree grows by in one call: what is done takes the square of it. */
const MOST_DEGREES = 10_000

/** By how much a degree is to grow. Throws `ArgumentError`. */
export function degreesOf(what: string, name: string, n: unknown, most = MOST_DEGREES): number {
  const degrees = integerOf(what, name, n, 0)
  if (degrees > most) throw new ArgumentError(`${what}: ${name} is ${degrees}, expected at most ${most}`)
  return degrees
}

export const fromRoots = (roots: ArrayLike<number>): Float64Array => {
  let c: Float64Array = Float64Array.of(1)
  for (const r of Array.from(roots)) c = multiplied(c, Float64Array.of(-r, 1))
  return c
}

/** The companion matrix, of which the polynomial is the characteristic one but for a factor: the degree is not 0. */
export function companionOf(c: Float64Array): Float64Array {
  const n = c.length - 1
  const m = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    if (i > 0) m[i * n + i - 1] = 1
    m[i * n + n - 1]! -= c[i]! / c[n]!
  }
  return m
}

/** The real roots, as eigenvalues of the companion matrix, smallest first. Throws `LinAlgError` where some are complex. */
export function rootsOf(what: string, c: Float64Array): Float64Array {
  const p = trimmed(c)
  let zeros = 0
  while (zeros < p.length - 1 && p[zeros] === 0) zeros++
  const q = p.subarray(zeros)
  const n = q.length - 1
  const none = new Float64Array(zeros)
  if (n === 0) return none
  return Float64Array.from([...eigenvaluesOf(what, companionOf(q), n), ...none]).sort()
}

/** The eigenvalues of a matrix made of coefficients, which is overwritten. Throws `LinAlgError` for complex ones, and where it is not finite. */
export function eigenvaluesOf(what: string, m: Float64Array, n: number): Float64Array {
  for (const x of m)
    if (!Number.isFinite(x)) throw new LinAlgError(`${what}: the coefficients hold ${x}, expected finite numbers`)
  return generalEigen(what, m, n, false).values
}
