/*
 * NumPy's `polynomial`: series of powers and of five families of orthogonal polynomials, as classes and as functions of coefficients.
 */
import * as polynomial from './polynomial.js'

export * from './families/index.js'
export { Polynomial } from './polynomial.js'
export { type Interval, Series, type SeriesClass, type SeriesOps, type SeriesOptions } from './series.js'
export { polynomial }
