/*
 * The functions of the NumPy surface under NumPy's names, and the types of their arguments.
 */

export { atleast_1d, atleast_2d, atleast_3d } from './atleast.js'
export * from './averages.js'
export { around, clip, nan_to_num, round, where } from './choosing.js'
export * from './closeness.js'
export * from './constants.js'
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
export * from './elementwise.js'
export * from './evaluating.js'
export { At, at, type IndexPart, slice } from './fancy/index.js'
export * from './histograms.js'
export * from './index-tricks.js'
export * from './indexing.js'
export * from './io.js'
export * from './joining.js'
export { ArgumentError } from './keywords.js'
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
export * as linalg from './linalg/index.js'
export { cross, matrix_transpose, matvec, tensordot, vdot, vecdot, vecmat } from './linalg/products.js'
export * from './linalg.js'
export * from './matrices.js'
export * from './partition.js'
export * as random from './random/index.js'
export * from './ranges.js'
export { amax, amin, count_nonzero, max, mean, min, prod, ptp, std, sum, var } from './reductions.js'
export * from './reductions-more.js'
export * from './repeating.js'
export { cummax, cummin, cumprod, cumsum } from './scans.js'
export * from './selecting.js'
export type { SlicePart } from './slicing.js'
export { argsort, searchsorted, sort, type UniqueOptions, unique } from './sorting.js'
export * from './statistics.js'
export * from './text.js'
export { all, any, type WholeOptions } from './truth.js'
export type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions, WeakScalar } from './types.js'
