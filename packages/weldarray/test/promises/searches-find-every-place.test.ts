import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Several searches go side by side, NaN apart from numbers: the places are those that a look at every element tells.
const dtypes = ['float64', 'float32', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'bool'] as const
const seed = Number(process.env.WELDARRAY_TEST_SEED)
const rng = np.random.default_rng(seed)

/** NaN after all numbers. */
const isBefore = (a: number, b: number): boolean => a < b || (Number.isNaN(b) && !Number.isNaN(a))
const place = (sorted: readonly number[], key: number, side: 'left' | 'right'): number =>
  sorted.filter((x) => (side === 'left' ? isBefore(x, key) : !isBefore(key, x))).length

function numbers(dtype: (typeof dtypes)[number], count: number, share: number): np.NdArray {
  const some = rng.integers(dtype.startsWith('u') || dtype === 'bool' ? 0 : -20, 20, count).astype(dtype)
  if (!dtype.startsWith('float')) return some
  return np.where(rng.random(count).lt(share), Number.NaN, some.astype('float64').div(4)).astype(dtype)
}

describe.each(dtypes)(`%s (seed ${seed})`, (dtype) => {
  test.each(['left', 'right'] as const)('%s', (side) => {
    for (const share of [0, 0.3, 1])
      for (const count of [0, 1, 2, 3, 7, 8, 31, 100])
        for (const wanted of [8, 9, 10, 11, 40]) {
          const sorted = np.sort(numbers(dtype, count, share))
          const keys = numbers(dtype, wanted, share)
          const list = sorted.tolist().map(Number)
          expect(np.searchsorted(sorted, keys, side).tolist()).toEqual(keys.tolist().map((key) => place(list, Number(key), side)))
        }
  })
})
