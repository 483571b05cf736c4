import { convert } from './convert.js'
import { type DType, dtypeInfo, isBig, type Scalar } from './dtype.js'

/** A scalar as text that reads back to the same bits: -0, nan and infinities are spelled out. */
export function scalarText(value: Scalar): string {
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (Number.isNaN(value)) return 'nan'
  if (value === Infinity) return 'inf'
  if (value === -Infinity) return '-inf'
  return String(value)
}

const SPECIAL: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity }
const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** The inverse of `scalarText`; null for what is no scalar of the dtype. Floats are rounded to it. */
export function parseScalar(text: string, dtype: DType): Scalar | null {
  const whole = /^(-?\d+)n?$/.exec(text)?.[1]
  if (isBig(dtype)) return whole === undefined || convert(BigInt(whole), dtype) !== BigInt(whole) ? null : BigInt(whole)
  if (dtypeInfo[dtype].kind === 'float') {
    if (Object.hasOwn(SPECIAL, text)) return SPECIAL[text]!
    return NUMBER.test(text) ? Number(text) : null
  }
  const value = Number(text)
  return NUMBER.test(text) && convert(value, dtype) === value ? value : null
}
