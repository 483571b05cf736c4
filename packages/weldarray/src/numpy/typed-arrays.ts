import type { DType } from '@weldarray/ir'

const TYPED: Readonly<Record<string, DType>> = {
  Int8Array: 'int8',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Int16Array: 'int16',
  Uint16Array: 'uint16',
  Int32Array: 'int32',
  Uint32Array: 'uint32',
  BigInt64Array: 'bigint64',
  BigUint64Array: 'biguint64',
  Float32Array: 'float32',
  Float64Array: 'float64',
}

/** The dtype of a typed array's elements; `undefined` for what is no typed array. */
export const typedArrayType = (x: unknown): DType | undefined =>
  ArrayBuffer.isView(x) ? TYPED[(x as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag]] : undefined
