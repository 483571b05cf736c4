import { type DType, dtypeOfTypedArray, isDType, promoteTypes, READ_AS } from '@weldarray/ir'
import type { AnyDType } from './types.js'

/** Typed arrays that no dtype of the compiler has. */
const FOREIGN: Readonly<Record<string, AnyDType>> = { Float16Array: 'float16', Uint8ClampedArray: 'uint8_clamped' }

/** What `is-buffer`, which `ndarray` asks, takes for a Node buffer. */
const isBuffer = (x: unknown): boolean => {
  const buffer = x as { constructor?: { isBuffer?: (x: unknown) => boolean }; _isBuffer?: unknown } | null
  if (buffer === null) return false
  return (typeof buffer.constructor?.isBuffer === 'function' && buffer.constructor.isBuffer(x)) || Boolean(buffer._isBuffer)
}

/** The dtype `ndarray` gives to an array over `data`. */
export function dtypeOfData(data: unknown): AnyDType {
  if (isBuffer(data)) return 'buffer'
  const tag = Object.prototype.toString.call(data).slice(8, -1)
  return dtypeOfTypedArray(tag) ?? FOREIGN[tag] ?? (Array.isArray(data) ? 'array' : 'generic')
}

const KINDS: Readonly<Record<string, DType>> = { bigint: 'bigint64', boolean: 'bool' }

/** The dtype in which all of these are kept: booleans alone are bool, whole numbers of any size alone bigint64, else they are numbers. */
export function dtypeOfElements(elements: Iterable<unknown>): DType {
  let dtype: DType | undefined
  for (const x of elements) {
    const kind = KINDS[typeof x] ?? 'float64'
    dtype = dtype === undefined ? kind : promoteTypes(dtype, kind)
  }
  return dtype ?? 'float64'
}

/** The dtype as which the compiler reads elements of an array of `dtype`; undefined where each element has its own. */
export function readAs(dtype: string): DType | undefined {
  if (isDType(dtype)) return dtype
  return dtype === 'array' || dtype === 'generic' ? undefined : READ_AS[dtype as keyof typeof READ_AS]
}
