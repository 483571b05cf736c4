import { declare } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/keywords.js'
import { linspace } from '../creation/ranges.js'
import { add, multiply } from '../elementwise/functions.js'
import { stack } from '../joining/joining.js'
import type { NdArray, Untyped } from '../operands/seam.js'
import { max, min } from '../reductions/reductions.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import {
  added,
  coefficients,
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

/** The value of the polynomial at each element of `x`. Lazy. */
export const polyval = declare('polyval(x: array, c: array)', (x: ArrayInput, c: ArrayInput): NdArray => {
  const list = coefficients('polyval', c)
  const v = arrayOf('polyval', x)
  let y = add(multiply(v, 0), list.at(-1)!)
  for (let i = list.length - 2; i >= 0; i--) y = add(multiply(y, v), list[i]!)
  return y
})
/** Sum of two polynomials, without highest coefficients that are 0. */
export const polyadd = declare(
  'polyadd(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray => toArray(trimmed(added(...pair('polyadd', a, b)))),
)
/** Difference of two polynomials. */
export const polysub = declare(
  'polysub(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray => toArray(trimmed(added(...pair('polysub', a, b), -1))),
)
/** Product of two polynomials. */
export const polymul = declare(
  'polymul(c1: array, c2: array)',
  (a: ArrayInput, b: ArrayInput): NdArray => toArray(trimmed(multiplied(...pair('polymul', a, b)))),
)
/** The polynomial times x. */
export const polymulx = declare('polymulx(c: array)', (c: ArrayInput): NdArray => {
  const list = trimmed(coefficients('polymulx', c))
  return toArray(list.length === 1 && list[0] === 0 ? list : [0, ...list])
})
/** Quotient and rest, as a list. */
export const polydiv = declare('polydiv(c1: array, c2: array)', (a: ArrayInput, b: ArrayInput): [NdArray, NdArray] => {
  const [quotient, rest] = divided(...pair('polydiv', a, b))
  return [toArray(quotient), toArray(rest)]
})
/** The n-th power. */
export const polypow = declare(
  'polypow(c: array, pow: integer)',
  (c: ArrayInput, n: number): NdArray => toArray(power(trimmed(coefficients('polypow', c)), n, 'polypow')),
)
/** The m-th derivative, times `scl` each time. */
export const polyder = declare('polyder(c: array, m?: integer, scl?: number)', (c: ArrayInput, m = 1, scl = 1): NdArray => {
  integerOf('polyder', 'm', m, 0)
  return toArray(derived(coefficients('polyder', c), m).map((x) => x * scl ** m))
})
/** The m-th integral, with constants `k` one after the other (0). */
export const polyint = declare(
  'polyint(c: array, m?: integer, k?: number|iterable)',
  (c: ArrayInput, m = 1, k: number | readonly number[] = []): NdArray => {
    integerOf('polyint', 'm', m, 0)
    return toArray(integrated(coefficients('polyint', c), m, typeof k === 'number' ? [k] : [...k]))
  },
)
/** The real roots, smallest first. Throws `LinAlgError` where some are complex. */
export const polyroots = declare(
  'polyroots(c: array)',
  (c: ArrayInput): NdArray => toArray(rootsOf('polyroots', coefficients('polyroots', c))),
)
/** The polynomial with the roots given and highest coefficient 1. */
export const polyfromroots = declare(
  'polyfromroots(roots: array)',
  (roots: ArrayInput): NdArray =>
    toArray(fromRoots(Float64Array.from(arrayOf('polyfromroots', roots).flat as Iterable<number>, Number))),
)
/** Powers 0 to `deg` of each element of a 1-d array, in columns. */
export const polyvander = declare(
  'polyvander(x: array, deg: integer)',
  (x: ArrayInput, deg: number): NdArray => stack(powers('polyvander', x, deg), 1),
)
/** `off + scl·x`. */
export const polyline = declare(
  'polyline(off: number, scl: number)',
  (off: number, scl: number): NdArray => toArray(scl === 0 ? [off] : [off, scl]),
)
/** Without the highest coefficients of at most `tol` (0). */
export const polytrim = declare(
  'polytrim(c: array, tol?: number)',
  (c: ArrayInput, tol = 0): NdArray => toArray(trimmed(coefficients('polytrim', c), tol)),
)
/** The coefficients of the least squared distances from `y` at `x`, of degree `deg`. */
export const polyfit = declare(
  'polyfit(x: array, y: array, deg: integer, {rcond?: number|null, w?: array|null})',
  (x: ArrayInput, y: ArrayInput, deg: number, options: { rcond?: number | null; w?: ArrayInput | null } = {}): NdArray =>
    fitted('polyfit', polyvander(x, deg), y, options.w ?? null, options.rcond ?? null).coefficients,
)

/** The polynomials 0, 1 and x. */
export const polyzero: readonly number[] = Object.freeze([0])
export const polyone: readonly number[] = Object.freeze([1])
export const polyx: readonly number[] = Object.freeze([0, 1])
export const polydomain: readonly number[] = Object.freeze([-1, 1])

type Interval = readonly [number, number]

export interface PolynomialOptions {
  /** The interval that is mapped to `window` before the powers are taken ([-1, 1]). */
  domain?: Interval
  window?: Interval
}

/** A polynomial, coefficients with the lowest power first, in a variable that maps `domain` to `window`. */
export class Polynomial {
  readonly coef: NdArray
  readonly domain: Interval
  readonly window: Interval
  private readonly list: Float64Array

  constructor(coef: ArrayInput, { domain = [-1, 1], window = [-1, 1] }: PolynomialOptions = {}) {
    this.list = coefficients('Polynomial', coef)
    this.coef = toArray(this.list)
    this.domain = domain
    this.window = window
  }

  /** The fit of degree `deg` to values `y` at `x`, in a domain that is where the places are. */
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
  /** The polynomial with the roots given. */
  static fromroots(roots: ArrayInput, options: PolynomialOptions = {}): Polynomial {
    return new Polynomial(polyfromroots(roots), options)
  }
  /** x itself. */
  static identity(options: PolynomialOptions = {}): Polynomial {
    return new Polynomial([0, 1], options)
  }
  /** x to the power of `deg`. */
  static basis(deg: number, options: PolynomialOptions = {}): Polynomial {
    integerOf('Polynomial.basis', 'deg', deg, 0)
    return new Polynomial([...new Array<number>(deg).fill(0), 1], options)
  }

  /** Offset and scale of the map from domain to window. */
  mapparms(): [off: number, scl: number] {
    const [[a, b], [c, d]] = [this.domain, this.window]
    return [(b * c - a * d) / (b - a), (d - c) / (b - a)]
  }
  private mapped(x: NdArray): Untyped {
    const [off, scl] = this.mapparms()
    return add(off, multiply(x, scl))
  }

  /** The value at each element of `x`: NumPy's `p(x)`. Lazy. */
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
  add(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(added(this.list, this.other('add', x))))
  }
  sub(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(added(this.list, this.other('sub', x), -1)))
  }
  mul(x: Polynomial | ArrayInput): Polynomial {
    return this.with(trimmed(multiplied(this.list, this.other('mul', x))))
  }
  /** Quotient and rest. */
  divmod(x: Polynomial | ArrayInput): [Polynomial, Polynomial] {
    const [quotient, rest] = divided(this.list, this.other('divmod', x), 'Polynomial.divmod')
    return [this.with(quotient), this.with(rest)]
  }
  pow(n: number): Polynomial {
    return this.with(power(this.list, n, 'Polynomial.pow'))
  }
  neg(): Polynomial {
    return this.with(this.list.map((x) => -x))
  }
  degree(): number {
    return this.list.length - 1
  }
  /** The m-th derivative. */
  deriv(m = 1): Polynomial {
    const scale = this.mapparms()[1] ** m
    return this.with(derived(this.list, integerOf('Polynomial.deriv', 'm', m, 0)).map((x) => x * scale))
  }
  /** The m-th integral that is `k` (0) at `lbnd` (0). */
  integ(m = 1, k: number | readonly number[] = [], lbnd = 0): Polynomial {
    integerOf('Polynomial.integ', 'm', m, 0)
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
  /** The real roots, smallest first. Throws `LinAlgError` where some are complex. */
  roots(): NdArray {
    const [off, scl] = this.mapparms()
    return toArray(rootsOf('Polynomial.roots', this.list).map((r) => (r - off) / scl))
  }
  /** Without the highest coefficients of at most `tol` (0). */
  trim(tol = 0): Polynomial {
    return this.with(trimmed(this.list, tol))
  }
  /** The first `size` coefficients. */
  truncate(size: number): Polynomial {
    return this.with(this.list.slice(0, integerOf('Polynomial.truncate', 'size', size, 1)))
  }
  cutdeg(deg: number): Polynomial {
    return this.truncate(integerOf('Polynomial.cutdeg', 'deg', deg, 0) + 1)
  }
  /** The same polynomial of another domain; of x itself unless one is given. */
  convert({ domain = [-1, 1], window = [-1, 1] }: PolynomialOptions = {}): Polynomial {
    const [off, scl] = this.mapparms()
    const [off2, scl2] = new Polynomial([0], { domain, window }).mapparms()
    // x = (u - off2)/scl2 in the new variable u.
    const line = Float64Array.of(off - (scl * off2) / scl2, scl / scl2)
    let result: Float64Array = Float64Array.of(this.list.at(-1)!)
    for (let i = this.list.length - 2; i >= 0; i--) result = added(multiplied(result, line), Float64Array.of(this.list[i]!))
    return new Polynomial(trimmed(result), { domain, window })
  }
  /** `n` places over the domain and the values there. */
  linspace(n = 100, domain: Interval = this.domain): [x: NdArray, y: NdArray] {
    const x = linspace(domain[0], domain[1], n)
    return [x, this.call(x)]
  }
  copy(): Polynomial {
    return this.with(this.list)
  }
  toString(): string {
    return [...this.list]
      .map((x, i) => (i === 0 ? String(x) : `${x < 0 ? '-' : '+'} ${Math.abs(x)}·x${i === 1 ? '' : `^${i}`}`))
      .join(' ')
  }
}
