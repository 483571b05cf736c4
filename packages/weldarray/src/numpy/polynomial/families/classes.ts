import { makeSeries, Series, type SeriesOps } from '../series.js'
import { CHEBYSHEV, type Family, HERMITE, HERMITE_E, LAGUERRE, LEGENDRE } from './family.js'
import { seriesValue, vandermonde } from './functions.js'
import { calculusOf, divided, fromPowers, fromRoots, product, raised, rootsOf, toPowers } from './recurrence.js'

const opsOf = (f: Family): SeriesOps => ({
  domain: f.domain,
  value: (c, x) => seriesValue(f, c, x),
  multiply: (a, b) => product(f, a, b),
  divide: (a, b, what) => divided(f, a, b, what),
  power: (c, n, what) => raised(f, c, n, what),
  calculus: calculusOf(f),
  roots: (c, what) => rootsOf(f, c, what),
  fromRoots: (roots) => fromRoots(f, roots),
  vander: (what, x, deg) => vandermonde(f, what, x, deg),
  toPowers: (c) => toPowers(f, c),
  fromPowers: (c) => fromPowers(f, c),
  term: (n, symbol) => (n === 0 ? '' : `${f.letter}_${n}(${symbol})`),
})

/**
 * A series of Chebyshev's polynomials of the first kind. NumPy's `numpy.polynomial.Chebyshev`.
 * @example
 * new np.polynomial.Chebyshev([0, 0, 1]).call([0, 1]) // array([-1.,  1.])
 */
export class Chebyshev extends Series {}
makeSeries(Chebyshev, opsOf(CHEBYSHEV))

/**
 * A series of Legendre's polynomials. NumPy's `numpy.polynomial.Legendre`.
 * @example
 * new np.polynomial.Legendre([0, 0, 1]).call([0, 1]) // array([-0.5,  1. ])
 */
export class Legendre extends Series {}
makeSeries(Legendre, opsOf(LEGENDRE))

/**
 * A series of Laguerre's polynomials. NumPy's `numpy.polynomial.Laguerre`.
 * @example
 * new np.polynomial.Laguerre([0, 0, 1]).call([0, 1]) // array([ 1. , -0.5])
 */
export class Laguerre extends Series {}
makeSeries(Laguerre, opsOf(LAGUERRE))

/**
 * A series of Hermite's polynomials, the physicists'. NumPy's `numpy.polynomial.Hermite`.
 * @example
 * new np.polynomial.Hermite([0, 0, 1]).call([0, 1]) // array([-2.,  2.])
 */
export class Hermite extends Series {}
makeSeries(Hermite, opsOf(HERMITE))

/**
 * A series of Hermite's polynomials, the probabilists'. NumPy's `numpy.polynomial.HermiteE`.
 * @example
 * new np.polynomial.HermiteE([0, 0, 1]).call([0, 1]) // array([-1.,  0.])
 */
export class HermiteE extends Series {}
makeSeries(HermiteE, opsOf(HERMITE_E))
