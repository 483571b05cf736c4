import type { table, UfuncName } from '../numpy/elementwise/table/index.js'
import type { At } from '../numpy/indexing/fancy/at.js'
import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import type { IndexMode } from '../numpy/indexing/indexing.js'
import type { WholeOptions } from '../numpy/reductions/truth.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions } from '../numpy/types.js'
import type { Flat } from './flat.js'
import type { BinaryMethod, Reduction, UnaryMethod } from './method-types.js'
import type { NdArray } from './ndarray.js'

/** The elementwise functions under NumPy's names: `x.subtract(y)` beside scijs's `x.sub(y)`. */
type Ufuncs = { [K in UfuncName]: (typeof table)[K]['arity'] extends 1 ? UnaryMethod : BinaryMethod }

/** NumPy's names for what arrays do, and NumPy's methods that scijs does not have. */
export interface NumPyMethods extends Ufuncs {
  /** Whether any element is non-zero: a boolean, now. With an axis or `keepdims`, a lazy array. */
  any(options?: null | WholeOptions): boolean
  any(argument: Axes | ReduceOptions): NdArray
  /** Whether all elements are non-zero: a boolean, now. With an axis or `keepdims`, a lazy array. */
  all(options?: null | WholeOptions): boolean
  all(argument: Axes | ReduceOptions): NdArray
  /** max - min. */
  ptp: Reduction
  /** A copy; NumPy's name for `clone`. */
  copy(): NdArray
  /** The same elements as another array over the same memory; with a dtype, the same bytes read as that (the last axis must be contiguous). */
  view(dtype?: DTypeName): NdArray
  /** The elements in C order, as one list that reads and writes this array. */
  readonly flat: Flat
  /** What NumPy's brackets select, to be read and written in place: `x.at(mask).set(0)`, `x.at('1:', idx).add(1)`. */
  at(...index: readonly IndexPart[]): At
  dot(other: ArrayInput): NdArray
  matmul(other: ArrayInput): NdArray
  /** Each element repeated. */
  repeat(repeats: number | ArrayInput, axis?: number | null): NdArray
  /** The elements (or, with an axis, the slices) at `indices`. */
  take(indices: ArrayInput, axis?: number | null, options?: { mode?: IndexMode }): NdArray
  /** Sorts this array in place along an axis (the last), and returns it. `np.sort` leaves the array alone. */
  sort(axis?: number | null): NdArray
  /** The indices that sort along an axis (the last). */
  argsort(axis?: number | null): NdArray
  /** Reorders this array in place so that the element at `kth` is where sorting would put it, smaller ones before. */
  partition(kth: number | readonly number[], axis?: number): NdArray
  /** The indices that `partition` reorders by. */
  argpartition(kth: number | readonly number[], axis?: number | null): NdArray
  /** Where each element of `v` belongs in this sorted array. */
  searchsorted(v: ArrayInput, side?: 'left' | 'right'): NdArray
  /** The indices of the elements that are not zero, an array per axis. */
  nonzero(): NdArray[]
  /** Writes one value everywhere, converted as typed-array stores do. Returns the array; NumPy's returns nothing. */
  fill(value: ArrayInput): NdArray
  /** Writes values at positions of the flattened array. Returns the array. */
  put(indices: ArrayInput, values: ArrayInput, options?: { mode?: IndexMode }): NdArray
  /** Elements of `choices` by this array of numbers of choices. */
  choose(choices: readonly ArrayInput[], options?: { mode?: IndexMode }): NdArray
  /** The slices along an axis (or the elements) where a condition holds. */
  compress(condition: ArrayInput, axis?: number | null): NdArray
  diagonal(offset?: number, axis1?: number, axis2?: number): NdArray
  trace(offset?: number, axis1?: number, axis2?: number): NdArray
  swapaxes(first: number, second: number): NdArray
  /** Real arrays are their own conjugates: the array itself. */
  conj(): NdArray
  conjugate(): NdArray
  /** The elements in C order as bytes of this machine's order. */
  tobytes(): Uint8Array
  /** Writes the elements' bytes, in C order, to a file. */
  tofile(path: string): void
  /** The elements' bytes in the other order, a copy. */
  byteswap(): NdArray
  /** The array itself: the only device is `'cpu'`. */
  to_device(device: 'cpu'): NdArray
  readonly device: 'cpu'
  /** How the elements lie in memory. */
  readonly flags: Readonly<Record<'c_contiguous' | 'f_contiguous' | 'contiguous' | 'owndata' | 'writeable' | 'aligned', boolean>>
  /** Bytes of one element. */
  readonly itemsize: number
  /** Bytes of all elements. */
  readonly nbytes: number
  /** NumPy's strides, in bytes. */
  readonly strides: number[]
  /** The last two axes exchanged, a view. Throws `ShapeError` for fewer axes. */
  readonly mT: NdArray
  /** The array itself: there are no complex elements. */
  readonly real: NdArray
  /** Zeros: there are no complex elements. */
  readonly imag: NdArray
  /** The only element's `Number.prototype.toFixed`; throws `ShapeError` for other sizes. */
  toFixed(digits?: number): string
  toPrecision(digits?: number): string
  toExponential(digits?: number): string
}
