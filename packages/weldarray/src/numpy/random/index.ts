import { ValueError } from '@weldarray/ir'
import { declare } from '../arguments/declare.js'
import { Generator } from './generator.js'
import { Pcg64 } from './pcg64.js'
import { Philox as PhiloxSource } from './philox.js'
import { SFC64 as Sfc64Source } from './sfc64.js'
import { BitSource, type Seed } from './source.js'

/** A seed of 128 bits from the operating system's random numbers. */
const fresh = (): bigint => crypto.getRandomValues(new BigUint64Array(2)).reduce((seed, word) => (seed << 64n) | word, 0n)

type AnySeed = number | bigint | readonly (number | bigint)[]

/** A seed, by its place or its name. */
type Given<S> = S | null | { readonly seed?: S | null }

/** A seed as the generators take it. Throws `ValueError` for a negative one. */
function seedOf(what: string, seed: AnySeed | null | undefined): Seed {
  if (seed === undefined || seed === null) return fresh()
  const list = (typeof seed === 'object' ? seed : [seed]).map(BigInt)
  if (list.some((s) => s < 0n)) throw new ValueError(`${what}: a seed of ${seed}, expected non-negative integers`)
  return typeof seed === 'object' ? list : list[0]!
}

/**
 * A generator; a seed (a non-negative integer, or several) makes its stream the same every time. Also over another source of
 * bits. NumPy's `numpy.random.default_rng`.
 * @example
 * np.random.default_rng(42).random(3) // array([0.77395605, 0.43887844, 0.85859792])
 */
export const default_rng = declare(
  'default_rng(seed?: exact|exacts|bits|null)',
  (seed?: Given<AnySeed | BitSource>): Generator =>
    new Generator(seed instanceof BitSource ? seed : seedOf('default_rng', seed as AnySeed)),
)

/**
 * The source of bits of `default_rng`. NumPy's `numpy.random.PCG64`.
 * @example
 * new np.random.Generator(np.random.PCG64(1)).random(2) // array([0.51182162, 0.9504637 ])
 */
export const PCG64 = declare(
  'PCG64(seed?: exact|exacts|null)',
  (seed?: Given<AnySeed>): BitSource => new Pcg64(seedOf('PCG64', seed as AnySeed)),
)
/**
 * A counter-based source of bits: `default_rng(Philox(1))`. NumPy's `numpy.random.Philox`.
 * @example
 * new np.random.Generator(np.random.Philox(1)).random(2) // array([0.06680201, 0.07901298])
 */
export const Philox = declare(
  'Philox(seed?: exact|exacts|null)',
  (seed?: Given<AnySeed>): BitSource => new PhiloxSource(seedOf('Philox', seed as AnySeed)),
)
/**
 * A small, fast source of bits: `default_rng(SFC64(1))`. NumPy's `numpy.random.SFC64`.
 * @example
 * new np.random.Generator(np.random.SFC64(1)).random(2) // array([0.99562005, 0.37211968])
 */
export const SFC64 = declare(
  'SFC64(seed?: exact|exacts|null)',
  (seed?: Given<AnySeed>): BitSource => new Sfc64Source(seedOf('SFC64', seed as AnySeed)),
)

export * from './legacy/index.js'
export { Generator }
