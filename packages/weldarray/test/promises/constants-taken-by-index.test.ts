import { expect, test } from 'vitest'
import * as np from 'weldarray'

test.each([4, 5000])('elements of a constant array of %i, by index, are the constant', (n) => {
  const indices = [0, n - 1, 1]
  expect(np.full([n], 2.5).slice(indices).tolist()).toEqual([2.5, 2.5, 2.5])
  expect(
    np
      .take(np.full([n], 7, { dtype: 'int32' }), indices)
      .add(1)
      .tolist(),
  ).toEqual([8, 8, 8])
  expect(np.hypot(np.zeros(3), np.full([n], 2.5).slice(indices)).tolist()).toEqual([2.5, 2.5, 2.5])
  expect(np.ones([3, n]).slice([2, 1]).sum().item()).toBe(2 * n)
  expect(np.take_along_axis(np.full([3, n], 9), np.zeros([3, 1], 'int64'), 1).tolist()).toEqual([[9], [9], [9]])
})
