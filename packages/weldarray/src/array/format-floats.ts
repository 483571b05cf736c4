import { powerText, toDecimals, toDigits } from './decimal.js'
import type { PrintOptions } from './print-options.js'

/*
 * Floating numbers as NumPy writes them: one format for all that are shown, so that they line up.
 */

/** The shortest digits that tell `x` from its neighbours: [digits, exponent of the first]. */
function shortest(x: number, single: boolean): [string, number] {
  if (single) return shortestSingle(x)
  const [mantissa, exponent] = x.toExponential().split('e')
  return [mantissa!.replace('.', ''), Number(exponent)]
}

/** The same of a float32. The neighbour below a power of two is nearer than the one above: a digit more may tell it where the nearest does not. */
function shortestSingle(x: number): [string, number] {
  for (let places = 0; ; places++) {
    const [mantissa, power] = x.toExponential(places).split('e')
    const digits = mantissa!.replace('.', '')
    const tells = (n: number): boolean => Math.fround(Number(`${n}e${Number(power) - places}`)) === x
    // (Of two that are as near the even one.)
    if (tells(Number(digits))) return toDigits(x, places)
    if (places === 8) return [digits, Number(power)]
    const above = String(Number(digits) + 1)
    if (above.length === digits.length && tells(Number(above))) return [above, Number(power)]
  }
}

const sign = (x: number, plus: boolean): string => (x < 0 || Object.is(x, -0) ? '-' : plus ? '+' : '')

/** [whole, fraction] of a positional number, with at most `precision` decimals; `unique` digits if told so. */
export function positional(
  x: number,
  precision: number | null,
  unique: boolean,
  single: boolean,
  plus: boolean,
): [string, string] {
  const value = Math.abs(x)
  let text: string
  if (unique) {
    const [digits, exponent] = shortest(value, single)
    const decimals = Math.max(0, digits.length - 1 - exponent)
    if (precision !== null && decimals > precision) text = toDecimals(value, precision, true)
    else if (exponent < 0) text = `0.${'0'.repeat(-exponent - 1)}${digits}`
    else text = `${digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')}.${digits.slice(exponent + 1)}`
  } else text = toDecimals(value, precision ?? 0)
  const [whole, fraction = ''] = text.split('.')
  return [sign(x, plus) + whole!, fraction]
}

/** [whole, fraction, exponent] of a number in scientific notation; as `positional`. */
export function scientific(
  x: number,
  precision: number | null,
  unique: boolean,
  single: boolean,
  plus: boolean,
): [string, string, string] {
  const value = Math.abs(x)
  let [digits, exponent] = shortest(value, single)
  if (!unique || (precision !== null && digits.length - 1 > precision))
    [digits, exponent] = toDigits(value, precision ?? 0, unique)
  return [sign(x, plus) + digits[0], digits.slice(1), powerText(exponent)]
}

/** Whether numbers are written with exponents: where they are large, or lie far apart. */
function needsExponents(values: readonly number[], suppress: boolean, single: boolean): boolean {
  let [low, high] = [Infinity, 0]
  for (const x of values) {
    if (x === 0) continue
    const size = Math.abs(x)
    if (size < low) low = size
    if (size > high) high = size
  }
  return high > 0 && (high >= (single ? 1e6 : 1e8) || (!suppress && (low < 1e-4 || high / low > 1000)))
}

/** The one way to write all of `values`. */
export function floatWriter(values: readonly number[], single: boolean, options: PrintOptions): (x: number) => string {
  const finite = values.filter(Number.isFinite)
  const plus = options.sign === '+'
  const precision = options.floatmode === 'unique' ? null : options.precision
  const unique = options.floatmode !== 'fixed'
  const exponents = needsExponents(finite, options.suppress, single)
  const told = (fraction: string): string => (unique ? fraction.replace(/0+$/, '') : fraction)
  const widest = (parts: readonly string[]): number => parts.reduce((n, p) => Math.max(n, p.length), 0)
  let before = 0
  let after = 0
  let write: (x: number) => string
  if (exponents) {
    const parts = finite.map((x) => scientific(x, precision, unique, single, plus))
    const digits = widest(parts.map((p) => told(p[1])))
    const power = widest(parts.map((p) => p[2])) - 1
    before = widest(parts.map((p) => p[0]))
    after = digits + power + 2
    // As many digits for all: those beyond the unique ones are the number's own, too.
    write = (x) => {
      const shown = scientific(x, digits, unique, single, plus)
      const [whole, fraction, e] = shown[1].length === digits ? shown : scientific(x, digits, false, single, plus)
      return `${whole.padStart(before)}.${fraction}e${e[0]}${e.slice(1).padStart(power, '0')}`
    }
  } else {
    const parts = finite.map((x) => positional(x, precision, unique, single, plus))
    before = widest(parts.map((p) => p[0]))
    after = widest(parts.map((p) => told(p[1])))
    const areEqual = options.floatmode === 'fixed' || options.floatmode === 'maxprec_equal'
    const places = after
    write = (x) => {
      const [whole, fraction] = areEqual
        ? positional(x, places, false, single, plus)
        : positional(x, precision, unique, single, plus)
      return `${whole.padStart(before)}.${areEqual ? fraction : told(fraction).padEnd(places)}`
    }
  }
  if (options.sign === ' ' && !finite.some((x) => x < 0 || Object.is(x, -0))) before++
  if (finite.length !== values.length) {
    const negative = options.sign !== '-' || values.includes(-Infinity) ? 1 : 0
    before = Math.max(before, options.nanstr.length - after - 1, options.infstr.length + negative - after - 1)
  }
  return (x) => {
    if (Number.isFinite(x)) return write(x)
    const text = Number.isNaN(x) ? (plus ? '+' : '') + options.nanstr : sign(x, plus) + options.infstr
    return text.padStart(before + after + 1)
  }
}
