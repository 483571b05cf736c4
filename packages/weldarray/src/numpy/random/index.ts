import { Generator } from './generator.js'

/** A seed of 128 bits from the operating system's random numbers. */
const fresh = (): bigint => crypto.getRandomValues(new BigUint64Array(2)).reduce((seed, word) => (seed << 64n) | word, 0n)

/** A generator; a seed (a non-negative integer, or several) makes its stream the same every time. */
export function default_rng(seed?: number | bigint | readonly (number | bigint)[]): Generator {
  if (seed === undefined) return new Generator(fresh())
  const list = (typeof seed === 'object' ? seed : [seed]).map(BigInt)
  if (list.some((s) => s < 0n)) throw new RangeError(`default_rng: the seed ${seed} is negative; expected non-negative integers`)
  return new Generator(typeof seed === 'object' ? list : list[0]!)
}

export * from '../random-legacy/index.js'
export { Generator }
