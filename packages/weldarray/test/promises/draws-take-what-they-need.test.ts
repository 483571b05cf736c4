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

test('an older binomial draws where nothing can succeed, too', () => {
  // np.random.seed(12345); np.random.binomial(1, [0, 0.25, 0.5, 0.75, 1])
  expect(new np.random.RandomState(12_345).binomial(1, [0, 0.25, 0.5, 0.75, 1]).tolist()).toEqual([0, 0, 0, 1, 1])
})

test('a beta distribution of parameters next to nothing has its ends alone', () => {
  const ends = np.random.default_rng(1).beta(2e-310, 1e-310, 300)
  expect(ends.eq(0).or(ends.eq(1)).all()).toBe(true)
  expect(Math.abs(Number(ends.mean().item()) - 2 / 3)).toBeLessThan(0.1)
})
