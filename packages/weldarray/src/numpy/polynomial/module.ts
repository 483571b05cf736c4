import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { added, coefficients, placesFor, toArray, trimmed } from './core.js'
import { type DerivativeRest, derivativeIn, type IntegralRest, integralIn } from './derivatives.js'
import { type SeriesFit, seriesFit } from './fitting.js'
import type { SeriesOps } from './series-ops.js'

/*
 * NumPy's modules of series, of powers and of each family of orthogonal polynomials: functions of lists of coefficients, the lowest first.
 */

/** What NumPy's modules of series have: names begin with the series' (`polyval`, `chebval`, …). */
export interface SeriesFunctions {
  /**
   * The value of a series at each element of `x`. Lazy.
   * @example
   * np.polynomial.polynomial.polyval(2, [1, 0, 3]) // array(13.)
   */
  val(x: ArrayInput, c: ArrayInput): NdArray<'float64'>
  /**
   * Sum of two series.
   * @example
   * np.polynomial.polynomial.polyadd([1, 2], [10]) // array([11.,  2.])
   */
  add(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /**
   * Difference of two series.
   * @example
   * np.polynomial.polynomial.polysub([1, 2], [10]) // array([-9.,  2.])
   */
  sub(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /**
   * Product of two series.
   * @example
   * np.polynomial.polynomial.polymul([1, 1], [1, -1]) // array([ 1.,  0., -1.])
   */
  mul(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /**
   * The series times x.
   * @example
   * np.polynomial.polynomial.polymulx([1, 2]) // array([0., 1., 2.])
   */
  mulx(c: ArrayInput): NdArray<'float64'>
  /**
   * Quotient and rest, as a list.
   * @example
   * np.polynomial.polynomial.polydiv([-1, 0, 1], [1, 1]) // [ array([-1.,  1.]), array([0.]) ]
   */
  div(c1: ArrayInput, c2: ArrayInput): [NdArray<'float64'>, NdArray<'float64'>]
  /**
   * A power with a non-negative integer.
   * @example
   * np.polynomial.polynomial.polypow([1, 1], 2) // array([1., 2., 1.])
   */
  pow(c: ArrayInput, pow: number): NdArray<'float64'>
  /**
   * The m-th derivative, times `scl` each time.
   * @example
   * np.polynomial.polynomial.polyder([1, 2, 3]) // array([2., 6.])
   */
  der(c: ArrayInput, ...rest: DerivativeRest): NdArray<'float64'>
  /**
   * The m-th integral, times `scl` each time, which is `k` (0) at `lbnd` (0).
   * @example
   * np.polynomial.polynomial.polyint([1, 2]) // array([0., 1., 1.])
   */
  int(c: ArrayInput, ...rest: IntegralRest): NdArray<'float64'>
  /**
   * The real roots, smallest first. Throws `LinAlgError` where some are complex.
   * @example
   * np.polynomial.polynomial.polyroots([2, -3, 1]) // array([1., 2.])
   */
  roots(c: ArrayInput): NdArray<'float64'>
  /**
   * The series of the polynomial with these roots and highest power 1.
   * @example
   * np.polynomial.polynomial.polyfromroots([1, 2]) // array([ 2., -3.,  1.])
   */
  fromroots(roots: ArrayInput): NdArray<'float64'>
  /**
   * What the coefficients stand before, up to degree `deg`, at each element, along a last axis.
   * @example
   * np.polynomial.polynomial.polyvander([1, 2], 2)
   * // array([[1., 1., 1.],
   * //        [1., 2., 4.]])
   */
  vander(x: ArrayInput, deg: number): NdArray<'float64'>
  /**
   * The series of degree `deg` with the least squared distances from `y` at `x`; with `full` a list.
   * @example
   * np.polynomial.polynomial.polyfit([0, 1, 2], [1, 3, 5], 1).round(6) // array([1., 2.])
   */
  fit: SeriesFit
  /**
   * `off + scl·x` as a series.
   * @example
   * np.polynomial.polynomial.polyline(1, 2) // array([1., 2.])
   */
  line(off: number, scl: number): NdArray<'float64'>
  /**
   * Without the highest coefficients of at most `tol` (0).
   * @example
   * np.polynomial.polynomial.polytrim([1, 2, 0]) // array([1., 2.])
   */
  trim(c: ArrayInput, ...rest: Rest<[tol: number], { tol?: number }>): NdArray<'float64'>
}

/** The functions of a module under NumPy's names, and its constants. */
export type SeriesModule<P extends string> = {
  readonly [K in keyof SeriesFunctions as `${P}${K}`]: SeriesFunctions[K]
} & { readonly [K in 'zero' | 'one' | 'x' | 'domain' as `${P}${K}`]: readonly number[] }

const constant = (c: ArrayLike<number>): readonly number[] => Object.freeze(Array.from(c))

/** A function of one series. */
export const ofOne = (name: string, run: (c: Float64Array) => Float64Array) =>
  declare(`${name}(c: array)`, (c: ArrayInput): NdArray<'float64'> => toArray(run(trimmed(coefficients(name, c)))))

/** The module of what is done with coefficients, whose names begin with `p`. */
export function moduleOf<P extends string>(p: P, ops: SeriesOps): SeriesModule<P> {
  const list = (name: string, c: ArrayInput): Float64Array => trimmed(coefficients(`${p}${name}`, c))
  const two = (name: string, run: (a: Float64Array, b: Float64Array) => Float64Array) =>
    declare(
      `${p}${name}(c1: array, c2: array)`,
      (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => toArray(trimmed(run(list(name, a), list(name, b)))),
    )
  const functions: SeriesFunctions = {
    val: declare(`${p}val(x: array, c: array)`, (x, c) => ops.value(coefficients(`${p}val`, c), placesFor(`${p}val`, x, c))),
    add: two('add', (a, b) => added(a, b)),
    sub: two('sub', (a, b) => added(a, b, -1)),
    mul: two('mul', ops.multiply),
    mulx: ofOne(`${p}mulx`, (c) => (c.length === 1 && c[0] === 0 ? c : ops.timesX(c))),
    div: declare(`${p}div(c1: array, c2: array)`, (a, b) => {
      const [quotient, rest] = ops.divide(list('div', a), list('div', b), `${p}div`)
      return [toArray(quotient), toArray(rest)]
    }),
    pow: declare(`${p}pow(c: array, pow: integer)`, (c, n) => toArray(ops.power(list('pow', c), n, `${p}pow`))),
    der: derivativeIn(`${p}der`, ops.calculus),
    int: integralIn(`${p}int`, ops.calculus),
    roots: ofOne(`${p}roots`, (c) => ops.roots(c, `${p}roots`)),
    fromroots: declare(`${p}fromroots(roots: array)`, (roots) =>
      toArray(ops.fromRoots(Array.from(arrayOf(`${p}fromroots`, roots).flat as Iterable<number>, Number))),
    ),
    vander: declare(`${p}vander(x: array, deg: integer)`, (x, deg) => ops.vander(`${p}vander`, x, deg)),
    fit: seriesFit(`${p}fit`, (x, deg) => ops.vander(`${p}fit`, x, deg)),
    line: declare(`${p}line(off: number, scl: number)`, (off, scl) => toArray(trimmed(ops.line(off, scl)))),
    trim: declare(`${p}trim(c: array, {tol?: number})`, (c, ...rest) =>
      toArray(trimmed(coefficients(`${p}trim`, c), optionsOf<{ tol?: number }>(rest).tol ?? 0)),
    ),
  }
  return Object.freeze({
    ...Object.fromEntries(Object.entries(functions).map(([name, run]) => [`${p}${name}`, run])),
    [`${p}zero`]: constant([0]),
    [`${p}one`]: constant([1]),
    [`${p}x`]: constant(trimmed(ops.timesX(Float64Array.of(1)))),
    [`${p}domain`]: constant(ops.domain),
  }) as unknown as SeriesModule<P>
}
