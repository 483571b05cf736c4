import { ShapeError, showShape } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ones } from '../creation/creation.js'
import { add, multiply, subtract } from '../elementwise/functions.js'
import { broadcast_shapes } from '../joining/editing.js'
import { stack } from '../joining/joining.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { atleast } from '../shaping/atleast.js'
import { arrayOf, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { OF_POLYNOMIALS } from './calculus.js'
import { coefficients, companionOf, divided, fromRoots, multiplied, power, rootsOf, toArray, trimmed } from './core.js'
import { powers } from './fitting.js'
import { moduleOf, type SeriesModule } from './module.js'
import { makeSeries, Series, type SeriesOps } from './series.js'

const POWERS: SeriesOps = {
  domain: [-1, 1],
  value(c, x) {
    let y: Untyped = add(multiply(x, 0), c.at(-1)!) as Untyped
    for (let i = c.length - 2; i >= 0; i--) y = add(multiply(y, x), c[i]!) as Untyped
    return y
  },
  multiply: multiplied,
  timesX: (c) => Float64Array.of(0, ...c),
  divide: divided,
  power,
  calculus: OF_POLYNOMIALS,
  roots: (c, what) => rootsOf(what, c),
  fromRoots,
  line: (off, scl) => Float64Array.of(off, scl),
  vander: (what, x, deg) => stack(powers(what, x, deg), -1),
  toPowers: (c) => c,
  fromPowers: (c) => c,
  term: (n, symbol) => (n === 0 ? '' : n === 1 ? symbol : `${symbol}^${n}`),
}

/**
 * A polynomial, coefficients with the lowest power first, in a variable that maps `domain` to `window`. NumPy's
 * `numpy.polynomial.Polynomial`.
 * @example
 * new np.polynomial.Polynomial([1, 0, 3]).call(2) // array(13.)
 */
export class Polynomial extends Series {}
makeSeries(Polynomial, POWERS)

/** What there is for powers alone. */
const alone = {
  /**
   * The value at each element of `x` of the polynomial with these roots and highest coefficient 1; of several, whose roots are columns, each
   * at all places, or with `tensor: false` as they broadcast. Lazy. NumPy's `numpy.polynomial.polynomial.polyvalfromroots`.
   * @example
   * np.polynomial.polynomial.polyvalfromroots(3, [1, 2]) // array(2.)
   */
  polyvalfromroots: declare(
    'polyvalfromroots(x: array, r: array, {tensor?: flag})',
    (x: ArrayInput, r: ArrayInput, ...rest: Rest<[tensor: boolean], { tensor?: boolean }>): NdArray<'float64'> => {
      const { tensor = true } = optionsOf<{ tensor?: boolean }>(rest)
      const v = arrayOf('polyvalfromroots', x).astype('float64')
      const roots = atleast(1, arrayOf('polyvalfromroots', r).astype('float64'))
      if (!tensor && v.ndim >= roots.ndim)
        throw new ShapeError(
          `polyvalfromroots: places of shape ${showShape(v.shape)} for roots of shape ${showShape(roots.shape)}`,
        )
      // Of roots of several polynomials, each at all places; or each at its own.
      const each = tensor ? reshape(roots, [...roots.shape, ...v.shape.map(() => 1)]) : roots
      const [, ...shape] = each.shape
      let y: Untyped = ones(broadcast_shapes(shape, [...v.shape])) as Untyped
      for (let i = 0; i < each.shape[0]!; i++) y = multiply(y, subtract(v, each.pick(i))) as Untyped
      return y
    },
  ),
  /**
   * The matrix of which the polynomial is the characteristic one. NumPy's `numpy.polynomial.polynomial.polycompanion`.
   * @example
   * np.polynomial.polynomial.polycompanion([2, -3, 1])
   * // array([[ 0., -2.],
   * //        [ 1.,  3.]])
   */
  polycompanion: declare('polycompanion(c: array)', (c: ArrayInput): NdArray<'float64'> => {
    const list = trimmed(coefficients('polycompanion', c))
    const n = list.length - 1
    if (n < 1) throw new ShapeError('polycompanion: a constant has no companion, expected a coefficient of x at least')
    return toArray(companionOf(list)).reshape([n, n])
  }),
  Polynomial,
} as const

/**
 * Functions of polynomials, by their coefficients, the lowest power first. NumPy's `numpy.polynomial.polynomial`.
 * @example
 * np.polynomial.polynomial.polymul([1, 1], [1, -1]) // array([ 1.,  0., -1.])
 */
export const polynomial: SeriesModule<'poly'> & typeof alone = Object.freeze({
  ...moduleOf('poly', POWERS),
  ...alone,
})
