import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

// Arrays over callers' data have dtypes of `ndarray`'s that no array of the library has: they stand for what their elements are read as.
const READ = [
  [ndarray(new Uint8ClampedArray([1, 2])), 'uint8'],
  [ndarray(Buffer.from([1, 2])), 'uint8'],
  [ndarray([1, 2]), 'float64'],
] as const

test.each(READ)('what takes a dtype takes that of an array of %s', (x, dtype) => {
  expect(np.zeros(x.shape, x.dtype)).toMatchObject({ dtype })
  expect(np.full(x.shape, 1, { dtype: x.dtype })).toMatchObject({ dtype })
  expect(np.arange(2, { dtype: x.dtype }).dtype).toBe(dtype)
  expect(np.ones(2, 'int32').astype(x.dtype).dtype).toBe(dtype)
  expect(np.array([1], x.dtype).dtype).toBe(dtype)
  expect(np.sum(x, 0, x.dtype).dtype).toBe(dtype)
  expect(np.add(x, 1, { dtype: x.dtype }).dtype).toBe(dtype)
  expect(np.dtype(x.dtype)).toBe(dtype)
  expect(np.promote_types(x.dtype, 'bool')).toBe(dtype)
  expect(np.can_cast('bool', x.dtype)).toBe(true)
  expect(np.issubdtype(x.dtype, np.integer)).toBe(dtype === 'uint8')
  expect(np.zeros_like(x, { dtype: x.dtype }).dtype).toBe(dtype)
})

test('float16, which some engines have data of, is read as float32', () => {
  expect(np.zeros(2, 'float16').dtype).toBe('float32')
  expect(np.finfo('float16').dtype).toBe('float32')
})
