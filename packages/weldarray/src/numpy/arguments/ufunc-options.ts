import { ArgumentError } from '@weldarray/ir'
import { isNdArray, type NdArray } from '../operands/arrays.js'
import type { UfuncOptions } from '../types.js'
import { type Declaration, parse, readArguments } from './declare.js'
import { describe } from './kinds.js'

/*
 * Elementwise functions are called for a few elements at a time, and check what is cheap themselves: their operands as they read them,
 * that nothing comes after the options. Options are read here, where there are any.
 */
const OPTIONS = '{out?: ndarray, *, where?: array, dtype?: dtype, casting?: casting}'
let declared: Declaration | undefined

/** What an elementwise function of one or two operands takes, for those who read declarations. */
export const ufuncDeclaration = (name: string, arity: 1 | 2): string =>
  `${name}(${arity === 1 ? 'x: array' : 'x1: array, x2: array'}, ${OPTIONS})`

/** Throws `ArgumentError` for what comes after the last argument. */
export function takesNoMore(what: string, more: readonly unknown[]): void {
  if (more.length > 0 && more.some((x) => x !== undefined))
    throw new ArgumentError(`${what}: got more than its operands and options (the last is ${describe(more[more.length - 1])})`)
}

/** The options of an elementwise function: an object, or the array for the result by itself, as NumPy has it. Throws `ArgumentError`. */
export function ufuncOptions(what: string, options: unknown, more: readonly unknown[]): UfuncOptions | undefined {
  takesNoMore(what, more)
  if (options === undefined || options === null) return undefined
  if (isNdArray(options)) return { out: options as NdArray }
  if (typeof options !== 'object' || Array.isArray(options))
    throw new ArgumentError(`${what}: got ${describe(options)} after the operands, expected options like { out, where, dtype }`)
  declared ??= parse(`options(${OPTIONS})`)
  return readArguments({ ...declared, name: what }, [options])[0] as UfuncOptions | undefined
}
