/*
 * The functions of the NumPy surface under NumPy's names, and the types of their arguments.
 */

export { atleast_1d, atleast_2d, atleast_3d } from './atleast.js'
export * from './averages.js'
export {
  ediff1d,
  type GradientOptions,
  gradient,
  type InterpOptions,
  interp,
  type TrapezoidOptions,
  trapezoid,
  type UnwrapOptions,
  unwrap,
} from './calculus.js'
export { around, clip, nan_to_num, round, where } from './choosing.js'
export * from './closeness.js'
export * from './constants.js'
export * from './covariance.js'
export {
  array,
  asarray,
  type DTypeArgument,
  empty,
  empty_like,
  frombuffer,
  fromiter,
  full,
  full_like,
  ones,
  ones_like,
  zeros,
  zeros_like,
} from './creation.js'
export * from './dtypes/index.js'
export * from './editing.js'
export { einsum } from './einsum.js'
export * from './elementwise.js'
export * from './elementwise-more.js'
export * from './evaluating.js'
export { At, at, type IndexPart, slice } from './fancy/index.js'
export * from './histograms.js'
export * from './histograms-nd.js'
export * from './index-tricks.js'
export * from './indexing.js'
export * from './io.js'
export * from './joining.js'
export {
  astype,
  broadcast_arrays,
  broadcast_to,
  copy,
  expand_dims,
  flatten,
  flip,
  fliplr,
  flipud,
  moveaxis,
  ravel,
  reshape,
  squeeze,
  swapaxes,
  transpose,
} from './layout.js'
export * as lib from './lib.js'
export * as linalg from './linalg/index.js'
export { cross, matrix_transpose, matvec, tensordot, vdot, vecdot, vecmat } from './linalg/products.js'
export { dot, inner, matmul, outer, type ProductOptions, trace } from './linalg.js'
export * from './mapping.js'
export * from './matrices.js'
export * from './matrices-more.js'
export * from './memory-questions.js'
export * from './nan-more.js'
export * from './packing.js'
export { type PadMode, type PadOptions, type PerAxis, pad } from './padding.js'
export * from './partition.js'
export * from './polynomial/classic.js'
export * as polynomial from './polynomial/index.js'
export * from './positions.js'
export * as random from './random/index.js'
export * from './ranges.js'
export { amax, amin, count_nonzero, max, mean, min, prod, ptp, std, sum, var } from './reductions.js'
export * from './reductions-more.js'
export * from './repeating.js'
export { cummax, cummin, cumprod, cumsum } from './scans.js'
export * from './selecting.js'
export * from './sets.js'
export { type ConvolveMode, convolve, correlate } from './signals.js'
export type { SlicePart } from './slicing.js'
export { argsort, searchsorted, sort, type UniqueOptions, unique } from './sorting.js'
export * from './statistics.js'
export * from './text.js'
export {
  fromfile,
  fromstring,
  type GenfromtxtOptions,
  genfromtxt,
  type Lines,
  type LoadtxtOptions,
  loadtxt,
  type SavetxtOptions,
  savetxt,
} from './text-io.js'
export { all, any, type WholeOptions } from './truth.js'
export type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions, WeakScalar } from './types.js'
export * from './windows.js'
