import type { ConstNode, DType, Node, Scalar, TypedArray } from '@weldarray/ir'
import {
  allocateMemory,
  constantMemory,
  evaluate,
  leaf,
  type Memory,
  notePerformed,
  Storage,
  settledMemory,
} from '@weldarray/runtime'
import { plainMaker } from '../../array/constructors.js'
import { dtypeOfData } from '../../array/dtype-of-data.js'
import type { Untyped } from '../../array/ndarray.js'
import type { AnyDType } from '../../array/types.js'
import { isKnown } from '../../array/view-files.js'
import { checkView, isArrayLikeNd, plainArray } from '../../array/wrap.js'

export { countFallback } from '@weldarray/runtime'
/*
 * The one place where the NumPy surface touches the array class and the memory behind values.
 */
export type { NdArray, Untyped } from '../../array/ndarray.js'
export { viewOf } from '../../array/ndarray.js'
export { dtypeOf, fromValue as wrap, isArrayLikeNd, isNdArray, valueOf, viewAs as sharing, writeValue } from '../../array/wrap.js'

/** Memory for the result of an eager operation; not zeroed when it is large. */
export const memoryOf = (dtype: DType, length: number): Memory => allocateMemory(dtype, length)

/** Bytes that come from elsewhere as elements: the one gate at which foreign bytes become bool, which is 0 or 1. */
export function fromBytes(memory: Memory, bytes: Uint8Array): void {
  const to = new Uint8Array(memory.data.buffer, memory.data.byteOffset, bytes.length)
  to.set(bytes)
  if (memory.dtype === 'bool') for (let i = 0; i < to.length; i++) to[i] = Number(to[i] !== 0)
}

/** A value whose elements are given, copied. */
export function leafOf(elements: ArrayLike<Scalar>, dtype: DType, shape: readonly number[]): Node {
  const memory = memoryOf(dtype, elements.length)
  memory.data.set(elements as never)
  return leaf(memory, shape)
}

/**
 * Calls `use` with the elements of `values` in C order, evaluated now if need be. `use` must not write to them
 * or keep them: memory nobody else refers to is given back afterwards.
 */
export function borrow<T>(values: readonly Node[], use: (...elements: TypedArray[]) => T): T {
  const variable = values.filter((v) => v.kind !== 'const' && settledMemory(v) === null)
  const holds = variable.map((v) => Storage.owned(v))
  try {
    evaluate(variable)
    notePerformed()
    return use(...values.map((v) => (settledMemory(v) ?? constantMemory(v as ConstNode)).data))
  } finally {
    for (const hold of holds) hold.dispose()
  }
}

/**
 * An array over the memory of a typed array or of another library's array; null where there is no such memory. Throws `ShapeError` for a
 * shape that no array has.
 */
export function overData(x: unknown): Untyped | null {
  if (ArrayBuffer.isView(x) && !(x instanceof DataView)) {
    const data = x as TypedArray
    return plainArray(data as never, dtypeOfData(data), [data.length])
  }
  // What is no dtype of arrays is read, element by element, and kept in one that is.
  if (!isArrayLikeNd(x) || !isKnown(x.dtype)) return null
  checkView({ shape: x.shape, strides: x.stride, offset: x.offset })
  return plainMaker(x.dtype as AnyDType, x.shape.length)(x.data, x.shape, x.stride, x.offset)
}
