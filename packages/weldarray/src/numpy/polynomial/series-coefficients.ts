import { parse, type Rest, readArguments } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'
import { coefficients, toArray } from './core.js'
import type { Series, SeriesClass } from './series.js'
import { type Interval, opsOf, type SeriesOps, type SeriesOptions } from './series-ops.js'

/** What stands for a domain, a window and a variable. */
export const SPAN = 'domain?: pair|null, window?: pair|null, symbol?: string'
const declared = parse(`Series(coef: array, {${SPAN}})`)

/** What a series is: its coefficients, the map of its domain to its window, and the letter of its variable. */
export abstract class Coefficients {
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
  protected readonly list: Float64Array

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

  protected get kind(): SeriesClass<Series & this> {
    return this.constructor as unknown as SeriesClass<Series & this>
  }
  protected get ops(): SeriesOps {
    return opsOf(this.kind)!
  }
  /** Other coefficients in the same place. */
  protected with(list: Float64Array): this {
    return new this.kind(list, { domain: this.domain, window: this.window, symbol: this.symbol })
  }
  /** The coefficients of another series in the same place, or of a list. */
  protected other(what: string, x: Coefficients | ArrayInput): Float64Array {
    const own = `${this.kind.name}.${what}`
    if (!(x instanceof Coefficients)) return coefficients(own, x)
    if (x.constructor !== this.constructor)
      throw new ArgumentError(`${own}: got a ${x.kind.name}, expected a ${this.kind.name}; cast one first`)
    if (!this.has_samedomain(x) || !this.has_samewindow(x))
      throw new ArgumentError(`${own}: domains [${x.domain}] and [${this.domain}] differ; convert one first`)
    return x.list
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
   * Whether the other has the same coefficients. NumPy's `numpy.polynomial.Polynomial.has_samecoef`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).has_samecoef(new np.polynomial.Polynomial([1, 2])) // true
   */
  has_samecoef(other: unknown): boolean {
    if (!(other instanceof Coefficients)) return false
    return this.list.length === other.list.length && this.list.every((c, i) => c === other.list[i])
  }
  /**
   * Whether the other has the same domain. NumPy's `numpy.polynomial.Polynomial.has_samedomain`.
   * @example
   * new np.polynomial.Polynomial([1]).has_samedomain(new np.polynomial.Polynomial([1], { domain: [0, 1] })) // false
   */
  has_samedomain(other: unknown): boolean {
    return other instanceof Coefficients && String(other.domain) === String(this.domain)
  }
  /**
   * Whether the other has the same window. NumPy's `numpy.polynomial.Polynomial.has_samewindow`.
   * @example
   * new np.polynomial.Polynomial([1]).has_samewindow(new np.polynomial.Polynomial([2])) // true
   */
  has_samewindow(other: unknown): boolean {
    return other instanceof Coefficients && String(other.window) === String(this.window)
  }
  /**
   * Whether the other is of the same class. NumPy's `numpy.polynomial.Polynomial.has_sametype`.
   * @example
   * new np.polynomial.Polynomial([1]).has_sametype(new np.polynomial.Chebyshev([1])) // false
   */
  has_sametype(other: unknown): boolean {
    return other instanceof Coefficients && other.constructor === this.constructor
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
