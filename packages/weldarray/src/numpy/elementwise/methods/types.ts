import type { AnyDType } from '../../../array/types.js'
import type { At, Key, NamedBy, OfOne, Out, Outcome, Two, TypingName } from '../../../types/dtype-of.js'
import type { Own, Sum } from '../../../types/promotion.generated.js'
import type { Rest } from '../../arguments/declare.js'
import type { IndexPart } from '../../indexing/fancy/index-parts.js'
import type { NdArray } from '../../operands/arrays.js'
import type { ReduceRest } from '../../reductions/options.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions, UfuncOptions } from '../../types.js'

/** Options of `accumulate` and `reduceat`. */
export interface AlongOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  /** Null is the only axis there is. */
  axis?: number | null | undefined
  /** The dtype to compute in, and of the result. */
  dtype?: T | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
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

/** How a function of two arrays chooses its dtype: by its class, or float64 always. */
export type Folding = TypingName | 'float64'

/** The dtype in which elements are folded: sums and products of small integers are 64 bits wide, differences are not. */
type Folded<C extends Folding, K extends Key> = C extends 'float64'
  ? 'float64'
  : C extends 'truth' | 'float' | 'divide'
    ? OfOne[C][K]
    : C extends 'arithmetic'
      ? Own[K] | Sum[K]
      : Own[K]

type Outer<C extends Folding, X, Y> = C extends TypingName ? Two<C, At<X>, Y> : 'float64'

/** What functions of two arrays carry besides: NumPy's methods of ufuncs. */
export interface BinaryMethods<C extends Folding = 'any'> extends Ufunc {
  readonly nin: 2
  /** The value that changes nothing: of a reduction of no elements; null where there is none. */
  readonly identity: number | boolean | null
  /**
   * The function of all elements along an axis (the first; `null`: of all), one after the other: `np.add.reduce` is a sum. Throws
   * `AxisError`, and `ShapeError` for no elements where there is no identity.
   * @example np.multiply.reduce([2, 3, 4]) // 24
   */
  reduce<X extends ArrayInput, T extends DTypeName = never, O = never>(
    a: X,
    axis?: Axes | null | ReduceOptions<T, O>,
    ...rest: ReduceRest<'total', T, O>
  ): Outcome<T, O, Folded<C, At<X>>>
  /**
   * What `reduce` has come to at each element along an axis (the first).
   * @example np.maximum.accumulate([1, 3, 2]) // [1, 3, 3]
   */
  accumulate<X extends ArrayInput, T extends DTypeName = never, O = never>(
    a: X,
    axis?: number | null | AlongOptions<T, O>,
    ...rest: Rest<[dtype: NamedBy<T> | null, out: Out<O> | null], AlongOptions<T, O>>
  ): Outcome<T, O, Folded<C, At<X>>>
  /**
   * Reductions of parts: from each index up to the next one, the last to the end; of one element where the next index is not larger.
   * Throws `IndexError`.
   * @example np.add.reduceat([1, 2, 3, 4], [0, 2]) // [3, 7]
   */
  reduceat<X extends ArrayInput, T extends DTypeName = never, O = never>(
    a: X,
    indices: ArrayInput,
    axis?: number | null | AlongOptions<T, O>,
    ...rest: Rest<[dtype: NamedBy<T> | null, out: Out<O> | null], AlongOptions<T, O>>
  ): Outcome<T, O, Folded<C, At<X>>>
  /** The function of each element of `a` with each of `b`: of the shape of `a` and then that of `b`. Recorded. */
  outer<X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never, O = never>(
    a: X,
    b: Y,
    options?: UfuncOptions<T, O> | Out<O>,
  ): Outcome<T, O, Outer<C, X, Y>>
  /** Replaces the elements of `a` at `indices` by the function of them and `b`, in place; for indices that come twice, twice. */
  at(a: NdArray<AnyDType>, indices: Indices, b: ArrayInput): void
}
