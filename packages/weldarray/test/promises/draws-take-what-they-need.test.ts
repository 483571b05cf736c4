import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Where a stream of random numbers is after a call depends on nothing but the numbers that were drawn, as in NumPy.

test.each([1, 511, 2047, 4095, 16_383])('half a draw that %i float32 leave is what is taken next', (count) => {
  const [together, alone] = [np.random.default_rng(89), np.random.default_rng(89)]
  together.random(count, { dtype: 'float32' })
  for (let i = 0; i < count; i++) alone.random([], { dtype: 'float32' })
  expect(together.permutation(100).tolist()).toEqual(alone.permutation(100).tolist())
  expect(together.random()).toBe(alone.random())
})

test.each([
  ['default_rng', () => np.random.default_rng(5)],
  ['RandomState', () => new np.random.RandomState(5)],
] as const)('%s shuffles rows without elements by no draws', (_, start) => {
  const [rng, untouched] = [start(), start()]
  rng.shuffle(np.zeros([3, 0]))
  expect(rng.random()).toBe(untouched.random())
})
