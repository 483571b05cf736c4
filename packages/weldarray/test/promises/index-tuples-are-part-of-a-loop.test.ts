import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Several index arrays are one computed index, of the loop that loads the elements; nothing of the array's size is made for it.

const [rows, columns] = [4000, 3]
const picks = Array.from({ length: rows }, (_, i) => (7 * i) % columns)
const matrix = (): np.NdArray => np.add(np.arange(rows * columns).reshape(rows, columns), 0).evaluate()
const which = (): np.NdArray<'int64'> => np.array(picks, 'int64').evaluate()

test('an element of each row, and what is done with them, is one loop', () => {
  const [x, at, i] = [matrix(), which(), np.arange(rows).evaluate()]
  const total = x.slice(i, at).mul(2).sum()
  const before = np.stats()
  total.evaluate()
  const { loops, bytesRead, bytesWritten } = np.stats({ since: before })
  expect(loops).toBe(1)
  // Both arrays of indices, and not one that was made of them.
  expect(bytesRead).toBe(16 * rows)
  expect(bytesWritten).toBeLessThan(100)
  expect(total.item()).toBe(picks.reduce((sum, p, k) => sum + 2 * (columns * k + p), 0))
})

test('what is written there needs positions of what is selected alone', () => {
  const [x, at, i] = [matrix(), which(), np.arange(rows).evaluate()]
  const before = np.stats()
  x.at(i, at).sub(1)
  // Positions of 32 bits, and what is subtracted.
  expect(np.stats({ since: before }).bytesWritten).toBeLessThan(12 * rows + 100)
  expect(x.tolist()).toEqual(picks.map((p, k) => Array.from({ length: columns }, (_, c) => columns * k + c - (c === p ? 1 : 0))))
})

test('negative indices, numbers among them, axes between and around, no indices at all', () => {
  const x = np.arange(24).reshape(2, 3, 4)
  expect(x.slice([-1, 0], [1, -3]).tolist()).toEqual([
    [16, 17, 18, 19],
    [0, 1, 2, 3],
  ])
  expect(x.slice([1, -2], ':', [-1, 2]).tolist()).toEqual([
    [15, 19, 23],
    [2, 6, 10],
  ])
  expect(x.slice(':', [[0], [2]], [0, -1]).tolist()).toEqual([
    [
      [0, 3],
      [8, 11],
    ],
    [
      [12, 15],
      [20, 23],
    ],
  ])
  expect(x.slice(-1, ':', [0, 0]).tolist()).toEqual([
    [12, 16, 20],
    [12, 16, 20],
  ])
  const none = np.zeros(0, 'int32')
  expect(x.slice(none, none).shape).toEqual([0, 4])
  const y = np
    .zeros([2, 3, 4])
    .at([1, -2], ':', [-1, 2])
    .set([
      [1, 2, 3],
      [4, 5, 6],
    ])
  expect(y.slice(1, ':', 3).tolist()).toEqual([1, 2, 3])
  expect(y.slice(0, ':', 2).tolist()).toEqual([4, 5, 6])
  expect(y.sum().item()).toBe(21)
  const z = np.zeros([3, 4]).slice('::-1, 1:').at(':', [0, 0, -1]).add(1)
  expect(z.tolist()).toEqual([
    [2, 0, 1],
    [2, 0, 1],
    [2, 0, 1],
  ])
})

test('an index outside is told by the call, with its axis', () => {
  const x = matrix()
  const at = np.array(picks.with(1234, 3), 'int32')
  expect(() => x.slice(np.arange(rows), at)).toThrow('axis 1: index 3 is out of bounds for a length of 3: expected -3 to 2')
  expect(() => x.at(np.arange(rows), at).add(1)).toThrow(np.IndexError)
  expect(() => x.slice([0, 0.5], [0, 0])).toThrow('index 0.5 (at position 1) is no whole number')
  expect(() => x.slice(np.full(1000, NaN), np.zeros(1000, 'int32'))).toThrow('index NaN (at position 0) is no whole number')
})

test('later writes do not change what an index was, nor what it selects from', () => {
  const [x, at] = [matrix(), which()]
  const taken = x.slice(np.arange(rows), at)
  x.slice(':').assign(-1)
  at.slice(':').assign(0)
  expect(taken.get(1)).toBe(columns + picks[1]!)
  expect(taken.get(rows - 1)).toBe(columns * (rows - 1) + picks[rows - 1]!)
})
