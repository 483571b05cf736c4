/*
 * NumPy's `polynomial`: the class `Polynomial` and the functions of `polynomial.polynomial`.
 */
import * as polynomial from './polynomial.js'

export { Polynomial } from './polynomial.js'
export { polynomial }
