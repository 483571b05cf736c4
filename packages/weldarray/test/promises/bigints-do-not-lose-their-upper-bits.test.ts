import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * A bigint in a list is meant exactly. What an integer dtype does not hold is refused, as NumPy refuses integers.
 */

test('bigints that a dtype does not hold are refused by its name', () => {
  expect(() => np.array([1n, 2n ** 63n])).toThrow(np.DTypeError)
  expect(() => np.array([1n, 2n ** 63n])).toThrow(/9223372036854775808 does not fit bigint64/)
  expect(() => np.array([[2n ** 64n]], 'biguint64')).toThrow(/does not fit biguint64/)
  expect(() => np.array([-1n], 'biguint64')).toThrow(/-1 does not fit biguint64/)
  expect(() => np.array([300n], 'uint8')).toThrow(/300 does not fit uint8/)
  expect(() => np.array([1n]).add([2n ** 64n])).toThrow(/does not fit bigint64/)
})

test('those that it holds are there exactly', () => {
  const most = [2n ** 64n - 1n, 0n]
  expect(np.array(most, 'biguint64').tolist()).toEqual(most)
  expect(np.array([-(2n ** 63n), 2n ** 63n - 1n]).tolist()).toEqual([-(2n ** 63n), 2n ** 63n - 1n])
  expect(np.array([2n ** 70n], 'float64').tolist()).toEqual([2 ** 70])
  // Arrays among the elements are cast, as NumPy casts them.
  expect(np.array([BigInt64Array.of(-1n)], 'biguint64').tolist()).toEqual([[2n ** 64n - 1n]])
})
