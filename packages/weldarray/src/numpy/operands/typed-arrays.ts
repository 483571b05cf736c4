import { type DType, dtypeOfTypedArray } from '@weldarray/ir'

/** The dtype of a typed array's elements; `undefined` for what is no typed array. */
export function typedArrayType(x: unknown): DType | undefined {
  if (!ArrayBuffer.isView(x)) return undefined
  const tag = (x as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag]
  return tag === 'Uint8ClampedArray' ? 'uint8' : dtypeOfTypedArray(tag)
}
