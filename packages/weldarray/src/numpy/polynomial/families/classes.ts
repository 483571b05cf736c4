import { makeSeries, Series } from '../series.js'
import { CHEBYSHEV, HERMITE, HERMITE_E, LAGUERRE, LEGENDRE } from './family.js'
import { seriesOf } from './functions.js'

/**
 * A series of Chebyshev's polynomials of the first kind. NumPy's `numpy.polynomial.Chebyshev`.
 * @example
 * new np.polynomial.Chebyshev([0, 0, 1]).call([0, 1]) // array([-1.,  1.])
 */
export class Chebyshev extends Series {}
makeSeries(Chebyshev, seriesOf(CHEBYSHEV))

/**
 * A series of Legendre's polynomials. NumPy's `numpy.polynomial.Legendre`.
 * @example
 * new np.polynomial.Legendre([0, 0, 1]).call([0, 1]) // array([-0.5,  1. ])
 */
export class Legendre extends Series {}
makeSeries(Legendre, seriesOf(LEGENDRE))

/**
 * A series of Laguerre's polynomials. NumPy's `numpy.polynomial.Laguerre`.
 * @example
 * new np.polynomial.Laguerre([0, 0, 1]).call([0, 1]) // array([ 1. , -0.5])
 */
export class Laguerre extends Series {}
makeSeries(Laguerre, seriesOf(LAGUERRE))

/**
 * A series of Hermite's polynomials, the physicists'. NumPy's `numpy.polynomial.Hermite`.
 * @example
 * new np.polynomial.Hermite([0, 0, 1]).call([0, 1]) // array([-2.,  2.])
 */
export class Hermite extends Series {}
makeSeries(Hermite, seriesOf(HERMITE))

/**
 * A series of Hermite's polynomials, the probabilists'. NumPy's `numpy.polynomial.HermiteE`.
 * @example
 * new np.polynomial.HermiteE([0, 0, 1]).call([0, 1]) // array([-1.,  0.])
 */
export class HermiteE extends Series {}
makeSeries(HermiteE, seriesOf(HERMITE_E))
