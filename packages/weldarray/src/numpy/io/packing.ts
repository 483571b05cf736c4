import { DTypeError, isInteger, normalizeAxis } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { dtypeOf, type NdArray, valueOf } from '../operands/arrays.js'
import { build, eagerly } from '../operands/eager.js'
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
    const result = eagerly('packbits', [value], (cells) =>
      build('uint8', [...value.shape.slice(0, -1), bytes], (to) => {
        for (let i = 0; i < to.length; i++) {
          let byte = 0
          const [row, first] = [Math.floor(i / bytes) * n, (i % bytes) * 8]
          for (let k = 0; k < 8 && first + k < n; k++) if (cells[row + first + k]) byte |= bitorder === 'big' ? 128 >> k : 1 << k
          to[i] = byte
        }
      }),
    )
    return moveaxis(result, -1, along)
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
    const result = eagerly('unpackbits', [value], (cells) =>
      build('uint8', [...value.shape.slice(0, -1), n], (to) => {
        for (let i = 0; i < to.length; i++) {
          const [row, bit] = [Math.floor(i / n), i % n]
          const byte = bit < bits ? (cells[(row * bits + bit) >> 3] as number) : 0
          to[i] = (byte >> (bitorder === 'big' ? 7 - (bit & 7) : bit & 7)) & 1
        }
      }),
    )
    return moveaxis(result, -1, along)
  },
)
