import type { RandomState } from './random-state.js'
import { seed as begin } from './shared.js'

export type { LegacySize } from './choosing.js'
export * from './functions.generated.js'
export { random_sample as ranf, random_sample as sample } from './functions.generated.js'
export { RandomState } from './random-state.js'
export type { LegacySeed } from './seeds.js'

/**
 * Seeds the generator behind the functions of this module: the same numbers as NumPy's for the same seed. NumPy's
 * `numpy.random.seed`.
 * @example
 * np.random.seed(1)
 * np.random.rand() // array(0.417022)
 */
export const seed: RandomState['seed'] = begin
