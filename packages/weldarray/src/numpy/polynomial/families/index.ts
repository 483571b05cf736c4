import { CHEBYSHEV, HERMITE, HERMITE_E, LAGUERRE, LEGENDRE } from './family.js'
import { type FamilyModule, familyModule } from './functions.js'

export type { SeriesFitOptions } from '../fitting.js'
export { Chebyshev, Hermite, HermiteE, Laguerre, Legendre } from './classes.js'
export type { FamilyModule } from './functions.js'

/*
 * NumPy's modules of the other families of polynomials.
 */

/**
 * Functions of series of Chebyshev's polynomials, by their coefficients. NumPy's `numpy.polynomial.chebyshev`.
 * @example
 * np.polynomial.chebyshev.chebmul([0, 1], [0, 1]) // array([0.5, 0. , 0.5])
 */
export const chebyshev: FamilyModule<'cheb'> = familyModule('cheb', CHEBYSHEV)

/**
 * Functions of series of Legendre's polynomials, by their coefficients. NumPy's `numpy.polynomial.legendre`.
 * @example
 * np.polynomial.legendre.legmul([0, 1], [0, 1]) // array([0.33333333, 0.        , 0.66666667])
 */
export const legendre: FamilyModule<'leg'> = familyModule('leg', LEGENDRE)

/**
 * Functions of series of Laguerre's polynomials, by their coefficients. NumPy's `numpy.polynomial.laguerre`.
 * @example
 * np.polynomial.laguerre.lagmul([0, 1], [0, 1]) // array([ 1., -2.,  2.])
 */
export const laguerre: FamilyModule<'lag'> = familyModule('lag', LAGUERRE)

/**
 * Functions of series of Hermite's polynomials, by their coefficients. NumPy's `numpy.polynomial.hermite`.
 * @example
 * np.polynomial.hermite.hermmul([0, 1], [0, 1]) // array([2., 0., 1.])
 */
export const hermite: FamilyModule<'herm'> = familyModule('herm', HERMITE)

/**
 * Functions of series of Hermite's probabilists' polynomials, by their coefficients. NumPy's `numpy.polynomial.hermite_e`.
 * @example
 * np.polynomial.hermite_e.hermemul([0, 1], [0, 1]) // array([1., 0., 1.])
 */
export const hermite_e: FamilyModule<'herme'> = familyModule('herme', HERMITE_E)
