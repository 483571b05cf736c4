import { expect, test } from 'vitest'
import * as np from 'weldarray'

/** Indices that wait to be computed, the last half of which is outside. */
const indices = (n: number): np.NdArray => np.arange(n).astype('int64').evaluate().mul(2)

test.each([3000, 300_000])(
  '%i elements of which an index outside is found when they are computed leave the array as it was',
  (n) => {
    for (const value of [
      np.take(np.ones(n), indices(n)).add(1),
      np.take(np.ones(n), indices(n)),
      np.stack([np.ones(n), np.take(np.ones(n), indices(n))]).sum(0),
    ]) {
      const x = np.zeros(2 * n)
      expect(() => x.slice(`:${n}`).assign(value)).toThrow(np.IndexError)
      expect(x.any()).toBe(false)
      const y = np.zeros([2, n])
      expect(() => y.slice(1).addeq(value)).toThrow(np.IndexError)
      expect(y.any()).toBe(false)
    }
  },
)

test('an index outside is named in the same words whether it was there or is computed', () => {
  const message = (index: np.NdArray, x = np.zeros([3, 4])): string => {
    try {
      return String(x.slice(index, index).sum().item())
    } catch (error) {
      return (error as Error).message.replace(/\. It was found.*/s, '')
    }
  }
  for (const wrong of [3, -4]) {
    const there = np.zeros(300, 'int64')
    there.set(1, wrong)
    const pending = np.arange(300).mul(0).astype('int64').add(there)
    expect(message(there)).toContain(`axis 0: index ${wrong} is out of bounds for a length of 3`)
    expect(message(pending)).toBe(message(there))
  }
  expect(() =>
    np
      .zeros([0, 2])
      .at(np.array([0]))
      .add(1),
  ).toThrow('there is nothing to take from an axis of length 0')
})
