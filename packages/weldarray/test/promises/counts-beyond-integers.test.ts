import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Distributions of counts whose parameter is so small that no int64 holds them.

test('geometric draws are the largest integer, those of RandomState the least, as in NumPy', () => {
  for (const p of [1e-308, 5e-324]) {
    expect(np.random.default_rng(1).geometric(p, 2).astype('bigint64').tolist()).toEqual([2n ** 63n - 1n, 2n ** 63n - 1n])
    expect(new np.random.RandomState(1).geometric(p, 2).astype('bigint64').tolist()).toEqual([-(2n ** 63n), -(2n ** 63n)])
  }
})
