import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

afterEach(() => forceTier('auto'))

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

test.each(['float64', 'float32', 'int32', 'uint8', 'int64', 'bool'] as const)('%s among few and among many', (dtype) => {
  const list = Array.from({ length: 60 }, (_, i) => (i * 7) % 20)
  const x = np.array(list).astype(dtype).reshape(3, 20).evaluate()
  const y = np.array([3, 0, 3, 19, 7, 200, 1, 4, 5, 6, 8, 8]).astype(dtype).evaluate()
  for (const tier of ['js', 'wasm', 'auto'] as const) {
    forceTier(tier)
    for (let n = 0; n <= y.size; n++)
      for (const tested of [
        np.slice(y, `:${n}`),
        np.slice(y, `${y.size - n}:`).reshape(n, 1),
        np.slice(y, '::-1').slice(`:${n}`),
      ])
        for (const invert of [false, true]) {
          const among = tested.flatten().tolist().map(Number)
          const wanted = (x.tolist() as unknown as number[][]).map((row) => row.map((v) => among.includes(Number(v)) !== invert))
          expect(np.isin(x, tested, { invert }).tolist()).toEqual(wanted)
        }
  }
})

test('NaN is among no elements, few or many, and zeros of both signs are one', () => {
  for (const rest of [[], Array.from({ length: 20 }, (_, i) => i + 5)]) {
    const tested = [NaN, -0, 1, ...rest]
    expect(np.isin([NaN, 0, -0, 1, 2], tested).tolist()).toEqual([false, true, true, true, false])
    expect(np.isin([NaN, 0, -0, 1, 2], tested, { invert: true }).tolist()).toEqual([true, false, false, false, true])
  }
  expect(np.isin(3, [1, 3]).item()).toBe(true)
  expect(np.isin([1, 2], 2).tolist()).toEqual([false, true])
})
