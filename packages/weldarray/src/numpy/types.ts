import type { DType, Scalar, TypedArray } from '@weldarray/ir'
import type { AnyDType, ArrayLikeNd } from '../array/types.js'
import type { DTypeName, Out } from '../types/dtype-of.js'
import type { Casting } from './dtypes/casting.js'
import type { NdArray } from './operands/arrays.js'

/** A scalar that takes the dtype of the array it meets (NEP 50: "weak"). */
export type WeakScalar = number | bigint | boolean

export type Nested = readonly (WeakScalar | Nested | NdArray<AnyDType> | TypedArray)[]

/** Whatever a NumPy style function takes for an array. */
export type ArrayInput = NdArray<AnyDType> | ArrayLikeNd | TypedArray | Uint8ClampedArray | Nested | WeakScalar

/** The last argument of elementwise functions. An array by itself, which has a `dtype` too, is taken for `out`. */
export interface UfuncOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  /** Array that receives the result (same-kind casts allowed) and is returned. */
  out?: Out<O> | undefined
  /** Mask, broadcast with the operands: elements where it is false keep what `out` held (without `out`: 0). */
  where?: ArrayInput | undefined
  /** The dtype to compute in. */
  dtype?: T | undefined
  /** How far operands and results may change to become `dtype`, or that of `out` (`same_kind`). */
  casting?: Casting | undefined
}

export type Axes = number | readonly number[] | null

export interface ReduceOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  axis?: Axes | undefined
  keepdims?: boolean | undefined
  /** The dtype of the accumulator and of the result. */
  dtype?: T | undefined
  /** `var` and `std` divide by `n - ddof`. */
  ddof?: number | undefined
  /** The array API standard's name of `ddof`. */
  correction?: number | undefined
  /** For `var` and `std`: the mean, where it is known; of the shape `keepdims` gives. */
  mean?: ArrayInput | undefined
  out?: Out<O> | undefined
  /** What the reduction begins with; needed by extremes of nothing, or with `where`. */
  initial?: WeakScalar | undefined
  /** Elements to include; the others do not count. */
  where?: ArrayInput | undefined
}

export type { DType, DTypeName, Scalar, TypedArray }
