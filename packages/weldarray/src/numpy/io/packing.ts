import { contiguousStrides, DTypeError, isInteger, type Node, normalizeAxis, sizeOf } from '@weldarray/ir'
import { broadcast, cast, join, reshape, view } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { dtypeOf, leafOf, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { filled, op, truth } from '../operands/expressions.js'
import { arrayOf, moveaxis, ravel } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

type BitOrder = 'big' | 'little'
interface PackOptions {
  axis?: number | null
  bitorder?: BitOrder
}

const lined = (what: string, a: ArrayInput, axis: number | null): [NdArray, number] => {
  const x = arrayOf(what, a)
  if (axis === null || x.shape.length === 0) return [ravel(x), 0]
  return [x, normalizeAxis(what, axis, x.shape.length)]
}

/**
 * Eight elements, zero or not, in the bits of one uint8, the first in the highest (`'little'`: lowest); along an axis or of
 * the flattened array, filled up with zeros. NumPy's `numpy.packbits`.
 * @example
 * np.packbits([1, 0, 1, 0, 0, 0, 0, 1]) // array([161], dtype=uint8)
 */
export const packbits = declare(
  'packbits(a: array, {axis?: integer|null, bitorder?: "big"|"little"})',
  (a: ArrayInput, ...rest: Rest<[axis: number | null, bitorder: BitOrder], PackOptions>): NdArray<'uint8'> => {
    const { axis = null, bitorder = 'big' } = optionsOf<PackOptions>(rest)
    const [x, along] = lined('packbits', a, axis)
    if (!isInteger(dtypeOf(x)) && dtypeOf(x) !== 'bool' && !Array.isArray(a))
      throw new DTypeError(`packbits: got dtype ${dtypeOf(x)}, expected integers or bool`)
    const value = valueOf(moveaxis(x, along, -1))
    const n = value.shape.at(-1)!
    const bytes = Math.ceil(n / 8)
    const mask = truth(value)
    const lead = value.shape.slice(0, -1)
    const missing = 8 * bytes - n
    const padded = missing === 0 ? mask : join([mask, filled(0, 'bool', [...lead, missing])], value.shape.length - 1)
    const [rows, pitch] = [sizeOf(lead), 8 * bytes]
    const bit = (k: number): Node => {
      const each = view(padded, { shape: [rows, bytes], strides: [pitch, 8], offset: bytes === 0 ? 0 : k })
      return op('shl', cast(each, 'uint8'), bitorder === 'big' ? 7 - k : k)
    }
    const packed = [0, 1, 2, 3, 4, 5, 6, 7].map(bit).reduce((x, y) => op('or', x, y))
    return moveaxis(wrap(reshape(packed, [...lead, bytes])), -1, along)
  },
)

/**
 * The bits of uint8 as elements 0 and 1 (uint8): what `packbits` undoes. `count` of them, a negative count from the end.
 * NumPy's `numpy.unpackbits`.
 * @example
 * np.unpackbits(new Uint8Array([161])) // array([1, 0, 1, 0, 0, 0, 0, 1], dtype=uint8)
 */
export const unpackbits = declare(
  'unpackbits(a: array, {axis?: integer|null, count?: integer|null, bitorder?: "big"|"little"})',
  (
    a: ArrayInput,
    ...rest: Rest<[axis: number | null, count: number | null, bitorder: BitOrder], PackOptions & { count?: number | null }>
  ): NdArray<'uint8'> => {
    const { axis = null, count = null, bitorder = 'big' } = optionsOf<PackOptions & { count?: number | null }>(rest)
    const [x, along] = lined('unpackbits', a, axis)
    if (dtypeOf(x) !== 'uint8') throw new DTypeError(`unpackbits: got dtype ${dtypeOf(x)}, expected uint8`)
    const value = valueOf(moveaxis(x, along, -1))
    const bits = 8 * value.shape.at(-1)!
    const n = count === null ? bits : count < 0 ? Math.max(0, bits + count) : count
    const lead = value.shape.slice(0, -1)
    const spread = { shape: [...value.shape, 8], strides: [...contiguousStrides(value.shape), 0], offset: 0 }
    const places = leafOf(bitorder === 'big' ? [7, 6, 5, 4, 3, 2, 1, 0] : [0, 1, 2, 3, 4, 5, 6, 7], 'uint8', [8])
    const by = broadcast(places, spread.shape)
    const all = reshape(op('and', op('shr', view(value, spread), by), 1), [...lead, bits])
    const kept = Math.min(n, bits)
    const some = view(all, { shape: [...lead, kept], strides: contiguousStrides([...lead, bits]), offset: 0 })
    const result = n > bits ? join([some, filled(0, 'uint8', [...lead, n - bits])], value.shape.length - 1) : some
    return moveaxis(wrap(result), -1, along)
  },
)
