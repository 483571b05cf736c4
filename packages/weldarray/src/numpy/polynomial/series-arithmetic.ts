import { declareMethods } from '../arguments/declare.js'
import { integerOf } from '../arguments/values.js'
import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'
import { derived, integrated } from './calculus.js'
import { added, degreesOf, toArray, trimmed } from './core.js'
import { Coefficients } from './series-coefficients.js'

interface IntegOptions {
  /** How many times. */
  m?: number
  /** What each integral is at `lbnd`. */
  k?: number | readonly number[]
  lbnd?: number | null
}

/** What is computed of the coefficients of series: sums and products, derivatives and integrals, roots, fewer terms. */
export abstract class Arithmetic extends Coefficients {
  /**
   * The sum with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).add([1]).coef // array([2., 2.])
   */
  add(x: Coefficients | ArrayInput): this {
    return this.with(trimmed(added(this.list, this.other('add', x))))
  }
  /**
   * The difference from another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).sub([1]).coef // array([0., 2.])
   */
  sub(x: Coefficients | ArrayInput): this {
    return this.with(trimmed(added(this.list, this.other('sub', x), -1)))
  }
  /**
   * The product with another polynomial, or a list of coefficients.
   * @example
   * new np.polynomial.Polynomial([1, 2]).mul([0, 1]).coef // array([0., 1., 2.])
   */
  mul(x: Coefficients | ArrayInput): this {
    return this.with(trimmed(this.ops.multiply(this.list, this.other('mul', x))))
  }
  /**
   * Quotient and rest.
   * @example
   * new np.polynomial.Polynomial([-1, 0, 1]).divmod([1, 1]).map((p) => p.coef) // [ array([-1.,  1.]), array([0.]) ]
   */
  divmod(x: Coefficients | ArrayInput): [this, this] {
    const [quotient, rest] = this.ops.divide(this.list, this.other('divmod', x), `${this.kind.name}.divmod`)
    return [this.with(quotient), this.with(rest)]
  }
  /**
   * The power with a non-negative integer.
   * @example
   * new np.polynomial.Polynomial([1, 1]).pow(2).coef // array([1., 2., 1.])
   */
  pow(n: number | { n: number }): this {
    return this.with(this.ops.power(this.list, n as number, `${this.kind.name}.pow`))
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
   * The m-th derivative. NumPy's `numpy.polynomial.Polynomial.deriv`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).deriv().coef // array([2., 6.])
   */
  deriv(m: number | { m?: number } = 1): this {
    const times = integerOf(`${this.kind.name}.deriv`, 'm', m as number, 0)
    return this.with(derived(this.ops.calculus, this.list, times, this.mapparms()[1]))
  }
  /**
   * The m-th integral that is `k` (0) at `lbnd`: a value of the variable; unless it is given, where that is mapped to 0. NumPy's
   * `numpy.polynomial.Polynomial.integ`.
   * @example
   * new np.polynomial.Polynomial([1, 2]).integ().coef // array([0., 1., 1.])
   */
  integ(options: IntegOptions): this
  integ(m?: number, options?: Omit<IntegOptions, 'm'>): this
  integ(m?: number, k?: number | readonly number[], lbnd?: number | null | { lbnd?: number | null }): this
  integ(times: unknown = 1, constants: unknown = [], lbnd: unknown = null): this {
    const [m, k] = [times as number, constants as number | readonly number[]]
    degreesOf(`${this.kind.name}.integ`, 'm', m)
    const [off, scl] = this.mapparms()
    const bound = lbnd === null ? 0 : off + scl * (lbnd as number)
    return this.with(integrated(this.ops.calculus, this.list, m, typeof k === 'number' ? [k] : k, bound, 1 / scl))
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
  trim(tol: number | { tol?: number } = 0): this {
    return this.with(trimmed(this.list, tol as number))
  }
  /**
   * The first `size` coefficients. NumPy's `numpy.polynomial.Polynomial.truncate`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).truncate(2).coef // array([1., 2.])
   */
  truncate(size: number | { size: number }): this {
    return this.with(this.list.slice(0, integerOf(`${this.kind.name}.truncate`, 'size', size as number, 1)))
  }
  /**
   * The terms up to a degree. NumPy's `numpy.polynomial.Polynomial.cutdeg`.
   * @example
   * new np.polynomial.Polynomial([1, 2, 3]).cutdeg(1).coef // array([1., 2.])
   */
  cutdeg(deg: number | { deg: number }): this {
    return this.truncate(integerOf(`${this.kind.name}.cutdeg`, 'deg', deg as number, 0) + 1)
  }
}

declareMethods(Arithmetic.prototype, [
  'add(x: any)',
  'sub(x: any)',
  'mul(x: any)',
  'divmod(x: any)',
  'pow(n: integer)',
  'deriv(m?: integer)',
  'integ(m?: integer, k?: number|numbers, lbnd?: number|null)',
  'trim(tol?: number)',
  'truncate(size: integer)',
  'cutdeg(deg: integer)',
])
