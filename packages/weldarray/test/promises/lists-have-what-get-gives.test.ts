import { ARRAY_DTYPES } from '@weldarray/ir'
import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

test.each(ARRAY_DTYPES)('tolist of %s has what get gives, however the array lies in memory', (dtype) => {
  const whole = np.arange(60).astype(dtype).reshape(3, 20).evaluate()
  const views = [whole, whole.T, whole.slice('::-1, 3:17:5'), whole.slice('1:2, 4:6'), whole.slice(2), whole.slice(':, -1')]
  for (const view of views) {
    const get = (...at: number[]) => (dtype === 'bool' ? view.get(...at) !== 0 : view.get(...at))
    const expected =
      view.dimension === 1
        ? Array.from({ length: view.shape[0]! }, (_, i) => get(i))
        : Array.from({ length: view.shape[0]! }, (_, i) => Array.from({ length: view.shape[1]! }, (_, j) => get(i, j)))
    expect(view.tolist()).toStrictEqual(expected)
  }
})

test('64-bit integers become numbers up to the last exact one', () => {
  const most = 2n ** 53n - 1n
  const list = [0n, -1n, 1n, 2n ** 32n, -(2n ** 32n), 2n ** 31n, most, -most]
  expect(np.array(list, { dtype: 'int64' }).tolist()).toStrictEqual(list.map(Number))
  for (const beyond of [most + 1n, -most - 1n, 2n ** 62n, -(2n ** 63n)])
    expect(() => np.array([0n, beyond], { dtype: 'int64' }).tolist()).toThrow(RangeError)
  expect(() => np.array([2n ** 63n], { dtype: 'uint64' }).tolist()).toThrow(RangeError)
})

test('a list of a shape beyond its data has nothing where nothing is', () => {
  expect(ndarray(new Float64Array([1, 2]), [3]).tolist()).toStrictEqual([1, 2, undefined])
  expect(ndarray(new Uint8ClampedArray([1, 300]), [2]).tolist()).toStrictEqual([1, 255])
})
