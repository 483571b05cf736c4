import { Random } from '@weldarray/testing'

export { Random }

export const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

/** True with probability `p`. */
export const chance = (random: Random, p: number): boolean => random.next() < p
