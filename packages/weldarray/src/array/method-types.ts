import type { DType } from '@weldarray/ir'
import type { Rest } from '../numpy/arguments/declare.js'
import type { Casting } from '../numpy/dtypes/casting.js'
import type { ClipOptions, Rounded, RoundOptions } from '../numpy/elementwise/choosing.js'
import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import type { ReduceRest } from '../numpy/reductions/options.js'
import type { ReduceArgument } from '../numpy/reductions/reduce-parts.js'
import type { ScanOptions, ScanRest } from '../numpy/reductions/scans.js'
import type { Order, StepsRest } from '../numpy/shaping/layout.js'
import type { ArrayInput, Axes, DTypeName } from '../numpy/types.js'
import type { Clipped, IfAny, Kept, Named, Out, Outcome } from '../types/dtype-of.js'
import type { Mean, Sum } from '../types/promotion.generated.js'
import type { ElementwiseMethods } from './elementwise-methods.generated.js'
import type { NdArray } from './ndarray.js'
import type { AnyDType } from './types.js'

export interface AsTypeOptions {
  casting?: Casting
  copy?: boolean
  device?: 'cpu' | null
}

/**
 * The methods that record operations: each is the NumPy function of its name, with the array as
 * first operand. Shapes and dtypes are checked when the method is called; nothing is computed.
 */
export interface ArrayMethods<out D extends AnyDType> extends ElementwiseMethods<D> {
  /**
   * The sum along one axis, a list of axes, or of everything: lazy, without these axes. Bools and signed integers add up to int64,
   * unsigned ones to uint64, floats in float64 to their own dtype. Throws `AxisError`. NumPy's `ndarray.sum`.
   * @example
   * np.array([[1, 2], [3, 4]]).sum(0) // array([4., 6.])
   */
  sum<T extends DTypeName = never, O = never>(
    axis?: ReduceArgument<T, O>,
    ...rest: ReduceRest<'total', T, O>
  ): Outcome<T, O, Sum[D]>
  /**
   * The product along one axis, a list of axes, or of everything; dtypes as `sum`. Throws `AxisError`. NumPy's `ndarray.prod`.
   * @example
   * np.array([1, 2, 3, 4]).prod() // array(24.)
   */
  prod<T extends DTypeName = never, O = never>(
    axis?: ReduceArgument<T, O>,
    ...rest: ReduceRest<'total', T, O>
  ): Outcome<T, O, Sum[D]>
  /**
   * The smallest element along one axis, a list of axes, or of everything; NaN if there is one. In the array's dtype. Throws `AxisError`,
   * and `ShapeError` where there are no elements. NumPy's `ndarray.min`.
   * @example
   * np.array([[3, 1], [2, 4]]).min(1) // array([1., 2.])
   */
  min<O = never>(axis?: ReduceArgument<never, O>, ...rest: ReduceRest<'extreme', never, O>): Outcome<never, O, Kept<D>>
  /**
   * The largest element along one axis, a list of axes, or of everything; NaN if there is one. In the array's dtype. Throws `AxisError`,
   * and `ShapeError` where there are no elements. NumPy's `ndarray.max`.
   * @example
   * np.array([[3, 1], [2, 4]]).max(1) // array([3., 4.])
   */
  max<O = never>(axis?: ReduceArgument<never, O>, ...rest: ReduceRest<'extreme', never, O>): Outcome<never, O, Kept<D>>
  /**
   * The arithmetic mean along one axis, a list of axes, or of everything: float32 of float32, else float64; of nothing NaN.
   * Throws `AxisError`. NumPy's `ndarray.mean`.
   * @example
   * np.array([[1, 2], [3, 4]]).mean(0) // array([2., 3.])
   */
  mean<T extends DTypeName = never, O = never>(
    axis?: ReduceArgument<T, O>,
    ...rest: ReduceRest<'mean', T, O>
  ): Outcome<T, O, Mean[D]>
  /**
   * The standard deviation, the root of `var`. Throws `AxisError`. NumPy's `ndarray.std`.
   * @example
   * np.array([1, 3]).std({ ddof: 1 }) // array(1.41421356)
   */
  std<T extends DTypeName = never, O = never>(
    axis?: ReduceArgument<T, O>,
    ...rest: ReduceRest<'spread', T, O>
  ): Outcome<T, O, Mean[D]>
  /**
   * The variance with `n - ddof` as divisor (`ddof` 0), by two passes in float64; dtypes as `mean`. Throws `AxisError`. NumPy's `ndarray.var`.
   * @example
   * np.array([[1, 2], [3, 6]]).var(0) // array([1., 4.])
   */
  var<T extends DTypeName = never, O = never>(
    axis?: ReduceArgument<T, O>,
    ...rest: ReduceRest<'spread', T, O>
  ): Outcome<T, O, Mean[D]>
  /**
   * The index (int64) of the first smallest element, along an axis or in the flattened array. Throws `AxisError`, and `ShapeError` where
   * there are no elements. NumPy's `ndarray.argmin`.
   * @example
   * np.array([3, 1, 2]).argmin().item() // 1
   */
  argmin<O = never>(axis?: ReduceArgument<never, O>, ...rest: ReduceRest<'place', never, O>): Outcome<never, O, 'int64'>
  /**
   * The index (int64) of the first largest element, along an axis or in the flattened array. Throws `AxisError`, and `ShapeError` where
   * there are no elements. NumPy's `ndarray.argmax`.
   * @example
   * np.array([[3, 1], [2, 4]]).argmax(0) // array([0, 1])
   */
  argmax<O = never>(axis?: ReduceArgument<never, O>, ...rest: ReduceRest<'place', never, O>): Outcome<never, O, 'int64'>
  /**
   * max - min along one axis, a list of axes, or of everything, in the array's dtype. Throws `AxisError`. NumPy's `np.ptp`.
   * @example
   * np.array([4, 9, 2]).ptp() // array(7.)
   */
  ptp<O = never>(axis?: ReduceArgument<never, O>, ...rest: ReduceRest<'range', never, O>): Outcome<never, O, Kept<D>>
  /**
   * Rounded to `decimals` places (0), halves to the even neighbour; integers stay as they are for `decimals` from 0 on. NumPy's `ndarray.round`.
   * @example
   * np.array([1.25, 2.5]).round(1) // array([1.2, 2.5])
   */
  round<O = never>(
    decimals?: number | RoundOptions<O>,
    ...rest: Rest<[out: Out<O> | null], RoundOptions<O>>
  ): Outcome<never, O, Rounded<Kept<D>>>
  /**
   * The elements brought between `low` and `high`, which broadcast; null or undefined is no bound. Throws `ShapeError`. NumPy's `ndarray.clip`.
   * @example
   * np.array([-5, 0.5, 5]).clip(-1, 1) // array([-1. ,  0.5,  1. ])
   */
  clip<
    L extends ArrayInput | null | undefined = null,
    H extends ArrayInput | null | undefined = null,
    T extends DTypeName = never,
    O = never,
  >(
    low?: L | ClipOptions<T, O>,
    high?: H,
    ...rest: Rest<[out: Out<O> | null], ClipOptions<T, O>>
  ): Outcome<T, O, Clipped<D, L, H>>
  /**
   * The running sum along an axis; without one, of the flattened array. dtypes as `sum`. Throws `AxisError`. NumPy's `ndarray.cumsum`.
   * @example
   * np.array([1, 2, 3]).cumsum() // array([1., 3., 6.])
   */
  cumsum<T extends DTypeName = never, O = never>(
    axis?: number | null | ScanOptions<T, O>,
    ...rest: ScanRest<T, O>
  ): Outcome<T, O, Sum[D]>
  /**
   * The running product along an axis; without one, of the flattened array. dtypes as `sum`. Throws `AxisError`. NumPy's `ndarray.cumprod`.
   * @example
   * np.array([1, 2, 3]).cumprod() // array([1., 2., 6.])
   */
  cumprod<T extends DTypeName = never, O = never>(
    axis?: number | null | ScanOptions<T, O>,
    ...rest: ScanRest<T, O>
  ): Outcome<T, O, Sum[D]>
  /**
   * The same elements in C order in another shape, a view where possible; one length may be -1. Throws `ShapeError` when the
   * numbers of elements differ. NumPy's `ndarray.reshape`.
   * @example
   * np.arange(6).reshape(2, -1)
   * // array([[0., 1., 2.],
   * //        [3., 4., 5.]])
   */
  reshape(...shape: number[] | [readonly number[]]): NdArray<D>
  reshape(shape: number | readonly number[], options: { order?: Order; copy?: boolean | null }): NdArray<D>
  /**
   * The elements in C order along one axis, a view where possible. NumPy's `ndarray.ravel`.
   * @example
   * np.array([[1, 2], [3, 4]]).ravel() // array([1., 2., 3., 4.])
   */
  ravel(...rest: StepsRest): NdArray<D>
  /**
   * The elements in C order along one axis, always a copy. NumPy's `ndarray.flatten`.
   * @example
   * np.array([[1, 2], [3, 4]]).flatten() // array([1., 2., 3., 4.])
   */
  flatten(...rest: StepsRest): NdArray<Kept<D>>
  /**
   * What NumPy's brackets select: text (`'1:-1, ::2'`), or a part per axis (a number, a slice, null for a new axis, `'...'`, a mask, an array of
   * indices). A view for slices and integers, a new array for masks and arrays. Throws `IndexError`.
   * @example
   * np.arange(12).reshape(3, 4).slice('1:, ::2')
   * // array([[ 4.,  6.],
   * //        [ 8., 10.]])
   */
  slice(...spec: readonly IndexPart[]): NdArray<D>
  /**
   * A copy in another dtype, converted as typed-array stores convert: floats lose their fraction, integers wrap. Throws `DTypeError` for
   * an unknown name, and for a cast that the rule `casting` (all are allowed) forbids. NumPy's `ndarray.astype`.
   * @example
   * np.array([1.7, -1.7]).astype('int32') // array([ 1, -1], dtype=int32)
   */
  astype<E extends DType>(dtype: E, ...rest: IfAny<E, [options?: AsTypeOptions]>): NdArray
  astype<E extends DType>(dtype: E, options?: AsTypeOptions): NdArray<E>
  astype<T extends DTypeName>(dtype: T, options?: AsTypeOptions): NdArray<Named<T>>
  /**
   * A copy; NumPy's name is `copy`.
   * @example
   * np.array([1, 2]).clone() // array([1., 2.])
   */
  clone(): NdArray<Kept<D>>
  /**
   * A view in which the elements repeat along new axes and those of length 1. Throws `ShapeError` for a shape they do not fit. NumPy's `np.broadcast_to`.
   * @example
   * np.array([1, 2]).broadcastTo([2, 2])
   * // array([[1., 2.],
   * //        [1., 2.]])
   */
  broadcastTo(shape: number | readonly number[]): NdArray<D>
  /**
   * A view without axes of length 1: all of them, or those given. Throws `AxisError`, and `ShapeError` for an axis of another length. NumPy's `ndarray.squeeze`.
   * @example
   * np.array([[[1], [2]]]).squeeze() // array([1., 2.])
   */
  squeeze(...rest: Rest<[axis: Axes], { axis?: Axes }>): NdArray<D>
  /**
   * A view with new axes of length 1 at these places of the result. Throws `AxisError`. NumPy's `np.expand_dims`.
   * @example
   * np.array([1, 2]).expandDims(0) // array([[1., 2.]])
   */
  expandDims(axis: number | readonly number[]): NdArray<D>
}

/** The methods that write this array, and return it. What they write must be of its kind: floats are not written into integers (`DTypeError`). */
export interface InPlaceMethods<Self> {
  /**
   * Adds to this array; the operand broadcasts. Throws `ShapeError` and `DTypeError`. Python's `+=`.
   * @example
   * np.array([1, 2]).addeq(10) // array([11., 12.])
   */
  addeq(other: ArrayInput): Self
  /**
   * Subtracts from this array; the operand broadcasts. Throws `ShapeError` and `DTypeError`. Python's `-=`.
   * @example
   * np.array([1, 2]).subeq(10) // array([-9., -8.])
   */
  subeq(other: ArrayInput): Self
  /**
   * Multiplies this array; the operand broadcasts. Throws `ShapeError` and `DTypeError`. Python's `*=`.
   * @example
   * np.array([1, 2]).muleq([3, 4]) // array([3., 8.])
   */
  muleq(other: ArrayInput): Self
  /**
   * Divides this array, which must float; the operand broadcasts. Throws `ShapeError` and `DTypeError`. Python's `/=`.
   * @example
   * np.array([1, 2]).diveq(4) // array([0.25, 0.5 ])
   */
  diveq(other: ArrayInput): Self
  /**
   * Leaves of this array what is left by division, with the divisor's sign. Throws `ShapeError` and `DTypeError`. Python's `%=`.
   * @example
   * np.array([7, -7]).modeq(3) // array([1., 2.])
   */
  modeq(other: ArrayInput): Self
  /**
   * Raises this array to powers. Throws `ShapeError` and `DTypeError`. Python's `**=`.
   * @example
   * np.array([2, 3]).poweq(2) // array([4., 9.])
   */
  poweq(other: ArrayInput): Self
  /**
   * Writes a number, or an array that broadcasts to this one, converting as typed-array stores do. Throws `ShapeError`.
   * Python's `x[...] = value`.
   * @example
   * np.zeros([2, 2]).assign([1, 2])
   * // array([[1., 2.],
   * //        [1., 2.]])
   */
  assign(value: ArrayInput): Self
}
