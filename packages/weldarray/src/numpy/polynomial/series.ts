import { declareMethods, parse, type Rest, readArguments } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { linspace } from '../creation/spaces.js'
import type { NdArray } from '../operands/arrays.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { added, coefficients, degreesOf, toArray, trimmed } from './core.js'
import { basisOf, fitOf, fromrootsOf, identityOf, mapped } from './series-making.js'
import { type FitOptions, type Interval, opsOf, type SeriesOps, type SeriesOptions, shiftedPowers } from './series-ops.js'

export { type FitOptions, type Interval, makeSeries, type SeriesOps, type SeriesOptions } from './series-ops.js'

/** A class of series. */
export interface SeriesClass<T extends Series> {
  new (coef: ArrayInput, ...rest: Rest<[domain: Interval | null, window: Interval | null], SeriesOptions>): T
  readonly name: string
}

/** What stands for a domain, a window and a variable. */
const SPAN = 'domain?: pair|null, window?: pair|null, symbol?: string'
const declared = parse(`Series(coef: array, {${SPAN}})`)

/**
 * What the classes of `polynomial` have in common: a series in a variable that maps `domain` to `window`.
 * @example
 * new np.polynomial.Chebyshev([1]) instanceof np.polynomial.Series // true
 */
export abstract class Series {
  /**
   * The coefficients, the lowest first: a 1-d array.
   * @example
   * new np.polynomial.Polynomial([1, 2]).coef // array([1., 2.])
   */
  readonly coef: NdArray
  /**
   * The interval that is mapped onto the window. NumPy's `numpy.polynomial.Polynomial.domain`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).domain // [ -1, 1 ]
   */
  readonly domain: Interval
  /**
   * The interval onto which the domain is mapped. NumPy's `numpy.polynomial.Polynomial.window`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).window // [ -1, 1 ]
   */
  readonly window: Interval
  /**
   * What the variable is called in texts. NumPy's `numpy.polynomial.Polynomial.symbol`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).symbol // 'x'
   */
  readonly symbol: string
  private readonly list: Float64Array

  constructor(...args: [coef: ArrayInput, ...Rest<[domain: Interval | null, window: Interval | null], SeriesOptions>]) {
    const { name } = new.target
    if (opsOf(new.target) === undefined)
      throw new ArgumentError(`${name}: the classes of series are Polynomial, Chebyshev and others; expected one of them`)
    const [coef, options] = readArguments({ ...declared, name }, args) as [ArrayInput, SeriesOptions?]
    const { domain, window, symbol = 'x' } = options ?? {}
    this.list = coefficients(name, coef)
    this.coef = toArray(this.list)
    this.domain = domain ?? this.ops.domain
    this.window = window ?? this.ops.domain
    this.symbol = symbol
  }

  private get kind(): SeriesClass<this> {
    return this.constructor as unknown as SeriesClass<this>
  }
  private get ops(): SeriesOps {
    return opsOf(this.kind)!
  }

  /**
   * The fit of degree `deg` to values `y` at `x`, in a domain that is where the places are. NumPy's
   * `numpy.polynomial.Polynomial.fit`.
   * @example
   * np.polynomial.Polynomial.fit([0, 1, 2], [1, 3, 5], 1).convert().coef.round(6) // array([1., 2.])
   */
  static fit<T extends Series>(this: SeriesClass<T>, x: ArrayInput, y: ArrayInput, deg: number, options: FitOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return fitOf(this, x, y, deg, options)
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
  static basis<T extends Series>(this: SeriesClass<T>, deg: number, options: SeriesOptions = {}): T {
    // biome-ignore lint/complexity/noThisInStatic: of the class that is asked
    return basisOf(this, deg, options)
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
   * Offset and scale of the map from domain to window. NumPy's `numpy.polynomial.Polynomial.mapparms`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).mapparms() // [ 0, 1 ]
   */
  mapparms(): [off: number, scl: number] {
    const [[a, b], [c, d]] = [this.domain, this.window]
    return [(b * c - a * d) / (b - a), (d - c) / (b - a)]
  }

  /**
   * The value at each element of `x`: NumPy's `p(x)`. Lazy.
   * @example
   * new np.polynomial.Polynomial([1, 2]).call([0, 1]) // array([1., 3.])
   */
  call(x: ArrayInput): NdArray {
    return this.ops.value(this.list, mapped(this, arrayOf(this.kind.name, x)))
  }

  private with(list: Float64Array): this {
    return new this.kind(list, { domain: this.domain, window: this.window, symbol: this.symbol })
  }
  private other(what: string, x: Series | ArrayInput): Float64Array {
    const own = `${this.kind.name}.${what}`
    if (!(x instanceof Series)) return coefficients(own, x)
    if (x.constructor !== this.constructor)
      throw new ArgumentError(`${own}: got a ${x.kind.name}, expected a ${this.kind.name}; cast one first`)
    if (!this.has_samedomain(x) || !this.has_samewindow(x))
      throw new ArgumentError(`${own}: domains [${x.domain}] and [${this.domain}] differ; convert one first`)
    return x.list
  }
  /**
   * Whether the other has the same coefficients. NumPy's `numpy.polynomial.Polynomial.has_samecoef`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).has_samecoef(new np.polynomial.Polynomial([1, 2])) // true
   */
  has_samecoef(other: unknown): boolean {
    if (!(other instanceof Series)) return false
    return this.list.length === other.list.length && this.list.every((c, i) => c === other.list[i])
  }
  /**
   * Whether the other has the same domain. NumPy's `numpy.polynomial.Polynomial.has_samedomain`.
   * @example
   * new np.polynomial.Polynomial([1]).has_samedomain(new np.polynomial.Polynomial([1], { domain: [0, 1] })) // false
   */
  has_samedomain(other: unknown): boolean {
    return other instanceof Series && String(other.domain) === String(this.domain)
  }
  /**
   * Whether the other has the same window. NumPy's `numpy.polynomial.Polynomial.has_samewindow`.
   * @example
   * new np.polynomial.Polynomial([1]).has_samewindow(new np.polynomial.Polynomial([2])) // true
   */
  has_samewindow(other: unknown): boolean {
    return other instanceof Series && String(other.window) === String(this.window)
  }
  /**
   * Whether the other is of the same class. NumPy's `numpy.polynomial.Polynomial.has_sametype`.
   * @example
   * new np.polynomial.Polynomial([1]).has_sametype(new np.polynomial.Chebyshev([1])) // false
   */
  has_sametype(other: unknown): boolean {
    return other instanceof Series && other.constructor === this.constructor
  }
  /**
   * The sum with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).add([1]).coef // array([2., 2.])
   */
  add(x: Series | ArrayInput): this {
    return this.with(trimmed(added(this.list, this.other('add', x))))
  }
  /**
   * The difference from another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).sub([1]).coef // array([0., 2.])
   */
  sub(x: Series | ArrayInput): this {
    return this.with(trimmed(added(this.list, this.other('sub', x), -1)))
  }
  /**
   * The product with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).mul([0, 1]).coef // array([0., 1., 2.])
   */
  mul(x: Series | ArrayInput): this {
    return this.with(trimmed(this.ops.multiply(this.list, this.other('mul', x))))
  }
  /**
   * Quotient and rest.
   * @example
   * new np.polynomial.Polynomial([-1, 0, 1]).divmod([1, 1]).map((p) => p.coef) // [ array([-1.,  1.]), array([0.]) ]
   */
  divmod(x: Series | ArrayInput): [this, this] {
    const [quotient, rest] = this.ops.divide(this.list, this.other('divmod', x), `${this.kind.name}.divmod`)
    return [this.with(quotient), this.with(rest)]
  }
  /**
   * The power with a non-negative integer.
   * @example
   * new np.polynomial.Polynomial([1, 1]).pow(2).coef // array([1., 2., 1.])
   */
  pow(n: number): this {
    return this.with(this.ops.power(this.list, n, `${this.kind.name}.pow`))
  }
  /**
   * The polynomial with all signs changed.
   * @example
   * new np.polynomial.Polynomial([1, 2]).neg().coef // array([-1., -2.])
   */
  neg(): this {
    return this.with(this.list.map((x) => -x))
  }
  /**
   * The number of coefficients less one. NumPy's `numpy.polynomial.Polynomial.degree`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).degree() // 2
   */
  degree(): number {
    return this.list.length - 1
  }
  /**
   * The m-th derivative. NumPy's `numpy.polynomial.Polynomial.deriv`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).deriv().coef // array([2., 6.])
   */
  deriv(m = 1): this {
    return this.with(this.ops.derive(this.list, integerOf(`${this.kind.name}.deriv`, 'm', m, 0), this.mapparms()[1]))
  }
  /**
   * The m-th integral that is `k` (0) at `lbnd` (0). NumPy's `numpy.polynomial.Polynomial.integ`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).integ().coef // array([0., 1., 1.])
   */
  integ(m = 1, k: number | readonly number[] = [], lbnd = 0): this {
    degreesOf(`${this.kind.name}.integ`, 'm', m)
    const [off, scl] = this.mapparms()
    return this.with(this.ops.integrate(this.list, m, typeof k === 'number' ? [k] : k, off + scl * lbnd, 1 / scl))
  }
  /**
   * The real roots, smallest first. Throws `LinAlgError` where some are complex. NumPy's `numpy.polynomial.Polynomial.roots`.
   * @example
   * new np.polynomial.Polynomial([2, -3, 1]).roots() // array([1., 2.])
   */
  roots(): NdArray {
    const [off, scl] = this.mapparms()
    return toArray(this.ops.roots(this.list, `${this.kind.name}.roots`).map((r) => (r - off) / scl))
  }
  /**
   * Without the highest coefficients of at most `tol` (0). NumPy's `numpy.polynomial.Polynomial.trim`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 0]).trim().coef // array([1., 2.])
   */
  trim(tol = 0): this {
    return this.with(trimmed(this.list, tol))
  }
  /**
   * The first `size` coefficients. NumPy's `numpy.polynomial.Polynomial.truncate`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).truncate(2).coef // array([1., 2.])
   */
  truncate(size: number): this {
    return this.with(this.list.slice(0, integerOf(`${this.kind.name}.truncate`, 'size', size, 1)))
  }
  /**
   * The terms up to a degree. NumPy's `numpy.polynomial.Polynomial.cutdeg`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).cutdeg(1).coef // array([1., 2.])
   */
  cutdeg(deg: number): this {
    return this.truncate(integerOf(`${this.kind.name}.cutdeg`, 'deg', deg, 0) + 1)
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
  linspace(n = 100, domain?: Interval | null): [x: NdArray, y: NdArray] {
    const [low, high] = domain ?? this.domain
    const x = linspace(low, high, n)
    return [x, this.call(x)]
  }
  /**
   * A copy. NumPy's `numpy.polynomial.Polynomial.copy`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).copy().coef // array([1., 2.])
   */
  copy(): this {
    return this.with(this.list)
  }
  /**
   * The polynomial as NumPy writes it.
   * @example
   * String(new np.polynomial.Polynomial([1, 2])) // '1 + 2·x'
   */
  toString(): string {
    return [...this.list]
      .map((x, i) => {
        const term = this.ops.term(i, this.symbol)
        return `${i === 0 ? x : `${x < 0 ? '-' : '+'} ${Math.abs(x)}`}${term === '' ? '' : `·${term}`}`
      })
      .join(' ')
  }
}

function castOf<T extends Series>(kind: SeriesClass<T>, series: Series, options: SeriesOptions): T {
  if (!(series instanceof Series)) throw new ArgumentError(`${kind.name}.cast: got ${describe(series)}, expected a series`)
  return series.convert({ ...options, kind })
}

declareMethods(Series, [
  `fit(x: array, y: array, deg: integer, {domain?: pair|null, rcond?: number|null, *, w?: array|null, window?: pair|null, symbol?: string})`,
  `fromroots(roots: array, {${SPAN}})`,
  `identity({${SPAN}})`,
  `basis(deg: integer, {${SPAN}})`,
  `cast(series: any, {${SPAN}})`,
])

declareMethods(Series.prototype, [
  'call(x: array)',
  'add(x: any)',
  'sub(x: any)',
  'mul(x: any)',
  'divmod(x: any)',
  'pow(n: integer)',
  'deriv(m?: integer)',
  'integ(m?: integer, k?: number|numbers, lbnd?: number)',
  'trim(tol?: number)',
  'truncate(size: integer)',
  'cutdeg(deg: integer)',
  'convert({domain?: pair|null, kind?: function, window?: pair|null, symbol?: string})',
  'linspace(n?: integer, domain?: pair|null)',
])
