import { MOST_CHARACTERS, powerText, toDecimals, toDigits } from '../../array/decimal.js'
import { ArgumentError } from '../arguments/values.js'

const SPEC = /%(?:\((\w+)\))?([-+ 0#]*)(\d+)?(?:\.(\d+))?([diufFeEgGs%])/g

/** C's `%e`, of a number that is not negative. */
function scientific(x: number, places: number): string {
  const [digits, power] = toDigits(x, places)
  const point = places === 0 ? '' : `.${digits.slice(1)}`
  return `${digits[0]}${point}e${powerText(power)}`
}

/** C's `%g`: the shorter of both forms, without trailing zeros. */
function general(x: number, precision: number, keep: boolean): string {
  const places = Math.max(0, precision - 1)
  const [, power] = toDigits(x, places)
  const text = power < -4 || power > places ? scientific(x, places) : toDecimals(x, places - power)
  return keep || !text.includes('.') ? text : text.replace(/^([^e]*?)\.?0+(?=e|$)/, '$1')
}

/** A number that is not negative, in one of C's forms for doubles. `#` keeps the point, and zeros. */
function floating(x: number, precision: number, kind: string, keep: boolean): string {
  const text = kind === 'f' ? toDecimals(x, precision) : kind === 'e' ? scientific(x, precision) : general(x, precision, keep)
  return keep && !text.includes('.') ? text.replace(/(?=e|$)/, '.') : text
}

function one(x: number | bigint, flags: string, width: number, precision: number | undefined, kind: string): string {
  if (width > MOST_CHARACTERS || (precision ?? 0) > MOST_CHARACTERS)
    throw new ArgumentError(
      `savetxt: the format asks for ${Math.max(width, precision ?? 0)} characters, expected at most ${MOST_CHARACTERS}`,
    )
  const value = Number(x)
  let text: string
  if (kind === 's') text = typeof x === 'bigint' || !Number.isInteger(value) ? String(x) : value.toFixed(1)
  else if (kind === 'd' || kind === 'i' || kind === 'u')
    text = typeof x === 'bigint' ? String(x) : BigInt(Math.trunc(value)).toString()
  else if (!Number.isFinite(value)) text = Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
  else {
    text = floating(Math.abs(value), precision ?? 6, kind.toLowerCase(), flags.includes('#'))
    if (value < 0 || Object.is(value, -0)) text = `-${text}`
  }
  if (kind === 'E' || kind === 'G') text = text.toUpperCase()
  if (!text.startsWith('-') && flags.includes('+')) text = `+${text}`
  else if (!text.startsWith('-') && flags.includes(' ')) text = ` ${text}`
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0') || !Number.isFinite(value)) return text.padStart(width)
  const sign = /^[-+ ]/.test(text) ? text[0]! : ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}

/** How many numbers a format takes. */
export const slots = (format: string): number => [...format.matchAll(SPEC)].filter((m) => m[5] !== '%').length

/** C's `printf` for numbers. Throws `ArgumentError` for a format that takes none. */
export function printf(format: string, ...numbers: readonly (number | bigint)[]): string {
  let next = 0
  if (slots(format) === 0) throw new ArgumentError(`savetxt: the format '${format}' takes no number; expected one like '%.6f'`)
  return format.replace(
    SPEC,
    (_, _name, flags: string, width: string | undefined, precision: string | undefined, kind: string) =>
      kind === '%'
        ? '%'
        : one(numbers[next++]!, flags, Number(width ?? 0), precision === undefined ? undefined : Number(precision), kind),
  )
}
