import { DTYPES, interpret, parse, print } from '@weldarray/ir'
import { optimise } from '@weldarray/optimizer'
import { expectSameBits, Random, randomProgram } from '@weldarray/testing'
import { test } from 'vitest'

const SHAPES = [[], [1], [5], [64], [130], [3, 5], [70, 3], [4, 1, 6], [2, 3, 40], [0], [3, 0]]
const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

// That loops keep them too is what the tiers' tests see.
test(`passes keep every bit of random programs (seed ${seed})`, () => {
  for (let i = 0; i < 300; i++) {
    const random = new Random(seed + i)
    const { interner, roots, slots } = randomProgram(random, DTYPES, random.int(3, 25), SHAPES)
    const expected = interpret(interner, roots, slots)
    const optimised = optimise(interner, roots, { check: true })
    const copied = parse(print(optimised))
    expectSameBits(`program ${i}, optimised`, optimised, interpret(copied.interner, copied.roots, slots), expected)
  }
})
