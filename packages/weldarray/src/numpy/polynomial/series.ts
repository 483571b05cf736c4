import { declareMethods, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { ArgumentError } from '../arguments/values.js'
import { linspace } from '../creation/spaces.js'
import type { NdArray } from '../operands/arrays.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { trimmed } from './core.js'
import type { Degrees } from './fitting.js'
import { Arithmetic } from './series-arithmetic.js'
import { SPAN } from './series-coefficients.js'
import { basisOf, fitOf, fromrootsOf, identityOf, mapped } from './series-making.js'
import { type FitOptions, type Interval, opsOf, type SeriesOptions, shiftedPowers } from './series-ops.js'

export { type FitOptions, type Interval, makeSeries, type SeriesOps, type SeriesOptions } from './series-ops.js'

/** A class of series. */
export interface SeriesClass<T extends Series> {
  new (coef: ArrayInput, ...rest: Rest<[domain: Interval | null, window: Interval | null], SeriesOptions>): T
  readonly name: string
}

/**
 * What the classes of `polynomial` have in common: a series in a variable that maps `domain` to `window`.
 * @example
 * new np.polynomial.Chebyshev([1]) instanceof np.polynomial.Series // true
 */
export abstract class Series extends Arithmetic {
  /**
   * The fit of degree `deg` (or of the degrees in a list) to values `y` at `x`, in a domain that is where the places are. NumPy's
   * `numpy.polynomial.Polynomial.fit`.
   * @example
   * np.polynomial.Polynomial.fit([0, 1, 2], [1, 3, 5], 1).convert().coef.round(6) // array([1., 2.])
   */
  static fit<T extends Series>(
    this: SeriesClass<T>,
    x: ArrayInput,
    y: ArrayInput,
    ...rest: [deg: Degrees, options?: FitOptions] | [options: FitOptions & { deg: Degrees }]
  ): T
  static fit<T extends Series>(this: SeriesClass<T>, x: ArrayInput, y: ArrayInput, deg: unknown, options: FitOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return fitOf(this, x, y, deg as Degrees, options)
  }
  /**
   * The polynomial with the roots given. NumPy's `numpy.polynomial.Polynomial.fromroots`.
   * @example
   * np.polynomial.Polynomial.fromroots([1, 2]).coef // array([ 2., -3.,  1.])
   */
  static fromroots<T extends Series>(this: SeriesClass<T>, roots: ArrayInput, options: SeriesOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return fromrootsOf(this, roots, options)
  }
  /**
   * x itself. NumPy's `numpy.polynomial.Polynomial.identity`.
   * @example
   * np.polynomial.Polynomial.identity().coef // array([0., 1.])
   */
  static identity<T extends Series>(this: SeriesClass<T>, options: SeriesOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return identityOf(this, options)
  }
  /**
   * x to the power of `deg`. NumPy's `numpy.polynomial.Polynomial.basis`.
   * @example
   * np.polynomial.Polynomial.basis(2).coef // array([0., 0., 1.])
   */
  static basis<T extends Series>(
    this: SeriesClass<T>,
    ...rest: [deg: number, options?: SeriesOptions] | [options: SeriesOptions & { deg: number }]
  ): T
  static basis<T extends Series>(this: SeriesClass<T>, deg: unknown, options: SeriesOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return basisOf(this, deg as number, options)
  }
  /**
   * A series of another class as one of this: `Chebyshev.cast(p)`. NumPy's `numpy.polynomial.Polynomial.cast`.
   * @example
   * np.polynomial.Polynomial.cast(new np.polynomial.Chebyshev([0, 0, 1])).coef // array([-1.,  0.,  2.])
   */
  static cast<T extends Series>(this: SeriesClass<T>, series: Series, options: SeriesOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return castOf(this, series, options)
  }

  /**
   * The value at each element of `x`: NumPy's `p(x)`. Lazy.
   * @example
   * new np.polynomial.Polynomial([1, 2]).call([0, 1]) // array([1., 3.])
   */
  call(x: ArrayInput): NdArray<'float64'> {
    return this.ops.value(this.list, mapped(this, arrayOf(this.kind.name, x)))
  }
  /**
   * The same polynomial of another domain, or as another class of series (`kind`); of x itself unless one is given. NumPy's `numpy.polynomial.Polynomial.convert`.
   * @example
   * new np.polynomial.Polynomial([1, 2], [0, 2]).convert().coef // array([-1.,  2.])
   */
  convert<T extends Series = this>(options: SeriesOptions & { kind?: SeriesClass<T> } = {}): T {
    const { kind: asked, ...span } = options
    const kind = (asked ?? this.kind) as SeriesClass<T>
    if (opsOf(kind) === undefined)
      throw new ArgumentError(`${this.kind.name}.convert: kind is ${describe(kind)}, expected a class of series`)
    const blank = new kind([0], { symbol: this.symbol, ...span })
    const [off, scl] = this.mapparms()
    const [off2, scl2] = blank.mapparms()
    // x = (u - off2)/scl2 in the new variable u.
    const powers = shiftedPowers(this.ops.toPowers(this.list), off - (scl * off2) / scl2, scl / scl2)
    return new kind(trimmed(opsOf(kind)!.fromPowers(powers)), {
      domain: blank.domain,
      window: blank.window,
      symbol: blank.symbol,
    })
  }
  /**
   * `n` places over the domain and the values there. NumPy's `numpy.polynomial.Polynomial.linspace`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).linspace(3) // [ array([-1.,  0.,  1.]), array([-1.,  1.,  3.]) ]
   */
  linspace(options: { n?: number; domain?: Interval | null }): [x: NdArray<'float64'>, y: NdArray<'float64'>]
  linspace(n?: number, domain?: Interval | null | { domain?: Interval | null }): [x: NdArray<'float64'>, y: NdArray<'float64'>]
  linspace(n: unknown = 100, domain?: unknown): [x: NdArray<'float64'>, y: NdArray<'float64'>] {
    const [low, high] = (domain as Interval | null | undefined) ?? this.domain
    const x = linspace(low, high, n as number)
    return [x, this.call(x)]
  }
}

function castOf<T extends Series>(kind: SeriesClass<T>, series: Series, options: SeriesOptions): T {
  if (!(series instanceof Series)) throw new ArgumentError(`${kind.name}.cast: got ${describe(series)}, expected a series`)
  return series.convert({ ...options, kind })
}

declareMethods(Series, [
  `fit(x: array, y: array, deg: integers, {domain?: pair|null, rcond?: number|null, *, w?: array|null, window?: pair|null, symbol?: string})`,
  `fromroots(roots: array, {${SPAN}})`,
  `identity({${SPAN}})`,
  `basis(deg: integer, {${SPAN}})`,
  `cast(series: any, {${SPAN}})`,
])

declareMethods(Series.prototype, [
  'call(x: array)',
  'convert({domain?: pair|null, kind?: function, window?: pair|null, symbol?: string})',
  'linspace(n?: integer, domain?: pair|null)',
])
