import { describe } from '../../arguments/kinds.js'
import { ArgumentError } from '../../arguments/values.js'

export type LegacySeed = number | bigint | readonly (number | bigint)[] | null

const fresh = (): number[] => [...crypto.getRandomValues(new Uint32Array(624))]

/** The words that a stream begins with: a number or a list of them; of no seed, random ones. */
export function words(seed: LegacySeed | undefined): number | number[] {
  if (seed === null || seed === undefined) return fresh()
  const word = (s: number | bigint): number => {
    const n = typeof s === 'bigint' ? Number(s) : s
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > 0xffffffff)
      throw new ArgumentError(`RandomState: the seed ${describe(s)}, expected integers from 0 to 4294967295`)
    return n
  }
  if (typeof seed === 'object' && Array.isArray(seed) && seed.length > 0) return seed.map(word)
  return word(seed as number)
}
