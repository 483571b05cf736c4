import { ArgumentError } from '../arguments/values.js'

const SPEC = /%(?:\((\w+)\))?([-+ 0#]*)(\d+)?(?:\.(\d+))?([diufFeEgGs%])/g

const exponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2')

/** C's `%g`: the shorter of both forms, without trailing zeros. */
function general(x: number, precision: number, keep: boolean): string {
  const digits = precision === 0 ? 1 : precision
  const e = x === 0 ? 0 : Number(x.toExponential(digits - 1).split('e')[1])
  const text = e < -4 || e >= digits ? exponent(x.toExponential(digits - 1)) : x.toFixed(digits - 1 - e)
  if (keep || !text.includes('.')) return text
  return text.replace(/\.?0+(e|$)/, '$1')
}

function one(x: number | bigint, flags: string, width: number, precision: number | undefined, kind: string): string {
  const value = Number(x)
  let text: string
  if (kind === 's') text = typeof x === 'bigint' || !Number.isInteger(value) ? String(x) : value.toFixed(1)
  else if (kind === 'd' || kind === 'i' || kind === 'u')
    text = typeof x === 'bigint' ? String(x) : BigInt(Math.trunc(value)).toString()
  else if (!Number.isFinite(value)) text = Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
  else if (kind === 'f' || kind === 'F')
    text =
      Math.abs(value) < 1e21 ? value.toFixed(precision ?? 6) : `${BigInt(value)}.${'0'.repeat(precision ?? 6)}`.replace(/\.$/, '')
  else if (kind === 'e' || kind === 'E') text = exponent(value.toExponential(precision ?? 6))
  else text = general(value, precision ?? 6, flags.includes('#'))
  if (Object.is(value, -0) && !text.startsWith('-') && kind !== 'd') text = `-${text}`
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
