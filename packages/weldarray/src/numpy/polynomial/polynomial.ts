import { declare } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { linspace } from '../creation/spaces.js'
import { add, multiply } from '../elementwise/functions.js'
import { stack } from '../joining/joining.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { max, min } from '../reductions/reductions.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import {
  added,
  coefficients,
  degreesOf,
  derived,
  divided,
  fromRoots,
  integrated,
  multiplied,
  power,
  rootsOf,
  toArray,
  trimmed,
} from './core.js'
import { fitted, powers } from './fitting.js'

/*
 * NumPy's `polynomial.polynomial`: coefficients with the lowest power first.
 */
const pair = (what: string, a: ArrayInput, b: ArrayInput): [Float64Array, Float64Array] => [
  trimmed(coefficients(what, a)),
  trimmed(coefficients(what, b)),
]

/**
 * The value of the polynomial at each element of `x`. Lazy. NumPy's `numpy.polynomial.polynomial.polyval`.
 * @example
 * np.polynomial.polynomial.polyval(2, [1, 0, 3]) // array(13.)
 */
export const polyval = declare('polyval(x: array, c: array)', (x: ArrayInput, c: ArrayInput): NdArray => {
  const list = coefficients('polyval', c)
  const v = arrayOf('polyval', x)
  let y = add(multiply(v, 0), list.at(-1)!)
  for (let i = list.length - 2; i >= 0; i--) y = add(multiply(y, v), list[i]!)
  return y
})
/**
 * Sum of two polynomials, without highest coefficients that are 0. NumPy's `numpy.polynomial.polynomial.polyadd`.
 * @example
 * np.polynomial.polynomial.polyadd([1, 2], [10]) // array([11.,  2.])
 */
export const polyadd = declare(
  'polyadd(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => toArray(trimmed(added(...pair('polyadd', a, b)))),
)
/**
 * Difference of two polynomials. NumPy's `numpy.polynomial.polynomial.polysub`.
 * @example
 * np.polynomial.polynomial.polysub([1, 2], [10]) // array([-9.,  2.])
 */
export const polysub = declare(
  'polysub(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => toArray(trimmed(added(...pair('polysub', a, b), -1))),
)
/**
 * Product of two polynomials. NumPy's `numpy.polynomial.polynomial.polymul`.
 * @example
 * np.polynomial.polynomial.polymul([1, 1], [1, -1]) // array([ 1.,  0., -1.])
 */
export const polymul = declare(
  'polymul(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray<'float64'> => toArray(trimmed(multiplied(...pair('polymul', a, b)))),
)
/**
 * The polynomial times x. NumPy's `numpy.polynomial.polynomial.polymulx`.
 * @example
 * np.polynomial.polynomial.polymulx([1, 2]) // array([0., 1., 2.])
 */
export const polymulx = declare('polymulx(c: array)', (c: ArrayInput): NdArray<'float64'> => {
  const list = trimmed(coefficients('polymulx', c))
  return toArray(list.length === 1 && list[0] === 0 ? list : [0, ...list])
})
/**
 * Quotient and rest, as a list. NumPy's `numpy.polynomial.polynomial.polydiv`.
 * @example
 * np.polynomial.polynomial.polydiv([-1, 0, 1], [1, 1]) // [ array([-1.,  1.]), array([0.]) ]
 */
export const polydiv = declare(
  'polydiv(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): [NdArray<'float64'>, NdArray<'float64'>] => {
    const [quotient, rest] = divided(...pair('polydiv', a, b))
    return [toArray(quotient), toArray(rest)]
  },
)
/**
 * The n-th power. NumPy's `numpy.polynomial.polynomial.polypow`.
 * @example
 * np.polynomial.polynomial.polypow([1, 1], 2) // array([1., 2., 1.])
 */
export const polypow = declare(
  'polypow(c: array, pow: integer)',
  (c: ArrayInput, n: number): NdArray<'float64'> => toArray(power(trimmed(coefficients('polypow', c)), n, 'polypow')),
)
/**
 * The m-th derivative, times `scl` each time. NumPy's `numpy.polynomial.polynomial.polyder`.
 * @example
 * np.polynomial.polynomial.polyder([1, 2, 3]) // array([2., 6.])
 */
export const polyder = declare(
  'polyder(c: array, m?: integer, scl?: number)',
  (c: ArrayInput, m = 1, scl = 1): NdArray<'float64'> => {
    integerOf('polyder', 'm', m, 0)
    return toArray(derived(coefficients('polyder', c), m).map((x) => x * scl ** m))
  },
)
/**
 * The m-th integral, with constants `k` one after the other (0). NumPy's `numpy.polynomial.polynomial.polyint`.
 * @example
 * np.polynomial.polynomial.polyint([1, 2]) // array([0., 1., 1.])
 */
export const polyint = declare(
  'polyint(c: array, m?: integer, k?: number|iterable)',
  (c: ArrayInput, m = 1, k: number | readonly number[] = []): NdArray<'float64'> => {
    degreesOf('polyint', 'm', m)
    return toArray(integrated(coefficients('polyint', c), m, typeof k === 'number' ? [k] : [...k]))
  },
)
/**
 * The real roots, smallest first. Throws `LinAlgError` where some are complex. NumPy's
 * `numpy.polynomial.polynomial.polyroots`.
 * @example
 * np.polynomial.polynomial.polyroots([2, -3, 1]) // array([1., 2.])
 */
export const polyroots = declare(
  'polyroots(c: array)',
  (c: ArrayInput): NdArray<'float64'> => toArray(rootsOf('polyroots', coefficients('polyroots', c))),
)
/**
 * The polynomial with the roots given and highest coefficient 1. NumPy's `numpy.polynomial.polynomial.polyfromroots`.
 * @example
 * np.polynomial.polynomial.polyfromroots([1, 2]) // array([ 2., -3.,  1.])
 */
export const polyfromroots = declare(
  'polyfromroots(roots: array)',
  (roots: ArrayInput): NdArray<'float64'> =>
    toArray(fromRoots(Float64Array.from(arrayOf('polyfromroots', roots).flat as Iterable<number>, Number))),
)
/**
 * Powers 0 to `deg` of each element of a 1-d array, in columns. NumPy's `numpy.polynomial.polynomial.polyvander`.
 * @example
 * np.polynomial.polynomial.polyvander([1, 2], 2)
 * // array([[1., 1., 1.],
 * //        [1., 2., 4.]])
 */
export const polyvander = declare(
  'polyvander(x: array, deg: integer)',
  (x: ArrayInput, deg: number): NdArray<'float64'> => stack(powers('polyvander', x, deg), 1),
)
/**
 * `off + scl·x`. NumPy's `numpy.polynomial.polynomial.polyline`.
 * @example
 * np.polynomial.polynomial.polyline(1, 2) // array([1., 2.])
 */
export const polyline = declare(
  'polyline(off: number, scl: number)',
  (off: number, scl: number): NdArray<'float64'> => toArray(scl === 0 ? [off] : [off, scl]),
)
/**
 * Without the highest coefficients of at most `tol` (0). NumPy's `numpy.polynomial.polynomial.polytrim`.
 * @example
 * np.polynomial.polynomial.polytrim([1, 2, 0]) // array([1., 2.])
 */
export const polytrim = declare(
  'polytrim(c: array, tol?: number)',
  (c: ArrayInput, tol = 0): NdArray<'float64'> => toArray(trimmed(coefficients('polytrim', c), tol)),
)
/**
 * The coefficients of the least squared distances from `y` at `x`, of degree `deg`. NumPy's
 * `numpy.polynomial.polynomial.polyfit`.
 * @example
 * np.polynomial.polynomial.polyfit([0, 1, 2], [1, 3, 5], 1).round(6) // array([1., 2.])
 */
export const polyfit = declare(
  'polyfit(x: array, y: array, deg: integer, {rcond?: number|null, w?: array|null})',
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: number,
    options: { rcond?: number | null; w?: ArrayInput | null } = {},
  ): NdArray<'float64'> =>
    fitted('polyfit', polyvander(x, deg), y, options.w ?? null, options.rcond ?? null).coefficients as Untyped,
)

/**
 * The polynomials 0, 1 and x. NumPy's `numpy.polynomial.polynomial.polyzero`.
 * @example
 * np.polynomial.polynomial.polyzero // [ 0 ]
 */
export const polyzero: readonly number[] = Object.freeze([0])
/**
 * The polynomial 1. NumPy's `numpy.polynomial.polynomial.polyone`.
 * @example
 * np.polynomial.polynomial.polyone // [ 1 ]
 */
export const polyone: readonly number[] = Object.freeze([1])
/**
 * The polynomial x. NumPy's `numpy.polynomial.polynomial.polyx`.
 * @example
 * np.polynomial.polynomial.polyx // [ 0, 1 ]
 */
export const polyx: readonly number[] = Object.freeze([0, 1])
/**
 * The domain of polynomials where none is given. NumPy's `numpy.polynomial.polynomial.polydomain`.
 * @example
 * np.polynomial.polynomial.polydomain // [ -1, 1 ]
 */
export const polydomain: readonly number[] = Object.freeze([-1, 1])

type Interval = readonly [number, number]

export interface PolynomialOptions {
  /** The interval that is mapped to `window` before the powers are taken ([-1, 1]). */
  domain?: Interval
  window?: Interval
}

/**
 * A polynomial, coefficients with the lowest power first, in a variable that maps `domain` to `window`. NumPy's
 * `numpy.polynomial.Polynomial`.
 * @example
 * new np.polynomial.Polynomial([1, 0, 3]).call(2) // array(13.)
 */
export class Polynomial {
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
  private readonly list: Float64Array

  constructor(coef: ArrayInput, { domain = [-1, 1], window = [-1, 1] }: PolynomialOptions = {}) {
    this.list = coefficients('Polynomial', coef)
    this.coef = toArray(this.list)
    this.domain = domain
    this.window = window
  }

  /**
   * The fit of degree `deg` to values `y` at `x`, in a domain that is where the places are. NumPy's
   * `numpy.polynomial.Polynomial.fit`.
   * @example
   * np.polynomial.Polynomial.fit([0, 1, 2], [1, 3, 5], 1).convert().coef.round(6) // array([1., 2.])
   */
  static fit(
    x: ArrayInput,
    y: ArrayInput,
    deg: number,
    options: { domain?: Interval; w?: ArrayInput | null; rcond?: number | null } = {},
  ): Polynomial {
    const v = arrayOf('Polynomial.fit', x).astype('float64')
    let domain = options.domain ?? ([Number(min(v).item()), Number(max(v).item())] as const)
    if (domain[0] === domain[1]) domain = [domain[0] - 1, domain[1] + 1]
    const blank = new Polynomial([0], { domain })
    const { coefficients: c } = fitted(
      'Polynomial.fit',
      polyvander(blank.mapped(v), deg),
      y,
      options.w ?? null,
      options.rcond ?? null,
    )
    return new Polynomial(c, { domain })
  }
  /**
   * The polynomial with the roots given. NumPy's `numpy.polynomial.Polynomial.fromroots`.
   * @example
   * np.polynomial.Polynomial.fromroots([1, 2]).coef // array([ 2., -3.,  1.])
   */
  static fromroots(roots: ArrayInput, options: PolynomialOptions = {}): Polynomial {
    return new Polynomial(polyfromroots(roots), options)
  }
  /**
   * x itself. NumPy's `numpy.polynomial.Polynomial.identity`.
   * @example
   * np.polynomial.Polynomial.identity().coef // array([0., 1.])
   */
  static identity(options: PolynomialOptions = {}): Polynomial {
    return new Polynomial([0, 1], options)
  }
  /**
   * x to the power of `deg`. NumPy's `numpy.polynomial.Polynomial.basis`.
   * @example
   * np.polynomial.Polynomial.basis(2).coef // array([0., 0., 1.])
   */
  static basis(deg: number, options: PolynomialOptions = {}): Polynomial {
    degreesOf('Polynomial.basis', 'deg', deg)
    return new Polynomial([...new Array<number>(deg).fill(0), 1], options)
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
  private mapped(x: NdArray): Untyped {
    const [off, scl] = this.mapparms()
    return add(off, multiply(x, scl))
  }

  /**
   * The value at each element of `x`: NumPy's `p(x)`. Lazy.
   * @example
   * new np.polynomial.Polynomial([1, 2]).call([0, 1]) // array([1., 3.])
   */
  call(x: ArrayInput): NdArray {
    return polyval(this.mapped(arrayOf('Polynomial', x)), this.list)
  }

  private with(list: Float64Array): Polynomial {
    return new Polynomial(list, { domain: this.domain, window: this.window })
  }
  private other(what: string, x: Polynomial | ArrayInput): Float64Array {
    if (!(x instanceof Polynomial)) return coefficients(what, x)
    if (String(x.domain) !== String(this.domain) || String(x.window) !== String(this.window))
      throw new ArgumentError(`Polynomial.${what}: domains [${x.domain}] and [${this.domain}] differ; convert one first`)
    return x.list
  }
  /**
   * The sum with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).add([1]).coef // array([2., 2.])
   */
  add(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(added(this.list, this.other('add', x))))
  }
  /**
   * The difference from another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).sub([1]).coef // array([0., 2.])
   */
  sub(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(added(this.list, this.other('sub', x), -1)))
  }
  /**
   * The product with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).mul([0, 1]).coef // array([0., 1., 2.])
   */
  mul(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(multiplied(this.list, this.other('mul', x))))
  }
  /**
   * Quotient and rest.
   * @example
   * new np.polynomial.Polynomial([-1, 0, 1]).divmod([1, 1]).map((p) => p.coef) // [ array([-1.,  1.]), array([0.]) ]
   */
  divmod(x: Polynomial | ArrayInput): [Polynomial, Polynomial] {
    const [quotient, rest] = divided(this.list, this.other('divmod', x), 'Polynomial.divmod')
    return [this.with(quotient), this.with(rest)]
  }
  /**
   * The power with a non-negative integer.
   * @example
   * new np.polynomial.Polynomial([1, 1]).pow(2).coef // array([1., 2., 1.])
   */
  pow(n: number): Polynomial {
    return this.with(power(this.list, n, 'Polynomial.pow'))
  }
  /**
   * The polynomial with all signs changed.
   * @example
   * new np.polynomial.Polynomial([1, 2]).neg().coef // array([-1., -2.])
   */
  neg(): Polynomial {
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
  deriv(m = 1): Polynomial {
    const scale = this.mapparms()[1] ** m
    return this.with(derived(this.list, integerOf('Polynomial.deriv', 'm', m, 0)).map((x) => x * scale))
  }
  /**
   * The m-th integral that is `k` (0) at `lbnd` (0). NumPy's `numpy.polynomial.Polynomial.integ`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).integ().coef // array([0., 1., 1.])
   */
  integ(m = 1, k: number | readonly number[] = [], lbnd = 0): Polynomial {
    degreesOf('Polynomial.integ', 'm', m)
    const [off, scl] = this.mapparms()
    const at = off + scl * lbnd
    const constants = typeof k === 'number' ? [k] : k
    let list = this.list
    for (let i = 0; i < m; i++) {
      list = integrated(list, 1).map((x) => x / scl)
      let value = 0
      for (let j = list.length - 1; j >= 0; j--) value = value * at + list[j]!
      list[0]! += (constants[i] ?? 0) - value
    }
    return this.with(list)
  }
  /**
   * The real roots, smallest first. Throws `LinAlgError` where some are complex. NumPy's `numpy.polynomial.Polynomial.roots`.
   * @example
   * new np.polynomial.Polynomial([2, -3, 1]).roots() // array([1., 2.])
   */
  roots(): NdArray {
    const [off, scl] = this.mapparms()
    return toArray(rootsOf('Polynomial.roots', this.list).map((r) => (r - off) / scl))
  }
  /**
   * Without the highest coefficients of at most `tol` (0). NumPy's `numpy.polynomial.Polynomial.trim`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 0]).trim().coef // array([1., 2.])
   */
  trim(tol = 0): Polynomial {
    return this.with(trimmed(this.list, tol))
  }
  /**
   * The first `size` coefficients. NumPy's `numpy.polynomial.Polynomial.truncate`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).truncate(2).coef // array([1., 2.])
   */
  truncate(size: number): Polynomial {
    return this.with(this.list.slice(0, integerOf('Polynomial.truncate', 'size', size, 1)))
  }
  /**
   * The terms up to a degree. NumPy's `numpy.polynomial.Polynomial.cutdeg`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).cutdeg(1).coef // array([1., 2.])
   */
  cutdeg(deg: number): Polynomial {
    return this.truncate(integerOf('Polynomial.cutdeg', 'deg', deg, 0) + 1)
  }
  /**
   * The same polynomial of another domain; of x itself unless one is given. NumPy's `numpy.polynomial.Polynomial.convert`.
   * @example
   * new np.polynomial.Polynomial([1, 2], [0, 2]).convert().coef // array([1., 2.])
   */
  convert({ domain = [-1, 1], window = [-1, 1] }: PolynomialOptions = {}): Polynomial {
    const [off, scl] = this.mapparms()
    const [off2, scl2] = new Polynomial([0], { domain, window }).mapparms()
    // x = (u - off2)/scl2 in the new variable u.
    const line = Float64Array.of(off - (scl * off2) / scl2, scl / scl2)
    let result: Float64Array = Float64Array.of(this.list.at(-1)!)
    for (let i = this.list.length - 2; i >= 0; i--) result = added(multiplied(result, line), Float64Array.of(this.list[i]!))
    return new Polynomial(trimmed(result), { domain, window })
  }
  /**
   * `n` places over the domain and the values there. NumPy's `numpy.polynomial.Polynomial.linspace`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).linspace(3) // [ array([-1.,  0.,  1.]), array([-1.,  1.,  3.]) ]
   */
  linspace(n = 100, domain: Interval = this.domain): [x: NdArray, y: NdArray] {
    const x = linspace(domain[0], domain[1], n)
    return [x, this.call(x)]
  }
  /**
   * A copy. NumPy's `numpy.polynomial.Polynomial.copy`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).copy().coef // array([1., 2.])
   */
  copy(): Polynomial {
    return this.with(this.list)
  }
  /**
   * The polynomial as NumPy writes it.
   * @example
   * String(new np.polynomial.Polynomial([1, 2])) // '1 + 2·x'
   */
  toString(): string {
    return [...this.list]
      .map((x, i) => (i === 0 ? String(x) : `${x < 0 ? '-' : '+'} ${Math.abs(x)}·x${i === 1 ? '' : `^${i}`}`))
      .join(' ')
  }
}
