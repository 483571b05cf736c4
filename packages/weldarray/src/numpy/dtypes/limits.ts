import { type DType, DTypeError, dtypeInfo, toDType } from '@weldarray/ir'
import { declare } from '../arguments/declare.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { dtypeOfInput } from './type-of-input.js'

export interface FloatLimits {
  readonly dtype: 'float32' | 'float64'
  readonly bits: number
  /** The distance from 1 to the next number. */
  readonly eps: number
  readonly epsneg: number
  readonly max: number
  readonly min: number
  readonly tiny: number
  readonly smallest_normal: number
  readonly smallest_subnormal: number
  readonly resolution: number
  /** Decimal digits that are sure. */
  readonly precision: number
  readonly nmant: number
  readonly nexp: number
  readonly iexp: number
  readonly maxexp: number
  readonly minexp: number
  readonly machep: number
  readonly negep: number
}

const floats = (dtype: 'float32' | 'float64', bits: number, nmant: number, nexp: number, precision: number): FloatLimits => {
  const maxexp = 2 ** (nexp - 1)
  const minexp = 2 - maxexp
  const max = (2 - 2 ** -nmant) * 2 ** (maxexp - 1)
  return Object.freeze({
    dtype,
    bits,
    eps: 2 ** -nmant,
    epsneg: 2 ** -(nmant + 1),
    max,
    min: -max,
    tiny: 2 ** minexp,
    smallest_normal: 2 ** minexp,
    smallest_subnormal: 2 ** (minexp - nmant),
    resolution: Number(`1e-${precision}`),
    precision,
    nmant,
    nexp,
    iexp: nexp,
    maxexp,
    minexp,
    machep: -nmant,
    negep: -(nmant + 1),
  })
}

const FLOATS: { readonly [name: string]: FloatLimits } = {
  float32: floats('float32', 32, 23, 8, 6),
  float64: floats('float64', 64, 52, 11, 15),
}

/**
 * The limits of a floating dtype (or of an array's): `np.finfo('float32').eps`. Throws `DTypeError` for other dtypes. NumPy's
 * `numpy.finfo`.
 * @example
 * np.finfo('float32').eps // 1.1920928955078125e-7
 */
export const finfo = declare('finfo(dtype: dtype|array)', (dtype: DTypeName | ArrayInput): FloatLimits => {
  const of = dtypeOfInput('finfo', dtype)
  const limits = FLOATS[of]
  if (limits === undefined) throw new DTypeError(`finfo: dtype ${of} is not floating; use iinfo('${of}')`)
  return limits
})

export interface IntegerLimits<T extends number | bigint = number | bigint> {
  readonly dtype: DType
  readonly bits: number
  readonly kind: 'i' | 'u'
  readonly min: T
  readonly max: T
}

interface Iinfo {
  (dtype: 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32'): IntegerLimits<number>
  (dtype: 'int64' | 'uint64' | 'bigint64' | 'biguint64'): IntegerLimits<bigint>
  (dtype: DTypeName | ArrayInput): IntegerLimits
}

/**
 * The limits of an integer dtype (or of an array's), bigints for 64 bits: `np.iinfo('uint8').max`. Throws `DTypeError` for
 * other dtypes. NumPy's `numpy.iinfo`.
 * @example
 * np.iinfo('int16').max // 32767
 */
export const iinfo: Iinfo = declare('iinfo(type: dtype|array)', (dtype: DTypeName | ArrayInput): never => {
  const of = toDType(dtypeOfInput('iinfo', dtype))
  const { kind, bytes, big } = dtypeInfo[of]
  if (kind !== 'signed' && kind !== 'unsigned')
    throw new DTypeError(`iinfo: dtype ${of} is no integer dtype${kind === 'float' ? `; use finfo('${of}')` : ''}`)
  const bits = 8 * bytes
  const low = kind === 'signed' ? -(1n << BigInt(bits - 1)) : 0n
  const high = low + (1n << BigInt(bits)) - 1n
  return {
    dtype: of,
    bits,
    kind: kind === 'signed' ? 'i' : 'u',
    min: big ? low : Number(low),
    max: big ? high : Number(high),
  } as never
})
