import { ShapeError, showShape } from '@weldarray/ir'
import { MOST_CHARACTERS } from '../../array/decimal.js'
import { layout, repr, scalarText } from '../../array/format.js'
import { positional, scientific } from '../../array/format-floats.js'
import { type FloatMode, withOptions } from '../../array/print-options.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

export { get_printoptions, type PrintOptions, printoptions, set_printoptions } from '../../array/print-options.js'

export interface TextOptions {
  max_line_width?: number | null
  precision?: number | null
  suppress_small?: boolean | null
  /** What stands between elements (a space). */
  separator?: string
  /** What stands before the text, so that lines after the first are indented by as much. */
  prefix?: string
  threshold?: number | null
  edgeitems?: number | null
  sign?: '-' | '+' | ' ' | null
  floatmode?: FloatMode | null
  /** What stands after the text, so that the last line leaves room for it. */
  suffix?: string
}

/**
 * The elements of an array as text, in NumPy's layout; options as `set_printoptions`, for this text alone. NumPy's
 * `numpy.array2string`.
 * @example
 * np.array2string([1.5, 2]) // '[1.5 2. ]'
 */
export const array2string = declare(
  `array2string(a: array, {max_line_width?: integer|null, precision?: integer|null, suppress_small?: flag|null, separator?: string, prefix?: string,
    *, threshold?: number|null, edgeitems?: integer|null, sign?: "-"|"+"|" "|null, floatmode?: "fixed"|"unique"|"maxprec"|"maxprec_equal"|null, suffix?: string})`,
  (
    a: ArrayInput,
    ...rest: Rest<
      [
        max_line_width: number | null,
        precision: number | null,
        suppress_small: boolean | null,
        separator: string,
        prefix: string,
      ],
      TextOptions
    >
  ): string => {
    const o = optionsOf<TextOptions>(rest)
    const options = withOptions('array2string', {
      linewidth: o.max_line_width,
      precision: o.precision,
      suppress: o.suppress_small,
      threshold: o.threshold,
      edgeitems: o.edgeitems,
      sign: o.sign,
      floatmode: o.floatmode,
    })
    return layout(
      arrayOf('array2string', a),
      { ...options, linewidth: options.linewidth - (o.suffix ?? '').length },
      o.separator,
      o.prefix,
    )
  },
)

interface LineOptions {
  max_line_width?: number | null
  precision?: number | null
  suppress_small?: boolean | null
}
type LineRest = Rest<[max_line_width: number | null, precision: number | null, suppress_small: boolean | null], LineOptions>

const LINE = 'max_line_width?: integer|null, precision?: integer|null, suppress_small?: flag|null'

const lineOptions = (what: string, rest: readonly unknown[]): ReturnType<typeof withOptions> => {
  const o = optionsOf<LineOptions>(rest)
  return withOptions(what, { linewidth: o.max_line_width, precision: o.precision, suppress: o.suppress_small })
}

/**
 * The text from which NumPy would make the array: `array([1., 2.])`, with the dtype where it does not show. What `console.log`
 * shows. NumPy's `numpy.array_repr`.
 * @example
 * np.array_repr([1.5, 2]) // 'array([1.5, 2. ])'
 */
export const array_repr = declare(`array_repr(arr: array, {${LINE}})`, (a: ArrayInput, ...rest: LineRest): string =>
  repr(arrayOf('array_repr', a), lineOptions('array_repr', rest)),
)

/**
 * The elements in NumPy's layout, without commas; a 0-d array as NumPy writes its scalars (`5.0`). NumPy's `numpy.array_str`.
 * @example
 * np.array_str([1.5, 2]) // '[1.5 2. ]'
 */
export const array_str = declare(`array_str(a: array, {${LINE}})`, (a: ArrayInput, ...rest: LineRest): string => {
  const x = arrayOf('array_str', a)
  const options = lineOptions('array_str', rest)
  if (x.shape.length > 0) return layout(x, options)
  const item = x.item()
  if (typeof item === 'boolean') return item ? 'True' : 'False'
  return x.dtype.startsWith('float') ? scalarText(Number(item), x.dtype === 'float32') : String(item)
})

export interface FloatTextOptions {
  precision?: number | null
  /** The shortest digits that tell the number from its neighbours (true), else all of `precision`. */
  unique?: boolean
  /** `'k'` keeps trailing zeros and the point, `'.'` trims zeros, `'0'` all but one zero after the point, `'-'` zeros and the point. */
  trim?: 'k' | '.' | '0' | '-'
  sign?: boolean
  pad_left?: number | null
  pad_right?: number | null
  /** Digits of the exponent at least (2). */
  exp_digits?: number | null
}

const trimmed = (whole: string, fraction: string, trim: string): string => {
  if (trim === 'k') return `${whole}.${fraction}`
  const rest = fraction.replace(/0+$/, '')
  if (trim === '-' && rest === '') return whole
  return `${whole}.${rest === '' && trim === '0' ? '0' : rest}`
}

function paddingOf(what: string, name: string, n: number | null | undefined): number {
  const padding = n === undefined || n === null ? 0 : integerOf(what, name, n)
  if (padding > MOST_CHARACTERS) throw new ArgumentError(`${what}: ${name} is ${padding}, expected at most ${MOST_CHARACTERS}`)
  return padding
}

/** How many digits stand behind the point; null for as many as tell the number. */
function placesOf(what: string, { precision, unique = true }: FloatTextOptions): number | null {
  if (precision === undefined || precision === null) return null
  const places = integerOf(what, 'precision', precision, 0)
  if (!unique && places > MOST_CHARACTERS)
    throw new ArgumentError(`${what}: precision is ${places}, expected at most ${MOST_CHARACTERS} digits without unique ones`)
  return places
}

/** What is written, and whether its digits are a float32's. Throws `ArgumentError`. */
function numberOf(what: string, x: ArrayInput): [number, boolean] {
  const a = arrayOf(what, x)
  if (a.shape.length > 0) throw new ArgumentError(`${what}: x has shape ${showShape(a.shape)}, expected a number or a 0-d array`)
  return [Number(a.item()), a.dtype === 'float32']
}

/**
 * A number without an exponent: `format_float_positional(1e-7)` is `'0.0000001'`. Of a 0-d float32 array in its own shortest digits. NumPy's `numpy.format_float_positional`.
 * @example
 * np.format_float_positional(1e-5) // '0.00001'
 */
export const format_float_positional = declare(
  'format_float_positional(x: array, {precision?: integer|null, unique?: flag, *, trim?: "k"|"."|"0"|"-", sign?: flag, pad_left?: integer|null, pad_right?: integer|null})',
  (x: ArrayInput, ...rest: Rest<[precision: number | null, unique: boolean], FloatTextOptions>): string => {
    const o = optionsOf<FloatTextOptions>(rest)
    const places = placesOf('format_float_positional', o)
    const [value, single] = numberOf('format_float_positional', x)
    if (!Number.isFinite(value)) return scalarText(value, single)
    if (places === null && o.unique === false)
      throw new ShapeError('format_float_positional: without unique digits the precision must be given')
    const [whole, fraction] = positional(value, places, o.unique ?? true, single, o.sign ?? false)
    const text = trimmed(whole, fraction, o.trim ?? 'k')
    const point = text.includes('.') ? text.indexOf('.') : text.length
    const left = paddingOf('format_float_positional', 'pad_left', o.pad_left)
    const right = paddingOf('format_float_positional', 'pad_right', o.pad_right)
    return ' '.repeat(Math.max(0, left - point)) + text + ' '.repeat(Math.max(0, right - Math.max(0, text.length - point - 1)))
  },
)

/**
 * A number with an exponent: `format_float_scientific(1234.5)` is `'1.2345e+03'`. Of a 0-d float32 array in its own shortest digits. NumPy's `numpy.format_float_scientific`.
 * @example
 * np.format_float_scientific(12345) // '1.2345e+04'
 */
export const format_float_scientific = declare(
  'format_float_scientific(x: array, {precision?: integer|null, unique?: flag, trim?: "k"|"."|"0"|"-", sign?: flag, pad_left?: integer|null, exp_digits?: integer|null})',
  (
    x: ArrayInput,
    ...rest: Rest<
      [
        precision: number | null,
        unique: boolean,
        trim: 'k' | '.' | '0' | '-',
        sign: boolean,
        pad_left: number | null,
        exp_digits: number | null,
      ],
      FloatTextOptions
    >
  ): string => {
    const o = optionsOf<FloatTextOptions>(rest)
    const places = placesOf('format_float_scientific', o)
    const [value, single] = numberOf('format_float_scientific', x)
    const left = paddingOf('format_float_scientific', 'pad_left', o.pad_left)
    const digits = paddingOf('format_float_scientific', 'exp_digits', o.exp_digits ?? 2)
    if (!Number.isFinite(value)) return scalarText(value, single)
    const [whole, fraction, power] = scientific(value, places, o.unique ?? true, single, o.sign ?? false)
    return `${trimmed(whole.padStart(left), fraction, o.trim ?? 'k')}e${power[0]}${power.slice(1).padStart(digits, '0')}`
  },
)

/** Most digits that are asked for by number. */
const MOST_DIGITS = 2 ** 20

/**
 * A whole number in base 2; negative ones with a sign, or as two's complement where a width is given. NumPy's
 * `numpy.binary_repr`.
 * @example
 * np.binary_repr(5, 8) // '00000101'
 */
export const binary_repr = declare(
  'binary_repr(num: exact, {width?: integer|null})',
  (num: number | bigint, ...rest: Rest<[width: number | null], { width?: number | null }>): string => {
    const { width = null } = optionsOf<{ width?: number | null }>(rest)
    if (width !== null && !(width >= 0 && width <= MOST_DIGITS))
      throw new ShapeError(`binary_repr: a width of ${width}, expected 0 to ${MOST_DIGITS}`)
    const n = BigInt(num)
    if (n >= 0n || width === null) {
      const digits = (n < 0n ? -n : n).toString(2).padStart(width ?? 0, '0')
      if (width !== null && digits.length > width)
        throw new ShapeError(`binary_repr: ${n} needs ${digits.length} digits, got a width of ${width}`)
      return (n < 0n ? '-' : '') + digits
    }
    const bits = (-n - 1n).toString(2).length + (n === -1n ? 0 : 1)
    if (bits > width) throw new ShapeError(`binary_repr: ${n} needs ${bits} digits, got a width of ${width}`)
    return BigInt.asUintN(width, n).toString(2).padStart(width, '1')
  },
)

export interface BaseOptions {
  base?: number
  /** Zeros before the number. */
  padding?: number
}

/**
 * A whole number in a base of 2 to 36, with `padding` zeros before. NumPy's `numpy.base_repr`.
 * @example
 * np.base_repr(255, 16) // 'FF'
 */
export const base_repr = declare(
  'base_repr(number: exact, {base?: integer, padding?: integer})',
  (number: number | bigint, ...rest: Rest<[base: number, padding: number], BaseOptions>): string => {
    const { base = 2, padding = 0 } = optionsOf<BaseOptions>(rest)
    integerOf('base_repr', 'base', base, 2)
    if (base > 36) throw new ShapeError(`base_repr: base ${base}, expected at most 36`)
    if (padding < 0 || padding > MOST_DIGITS) throw new ShapeError(`base_repr: padding ${padding}, expected 0 to ${MOST_DIGITS}`)
    const n = BigInt(number)
    const digits = (n < 0n ? -n : n).toString(base).toUpperCase()
    return (n < 0n ? '-' : '') + '0'.repeat(padding) + (n === 0n && padding > 0 ? digits.slice(1) : digits)
  },
)
