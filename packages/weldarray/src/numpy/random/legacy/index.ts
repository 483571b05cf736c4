import type { NdArray } from '../../operands/seam.js'
import { Generator } from '../generator.js'
import { type LegacySeed, type LegacySize, RandomState } from './random-state.js'

export { type LegacySeed, type LegacySize, RandomState } from './random-state.js'

let shared: RandomState | undefined
const common = (): RandomState => (shared ??= new RandomState())

type Method = Exclude<keyof RandomState, 'seed'>
/** A method of the shared generator, which is made when the first of them is called. */
const bound = (name: Method): never =>
  ((...args: unknown[]) => (common() as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args)) as never

/** Seeds the generator behind the functions of this module: the same numbers as NumPy's for the same seed. */
export function seed(value: LegacySeed = null): void {
  isSeeded = true
  common().seed(value)
}

let isSeeded = false
let anyNumbers: Generator | undefined

/**
 * Arrays of numbers that no seed was given for come from a newer generator, whose kernels are twenty times as fast: nobody can tell, and
 * nobody could have them again.
 */
const unseeded =
  (name: 'random' | 'standard_normal', legacy: 'random_sample' | 'standard_normal') =>
  (size?: LegacySize): number | NdArray => {
    if (isSeeded || size === undefined || size === null) return common()[legacy](size)
    anyNumbers ??= new Generator([...crypto.getRandomValues(new BigUint64Array(4))])
    return anyNumbers[name](size as number | number[])
  }

/** Whether a shape was given, and is one; the generator says what is wrong with another. */
const areLengths = (shape: readonly unknown[]): boolean =>
  shape.length > 0 && shape.every((n) => Number.isInteger(n) && (n as number) >= 0)

/** Uniform numbers in [0, 1) in an array of the shape given. */
export const rand = (...shape: number[]): NdArray =>
  (areLengths(shape) ? random_sample(shape) : common().rand(...shape)) as NdArray
/** Standard normal numbers in an array of the shape given. */
export const randn = (...shape: number[]): NdArray =>
  (areLengths(shape) ? standard_normal(shape) : common().randn(...shape)) as NdArray
export const random_sample = unseeded('random', 'random_sample') as RandomState['random_sample']
/** Uniform numbers in [0, 1): one, or an array of the shape given. */
export const random: RandomState['random'] = random_sample
export { random_sample as ranf, random_sample as sample }
export const standard_normal = unseeded('standard_normal', 'standard_normal') as RandomState['standard_normal']
export const uniform: RandomState['uniform'] = bound('uniform')
export const normal: RandomState['normal'] = bound('normal')
export const lognormal: RandomState['lognormal'] = bound('lognormal')
export const laplace: RandomState['laplace'] = bound('laplace')
export const gumbel: RandomState['gumbel'] = bound('gumbel')
export const logistic: RandomState['logistic'] = bound('logistic')
export const exponential: RandomState['exponential'] = bound('exponential')
export const standard_exponential: RandomState['standard_exponential'] = bound('standard_exponential')
export const standard_cauchy: RandomState['standard_cauchy'] = bound('standard_cauchy')
export const rayleigh: RandomState['rayleigh'] = bound('rayleigh')
export const randint: RandomState['randint'] = bound('randint')
export const permutation: RandomState['permutation'] = bound('permutation')
export const shuffle: RandomState['shuffle'] = bound('shuffle')
export const choice: RandomState['choice'] = bound('choice')
export const bytes: RandomState['bytes'] = bound('bytes')
export const gamma: RandomState['gamma'] = bound('gamma')
export const standard_gamma: RandomState['standard_gamma'] = bound('standard_gamma')
export const beta: RandomState['beta'] = bound('beta')
export const chisquare: RandomState['chisquare'] = bound('chisquare')
export const f: RandomState['f'] = bound('f')
export const standard_t: RandomState['standard_t'] = bound('standard_t')
export const weibull: RandomState['weibull'] = bound('weibull')
export const pareto: RandomState['pareto'] = bound('pareto')
export const power: RandomState['power'] = bound('power')
export const triangular: RandomState['triangular'] = bound('triangular')
export const poisson: RandomState['poisson'] = bound('poisson')
