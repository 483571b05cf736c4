import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import type { ReduceArgument } from '../numpy/reductions/reduce-parts.js'
import type { ScanOptions } from '../numpy/reductions/scans.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions } from '../numpy/types.js'
import type { NdArray } from './ndarray.js'

export type UnaryMethod = (options?: UfuncOptions | NdArray) => NdArray
export type BinaryMethod = (other: ArrayInput, options?: UfuncOptions | NdArray) => NdArray
export type Reduction = (axis?: ReduceArgument, options?: ReduceOptions) => NdArray

type UnaryName =
  | 'neg'
  | 'abs'
  | 'sqrt'
  | 'square'
  | 'reciprocal'
  | 'sign'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'not'
  | 'bnot'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log2'
  | 'log10'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'erf'
  | 'erfc'
  | 'cbrt'
type BinaryName =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'mod'
  | 'pow'
  | 'minimum'
  | 'maximum'
  | 'lt'
  | 'leq'
  | 'gt'
  | 'geq'
  | 'eq'
  | 'neq'
  | 'and'
  | 'or'
  | 'xor'
  | 'band'
  | 'bor'
  | 'bxor'
  | 'lshift'
  | 'rshift'
type InPlaceName = 'addeq' | 'subeq' | 'muleq' | 'diveq' | 'modeq' | 'poweq'
type ReductionName = 'sum' | 'prod' | 'min' | 'max' | 'mean' | 'std' | 'var' | 'argmin' | 'argmax'

/**
 * The methods that record operations: each is the NumPy function of its row in `numpy/elementwise/table`, with the array as
 * first operand. Shapes and dtypes are checked when the method is called; nothing is computed.
 */
export interface ArrayMethods
  extends Record<UnaryName, UnaryMethod>,
    Record<BinaryName, BinaryMethod>,
    Record<ReductionName, Reduction> {
  /** Rounded to `decimals` places (0), halves to even. */
  round(decimals?: number): NdArray
  clip(low?: ArrayInput | null, high?: ArrayInput | null, options?: UfuncOptions): NdArray
  /** Running sum along an axis; without one, of the flattened array. */
  cumsum(axis?: number | null | ScanOptions, options?: ScanOptions): NdArray
  /** Running product along an axis; without one, of the flattened array. */
  cumprod(axis?: number | null | ScanOptions, options?: ScanOptions): NdArray
  /** The same elements in another shape, a view where possible: `reshape(2, -1)` or `reshape([2, -1])`. */
  reshape(...shape: number[] | [readonly number[]]): NdArray
  /** 1-d, a view where possible. */
  ravel(): NdArray
  /** A 1-d copy. */
  flatten(): NdArray
  /** What NumPy's brackets select: `slice('1:-1, ::2')`, or a part per axis; a view for slices and integers, a new array for masks and arrays. */
  slice(...spec: readonly IndexPart[]): NdArray
  /** A copy in another dtype. */
  astype(dtype: DTypeName): NdArray
  /** A copy. */
  clone(): NdArray
  /** A view in which the elements repeat. */
  broadcastTo(shape: number | readonly number[]): NdArray
  /** A view without axes of length 1. */
  squeeze(axis?: Axes): NdArray
  /** A view with new axes of length 1. */
  expandDims(axis: number | readonly number[]): NdArray
}

/** The methods that write this array, and return it. */
export interface InPlaceMethods<Self> extends Record<InPlaceName, (other: ArrayInput) => Self> {
  /** Writes a number, or an array that broadcasts to this one, converting as typed-array stores do. */
  assign(value: ArrayInput): Self
}
