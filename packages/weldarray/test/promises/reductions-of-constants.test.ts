import { expect, test } from 'vitest'
import * as np from 'weldarray'

// An expression of constants has no shape of its own inside a loop; reduced, it counts once for every element.

test.each([3, 400])('sums over functions of constant arrays count every element, %d rows of 4', (rows) => {
  expect(np.zeros([rows, 4]).exp().sum(1).tolist()).toEqual(new Array(rows).fill(4))
  expect(np.full([rows, 4], 3, 'uint8').square().sum(1).tolist()).toEqual(new Array(rows).fill(36n))
  expect(np.zeros([rows, 4]).cos().sum().item()).toBe(4 * rows)
  expect(np.full([4, rows], 3).square().exp().log().sqrt().sum(0).tolist()).toEqual(new Array(rows).fill(12))
})
