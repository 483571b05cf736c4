import { MOST_CHARACTERS, toDecimals, toScientific } from '../../array/decimal.js'
import { ArgumentError } from '../arguments/values.js'

const SPEC = /%(?:\((\w+)\))?([-+ 0#]*)(\d+)?(?:\.(\d+))?([diufFeEgGs%])/g

/** C's `%g`: the shorter of both forms, without trailing zeros. */
function general(x: number, precision: number, keep: boolean): string {
  const places = Math.max(0, precision - 1)
  const short = toScientific(x, places)
  const power = Number(short.slice(short.indexOf('e') + 1))
  const text = power < -4 || power > places ? short : toDecimals(x, places - power)
  return keep || !text.includes('.') ? text : text.replace(/^([^e]*?)\.?0+(?=e|$)/, '$1')
}

/** A number that is not negative, in one of C's forms for doubles. `#` keeps the point, and zeros. */
function floating(x: number, precision: number, kind: string, keep: boolean): string {
  const text = kind === 'f' ? toDecimals(x, precision) : kind === 'e' ? toScientific(x, precision) : general(x, precision, keep)
  return keep && !text.includes('.') ? text.replace(/(?=e|$)/, '.') : text
}

/** A number as a conversion writes it. */
type Conversion = (x: number | bigint) => string

/** A conversion's sign, and its width. */
function placed(text: string, flags: string, width: number, isFinite: boolean): string {
  let signed = text
  if (!text.startsWith('-') && flags.includes('+')) signed = `+${text}`
  else if (!text.startsWith('-') && flags.includes(' ')) signed = ` ${text}`
  if (flags.includes('-')) return signed.padEnd(width)
  if (!flags.includes('0') || !isFinite) return signed.padStart(width)
  const sign = /^[-+ ]/.test(signed) ? signed[0]! : ''
  return sign + signed.slice(sign.length).padStart(width - sign.length, '0')
}

function written(x: number | bigint, value: number, precision: number, kind: string, keep: boolean): string {
  if (kind === 's') return typeof x === 'bigint' || !Number.isInteger(value) ? String(x) : value.toFixed(1)
  if (kind === 'd' || kind === 'i' || kind === 'u')
    return typeof x === 'bigint' ? String(x) : BigInt(Math.trunc(value)).toString()
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
  const text = floating(Math.abs(value), precision, kind.toLowerCase(), keep)
  return value < 0 || Object.is(value, -0) ? `-${text}` : text
}

function conversion(flags: string, width: number, precision: number | undefined, kind: string): Conversion {
  if (width > MOST_CHARACTERS || (precision ?? 0) > MOST_CHARACTERS)
    throw new ArgumentError(
      `savetxt: the format asks for ${Math.max(width, precision ?? 0)} characters, expected at most ${MOST_CHARACTERS}`,
    )
  const [keep, isUpper, isPlain] = [flags.includes('#'), kind === 'E' || kind === 'G', flags === '' && width === 0]
  return (x) => {
    const value = Number(x)
    const text = written(x, value, precision ?? 6, kind, keep)
    const cased = isUpper ? text.toUpperCase() : text
    return isPlain ? cased : placed(cased, flags, width, Number.isFinite(value))
  }
}

/** How many numbers a format takes. */
export const slots = (format: string): number => [...format.matchAll(SPEC)].filter((m) => m[5] !== '%').length

/** C's `printf` for as many numbers as the format takes. Throws `ArgumentError` for a format that takes none. */
export function printf(format: string): (numbers: readonly (number | bigint)[]) => string {
  if (slots(format) === 0) throw new ArgumentError(`savetxt: the format '${format}' takes no number; expected one like '%.6f'`)
  const conversions: Conversion[] = []
  // What stands before each conversion, and after the last one.
  const between = ['']
  let end = 0
  for (const { 0: spec, 2: flags, 3: width, 4: precision, 5: kind, index } of format.matchAll(SPEC)) {
    between[conversions.length] += format.slice(end, index)
    end = index + spec.length
    if (kind === '%') between[conversions.length] += '%'
    else {
      const places = precision === undefined ? undefined : Number(precision)
      conversions.push(conversion(flags!, Number(width ?? 0), places, kind!))
      between.push('')
    }
  }
  between[conversions.length] += format.slice(end)
  return (numbers) => {
    const parts = [between[0]!]
    for (let i = 0; i < conversions.length; i++) parts.push(conversions[i]!(numbers[i]!), between[i + 1]!)
    return parts.join('')
  }
}
