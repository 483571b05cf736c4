import { cast } from '@weldarray/runtime'
import { declare } from '../../arguments/declare.js'
import { integerOf } from '../../arguments/values.js'
import { add, divide, multiply, subtract } from '../../elementwise/functions.js'
import { stack } from '../../joining/joining.js'
import type { NdArray, Untyped } from '../../operands/arrays.js'
import { forEach } from '../../operands/each.js'
import { toValue } from '../../operands/operands.js'
import { atleast } from '../../shaping/atleast.js'
import type { ArrayInput } from '../../types.js'
import { added, coefficients, degreesOf, toArray, trimmed } from '../core.js'
import { moduleOf, ofOne, type SeriesModule } from '../module.js'
import type { SeriesOps } from '../series-ops.js'
import { type Family, quadrature } from './family.js'
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

type Quadrature = [x: NdArray<'float64'>, w: NdArray<'float64'>]

/** What there is for families of orthogonal polynomials alone. */
interface FamilyFunctions {
  /** Places and weights of the quadrature that is exact up to degree 2·deg - 1, as a list. */
  gauss(deg: number): Quadrature
  /** The weight by which the polynomials are orthogonal, at each element. */
  weight(x: ArrayInput): NdArray<'float64'>
}

/** The module of a family: names begin with the family's (`chebval`, `legval`, …). */
export type FamilyModule<P extends string> = SeriesModule<P> & {
  readonly [K in keyof FamilyFunctions as `${P}${K}`]: FamilyFunctions[K]
} & {
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

export const vandermonde = (f: Family, what: string, x: ArrayInput, deg: number): NdArray<'float64'> =>
  stack(columnsOf(f, what, x, deg), -1) as Untyped

/** What is done with the coefficients of a family's series. */
export const seriesOf = (f: Family): SeriesOps => ({
  domain: f.domain,
  value: (c, x) => seriesValue(f, c, x),
  multiply: (a, b) => product(f, a, b),
  timesX: (c) => timesX(f, c),
  divide: (a, b, what) => divided(f, a, b, what),
  power: (c, n, what) => raised(f, c, n, what),
  calculus: calculusOf(f),
  roots: (c, what) => rootsOf(f, c, what),
  fromRoots: (roots) => fromRoots(f, roots),
  line: (off, scl) =>
    added(
      Float64Array.of(off),
      timesX(f, Float64Array.of(1)).map((v) => v * scl),
    ),
  vander: (what, x, deg) => vandermonde(f, what, x, deg),
  toPowers: (c) => toPowers(f, c),
  fromPowers: (c) => fromPowers(f, c),
  term: (n, symbol) => (n === 0 ? '' : `${f.letter}_${n}(${symbol})`),
})

/** The module of a family, whose names begin with `p`. */
export function familyModule<P extends string>(p: P, f: Family): FamilyModule<P> {
  return Object.freeze({
    ...moduleOf(p, seriesOf(f)),
    [`${p}gauss`]: declare(`${p}gauss(deg: integer)`, (deg: number): Quadrature => {
      degreeWithin(`${p}gauss`, integerOf(`${p}gauss`, 'deg', deg, 1))
      const [places, weights] = quadrature(f, deg)
      return [toArray(places), toArray(weights)]
    }),
    [`${p}weight`]: declare(
      `${p}weight(x: array)`,
      (x: ArrayInput) =>
        forEach(`${p}weight`, [cast(toValue(`${p}weight`, x), 'float64')], ['float64'], (v) => [f.weight(v as number)])[0]!,
    ),
    [`${p}2poly`]: ofOne(`${p}2poly`, (c) => toPowers(f, c)),
    [`poly2${p}`]: declare(`poly2${p}(pol: array)`, (pol: ArrayInput) =>
      toArray(fromPowers(f, trimmed(coefficients(`poly2${p}`, pol)))),
    ),
  }) as unknown as FamilyModule<P>
}
