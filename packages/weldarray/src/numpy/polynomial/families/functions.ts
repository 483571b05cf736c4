import { cast } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../../arguments/declare.js'
import { integerOf } from '../../arguments/values.js'
import { add, divide, multiply, subtract } from '../../elementwise/functions.js'
import { stack } from '../../joining/joining.js'
import type { NdArray, Untyped } from '../../operands/arrays.js'
import { forEach } from '../../operands/each.js'
import { toValue } from '../../operands/operands.js'
import { atleast } from '../../shaping/atleast.js'
import { arrayOf } from '../../shaping/layout.js'
import type { ArrayInput } from '../../types.js'
import { added, coefficients, degreesOf, placesFor, toArray, trimmed } from '../core.js'
import { type DerivativeRest, derivativeIn, type IntegralRest, integralIn } from '../derivatives.js'
import { type SeriesFit, seriesFit } from '../fitting.js'
import type { Family } from './family.js'
import { quadrature } from './family.js'
import {
  calculusOf,
  degreeWithin,
  divided,
  fromPowers,
  fromRoots,
  product,
  raised,
  rootsOf,
  timesX,
  toPowers,
} from './recurrence.js'

/** What NumPy's module of one family of polynomials has: names begin with the family's (`chebval`, `legval`, …). */
export interface SeriesFunctions {
  /** The value of a series at each element of `x`. Lazy. */
  val(x: ArrayInput, c: ArrayInput): NdArray<'float64'>
  /** Sum of two series. */
  add(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /** Difference of two series. */
  sub(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /** Product of two series. */
  mul(c1: ArrayInput, c2: ArrayInput): NdArray<'float64'>
  /** The series times x. */
  mulx(c: ArrayInput): NdArray<'float64'>
  /** Quotient and rest, as a list. */
  div(c1: ArrayInput, c2: ArrayInput): [NdArray<'float64'>, NdArray<'float64'>]
  /** A power with a non-negative integer. */
  pow(c: ArrayInput, pow: number): NdArray<'float64'>
  /** The m-th derivative, times `scl` each time. */
  der(c: ArrayInput, ...rest: DerivativeRest): NdArray<'float64'>
  /** The m-th integral, times `scl` each time, which is `k` (0) at `lbnd` (0). */
  int(c: ArrayInput, ...rest: IntegralRest): NdArray<'float64'>
  /** The real roots, smallest first. Throws `LinAlgError` where some are complex. */
  roots(c: ArrayInput): NdArray<'float64'>
  /** The series of the polynomial with these roots and highest power 1. */
  fromroots(roots: ArrayInput): NdArray<'float64'>
  /** The family's polynomials up to degree `deg` at each element of a 1-d array, in columns. */
  vander(x: ArrayInput, deg: number): NdArray<'float64'>
  /** The series of degree `deg` with the least squared distances from `y` at `x`; with `full` a list. */
  fit: SeriesFit
  /** `off + scl·x` as a series. */
  line(off: number, scl: number): NdArray<'float64'>
  /** Without the highest coefficients of at most `tol` (0). */
  trim(c: ArrayInput, ...rest: Rest<[tol: number], { tol?: number }>): NdArray<'float64'>
  /** Places and weights of the quadrature that is exact up to degree 2·deg - 1, as a list. */
  gauss(deg: number): [x: NdArray<'float64'>, w: NdArray<'float64'>]
  /** The weight by which the polynomials are orthogonal, at each element. */
  weight(x: ArrayInput): NdArray<'float64'>
}

/** The functions of a module under NumPy's names, and its constants. */
export type SeriesModule<P extends string> = {
  readonly [K in keyof SeriesFunctions as `${P}${K}`]: SeriesFunctions[K]
} & { readonly [K in 'zero' | 'one' | 'x' | 'domain' as `${P}${K}`]: readonly number[] } & {
  /** A series as coefficients of powers, the lowest first. */
  readonly [K in `${P}2poly`]: (c: ArrayInput) => NdArray<'float64'>
} & {
  /** Coefficients of powers, the lowest first, as a series. */
  readonly [K in `poly2${P}`]: (pol: ArrayInput) => NdArray<'float64'>
}

/** Clenshaw's scheme over arrays. */
export function seriesValue(f: Family, c: Float64Array, x: NdArray): Untyped {
  const v: Untyped = x
  const zero = multiply(v, 0) as Untyped
  let [next, after]: [Untyped, Untyped] = [zero, zero]
  for (let n = c.length - 1; n >= 0; n--) {
    const here = add(multiply(divide(subtract(v, f.here(n)), f.up(n)), next), c[n]!) as Untyped
    const below = f.down(n + 1) / f.up(n + 1)
    ;[next, after] = [n === c.length - 1 ? here : (subtract(here, multiply(after, below)) as Untyped), next]
  }
  return next
}

/** The family's polynomials at the places, one array for each degree. */
function columnsOf(f: Family, what: string, x: ArrayInput, deg: number): NdArray[] {
  degreesOf(what, 'deg', deg)
  const v = atleast(1, x).astype('float64') as Untyped
  const list: Untyped[] = [add(multiply(v, 0), 1) as Untyped]
  for (let n = 0; n < deg; n++) {
    const moved = multiply(subtract(v, f.here(n)), list[n]!) as Untyped
    const rest = n === 0 ? moved : (subtract(moved, multiply(list[n - 1]!, f.down(n))) as Untyped)
    list.push(divide(rest, f.up(n)) as Untyped)
  }
  return list
}

export const vandermonde = (f: Family, what: string, x: ArrayInput, deg: number): NdArray =>
  stack(columnsOf(f, what, x, deg), -1) as Untyped

/** The module of a family. */
export function moduleOf<P extends string>(f: Family): SeriesModule<P> {
  const p = f.prefix
  const calculus = calculusOf(f)
  const list = (name: string, c: ArrayInput): Float64Array => trimmed(coefficients(`${p}${name}`, c))
  const one = (name: string, run: (c: Float64Array) => Float64Array) =>
    declare(`${p}${name}(c: array)`, (c: ArrayInput): NdArray<'float64'> => toArray(run(list(name, c))))
  const two = (name: string, run: (a: Float64Array, b: Float64Array) => Float64Array) =>
    declare(
      `${p}${name}(c1: array, c2: array)`,
      (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => toArray(trimmed(run(list(name, a), list(name, b)))),
    )
  const numbersOf = (name: string, x: ArrayInput): number[] =>
    Array.from(arrayOf(`${p}${name}`, x).flat as Iterable<number>, Number)
  const functions: SeriesFunctions = {
    val: declare(`${p}val(x: array, c: array)`, (x, c) => seriesValue(f, coefficients(`${p}val`, c), placesFor(`${p}val`, x, c))),
    add: two('add', (a, b) => added(a, b)),
    sub: two('sub', (a, b) => added(a, b, -1)),
    mul: two('mul', (a, b) => product(f, a, b)),
    mulx: one('mulx', (c) => (c.length === 1 && c[0] === 0 ? c : timesX(f, c))),
    div: declare(`${p}div(c1: array, c2: array)`, (a, b) => {
      const [quotient, rest] = divided(f, list('div', a), list('div', b), `${p}div`)
      return [toArray(quotient), toArray(rest)]
    }),
    pow: declare(`${p}pow(c: array, pow: integer)`, (c, n) => toArray(raised(f, list('pow', c), n, `${p}pow`))),
    der: derivativeIn(`${p}der`, calculus),
    int: integralIn(`${p}int`, calculus),
    roots: one('roots', (c) => rootsOf(f, c, `${p}roots`)),
    fromroots: declare(`${p}fromroots(roots: array)`, (roots) => toArray(fromRoots(f, numbersOf('fromroots', roots)))),
    vander: declare(`${p}vander(x: array, deg: integer)`, (x, deg) => vandermonde(f, `${p}vander`, x, deg) as Untyped),
    fit: seriesFit(`${p}fit`, (x, deg) => vandermonde(f, `${p}fit`, x, deg)),
    line: declare(`${p}line(off: number, scl: number)`, (off, scl) => {
      const x = timesX(f, Float64Array.of(1))
      return toArray(
        trimmed(
          added(
            Float64Array.of(off),
            x.map((v) => v * scl),
          ),
        ),
      )
    }),
    trim: declare(`${p}trim(c: array, {tol?: number})`, (c, ...rest) =>
      toArray(trimmed(coefficients(`${p}trim`, c), optionsOf<{ tol?: number }>(rest).tol ?? 0)),
    ),
    gauss: declare(`${p}gauss(deg: integer)`, (deg) => {
      degreeWithin(`${p}gauss`, integerOf(`${p}gauss`, 'deg', deg, 1))
      const [places, weights] = quadrature(f, deg)
      return [toArray(places), toArray(weights)]
    }),
    weight: declare(
      `${p}weight(x: array)`,
      (x) => forEach(`${p}weight`, [cast(toValue(`${p}weight`, x), 'float64')], ['float64'], (v) => [f.weight(v as number)])[0]!,
    ),
  }
  const constant = (...c: readonly number[]): readonly number[] => Object.freeze(c)
  return Object.freeze({
    ...Object.fromEntries(Object.entries(functions).map(([name, run]) => [`${p}${name}`, run])),
    [`${p}2poly`]: one('2poly', (c) => toPowers(f, c)),
    [`poly2${p}`]: declare(`poly2${p}(pol: array)`, (pol: ArrayInput) =>
      toArray(fromPowers(f, trimmed(coefficients(`poly2${p}`, pol)))),
    ),
    [`${p}zero`]: constant(0),
    [`${p}one`]: constant(1),
    [`${p}x`]: constant(...trimmed(timesX(f, Float64Array.of(1)))),
    [`${p}domain`]: constant(...f.domain),
  }) as unknown as SeriesModule<P>
}
