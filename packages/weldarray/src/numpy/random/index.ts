import { Generator } from './generator.js'
import { Pcg64 } from './pcg64.js'
import { Philox as PhiloxSource } from './philox.js'
import { SFC64 as Sfc64Source } from './sfc64.js'
import { BitSource, type Seed } from './source.js'

/** A seed of 128 bits from the operating system's random numbers. */
const fresh = (): bigint => crypto.getRandomValues(new BigUint64Array(2)).reduce((seed, word) => (seed << 64n) | word, 0n)

type AnySeed = number | bigint | readonly (number | bigint)[]

/** A seed as the generators take it. Throws `RangeError` for a negative one. */
function seedOf(what: string, seed: AnySeed | undefined): Seed {
  if (seed === undefined) return fresh()
  const list = (typeof seed === 'object' ? seed : [seed]).map(BigInt)
  if (list.some((s) => s < 0n)) throw new RangeError(`${what}: the seed ${seed} is negative; expected non-negative integers`)
  return typeof seed === 'object' ? list : list[0]!
}

/** A generator; a seed (a non-negative integer, or several) makes its stream the same every time. Also over another source of bits. */
export function default_rng(seed?: AnySeed | BitSource): Generator {
  return new Generator(seed instanceof BitSource ? seed : seedOf('default_rng', seed))
}

/** The source of bits of `default_rng`. */
export function PCG64(seed?: AnySeed): BitSource {
  return new Pcg64(seedOf('PCG64', seed))
}
/** A counter-based source of bits: `default_rng(Philox(1))`. */
export function Philox(seed?: AnySeed): BitSource {
  return new PhiloxSource(seedOf('Philox', seed))
}
/** A small, fast source of bits: `default_rng(SFC64(1))`. */
export function SFC64(seed?: AnySeed): BitSource {
  return new Sfc64Source(seedOf('SFC64', seed))
}

export * from '../random-legacy/index.js'
export { Generator }
