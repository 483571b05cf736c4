import { type Scalar, ShapeError, showShape } from '@weldarray/ir'
import { constant } from '@weldarray/runtime'
import type { DTypeOfInput, Met } from '../../types/dtype-of.js'
import { convolve } from '../analysis/signals.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { zeros_like } from '../creation/creation.js'
import { add, multiply } from '../elementwise/functions.js'
import { trim_zeros } from '../joining/editing.js'
import { stack } from '../joining/joining.js'
import { eigvals } from '../linalg/eigen.js'
import { borrow, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { commonType } from '../operands/operands.js'
import { flip } from '../shaping/axes.js'
import { arrayOf, expand_dims } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { derived, integrated, OF_POWERS } from './calculus.js'
import { added, coefficients, degreesOf, divided, fromRoots, lineOf, rootsOf, toArray } from './core.js'
import { fitted, powers, qualityOf } from './fitting.js'

/*
 * NumPy's older functions of polynomials: coefficients with the highest power first.
 */
const low = (what: string, p: ArrayInput): Float64Array => coefficients(what, p).reverse()
const high = (c: Float64Array): Untyped => toArray(c.toReversed())
/** NumPy's older functions keep leading zeros only where nothing is left. */
const both = (what: string, a: ArrayInput, b: ArrayInput): [Float64Array, Float64Array] => [low(what, a), low(what, b)]

/**
 * The value of the polynomial at each element of `x`, by Horner's scheme, in the dtype in which the two meet. Lazy. NumPy's `numpy.polyval`.
 * @example
 * np.polyval([1, 0, -1], 3) // array(8.)
 */
export const polyval = declare(
  'polyval(p: array, x: array)',
  <P extends ArrayInput, X extends ArrayInput>(p: P, x: X): Met<NdArray<DTypeOfInput<P>>, NdArray<DTypeOfInput<X>>> => {
    const c = arrayOf('polyval', p)
    if (c.shape.length !== 1) throw new ShapeError(`polyval: coefficients of shape ${showShape(c.shape)}, expected one axis`)
    const v = arrayOf('polyval', x)
    const dtype = commonType('polyval', [valueOf(c), valueOf(v)]) as 'float64'
    const at = v.astype(dtype)
    let y = zeros_like(at) as Untyped
    // Coefficients are constants of the one loop.
    const numbers = borrow([valueOf(c.astype(dtype))], (elements) => Array.from(elements as ArrayLike<Scalar>))
    for (const n of numbers) y = add(multiply(y, at), wrap(constant(n, dtype))) as Untyped
    return y
  },
)

/**
 * Sum, difference and product of two polynomials. NumPy's `numpy.polyadd`.
 * @example
 * np.polyadd([1, 2], [10]) // array([ 1., 12.])
 */
export const polyadd = declare(
  'polyadd(a1: array, a2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => high(added(...both('polyadd', a, b))),
)
/**
 * The difference of polynomials given by their coefficients, the highest first. NumPy's `numpy.polysub`.
 * @example
 * np.polysub([1, 2], [10]) // array([ 1., -8.])
 */
export const polysub = declare(
  'polysub(a1: array, a2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => high(added(...both('polysub', a, b), -1)),
)
/** Without leading zeros, of which one is left where there is nothing else. */
function trimmed(what: string, p: ArrayInput): Untyped {
  const line = lineOf(what, p)
  const rest = trim_zeros(line, 'f') as Untyped
  return rest.size === 0 ? line.slice(':1') : rest
}

/**
 * The product of polynomials given by their coefficients, the highest first, without leading zeros. NumPy's `numpy.polymul`.
 * @example
 * np.polymul([1, 1], [1, -1]) // array([ 1.,  0., -1.])
 */
export const polymul = declare(
  'polymul(a1: array, a2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => convolve(trimmed('polymul', a), trimmed('polymul', b)),
)

/**
 * Quotient and rest, as a list. NumPy's `numpy.polydiv`.
 * @example
 * np.polydiv([1, 0, -1], [1, -1]) // [ array([1., 1.]), array([0.]) ]
 */
export const polydiv = declare(
  'polydiv(u: array, v: array)',
  (u: ArrayInput, v: ArrayInput): [NdArray<'float64'>, NdArray<'float64'>] => {
    const [quotient, rest] = divided(...both('polydiv', u, v))
    return [high(quotient), high(rest)]
  },
)

/**
 * The m-th derivative. NumPy's `numpy.polyder`.
 * @example
 * np.polyder([1, 2, 3]) // array([2., 2.])
 */
export const polyder = declare(
  'polyder(p: array, {m?: integer})',
  (p: ArrayInput, ...rest: Rest<[m: number], { m?: number }>): NdArray<'float64'> => {
    const { m = 1 } = optionsOf<{ m?: number }>(rest)
    integerOf('polyder', 'm', m, 0)
    const c = low('polyder', p)
    // Of a constant nothing is left.
    return m >= c.length ? toArray([]) : high(derived(OF_POWERS, c, m))
  },
)

type Constants = number | readonly number[] | null

/**
 * The m-th integral, with constants `k` (0): one for all, or one for each. NumPy's `numpy.polyint`.
 * @example
 * np.polyint([3, 2, 1]) // array([1., 1., 1., 0.])
 */
export const polyint = declare(
  'polyint(p: array, {m?: integer, k?: number|numbers|null})',
  (p: ArrayInput, ...rest: Rest<[m: number, k: Constants], { m?: number; k?: Constants }>): NdArray<'float64'> => {
    const { m = 1, k = null } = optionsOf<{ m?: number; k?: Constants }>(rest)
    degreesOf('polyint', 'm', m)
    const list = k === null ? [] : typeof k === 'number' ? new Array<number>(m).fill(k) : k
    if (list.length !== 0 && list.length < m)
      throw new ArgumentError(`polyint: ${list.length} constants for ${m} integrations, expected as many`)
    return high(integrated(OF_POWERS, low('polyint', p), m, list))
  },
)

/**
 * The coefficients of the polynomial with the roots given, or of a matrix's characteristic polynomial. NumPy's `numpy.poly`.
 * @example
 * np.poly([1, 2]) // array([ 1., -3.,  2.])
 */
export const poly = declare('poly(seq_of_zeros: array)', (seq: ArrayInput): NdArray<'float64'> => {
  const x = arrayOf('poly', seq)
  if (x.shape.length > 2) throw new ShapeError(`poly: got shape ${showShape(x.shape)}, expected roots or a square matrix`)
  const roots = x.shape.length === 2 ? eigvals(x) : x.astype('float64')
  return high(fromRoots(Float64Array.from(roots.flat as Iterable<number>, Number)))
})

/**
 * The real roots, largest first. Throws `LinAlgError` where some are complex: there are no complex dtypes yet. NumPy's
 * `numpy.roots`.
 * @example
 * np.roots([1, -3, 2]) // array([2., 1.])
 */
export const roots = declare('roots(p: array)', (p: ArrayInput): NdArray<'float64'> => {
  const c = arrayOf('roots', p)
  if (c.shape.length > 1) throw new ShapeError(`roots: coefficients of shape ${showShape(c.shape)}, expected one axis`)
  return c.size === 0 ? toArray([]) : toArray(rootsOf('roots', low('roots', c)).reverse())
})

export interface PolyfitOptions {
  rcond?: number | null
  /** Also the sums of squared rests, the rank, the singular values and rcond, in a list. */
  full?: boolean
  w?: ArrayInput | null
  /** Also the covariance of the coefficients, in a list; `'unscaled'` without the factor from the rests. */
  cov?: boolean | 'unscaled'
}

interface Polyfit {
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: number,
    options: PolyfitOptions & { full: true },
  ): [NdArray<'float64'>, NdArray<'float64'>, number, NdArray<'float64'>, number]
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: number,
    options: PolyfitOptions & { cov: true | 'unscaled' },
  ): [NdArray<'float64'>, NdArray<'float64'>]
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: number,
    ...rest: Rest<[rcond: number | null, full: false, w: ArrayInput | null, cov: false], PolyfitOptions>
  ): NdArray<'float64'>
}

/**
 * The polynomial of degree `deg` with the least squared distances from the values `y` at `x`; several columns of `y` are
 * fitted each. NumPy's `numpy.polyfit`.
 * @example
 * np.polyfit([0, 1, 2], [1, 3, 5], 1).round(6) // array([2., 1.])
 */
export const polyfit: Polyfit = declare(
  'polyfit(x: array, y: array, deg: integer, {rcond?: number|null, full?: flag, w?: array|null, cov?: flag|"unscaled"})',
  (x: ArrayInput, y: ArrayInput, deg: number, ...rest: readonly unknown[]): never =>
    polyfitted(x, y, deg, optionsOf<PolyfitOptions>(rest)) as never,
)

function polyfitted(x: ArrayInput, y: ArrayInput, deg: number, o: PolyfitOptions): NdArray | unknown[] {
  const fit = fitted('polyfit', flip(stack(powers('polyfit', x, deg), 1), 1), y, o.w ?? null, o.rcond ?? null)
  if (o.full) return [fit.coefficients, ...qualityOf(fit)]
  if (!o.cov) return fit.coefficients
  // Of values in several columns there is one for each.
  const scaled = fit.coefficients.shape.length === 2 ? expand_dims(fit.covariance(), 2) : fit.covariance()
  if (o.cov === 'unscaled') return [fit.coefficients, scaled]
  const free = fit.points - (deg + 1)
  if (free <= 0)
    throw new ArgumentError(
      `polyfit: ${fit.points} points for ${deg + 1} coefficients leave nothing to tell the covariance by; use cov: 'unscaled'`,
    )
  return [fit.coefficients, multiply(scaled, fit.residuals.div(free))]
}
