import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * An integer may be a number, a bigint or a 0-d array; and its text is all of it.
 */
const told = (a: unknown): unknown => [(a as np.NdArray).dtype, (a as np.NdArray).tolist()]
const WAYS = [5, 5n, np.array(5, 'int32'), np.array(5), np.array([5n]).astype('int64').slice(0)]

test('drawing from the numbers below another', () => {
  for (const n of WAYS) {
    expect(told(np.random.default_rng(1).choice(n, 3))).toEqual(['int64', [2, 2, 3]])
    expect(told(np.random.default_rng(1).permutation(n))).toEqual(['int64', [4, 0, 1, 2, 3]])
    expect(told(new np.random.RandomState(1).choice(n, 3))).toEqual(['int64', [3, 4, 0]])
    expect(told(new np.random.RandomState(1).permutation(n))).toEqual(['int64', [2, 1, 4, 0, 3]])
  }
})

test('older generators draw by probability without replacement', () => {
  const drawn = (p: number[], size = 3): unknown => new np.random.RandomState(1).choice(5, { size, replace: false, p }) as unknown
  expect(told(drawn([0.1, 0, 0.3, 0.6, 0]))).toEqual(['int64', [3, 0, 2]])
  expect(() => drawn([0.1, 0, 0.3, 0.6, 0], 4)).toThrow('4 of 3 elements that have a probability')
  expect(() => drawn([0.5, -0.5, 0.4, 0.6, 0])).toThrow('a probability of -0.5')
})

test('the text of a whole number beyond 2^53', () => {
  const x = np.array([6917529010461212688n]).astype('int64').slice(0)
  expect(`${x}`).toBe('6917529010461212688')
  expect(
    String(
      np
        .array([2n ** 64n - 1n], 'biguint64')
        .astype('uint64')
        .slice(0),
    ),
  ).toBe('18446744073709551615')
  expect(inspect(x)).toBe('array(6917529010461212688)')
  expect(() => Number(x)).toThrow(RangeError)
})
