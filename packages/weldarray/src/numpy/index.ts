/*
 * The functions of the NumPy surface under NumPy's names, and the types of their arguments.
 */

export { type AlongOptions, type FoldOptions, reduce, scan } from '../functions/folding.js'
export { type MapRowsOptions, mapRows, type Row } from '../functions/map-rows.js'
export { type Neighbour, type StencilOptions, stencil } from '../functions/stencil.js'
export { type Results, type Vectorized, type VectorizeOptions, vectorize } from '../functions/vectorize.js'
export {
  ediff1d,
  type GradientOptions,
  gradient,
  type TrapezoidOptions,
  trapezoid,
  type UnwrapOptions,
  unwrap,
} from './analysis/calculus.js'
export { type DiffOptions, diff } from './analysis/differences.js'
export { type InterpOptions, interp } from './analysis/interpolation.js'
export { type ConvolveMode, convolve, correlate } from './analysis/signals.js'
export * from './analysis/windows.js'
export * from './constants.js'
export { array, asarray, empty, empty_like, full, full_like, ones, ones_like, zeros, zeros_like } from './creation/creation.js'
export { frombuffer, fromiter } from './creation/from-elements.js'
export * from './creation/grids.js'
export * from './creation/matrices.js'
export * from './creation/memory-questions.js'
export { arange } from './creation/ranges.js'
export * from './creation/spaces.js'
export * from './creation/special-matrices.js'
export * from './dtypes/index.js'
export { around, clip, nan_to_num, round, where } from './elementwise/choosing.js'
export * from './elementwise/closeness.js'
export * from './elementwise/compositions.js'
export * from './elementwise/functions.js'
export * from './elementwise/real-numbers.js'
export * from './elementwise/whole-numbers.js'
export * from './evaluating.js'
export { At, at, type IndexPart, slice } from './indexing/fancy/index.js'
export * from './indexing/index-tricks.js'
export * from './indexing/indexing.js'
export * from './indexing/positions.js'
export * from './indexing/selecting.js'
export type { SlicePart } from './indexing/slicing.js'
export * from './io/io.js'
export * from './io/packing.js'
export * from './joining/blocks.js'
export * from './joining/editing.js'
export * from './joining/joining.js'
export { type PadMode, type PadOptions, type PerAxis, pad } from './joining/padding.js'
export type { PadFunction } from './joining/padding-by-function.js'
export * from './joining/repeating.js'
export * from './joining/rolling.js'
export * from './joining/splitting.js'
export * as lib from './lib.js'
export { einsum } from './linalg/einsum.js'
export * as linalg from './linalg/index.js'
export { dot, inner, matmul, outer, type ProductOptions, trace } from './linalg/matmul.js'
export { cross, matrix_transpose, matvec, tensordot, vdot, vecdot, vecmat } from './linalg/products.js'
export * from './polynomial/classic.js'
export * as polynomial from './polynomial/index.js'
export * as random from './random/index.js'
export * from './reductions/along-axes.js'
export * from './reductions/arg-extremes.js'
export * from './reductions/averages.js'
export * from './reductions/nan.js'
export { amax, amin, count_nonzero, max, mean, min, prod, ptp, std, sum, var } from './reductions/reductions.js'
export { cummax, cummin, cumprod, cumsum } from './reductions/scans.js'
export { all, any, type WholeOptions } from './reductions/truth.js'
export { atleast_1d, atleast_2d, atleast_3d } from './shaping/atleast.js'
export { broadcast_arrays, flip, fliplr, flipud } from './shaping/axes.js'
export {
  astype,
  broadcast_to,
  copy,
  expand_dims,
  flatten,
  moveaxis,
  ravel,
  reshape,
  squeeze,
  swapaxes,
  transpose,
} from './shaping/layout.js'
export * from './sorting/partition.js'
export * from './sorting/sets.js'
export { argsort, type SearchOptions, type SortOptions, searchsorted, sort } from './sorting/sorting.js'
export { type UniqueOptions, unique } from './sorting/unique.js'
export * from './standard.js'
export * from './statistics/covariance.js'
export * from './statistics/histograms.js'
export * from './statistics/histograms-nd.js'
export {
  type MedianOptions,
  median,
  nanmedian,
  nanpercentile,
  nanquantile,
  percentile,
  type QuantileMethod,
  type QuantileOptions,
  quantile,
} from './statistics/quantiles.js'
export { type SavetxtOptions, savetxt } from './text/save-text.js'
export * from './text/text.js'
export { fromfile, fromstring, type GenfromtxtOptions, genfromtxt, type LoadtxtOptions, loadtxt } from './text/text-files.js'
export type { Lines } from './text/text-lines.js'
export type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions, WeakScalar } from './types.js'
