import { expect, test } from 'vitest'
import * as np from 'weldarray'

const N = 20_000

/** The sums in the order that products of matrices have them: from zero, one window element after the other. */
function correlated(a: ArrayLike<number>, v: readonly number[]): number[] {
  return Array.from({ length: a.length - v.length + 1 }, (_, i) => v.reduce((sum, w, k) => sum + a[i + k]! * w, 0))
}

test('sums of products with few elements are one loop, with the bits of a product of matrices', () => {
  const a = np.random.default_rng(5).normal(0, 1, N).evaluate()
  const elements = a.tolist() as number[]
  for (const v of [[2], [1, -1], [0.1, 0.2, 0.3], [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) {
    np.correlate(a, v).evaluate()
    const before = np.stats()
    const made = np.correlate(a, v).evaluate()
    const { loops, calls } = np.stats({ since: before })
    expect({ loops, calls }).toEqual(v.length <= 8 ? { loops: 1, calls: 0 } : { loops, calls: 1 })
    expect(made.tolist()).toStrictEqual(correlated(elements, v))
  }
})

test('a sum of negative zeros is zero, whatever computes it', () => {
  const zeros = np.full(N, -0).evaluate()
  for (const v of [[1], [1, 2], [1, 1, 1, 1, 1, 1, 1, 1, 1]]) expect(Object.is(np.correlate(zeros, v).get(3), 0)).toBe(true)
})
