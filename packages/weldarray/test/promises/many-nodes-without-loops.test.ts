import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * What is more than is planned at once is computed in segments, which end at loops. Where few or no loops come, a segment is longer.
 */

test('thousands of blocks that are views of numbers', async () => {
  const blocks = Array.from({ length: 5000 }, (_, i) => i % 7)
  const sum = blocks.reduce((a, b) => a + b)
  expect(np.block([blocks]).sum().item()).toBe(sum)
  const later = np.block([blocks])
  await later.evaluateAsync()
  expect(later.sum().item()).toBe(sum)
})

test('thousands of sums, joined, and no loop that could end a segment', async () => {
  const rows = np.arange(1000).evaluate()
  const sums = (): np.NdArray => np.stack(Array.from({ length: 3000 }, (_, i) => rows.slice(`${i % 7}:`).sum()))
  // The last begins at 3.
  expect(sums().get(2999)).toBe(999 * 500 - 3)
  expect((await sums().evaluateAsync()).get(7)).toBe(999 * 500)
})

test.each([1, 2, 3, 4, 5])('chains of loops with %i views between them', async (views) => {
  const rows = 4
  const make = (): np.NdArray => {
    let x: np.NdArray = np.zeros([rows, rows])
    for (let i = 0; i < 3000; i++) {
      const parts = Array.from({ length: views }, (_, k) => np.full([rows, 1], k + 1).T)
      x = parts.reduce((y: np.NdArray, part) => np.where(part.gt(0), y, part) as np.NdArray, x).add(1)
    }
    return x
  }
  expect(make().sum().item()).toBe(3000 * rows * rows)
  expect((await make().evaluateAsync()).sum().item()).toBe(3000 * rows * rows)
})
