/*
 * NumPy's `polynomial`: series of powers and of five families of orthogonal polynomials, as classes and as functions of coefficients.
 */
export * from './families/index.js'
export type { SeriesFunctions, SeriesModule } from './module.js'
export { Polynomial, polynomial } from './polynomial.js'
export { type Interval, Series, type SeriesClass, type SeriesOps, type SeriesOptions } from './series.js'
