import type { AnyDType } from '../../../array/types.js'
import type { IndexPart } from '../../indexing/fancy/index-parts.js'
import type { NdArray } from '../../operands/arrays.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions } from '../../types.js'

/** Options of `accumulate` and `reduceat`. */
export interface AlongOptions {
  axis?: number | undefined
  /** The dtype to compute in, and of the result. */
  dtype?: DTypeName | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray<AnyDType> | undefined
}

/** An index, or a list of them, one for each axis. */
export type Indices = IndexPart | readonly IndexPart[]

/** What NumPy's ufuncs carry. */
interface Ufunc {
  /** How many arrays it gives. */
  readonly nout: 1
  /** How many arrays it takes and gives. */
  readonly nargs: number
}

/** What functions of one array carry besides. */
export interface UnaryMethods extends Ufunc {
  readonly nin: 1
  /** Replaces the elements of `a` at `indices` by the function of them, in place; those that come twice, twice. */
  at(a: NdArray<AnyDType>, indices: Indices): void
}

/** What functions of two arrays carry besides: NumPy's methods of ufuncs. */
export interface BinaryMethods extends Ufunc {
  readonly nin: 2
  /** The value that changes nothing: of a reduction of no elements; null where there is none. */
  readonly identity: number | boolean | null
  /**
   * The function of all elements along an axis (the first; `null`: of all), one after the other: `np.add.reduce` is a sum. Throws
   * `AxisError`, and `ShapeError` for no elements where there is no identity.
   * @example np.multiply.reduce([2, 3, 4]) // 24
   */
  reduce(a: ArrayInput, axis?: Axes | null | ReduceOptions, options?: ReduceOptions): NdArray
  /**
   * What `reduce` has come to at each element along an axis (the first).
   * @example np.maximum.accumulate([1, 3, 2]) // [1, 3, 3]
   */
  accumulate(a: ArrayInput, axis?: number | AlongOptions, options?: AlongOptions): NdArray
  /**
   * Reductions of parts: from each index up to the next one, the last to the end; of one element where the next index is not larger.
   * Throws `IndexError`.
   * @example np.add.reduceat([1, 2, 3, 4], [0, 2]) // [3, 7]
   */
  reduceat(a: ArrayInput, indices: ArrayInput, axis?: number | AlongOptions, options?: AlongOptions): NdArray
  /** The function of each element of `a` with each of `b`: of the shape of `a` and then that of `b`. Recorded. */
  outer(a: ArrayInput, b: ArrayInput, options?: UfuncOptions | NdArray<AnyDType>): NdArray
  /** Replaces the elements of `a` at `indices` by the function of them and `b`, in place; for indices that come twice, twice. */
  at(a: NdArray<AnyDType>, indices: Indices, b: ArrayInput): void
}
