import { dtypeInfo } from '@weldarray/ir'
import { leaf } from '@weldarray/runtime'
import { borrow, memoryOf, type NdArray, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/** The elements in C order as bytes of this machine's order, a copy. */
export const bytesOf = (a: ArrayInput): Uint8Array =>
  borrow([toValue('tobytes', a)], (data) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice())

/** The elements with their bytes reversed, a copy. */
export function swapped(a: ArrayInput): NdArray {
  const value = toValue('byteswap', a)
  const width = dtypeInfo[value.dtype].bytes
  const bytes = bytesOf(a)
  for (let at = 0; at < bytes.length; at += width) bytes.subarray(at, at + width).reverse()
  const memory = memoryOf(value.dtype, bytes.length / width)
  new Uint8Array(memory.data.buffer, memory.data.byteOffset, bytes.length).set(bytes)
  return wrap(leaf(memory, value.shape))
}
