import { type DType, isBig, type Scalar } from './dtype.js'

/** A scalar as text that reads back to the same bits: -0, nan and infinities are spelled out. */
export function scalarText(value: Scalar): string {
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (Number.isNaN(value)) return 'nan'
  if (value === Infinity) return 'inf'
  if (value === -Infinity) return '-inf'
  return String(value)
}

/** The inverse of `scalarText`. */
export function parseScalar(text: string, dtype: DType): Scalar {
  if (isBig(dtype)) return BigInt(text.replace(/n$/, ''))
  if (text === 'nan') return Number.NaN
  if (text === 'inf') return Infinity
  if (text === '-inf') return -Infinity
  return Number(text)
}
