import { dtypeInfo } from '@weldarray/ir'
import { leaf } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { borrow, memoryOf, type NdArray, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import { arrayOf, inColumns, type Order, transpose } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

/** The elements in C order as bytes of this machine's order, a copy. */
export const bytesOf = (a: ArrayInput): Uint8Array =>
  borrow([toValue('tobytes', a)], (data) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice())

/** NumPy's `ndarray.tobytes`: the bytes of the elements, told row by row (`C`), column by column (`F`), or as they lie in memory (`A`). */
export const tobytes = declare(
  'tobytes(a: array, {order?: "C"|"F"|"A"|null})',
  (a: ArrayInput, ...rest: Rest<[order: Order | null], { order?: Order | null }>): Uint8Array => {
    const { order } = optionsOf<{ order?: Order | null }>(rest)
    const x = arrayOf('tobytes', a)
    return bytesOf(inColumns(x, order ?? 'C') ? transpose(x) : x)
  },
)

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
