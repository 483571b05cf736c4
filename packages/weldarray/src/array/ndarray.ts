import type { Node, View } from '@weldarray/ir'
import {
  type AsyncOptions,
  asyncOptions,
  type EvaluationOptions,
  evaluate,
  evaluateAsync,
  evaluationOptions,
  explain,
  forget,
  type Storage,
} from '@weldarray/runtime'
import type { Items } from '../types/promotion.generated.js'
import { format, repr } from './format.js'
import { Held } from './held.js'
import { elementAt, itemOf, toNested } from './nested.js'
import { placeOf } from './place.js'
import type { AnyDType, DataOf, ElementOf, NumberDType } from './types.js'

/** A nested list of elements, as deep as the array has dimensions. */
export type Nested<T = number | bigint | boolean> = T | Nested<T>[]

/** The same of one axis or more, as many as there may be. */
export interface NestedList<T = number | bigint | boolean> extends Array<T | NestedList<T>> {}

/** What `item` gives, and `tolist` lists. */
export type ItemOf<D extends AnyDType> = Items[D]

/** What `item` gives to types that did not ask: of an array that may be of several dtypes a number, though it may be of bools. */
export type PlainItem<D extends AnyDType> = [Exclude<ItemOf<D>, boolean>] extends [never]
  ? ItemOf<D>
  : Exclude<ItemOf<D>, boolean>

type Entries = { [D in AnyDType]: ElementOf<D> | NdArray<D> }

/** What iteration gives: elements of an array of one axis, parts of others. */
export type EntryOf<D extends AnyDType> = Entries[D]

/** An array whose dtype only its values tell: assignable to arrays of every dtype. Not for what is public. */
// biome-ignore lint/suspicious/noExplicitAny: that is what it says
export type Untyped = NdArray<any>

/**
 * An n-dimensional array: everything an `ndarray` has, and lazy operations. Arrays made of a caller's data
 * (`ndarray(data, …)`) behave as eagerly as `ndarray`'s; arrays made by this library may be pending.
 * `shape`, `stride` and `offset` are the caller's to change, so all views compute from what they are at use.
 * @example
 * np.array([1, 2]) instanceof np.NdArray // true
 */
export interface NdArray<out D extends AnyDType = NumberDType> {
  /**
   * The elements; those of library memory move out into a typed array of their own, which stays this array's memory. NumPy's
   * `ndarray.data`.
   * @example
   * np.array([1, 2]).data // Float64Array(2) [ 1, 2 ]
   */
  data: DataOf<D>
  /**
   * The lengths of the axes. NumPy's `ndarray.shape`, as a list that may be written to.
   * @example
   * np.zeros([2, 3]).shape // [ 2, 3 ]
   */
  shape: number[]
  /**
   * Distance, in elements, between neighbours along each axis.
   * @example
   * np.zeros([2, 3]).stride // [ 3, 1 ]
   */
  stride: number[]
  /**
   * Index of the first element in `data`.
   * @example
   * np.arange(5).slice('2:').offset // 2
   */
  offset: number
  /**
   * The element type, by `ndarray`'s name. NumPy's `ndarray.dtype`.
   * @example
   * np.zeros(2, 'float32').dtype // 'float32'
   */
  readonly dtype: D
  /**
   * The number of elements. NumPy's `ndarray.size`.
   * @example
   * np.zeros([2, 3]).size // 6
   */
  readonly size: number
  /**
   * The axes from the smallest stride to the largest.
   * @example
   * np.zeros([2, 3]).order // [ 1, 0 ]
   */
  readonly order: number[]
  /**
   * The number of axes: scijs's name of `ndim`; -1 for the array of nothing.
   * @example
   * np.zeros([2, 3]).dimension // 2
   */
  readonly dimension: number
  /**
   * The element at an index, of numbers and arrays without axes (`x.get(x.argmax())`); undefined outside of `data`.
   * @example
   * np.array([[1, 2], [3, 4]]).get(1, 0) // 3
   */
  get(...index: (number | NdArray)[]): ElementOf<D>
  /**
   * Writes the last argument to the element at the index before it, and returns it.
   * @example
   * const x = np.zeros([2, 2])
   * x.set(1, 0, 5)
   * x
   * // array([[0., 0.],
   * //        [5., 0.]])
   */
  set(...indexAndValue: (number | ElementOf<D> | ItemOf<D> | NdArray)[]): ElementOf<D>
  /**
   * The position in `data` of the element at an index.
   * @example
   * np.zeros([2, 3]).index(1, 2) // 5
   */
  index(...index: number[]): number
  /**
   * A view without the elements before `start`.
   * @example
   * np.arange(5).lo(2) // array([2., 3., 4.])
   */
  lo(...start: (number | null | undefined)[]): NdArray<D>
  /**
   * A view of the first `count` elements along each axis.
   * @example
   * np.arange(5).hi(2) // array([0., 1.])
   */
  hi(...count: (number | null | undefined)[]): NdArray<D>
  /**
   * A view of every `step`-th element; a negative step reverses.
   * @example
   * np.arange(5).step(-2) // array([4., 2., 0.])
   */
  step(...step: (number | null | undefined)[]): NdArray<D>
  /**
   * A view with its axes in another order, one by one or as a list; without arguments as they are (`T` reverses them). Negative axes count from
   * the end. Throws `AxisError` for an axis that there is not, and for a list that does not name each once. NumPy's `ndarray.transpose`, which
   * reverses them.
   * @example
   * np.zeros([2, 3]).transpose(1, 0).shape // [ 3, 2 ]
   */
  transpose(...axes: (number | null | undefined)[] | [axes: readonly number[]]): NdArray<D>
  [Symbol.dispose](): void
  /**
   * A view with the axes that are given an index removed.
   * @example
   * np.array([[1, 2], [3, 4]]).pick(1, null) // array([3., 4.])
   */
  pick(...index: (number | null | undefined)[]): NdArray<D>
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see above
export abstract class NdArray<out D extends AnyDType = NumberDType> {
  /**
   * Whether looking at the elements needs no computation.
   * @example
   * np.arange(100_000).add(1).isEvaluated // false
   */
  get isEvaluated(): boolean {
    return !Held.is(this) || (Held.storage(this) as Storage).isEvaluated || contentsOf(this)!.memory !== null
  }

  /**
   * Computes the elements now, if they are pending. Throws `TimeLimitError` if that takes more than `timeLimit` milliseconds
   * (`configure({ timeLimit })` unless given), and `InterruptedError` at Ctrl-C where the process listens to it; the array is pending
   * then as it was before.
   * @example
   * np.arange(3).add(1).evaluate().isEvaluated // true
   */
  evaluate(options: EvaluationOptions = {}): this {
    const { timeLimit } = evaluationOptions('evaluate', options)
    if (Held.is(this) && !(Held.storage(this) as Storage).isSettled()) evaluate([contentsOf(this)!], 'explicit', timeLimit)
    return this
  }

  /**
   * Computes the elements without blocking the event loop. Rejects with the signal's reason (an `AbortError`) when `signal` is
   * aborted, and with `TimeLimitError` after `timeLimit` milliseconds; `onProgress` is told the part that is done, from 0 to 1.
   * @example
   * const x = await np.arange(3).add(1).evaluateAsync()
   * x.tolist() // [ 1, 2, 3 ]
   */
  async evaluateAsync(options: AsyncOptions = {}): Promise<this> {
    asyncOptions('evaluateAsync', options)
    const contents = contentsOf(this)
    if (contents !== null) await evaluateAsync([contents], options)
    return this
  }

  /**
   * What evaluation did, or would do: the recorded operations, the passes over them, the kernels.
   * @example
   * np.zeros(100_000).add(1).explain().includes('add') // true
   */
  explain(): string {
    const contents = contentsOf(this)
    return contents === null ? 'the elements are a typed array of the caller: nothing is pending' : explain(contents)
  }

  /**
   * Gives the memory back at once. Using the array, or a view of it, afterwards throws `DisposedError`; a caller's data is left
   * alone.
   * @example
   * const x = np.zeros(1000)
   * x.dispose()
   */
  dispose(): void {
    if (Held.is(this)) (Held.storage(this) as Storage).dispose()
  }

  /**
   * Number of dimensions. NumPy's `ndarray.ndim`.
   * @example
   * np.zeros([2, 3]).ndim // 2
   */
  get ndim(): number {
    return this.dimension
  }

  /**
   * The array with its axes reversed, a view. NumPy's `ndarray.T`.
   * @example
   * np.array([[1, 2], [3, 4]]).T
   * // array([[1., 3.],
   * //        [2., 4.]])
   */
  get T(): NdArray<D> {
    const rank = this.shape.length
    const axes = new Array<number>(rank)
    for (let axis = 0; axis < rank; axis++) axes[axis] = rank - 1 - axis
    return this.transpose(...axes)
  }

  /**
   * An element as a JavaScript value: the only one, that at a place in C order, or that at an index for each axis; negative ones count from
   * the end. To types, an element of an array of any numbers is a number, unless a boolean is asked for: `const b: boolean = x.item()`. Throws `ShapeError` for none unless `size` is 1, `IndexError` for an element that is not there. NumPy's `ndarray.item`.
   * @example
   * np.array([3]).item() // 3
   */
  item<I extends ItemOf<D> = PlainItem<D>>(...index: (number | bigint | NdArray)[] | [readonly number[]]): I {
    return (index.length === 0 ? itemOf(this) : elementAt(this, placeOf(this.shape, index))) as I
  }

  /**
   * The elements as nested lists; a 0-d array's element. Types do not know how many axes there are, and take what is asked for:
   * `const rows: number[][] = x.tolist()`, `x.tolist<number[]>().map((v) => v / 2)`; unasked, a list of elements or of lists. `[...x.flat]` is
   * always a list of elements. NumPy's `ndarray.tolist`.
   * @example
   * np.array([[1, 2], [3, 4]]).tolist() // [ [ 1, 2 ], [ 3, 4 ] ]
   */
  tolist<L extends Nested<ItemOf<D>> = NestedList<ItemOf<D>>>(): L {
    return toNested(this) as L
  }

  /**
   * What `JSON.stringify` writes: nested lists.
   * @example
   * JSON.stringify(np.array([1, 2])) // '[1,2]'
   */
  toJSON(): Nested<ItemOf<D>> {
    return toNested(this) as Nested<ItemOf<D>>
  }

  /**
   * NumPy's layout; long arrays are summarised.
   * @example
   * String(np.array([1, 2])) // '[1. 2.]'
   */
  toString(): string {
    return format(this)
  }

  /** Elements of a 1-d array, views along the first axis of others. */
  *[Symbol.iterator](): IterableIterator<EntryOf<D>> {
    const flat = this.shape.length === 1
    for (let i = 0; i < this.shape[0]!; i++) yield (flat ? this.get(i) : this.pick(i)) as EntryOf<D>
  }
}

/** The recorded value that an array is, or is part of; null for a caller's data. */
export function contentsOf(array: NdArray<AnyDType>): Node | null {
  if (!Held.is(array)) return null
  const storage = Held.storage(array) as Storage
  return storage.pendingWhole(array.shape, array.stride, array.offset) ?? storage.pendingFor(viewOf(array))
}

/** The part of its storage that an array stands for, as its shape, stride and offset are now. */
export const viewOf = (array: { shape: readonly number[]; stride: readonly number[]; offset: number }): View => ({
  shape: [...array.shape],
  strides: [...array.stride],
  offset: array.offset,
})

// Symbol-keyed members are no part of what `for in` or `Object.keys` see.
const hidden = {
  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]: function (this: NdArray): void {
    this.dispose()
  },
  [forget]: function (this: NdArray): void {
    Held.forget(this)
  },
  [Symbol.for('nodejs.util.inspect.custom')]: function (this: NdArray): string {
    return repr(this)
  },
}
for (const key of Object.getOwnPropertySymbols(hidden))
  Object.defineProperty(NdArray.prototype, key, { value: hidden[key as keyof typeof hidden], writable: true, configurable: true })
