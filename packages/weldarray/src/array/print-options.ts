import { ArgumentError } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../numpy/arguments/declare.js'
import { describe } from '../numpy/arguments/kinds.js'

export type FloatMode = 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal'

/** How arrays are written: NumPy's print options. */
export interface PrintOptions {
  /** Digits after the point (8). */
  precision: number
  /** Arrays of more elements are summarised (1000). */
  threshold: number
  /** How many elements a summary shows at either end of an axis (3). */
  edgeitems: number
  /** The length of a line (75). */
  linewidth: number
  /** Whether numbers near 0 are written without an exponent (false). */
  suppress: boolean
  nanstr: string
  infstr: string
  /** `'+'`: also before positive numbers; `' '`: a space there; `'-'`: neither. */
  sign: '-' | '+' | ' '
  floatmode: FloatMode
}

/** What is told of them by position, in NumPy's order; null leaves it as it is. */
type PrintRest = Rest<
  [
    precision: number | null,
    threshold: number | null,
    edgeitems: number | null,
    linewidth: number | null,
    suppress: boolean | null,
    nanstr: string | null,
    infstr: string | null,
  ],
  Partial<PrintOptions>
>

const OPTIONS =
  '{precision?: integer|null, threshold?: number|null, edgeitems?: integer|null, linewidth?: integer|null, suppress?: flag|null, ' +
  'nanstr?: string|null, infstr?: string|null, *, sign?: "-"|"+"|" "|null, floatmode?: "fixed"|"unique"|"maxprec"|"maxprec_equal"|null}'

let current: PrintOptions = Object.freeze({
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  nanstr: 'nan',
  infstr: 'inf',
  sign: '-',
  floatmode: 'maxprec',
} as const)

/** No double has more decimals. */
const MOST_DIGITS = 1074

function checked(what: string, options: PrintOptions): PrintOptions {
  for (const name of ['precision', 'edgeitems', 'linewidth'] as const)
    if (!Number.isInteger(options[name]) || options[name] < 0)
      throw new ArgumentError(`${what}: ${name} is ${describe(options[name])}, expected a non-negative integer`)
  if (options.precision > MOST_DIGITS)
    throw new ArgumentError(
      `${what}: precision is ${options.precision}, expected at most ${MOST_DIGITS}: no double has more decimals`,
    )
  if (typeof options.threshold !== 'number' || Number.isNaN(options.threshold))
    throw new ArgumentError(`${what}: threshold is ${describe(options.threshold)}, expected a number (Infinity for never)`)
  return options
}

/** The options with some of them replaced; what is undefined or null stays. */
export function withOptions(
  what: string,
  changes: Partial<{ [K in keyof PrintOptions]: PrintOptions[K] | null | undefined }>,
): PrintOptions {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined && value !== null)
  return checked(what, given.length === 0 ? current : { ...current, ...Object.fromEntries(given) })
}

/**
 * How arrays are written now. NumPy's `numpy.get_printoptions`.
 * @example
 * np.get_printoptions().precision // 8
 */
export const get_printoptions = declare('get_printoptions()', (): PrintOptions => ({ ...current }))

/**
 * Changes how arrays are written, in this process, by keywords: `set_printoptions({ precision: 3, suppress: true })`. NumPy's
 * `numpy.set_printoptions`.
 * @example
 * np.set_printoptions({ precision: 8 })
 */
export const set_printoptions = declare(`set_printoptions(${OPTIONS})`, (...rest: PrintRest): void => {
  current = Object.freeze({ ...withOptions('set_printoptions', optionsOf<Partial<PrintOptions>>(rest)) })
})

/**
 * `set_printoptions` until the value it returns is disposed: `using _ = np.printoptions({ precision: 3 })`. NumPy's
 * `numpy.printoptions`.
 * @example
 * const short = np.printoptions({ precision: 2 })
 * const text = String(np.array([Math.PI]))
 * short[Symbol.dispose]()
 * text // '[3.14]'
 */
export const printoptions = declare(`printoptions(${OPTIONS})`, (...rest: PrintRest): Disposable => {
  const before = current
  set_printoptions(optionsOf<Partial<PrintOptions>>(rest))
  return {
    [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() {
      current = before
    },
  } as Disposable
})
