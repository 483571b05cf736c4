import { type DType, isDType } from '@weldarray/ir'
import type { AnyDType } from './types.js'

const NAMES: Readonly<Record<string, AnyDType>> = {
  '[object Float64Array]': 'float64',
  '[object Float32Array]': 'float32',
  '[object Float16Array]': 'float16',
  '[object Int8Array]': 'int8',
  '[object Int16Array]': 'int16',
  '[object Int32Array]': 'int32',
  '[object Uint8Array]': 'uint8',
  '[object Uint16Array]': 'uint16',
  '[object Uint32Array]': 'uint32',
  '[object Uint8ClampedArray]': 'uint8_clamped',
  '[object BigInt64Array]': 'bigint64',
  '[object BigUint64Array]': 'biguint64',
}

/** What `is-buffer`, which `ndarray` asks, takes for a Node buffer. */
const isBuffer = (x: unknown): boolean => {
  const buffer = x as { constructor?: { isBuffer?: (x: unknown) => boolean }; _isBuffer?: unknown } | null
  if (buffer === null) return false
  return (typeof buffer.constructor?.isBuffer === 'function' && buffer.constructor.isBuffer(x)) || Boolean(buffer._isBuffer)
}

/** The dtype `ndarray` gives to an array over `data`. */
export function dtypeOfData(data: unknown): AnyDType {
  if (isBuffer(data)) return 'buffer'
  return NAMES[Object.prototype.toString.call(data)] ?? (Array.isArray(data) ? 'array' : 'generic')
}

/** The dtype as which the compiler reads elements of an array of `dtype` whose first element is `sample`. */
export function readAs(dtype: string, sample: unknown): DType {
  if (isDType(dtype)) return dtype
  if (dtype === 'uint8_clamped' || dtype === 'buffer') return 'uint8'
  if (dtype === 'float16') return 'float32'
  return typeof sample === 'bigint' ? 'bigint64' : typeof sample === 'boolean' ? 'bool' : 'float64'
}
