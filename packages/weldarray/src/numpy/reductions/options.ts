import type { AnyDType } from '../../array/types.js'
import type { DTypeName, Key, NamedBy, Out } from '../../types/dtype-of.js'
import type { Mean, Own, Sum } from '../../types/promotion.generated.js'
import type { Rest } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput, ReduceOptions, WeakScalar } from '../types.js'

/** What reductions take behind the axis, as declarations have it: those of one kind take the same, in NumPy's order. */
export const OPTIONS = {
  total: 'dtype?: dtype, out?: ndarray, keepdims?: flag, initial?: scalar, where?: array',
  extreme: 'out?: ndarray, keepdims?: flag, initial?: scalar, where?: array',
  range: 'out?: ndarray, keepdims?: flag',
  mean: 'dtype?: dtype, out?: ndarray, keepdims?: flag, *, where?: array',
  spread: 'dtype?: dtype, out?: ndarray, ddof?: number, keepdims?: flag, *, where?: array, mean?: array, correction?: number',
  place: 'out?: ndarray, *, keepdims?: flag',
  count: '*, keepdims?: flag',
  truth: 'out?: ndarray, keepdims?: flag, *, where?: array',
} as const

export type ReductionKind = keyof typeof OPTIONS

/** The same for types: what may be given by position. */
interface Positions<T extends DTypeName, O> {
  total: [dtype: NamedBy<T> | null, out: Out<O> | null, keepdims: boolean, initial: WeakScalar | null, where: ArrayInput]
  extreme: [out: Out<O> | null, keepdims: boolean, initial: WeakScalar | null, where: ArrayInput]
  range: [out: Out<O> | null, keepdims: boolean]
  mean: [dtype: NamedBy<T> | null, out: Out<O> | null, keepdims: boolean]
  spread: [dtype: NamedBy<T> | null, out: Out<O> | null, ddof: number, keepdims: boolean]
  place: [out: Out<O> | null]
  count: []
  truth: [out: Out<O> | null, keepdims: boolean]
}

/** What a reduction takes behind the axis. */
export type ReduceRest<K extends ReductionKind, T extends DTypeName = DTypeName, O = NdArray<AnyDType>> = Rest<
  Positions<T, O>[K],
  ReduceOptions<T, O>
>

/** The dtype of what a reduction of a kind makes of each dtype. */
export interface Reduced {
  total: Sum
  extreme: Own
  range: Own
  mean: Mean
  spread: Mean
  place: Record<Key, 'int64'>
  count: Record<Key, 'int64'>
  truth: Record<Key, 'bool'>
}
