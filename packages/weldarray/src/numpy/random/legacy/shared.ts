import type { NdArray, Untyped } from '../../operands/arrays.js'
import { Generator } from '../generator.js'
import type { LegacySize } from './choosing.js'
import { RandomState } from './random-state.js'

/*
 * The generator behind the functions of `np.random`: it is made when the first of them is called.
 */

let state: RandomState | undefined
const common = (): RandomState => (state ??= new RandomState())

let isSeeded = false
let anyNumbers: Generator | undefined

export const seed: RandomState['seed'] = (value) => {
  isSeeded = true
  common().seed(value)
}

/**
 * Arrays of numbers that no seed was given for come from a newer generator, whose kernels are twenty times as fast: nobody can tell, and
 * nobody could have them again.
 */
const unseeded =
  (name: 'random' | 'standard_normal', legacy: 'random_sample' | 'standard_normal') =>
  (size?: LegacySize): number | NdArray<'float64'> => {
    if (isSeeded || size === undefined || size === null) return common()[legacy](size)
    anyNumbers ??= new Generator([...crypto.getRandomValues(new BigUint64Array(4))])
    return anyNumbers[name](size as number | number[]) as Untyped
  }

/** Whether a shape was given, and is one; the generator says what is wrong with another. */
const areLengths = (shape: readonly unknown[]): boolean =>
  shape.length > 0 && shape.every((n) => Number.isInteger(n) && (n as number) >= 0)

const random_sample = unseeded('random', 'random_sample')
const standard_normal = unseeded('standard_normal', 'standard_normal')

/** What is more than a call of the method. */
const own: Partial<RandomState> = {
  random_sample,
  random: random_sample,
  standard_normal,
  rand: (...shape) => (areLengths(shape) ? random_sample(shape) : common().rand(...shape)) as Untyped,
  randn: (...shape) => (areLengths(shape) ? standard_normal(shape) : common().randn(...shape)) as Untyped,
}

type Method = Exclude<keyof RandomState, 'seed'>
type Call = (...args: unknown[]) => unknown

/** A method of the shared generator as a function. */
export const shared = (name: Method): never =>
  (own[name] ?? ((...args: unknown[]) => (common() as unknown as Record<string, Call>)[name]!(...args))) as never
