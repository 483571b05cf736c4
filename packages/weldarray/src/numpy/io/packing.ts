import { DTypeError, dtypeInfo, isInteger, type Node, normalizeAxis } from '@weldarray/ir'
import { call } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { dtypeOf, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { truth } from '../operands/expressions.js'
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

/** What a call makes of the last axis, moved to where that was. */
function bitwise(op: 'packbits' | 'unpackbits', value: Node, count: number, order: BitOrder, along: number): NdArray<'uint8'> {
  const made: NdArray<'uint8'> = wrap(call(op, [value], [count, Number(order === 'little')]))
  return along === value.shape.length - 1 ? made : moveaxis(made, -1, along)
}

const asLast = (x: NdArray, along: number): Node => valueOf(along === x.shape.length - 1 ? x : moveaxis(x, along, -1))

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
    const value = asLast(x, along)
    const bytes = dtypeInfo[value.dtype].bytes === 1 ? value : truth(value)
    return bitwise('packbits', bytes, Math.ceil(value.shape.at(-1)! / 8), bitorder, along)
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
    const value = asLast(x, along)
    const bits = 8 * value.shape.at(-1)!
    return bitwise('unpackbits', value, count === null ? bits : count < 0 ? Math.max(0, bits + count) : count, bitorder, along)
  },
)
