import { plainMaker } from './constructors.js'
import { dtypeOfData } from './dtype-of-data.js'
import type { NdArray } from './ndarray.js'
import type { Data, DTypeOf, ElementOf, NumberDType } from './types.js'

/**
 * An array over the caller's `data`, exactly as `ndarray` 1.1.1 makes it: no copy, eager, `shape` defaults to one
 * axis of all elements, `stride` to C order, `offset` to the first element in use. A number is a 1-element array;
 * without arguments the result is the trivial array of dimension -1.
 */
function ndarray<T extends Data>(
  data: T,
  shape?: readonly number[],
  stride?: readonly number[],
  offset?: number,
): NdArray<DTypeOf<T>>
function ndarray(data?: number): NdArray<'array'>
function ndarray(data?: unknown, shape?: readonly number[], stride?: readonly number[], offset?: number): unknown {
  if (data === undefined) return plainMaker('array', -1)([])
  if (typeof data === 'number') data = [data]
  if (shape === undefined) shape = [(data as ArrayLike<unknown>).length]
  const d = shape.length
  if (stride === undefined) {
    const steps = new Array<number>(d)
    for (let i = d - 1, step = 1; i >= 0; i--) {
      steps[i] = step
      step *= shape[i]!
    }
    stride = steps
  }
  if (offset === undefined) {
    offset = 0
    for (let i = 0; i < d; i++) if (stride[i]! < 0) offset -= (shape[i]! - 1) * stride[i]!
  }
  return plainMaker(dtypeOfData(data), d)(data, shape, stride, offset)
}

type Base<D extends Parameters<typeof plainMaker>[0]> = NdArray<D>
type AnyData = Data
type GenericData<T> = import('./types.js').GenericArray<T>

/** The types of `@types/ndarray`, so that code written against them compiles. */
declare namespace ndarray {
  export type GenericArray<T> = GenericData<T>
  export type Data<T = unknown> = AnyData & { readonly [K in never]: T }
  export type TypedArray = Exclude<AnyData, readonly unknown[] | GenericData<unknown> | BigInt64Array | BigUint64Array>
  export type DataType<D = Data> = DTypeOf<D>
  export type Value<D> = ElementOf<DTypeOf<D>>
  /** The dtypes of arrays of numbers. */
  export type Numeric = NumberDType
  /** By data type (`NdArray<Float64Array>`) or by dtype (`NdArray<'float64'>`); of any numbers without one. */
  export type NdArray<D = Numeric> = Base<DTypeOf<D>>
}

export default ndarray
