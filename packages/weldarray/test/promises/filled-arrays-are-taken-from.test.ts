import { expect, test } from 'vitest'
import * as np from 'weldarray'

// An array that is one value everywhere has no memory of its own; indices find the value all the same.

test.each([4, 4000])('%i elements', (n) => {
  const filled = np.full([n], 2.5)
  expect(np.take(filled, [1, 2]).tolist()).toEqual([2.5, 2.5])
  expect(
    filled
      .at([0, n - 1])
      .get()
      .tolist(),
  ).toEqual([2.5, 2.5])
  expect(np.take(np.full([n, 2], 7), [1, 0], 0).tolist()).toEqual([
    [7, 7],
    [7, 7],
  ])
  expect(np.take_along_axis(np.zeros([n]), np.array([3, 0]), 0).tolist()).toEqual([0, 0])
  expect(
    np
      .sort(np.full([n], 3))
      .slice('1:3')
      .tolist(),
  ).toEqual([3, 3])
  expect(
    np
      .concatenate([np.full([n], 1), np.full([n], 2)])
      .slice(`${n - 1}:${n + 1}`)
      .tolist(),
  ).toEqual([1, 2])
  expect(np.cumsum(np.full([n], 2)).get(n - 1)).toBe(2 * n)
  expect(np.bincount(np.full([n], 1, { dtype: 'int32' })).tolist()).toEqual([0, n])
})
