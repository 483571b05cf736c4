import type { Rest } from '../numpy/arguments/declare.js'
import type { DiagonalOptions } from '../numpy/creation/matrices.js'
import type { At } from '../numpy/indexing/fancy/at.js'
import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import type { CompressOptions, ModeRest, TakeOptions, TakeRest } from '../numpy/indexing/indexing.js'
import type { ChooseRest } from '../numpy/indexing/selecting.js'
import type { TraceOptions } from '../numpy/linalg/matmul.js'
import type { ReduceRest } from '../numpy/reductions/options.js'
import type { WholeOptions, WholeRest } from '../numpy/reductions/truth.js'
import type { Order } from '../numpy/shaping/layout.js'
import type { PartitionRest } from '../numpy/sorting/partition.js'
import type { SearchOptions, SortRest } from '../numpy/sorting/sorting.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions } from '../numpy/types.js'
import type { DTypeOfAll, Kept, Named, NamedBy, Out, Outcome, Two } from '../types/dtype-of.js'
import type { Sum } from '../types/promotion.generated.js'
import type { Flat } from './flat.js'
import type { NdArray } from './ndarray.js'
import type { AnyDType } from './types.js'

/** NumPy's names for what arrays do, and NumPy's methods that scijs does not have. */
export interface NumPyMethods<out D extends AnyDType> {
  /**
   * Whether any element is non-zero: a boolean, now. With an axis or `keepdims`, a lazy array of bool. Throws `AxisError`. NumPy's `ndarray.any`.
   * @example
   * np.array([0, 1]).any() // true
   */
  any(options?: null | WholeOptions): boolean
  any(axis: null | undefined, ...rest: WholeRest): boolean
  any(argument: Axes | ReduceOptions | undefined, ...rest: ReduceRest<'truth'>): NdArray<'bool'>
  /**
   * Whether all elements are non-zero: a boolean, now. With an axis or `keepdims`, a lazy array of bool. Throws `AxisError`. NumPy's `ndarray.all`.
   * @example
   * np.array([[0, 1], [2, 3]]).all(1) // array([False,  True])
   */
  all(options?: null | WholeOptions): boolean
  all(axis: null | undefined, ...rest: WholeRest): boolean
  all(argument: Axes | ReduceOptions | undefined, ...rest: ReduceRest<'truth'>): NdArray<'bool'>
  /**
   * A copy. NumPy's `ndarray.copy`.
   * @example
   * np.array([1, 2]).copy() // array([1., 2.])
   */
  copy(): NdArray<Kept<D>>
  /**
   * The same elements as another array over the same memory; with a dtype, the same bytes read as that (the last axis must be contiguous).
   * Throws `ShapeError` and `DTypeError` where the bytes do not fit. NumPy's `ndarray.view`.
   * @example
   * np.array([1, 2], 'int16').view('int8') // array([1, 0, 2, 0], dtype=int8)
   */
  view(): NdArray<D>
  view<T extends DTypeName>(dtype: T | { dtype: T }): NdArray<Named<T>>
  /**
   * The elements in C order, as one list that reads and writes this array. NumPy's `ndarray.flat`.
   * @example
   * [...np.array([[1, 2], [3, 4]]).flat] // [ 1, 2, 3, 4 ]
   */
  readonly flat: Flat<D>
  /**
   * What NumPy's brackets select, to be read and written in place: `x.at(mask).set(0)`, `x.at('1:', idx).add(1)`. Throws `IndexError`.
   * JAX has the form.
   * @example
   * np.zeros(4).at([1, 1, 3]).add(1) // array([0., 2., 0., 1.])
   */
  at(...index: readonly IndexPart[]): At<D>
  /**
   * The dot product: of vectors a number (0-d), of matrices their product, in the common dtype. Throws `ShapeError`. NumPy's `ndarray.dot`.
   * @example
   * np.array([1, 2]).dot([3, 4]) // array(11.)
   */
  dot<Y extends ArrayInput, O = never>(
    other: Y,
    ...rest: Rest<[out: Out<O> | null], { out?: Out<O> }>
  ): Outcome<never, O, Two<'any', D, Y>>
  /**
   * The product of matrices, those of stacks broadcast, in the common dtype. Throws `ShapeError`. NumPy's `@`.
   * @example
   * np.array([[1, 2], [3, 4]]).matmul([[0, 1], [1, 0]])
   * // array([[2., 1.],
   * //        [4., 3.]])
   */
  matmul<Y extends ArrayInput, O = never>(
    other: Y,
    ...rest: Rest<[out: Out<O> | null], { out?: Out<O> }>
  ): Outcome<never, O, Two<'any', D, Y>>
  /**
   * Each element repeated, along an axis or flattened. Throws `AxisError` and `ShapeError`. NumPy's `ndarray.repeat`.
   * @example
   * np.array([1, 2]).repeat([2, 3]) // array([1., 1., 2., 2., 2.])
   */
  repeat(repeats: number | ArrayInput, ...rest: Rest<[axis: number | null], { axis?: number | null }>): NdArray<Kept<D>>
  /**
   * The elements (or, with an axis, the slices) at `indices`, in their shape. Throws `IndexError`. NumPy's `ndarray.take`.
   * @example
   * np.array([10, 20, 30]).take([2, 0]) // array([30., 10.])
   */
  take<O = never>(indices: ArrayInput, axis?: number | null | TakeOptions<O>, ...rest: TakeRest<O>): Outcome<never, O, Kept<D>>
  /**
   * Sorts this array in place along an axis (the last), NaN last, and returns it; NumPy's `ndarray.sort` returns nothing. `np.sort` leaves the array alone.
   * @example
   * np.array([3, 1, 2]).sort() // array([1., 2., 3.])
   */
  sort(...rest: SortRest): NdArray<D>
  /**
   * The indices (int64) that sort along an axis (the last), equal elements in order. NumPy's `ndarray.argsort`.
   * @example
   * np.array([3, 1, 2]).argsort() // array([1, 2, 0])
   */
  argsort(...rest: SortRest): NdArray<'int64'>
  /**
   * Reorders this array in place so that the element at `kth` is where sorting would put it, smaller ones before. Returns the array.
   * Throws `IndexError`. NumPy's `ndarray.partition`.
   * @example
   * np.array([3, 1, 2]).partition(1).get(1) // 2
   */
  partition(kth: number | readonly number[], ...rest: PartitionRest): NdArray<D>
  /**
   * The indices (int64) that `partition` reorders by. Throws `IndexError`. NumPy's `ndarray.argpartition`.
   * @example
   * np.array([3, 1, 2]).argpartition(0).get(0) // 1
   */
  argpartition(kth: number | readonly number[], ...rest: PartitionRest): NdArray<'int64'>
  /**
   * Where each element of `v` belongs in this sorted array (int64), before equal elements or behind them. NumPy's `ndarray.searchsorted`.
   * @example
   * np.array([1, 2, 3]).searchsorted([2, 5]) // array([1, 3])
   */
  searchsorted(v: ArrayInput, ...rest: Rest<[side: 'left' | 'right', sorter: ArrayInput | null], SearchOptions>): NdArray<'int64'>
  /**
   * The indices (int64) of the elements that are not zero, an array per axis. NumPy's `ndarray.nonzero`.
   * @example
   * np.array([0, 5, 6]).nonzero() // [ array([1, 2]) ]
   */
  nonzero(): NdArray<'int64'>[]
  /**
   * Writes one value everywhere, converted as typed-array stores do. Returns the array; NumPy's `ndarray.fill` returns nothing.
   * @example
   * np.zeros(3).fill(7) // array([7., 7., 7.])
   */
  fill(value: ArrayInput): NdArray<D>
  /**
   * Writes values at positions of the flattened array. Returns the array; NumPy's `ndarray.put` returns nothing. Throws `IndexError`.
   * @example
   * np.zeros(4).put([0, -1], [5, 6]) // array([5., 0., 0., 6.])
   */
  put(indices: ArrayInput, values: ArrayInput, ...rest: ModeRest): NdArray<D>
  /**
   * Elements of `choices` by this array of numbers of choices; all broadcast. Throws `IndexError`. NumPy's `ndarray.choose`.
   * @example
   * np.array([0, 1, 0], 'int64').choose([[1, 2, 3], [10, 20, 30]]) // array([ 1., 20.,  3.])
   */
  choose<const L extends readonly ArrayInput[], O = never>(choices: L, ...rest: ChooseRest<O>): Outcome<never, O, DTypeOfAll<L>>
  /**
   * The slices along an axis (or the elements) where a condition holds. Throws `IndexError`. NumPy's `ndarray.compress`.
   * @example
   * np.array([1, 2, 3]).compress([true, false, true]) // array([1., 3.])
   */
  compress<O = never>(
    condition: ArrayInput,
    axis?: number | null | CompressOptions<O>,
    ...rest: Rest<[out: Out<O> | null], CompressOptions<O>>
  ): Outcome<never, O, Kept<D>>
  /**
   * A view of the elements `(i, i + offset)` of two axes. Throws `AxisError`, and `ShapeError` for fewer than two. NumPy's `ndarray.diagonal`.
   * @example
   * np.array([[1, 2], [3, 4]]).diagonal() // array([1., 4.])
   */
  diagonal(...rest: Rest<[offset: number, axis1: number, axis2: number], DiagonalOptions>): NdArray<D>
  /**
   * The sum of a diagonal; dtypes as `sum`. Throws `AxisError`, and `ShapeError` for fewer than two axes. NumPy's `ndarray.trace`.
   * @example
   * np.array([[1, 2], [3, 4]]).trace() // array(5.)
   */
  trace<T extends DTypeName = never, O = never>(
    ...rest: Rest<[offset: number, axis1: number, axis2: number, dtype: NamedBy<T> | null, out: Out<O>], TraceOptions<T, O>>
  ): Outcome<T, O, Sum[D]>
  /**
   * A view with two axes exchanged. Throws `AxisError`. NumPy's `ndarray.swapaxes`.
   * @example
   * np.zeros([2, 3]).swapaxes(0, 1).shape // [ 3, 2 ]
   */
  swapaxes(first: number, second: number): NdArray<D>
  /**
   * Real arrays are their own conjugates: the array itself. NumPy's `ndarray.conj`.
   * @example
   * np.array([1, 2]).conj() // array([1., 2.])
   */
  conj(): NdArray<D>
  /**
   * Real arrays are their own conjugates: the array itself. NumPy's `ndarray.conjugate`.
   * @example
   * np.array([1, 2]).conjugate() // array([1., 2.])
   */
  conjugate(): NdArray<D>
  /**
   * The elements as bytes of this machine's order, told row by row (`'C'`), column by column (`'F'`), or as they lie in memory (`'A'`).
   * NumPy's `ndarray.tobytes`.
   * @example
   * np.array([1, 2], 'int16').tobytes().length // 4
   */
  tobytes(...rest: Rest<[order: Order | null], { order?: Order | null }>): Uint8Array
  /**
   * Writes the elements' bytes, in C order, to a file, which `np.fromfile` reads. NumPy's `ndarray.tofile`.
   * @example
   * np.array([1, 2]).tofile('/tmp/weldarray-example.bin')
   */
  tofile(path: string): void
  /**
   * The elements' bytes in the other order: a copy, or with `inplace` the array itself, written. NumPy's `ndarray.byteswap`.
   * @example
   * np.array([1, 256], 'int16').byteswap() // array([256,   1], dtype=int16)
   */
  byteswap(...rest: Rest<[inplace: boolean], { inplace?: boolean }>): NdArray<Kept<D>>
  /**
   * The array itself: the only device is `'cpu'`. Throws `ArgumentError` for others. NumPy's `ndarray.to_device`.
   * @example
   * np.array([1, 2]).to_device('cpu') // array([1., 2.])
   */
  to_device(device: 'cpu'): NdArray<D>
  /**
   * Where the elements are: always `'cpu'`. NumPy's `ndarray.device`.
   * @example
   * np.array([1, 2]).device // 'cpu'
   */
  readonly device: 'cpu'
  /**
   * How the elements lie in memory. NumPy's `ndarray.flags`.
   * @example
   * np.zeros([2, 3]).T.flags.f_contiguous // true
   */
  readonly flags: Readonly<Record<'c_contiguous' | 'f_contiguous' | 'contiguous' | 'owndata' | 'writeable' | 'aligned', boolean>>
  /**
   * Bytes of one element. NumPy's `ndarray.itemsize`.
   * @example
   * np.zeros(3, 'float32').itemsize // 4
   */
  readonly itemsize: number
  /**
   * Bytes of all elements. NumPy's `ndarray.nbytes`.
   * @example
   * np.zeros(3, 'float32').nbytes // 12
   */
  readonly nbytes: number
  /**
   * NumPy's strides, in bytes; `stride` has them in elements. NumPy's `ndarray.strides`.
   * @example
   * np.zeros([2, 3]).strides // [ 24, 8 ]
   */
  readonly strides: number[]
  /**
   * The last two axes exchanged, a view. Throws `ShapeError` for fewer axes. NumPy's `ndarray.mT`.
   * @example
   * np.zeros([5, 2, 3]).mT.shape // [ 5, 3, 2 ]
   */
  readonly mT: NdArray<D>
  /**
   * The array itself: there are no complex elements. NumPy's `ndarray.real`.
   * @example
   * np.array([1, 2]).real // array([1., 2.])
   */
  readonly real: NdArray<D>
  /**
   * Zeros: there are no complex elements. NumPy's `ndarray.imag`.
   * @example
   * np.array([1, 2]).imag // array([0., 0.])
   */
  readonly imag: NdArray<Kept<D>>
  /**
   * The only element's `Number.prototype.toFixed`; throws `ShapeError` for other sizes.
   * @example
   * np.array([1, 2]).mean().toFixed(2) // '1.50'
   */
  toFixed(digits?: number): string
  /**
   * The only element's `Number.prototype.toPrecision`; throws `ShapeError` for other sizes.
   * @example
   * np.array([1, 2]).mean().toPrecision(3) // '1.50'
   */
  toPrecision(digits?: number): string
  /**
   * The only element's `Number.prototype.toExponential`; throws `ShapeError` for other sizes.
   * @example
   * np.array([1, 2]).mean().toExponential(1) // '1.5e+0'
   */
  toExponential(digits?: number): string
}
