import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What keeps much memory alive is computed when it is recorded. Nothing but time and memory may tell.

/** More than may be kept alive by what is pending. */
const LARGE = 17_000_000

test('functions made of several operations work on large arrays', () => {
  const a = np.full([LARGE], 2).evaluate()
  expect(np.nanstd(a).item()).toBe(0)
})

test('several reductions of one large array are one loop', () => {
  const a = np.full([LARGE], 2).evaluate()
  const before = np.stats().loops
  const results = [a.sum(), a.min(), a.max()]
  expect(results.map((x) => x.isEvaluated)).toEqual([false, false, false])
  np.evaluate(...results)
  expect(np.stats().loops - before).toBe(1)
})

test('an accumulator stays within a small maxMemory', () => {
  const n = 2 ** 16
  np.configure({ maxMemory: '64M' })
  try {
    const acc = np.full([n], 1).evaluate()
    for (let k = 0; k < 400; k++) acc.addeq(np.full([n], k).evaluate())
    expect(acc.get(5)).toBe(1 + (400 * 399) / 2)
  } finally {
    np.configure({ maxMemory: '4G' })
  }
})
