/*
 * NumPy's `linalg`: everything takes stacks of matrices where NumPy's functions do. Results that NumPy returns as named tuples
 * are objects with the same names.
 */

export * from './eigen.js'
export { lstsq } from './least-squares.js'
export { cond, matrix_norm, type NormOptions, type NormOrder, norm, vector_norm } from './norms.js'
export { matrix_power, matrix_transpose, multi_dot } from './products.js'
export * from './qr.js'
export { cholesky, det, inv, slogdet, solve, tensorinv, tensorsolve } from './solving.js'
export { LinAlgError } from './stacks.js'
export * from './standard.js'
export { matrix_rank, pinv, type Svd, type SvdOptions, svd, svdvals } from './svd.js'
