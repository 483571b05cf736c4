import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Bigints are bigint64 where no dtype is asked for (NumPy looks at their values, and makes uint64 of large ones): those that it does not hold
 * are refused. A dtype that is asked for wraps them, as it does numbers.
 */

test('bigints that bigint64 does not hold are refused where no dtype is asked for', () => {
  expect(() => np.array([1n, 2n ** 63n])).toThrow(np.DTypeError)
  expect(() => np.array([1n, 2n ** 63n])).toThrow(/9223372036854775808 does not fit bigint64/)
  expect(() => np.sum([[2n ** 64n]])).toThrow(/does not fit bigint64/)
  expect(() => np.array([1n]).add([2n ** 64n])).toThrow(/does not fit bigint64/)
})

test('those that it holds are there exactly', () => {
  const most = [2n ** 64n - 1n, 0n]
  expect(np.array(most, 'biguint64').tolist()).toEqual(most)
  expect(np.array([-(2n ** 63n), 2n ** 63n - 1n]).tolist()).toEqual([-(2n ** 63n), 2n ** 63n - 1n])
  expect(np.array([2n ** 70n], 'float64').tolist()).toEqual([2 ** 70])
  expect(np.array([300n], 'uint8').tolist()).toEqual([44])
  // Arrays among the elements are cast, as NumPy casts them.
  expect(np.array([BigInt64Array.of(-1n)], 'biguint64').tolist()).toEqual([[2n ** 64n - 1n]])
})

test('so are those by themselves, which no array tells a dtype', () => {
  const two = [2n ** 100n, 3n] as const
  for (const call of [() => np.maximum(...two), () => np.gcd(...two), () => np.equal(...two), () => np.less(...two)])
    expect(call).toThrow(/does not fit biguint64/)
  expect(() => np.array(-(2n ** 63n) - 1n)).toThrow(/does not fit bigint64/)
  expect(() => np.maximum(-1n, 2n ** 63n)).toThrow(/the number -1 does not fit biguint64/)
  expect(np.maximum(2n ** 64n - 1n, 3n).item()).toBe(2n ** 64n - 1n)
  expect(np.sqrt(2n ** 100n).item()).toBe(2 ** 50)
  expect(
    np
      .array([1, 2], 'int64')
      .lt(2n ** 100n)
      .tolist(),
  ).toEqual([true, true])
})
