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
import {
  added,
  coefficients,
  companionOf,
  divided,
  fromRoots,
  multiplied,
  placesFor,
  power,
  rootsOf,
  toArray,
  trimmed,
} from './core.js'
import { derivativeIn, integralIn } from './derivatives.js'
import { powers, type SeriesFit, seriesFit } from './fitting.js'
import { makeSeries, Series, type SeriesOps } from './series.js'

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
export const polyval = declare('polyval(x: array, c: array)', (x: ArrayInput, c: ArrayInput): NdArray<'float64'> => {
  const list = coefficients('polyval', c)
  const v = placesFor('polyval', x, c)
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
export const polyder = derivativeIn('polyder', OF_POLYNOMIALS)
/**
 * The m-th integral, times `scl` each time, which is `k` (0) at `lbnd` (0), one constant after the other. NumPy's `numpy.polynomial.polynomial.polyint`.
 * @example
 * np.polynomial.polynomial.polyint([1, 2]) // array([0., 1., 1.])
 */
export const polyint = integralIn('polyint', OF_POLYNOMIALS)
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
 * Powers 0 to `deg` of each element, along a last axis. NumPy's `numpy.polynomial.polynomial.polyvander`.
 * @example
 * np.polynomial.polynomial.polyvander([1, 2], 2)
 * // array([[1., 1., 1.],
 * //        [1., 2., 4.]])
 */
export const polyvander = declare(
  'polyvander(x: array, deg: integer)',
  (x: ArrayInput, deg: number): NdArray<'float64'> => stack(powers('polyvander', x, deg), -1),
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
 * The coefficients of the least squared distances from `y` at `x`, of degree `deg`; with `full` a list of them and of how good they are.
 * Throws `ShapeError`. NumPy's
 * `numpy.polynomial.polynomial.polyfit`.
 * @example
 * np.polynomial.polynomial.polyfit([0, 1, 2], [1, 3, 5], 1).round(6) // array([1., 2.])
 */
export const polyfit: SeriesFit = seriesFit('polyfit', (x, deg) => polyvander(x, deg))

/**
 * The value at each element of `x` of the polynomial with these roots and highest coefficient 1; of several, whose roots are columns, each at all places,
 * or with `tensor: false` as they broadcast. Lazy. NumPy's
 * `numpy.polynomial.polynomial.polyvalfromroots`.
 * @example
 * np.polynomial.polynomial.polyvalfromroots(3, [1, 2]) // array(2.)
 */
export const polyvalfromroots = declare(
  'polyvalfromroots(x: array, r: array, {tensor?: flag})',
  (x: ArrayInput, r: ArrayInput, ...rest: Rest<[tensor: boolean], { tensor?: boolean }>): NdArray<'float64'> => {
    const { tensor = true } = optionsOf<{ tensor?: boolean }>(rest)
    const v = arrayOf('polyvalfromroots', x).astype('float64')
    const roots = atleast(1, arrayOf('polyvalfromroots', r).astype('float64'))
    if (!tensor && v.ndim >= roots.ndim)
      throw new ShapeError(`polyvalfromroots: places of shape ${showShape(v.shape)} for roots of shape ${showShape(roots.shape)}`)
    // Of roots of several polynomials, each at all places; or each at its own.
    const each = tensor ? reshape(roots, [...roots.shape, ...v.shape.map(() => 1)]) : roots
    const [, ...shape] = each.shape
    let y: Untyped = ones(broadcast_shapes(shape, [...v.shape])) as Untyped
    for (let i = 0; i < each.shape[0]!; i++) y = multiply(y, subtract(v, each.pick(i))) as Untyped
    return y
  },
)
/**
 * The matrix of which the polynomial is the characteristic one. NumPy's `numpy.polynomial.polynomial.polycompanion`.
 * @example
 * np.polynomial.polynomial.polycompanion([2, -3, 1])
 * // array([[ 0., -2.],
 * //        [ 1.,  3.]])
 */
export const polycompanion = declare('polycompanion(c: array)', (c: ArrayInput): NdArray<'float64'> => {
  const list = trimmed(coefficients('polycompanion', c))
  const n = list.length - 1
  if (n < 1) throw new ShapeError('polycompanion: a constant has no companion, expected a coefficient of x at least')
  return toArray(companionOf(list)).reshape([n, n])
})

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

const powersOf: SeriesOps = {
  domain: [-1, 1],
  value: (c, x) => polyval(x, c) as Untyped,
  multiply: multiplied,
  divide: divided,
  power,
  calculus: OF_POLYNOMIALS,
  roots: (c, what) => rootsOf(what, c),
  fromRoots,
  vander: (_, x, deg) => polyvander(x, deg),
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
makeSeries(Polynomial, powersOf)
