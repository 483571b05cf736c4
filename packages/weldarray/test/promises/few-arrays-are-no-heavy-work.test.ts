import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What is pending is done early when it keeps much memory; each use of an array counts, until it is looked at more closely.

test('work on the same few arrays is not taken for work on many', () => {
  const x = np.arange(20_000).evaluate()
  let y = np.zeros(20_000).evaluate()
  let fifth = 0
  const before = np.stats()
  for (let turn = 0; turn < 300; turn++) {
    const z = y.mul(0.5).add(x)
    y = z.mul(y.sub(x)).minimum(9).add(z.sub(x).mul(1e-3)).sub(y.mul(0.1))
    const half = fifth * 0.5 + 5
    fifth = Math.min(half * (fifth - 5), 9) + (half - 5) * 1e-3 - fifth * 0.1
  }
  expect(np.stats({ since: before }).evaluationsImplicit).toBe(0)
  expect(y.get(5)).toBe(fifth)
  expect(np.stats({ since: before }).evaluationsImplicit).toBeGreaterThan(0)
})
