import { DTYPES } from '@weldarray/ir'
import { expectSameBits, Random, randomProgram, reference, runOn, type TierName } from '@weldarray/testing'
import { test } from 'vitest'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const programs = Number(process.env.WELDARRAY_TEST_PROGRAMS ?? 20)

/** Shapes whose axes are equal where those of other sizes are. */
const shapesOf = ([n, m, k]: readonly [number, number, number]): number[][] => [
  [n],
  [n],
  [m, n],
  [m, 1],
  [1, n],
  [k, m, n],
  [m],
  [n, m],
  [n * m],
]

/**
 * Small and large, prime and not, one the multiple or the sum of another; some with one length in common, which may decide where the others do
 * not, and with factors that stand for lengths in plans.
 */
const SIZES = [
  [70, 41, 3],
  [41, 70, 3],
  [64, 8, 5],
  [128, 64, 2],
  [97, 67, 2],
  [100, 10, 10],
  [75, 75, 1],
  [1000, 9, 1],
  [70, 50, 3],
  [134, 71, 2],
  [134, 50, 2],
  [40, 71, 67],
  [52, 71, 67],
] as const

// A plan is made once for all sizes of a structure: what it was made for first must not be seen in what it gives later.
test.each(['auto', 'js', 'wasm, 2 threads, small pieces'] as TierName[])(
  `programs of one structure and many sizes, %s (seed ${seed})`,
  { timeout: 600_000 },
  (tier) => {
    for (let i = 0; i < programs; i++) {
      const first = new Random(seed * 1000 + i).int(0, SIZES.length - 1)
      for (let s = 0; s < SIZES.length; s++) {
        const sizes = SIZES[(first + s) % SIZES.length]!
        const random = new Random(seed * 1000 + i)
        const program = randomProgram(random, DTYPES, random.int(3, 16), shapesOf(sizes))
        expectSameBits(`program ${i}, sizes ${sizes}, ${tier}`, program.roots, runOn(tier, program), reference(program))
      }
    }
  },
)
