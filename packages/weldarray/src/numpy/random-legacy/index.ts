import type { NdArray } from '../seam.js'
import { type LegacySeed, RandomState } from './random-state.js'

export { type LegacySeed, type LegacySize, RandomState } from './random-state.js'

let shared: RandomState | undefined
const common = (): RandomState => (shared ??= new RandomState())

type Method = Exclude<keyof RandomState, 'seed'>
/** A method of the shared generator, which is made when the first of them is called. */
const bound = (name: Method): never =>
  ((...args: unknown[]) => (common() as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args)) as never

/** Seeds the generator behind the functions of this module: the same numbers as NumPy's for the same seed. */
export function seed(value: LegacySeed = null): void {
  common().seed(value)
}

/** Uniform numbers in [0, 1) in an array of the shape given. */
export const rand: (...shape: number[]) => NdArray = bound('rand')
/** Standard normal numbers in an array of the shape given. */
export const randn: (...shape: number[]) => NdArray = bound('randn')
export const random_sample: RandomState['random_sample'] = bound('random_sample')
/** Uniform numbers in [0, 1): one, or an array of the shape given. */
export const random: RandomState['random'] = bound('random')
export { random_sample as ranf, random_sample as sample }
export const standard_normal: RandomState['standard_normal'] = bound('standard_normal')
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
