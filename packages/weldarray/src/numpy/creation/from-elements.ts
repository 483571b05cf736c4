import { DTypeError, dtypeInfo, ShapeError, toDType, ValueError } from '@weldarray/ir'
import { leaf } from '@weldarray/runtime'
import type { Asked, DTypeOfInput, Named, NamedBy } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { fromBytes, memoryOf, type NdArray, wrap } from '../operands/arrays.js'
import type { DTypeName, WeakScalar } from '../types.js'
import { askedType, copied, type DTypeOption } from './creation.js'

/*
 * Arrays of what comes one by one, and of bytes.
 */

/**
 * The elements of an iterable, 1-d. Throws `ShapeError` after 2**27 elements. NumPy's `numpy.fromiter`.
 * @example
 * np.fromiter(new Set([3, 1, 3, 2])) // array([3., 1., 2.])
 */
export const fromiter = declare(
  'fromiter(iter: iterable, {dtype?: dtype, count?: integer})',
  <S extends WeakScalar, T extends DTypeName = never>(
    values: Iterable<S>,
    ...rest: Rest<[dtype: NamedBy<T>, count: number], CountOptions<T>>
  ): Asked<T, DTypeOfInput<readonly S[]>> => {
    const { dtype, count = -1 } = optionsOf<CountOptions>(rest)
    const list: WeakScalar[] = []
    for (const x of values) {
      if (list.length === count) break
      if (list.length >= MAX_ITERATED)
        throw new ShapeError(`fromiter: more than ${MAX_ITERATED} elements; does the iterable end?`)
      list.push(x)
    }
    if (list.length < count) throw new ValueError(`fromiter: the iterable ends after ${list.length} of ${count} elements`)
    return copied(list, askedType({ dtype }))
  },
)

export interface CountOptions<T extends DTypeName = DTypeName> extends DTypeOption<T> {
  /** How many elements are taken (-1: all). */
  count?: number | undefined
}

export interface BufferOptions<T extends DTypeName = DTypeName> extends CountOptions<T> {
  /** Of so many bytes the first element is past. */
  offset?: number | undefined
}

/** Beyond it an iterable is taken for one that does not end. */
const MAX_ITERATED = 2 ** 27

/**
 * Elements in C order from a buffer's bytes (a copy): `frombuffer(bytes, 'float32')`. Any byte but 0 is true. NumPy's
 * `numpy.frombuffer`.
 * @example
 * np.frombuffer(new Uint8Array([1, 0, 2, 0]), 'int16') // array([1, 2], dtype=int16)
 */
export const frombuffer = declare(
  'frombuffer(buffer: bytes, {dtype?: dtype, count?: integer, offset?: integer})',
  <T extends DTypeName = 'float64'>(
    buffer: ArrayBufferLike | ArrayBufferView,
    ...rest: Rest<[dtype: NamedBy<T>, count: number, offset: number], BufferOptions<T>>
  ): NdArray<Named<T>> => {
    const { dtype, count = -1, offset = 0 } = optionsOf<BufferOptions>(rest)
    const to = toDType(dtype ?? 'float64')
    const all = ArrayBuffer.isView(buffer)
      ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
      : new Uint8Array(buffer)
    const size = dtypeInfo[to].bytes
    if (offset < 0 || offset > all.length)
      throw new ValueError(`frombuffer: offset ${offset}, expected 0 to ${all.length}, the number of bytes`)
    if (count >= 0 && offset + count * size > all.length)
      throw new ValueError(
        `frombuffer: ${count} elements of ${size} bytes from byte ${offset} on are more than the ${all.length} bytes there are`,
      )
    const bytes = all.subarray(offset, count < 0 ? undefined : offset + count * size)
    if (bytes.length % size !== 0) throw new DTypeError(`frombuffer: ${bytes.length} bytes are no whole number of ${to} elements`)
    const memory = memoryOf(to, bytes.length / size)
    fromBytes(memory, bytes)
    return wrap(leaf(memory, [memory.data.length]))
  },
)
