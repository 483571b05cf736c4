/*
 * Decimal digits of doubles, as many as are asked for and all of them exact; what lies in the middle goes to the even digit, as in C and in
 * NumPy. (`toFixed` and `toExponential` round a middle up, end at 100 digits, and the one writes an exponent from 1e21 on.)
 */

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
  const [whole, up] = scaled(x, places)
  const digits = whole.toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${ended(digits.slice(-places), unique && up)}`
}

/** Of a finite number that is not negative: a digit and `places` more (or fewer, as above), and the exponent of the first. */
export function toDigits(x: number, places: number, unique = false): [digits: string, exponent: number] {
  if (x === 0) return ['0'.repeat(places + 1), 0]
  const exponent = Number(x.toExponential(60).split('e')[1])
  const [whole, up] = scaled(x, places - exponent)
  const digits = whole.toString()
  // Nines may round to a number with a digit more.
  return [ended(digits.slice(0, places + 1), unique && up), exponent + digits.length - places - 1]
}
