/*
 * Decimal digits of doubles, as many as are asked for and all of them exact; what lies in the middle goes to the even digit, as in C and in
 * NumPy. (`toFixed` and `toExponential` round a middle up, end at 100 digits, and the one writes an exponent from 1e21 on.)
 */

/** The most decimals of which the engine writes one more. */
const MOST_WRITTEN = 99

/**
 * What the engine writes (`toFixed`, or `toExponential` up to its `e`); null where a digit more is a 5, which may be a middle. Any other tells
 * which way the rest goes, though it is rounded itself.
 */
function written(x: number, places: number, how: 'toExponential' | 'toFixed'): string | null {
  if (places > MOST_WRITTEN) return null
  const more = x[how](places + 1)
  const end = how === 'toFixed' ? more.length : more.indexOf('e')
  const last = more[end - 1]!
  if (last === '5') return null
  const kept = places === 0 ? end - 2 : end - 1
  if (last < '5') return more.slice(0, kept) + more.slice(end)
  const digit = more[kept - 1]!
  return digit === '9' ? x[how](places) : more.slice(0, kept - 1) + (Number(digit) + 1) + more.slice(end)
}

const view = new DataView(new ArrayBuffer(8))

/** [m, e] of a finite double that is not negative: it is m · 2^e. */
function binary(x: number): [bigint, number] {
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const exponent = Number(bits >> 52n)
  const fraction = bits & 0xfffffffffffffn
  return exponent === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, exponent - 1075]
}

/** The whole number next to `x · 10^power`, and whether it is above that. */
function scaled(x: number, power: number): [bigint, boolean] {
  const [mantissa, exponent] = binary(x)
  const above = (mantissa << BigInt(Math.max(0, exponent))) * 10n ** BigInt(Math.max(0, power))
  const below = (1n << BigInt(Math.max(0, -exponent))) * 10n ** BigInt(Math.max(0, -power))
  const whole = above / below
  const twice = 2n * (above - whole * below)
  const up = twice > below || (twice === below && whole % 2n === 1n)
  return [up ? whole + 1n : whole, up]
}

/** Without the zeros that a carry leaves behind: NumPy ends unique digits before them. */
const ended = (digits: string, carried: boolean): string => (carried ? digits.replace(/0+$/, '') : digits)

/** Most characters that a caller may ask for in a number, or beside it. */
export const MOST_CHARACTERS = 100_000

/** An exponent as C and NumPy write it: a sign, and two digits at least. */
export const powerText = (power: number): string => `${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`

/** A finite number that is not negative, to `places` decimals; `unique`: to as many that tell something, as NumPy ends them. */
export function toDecimals(x: number, places: number, unique = false): string {
  const text = unique || x >= 1e21 ? null : written(x, places, 'toFixed')
  if (text !== null) return text
  const [whole, up] = scaled(x, places)
  const digits = whole.toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${ended(digits.slice(-places), unique && up)}`
}

/** Of a finite number that is not negative: a digit and `places` more (or fewer, as above), and the exponent of the first. */
export function toDigits(x: number, places: number, unique = false): [digits: string, exponent: number] {
  if (x === 0) return ['0'.repeat(places + 1), 0]
  // So many digits tell a number from powers of ten beside it.
  const exponent = Number(x.toExponential(16).split('e')[1])
  const [whole, up] = scaled(x, places - exponent)
  const digits = whole.toString()
  // Nines may round to a number with a digit more.
  return [ended(digits.slice(0, places + 1), unique && up), exponent + digits.length - places - 1]
}

/** C's `%e`, of a finite number that is not negative. */
export function toScientific(x: number, places: number): string {
  const text = written(x, places, 'toExponential')
  if (text !== null) {
    // C writes two digits of an exponent at least.
    const end = text.length
    return text[end - 2] === '+' || text[end - 2] === '-' ? `${text.slice(0, end - 1)}0${text[end - 1]}` : text
  }
  const [digits, power] = toDigits(x, places)
  return `${digits[0]}${places === 0 ? '' : '.'}${digits.slice(1)}e${powerText(power)}`
}
