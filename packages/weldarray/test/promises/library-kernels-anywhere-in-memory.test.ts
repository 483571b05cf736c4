import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { heap } from '../../../runtime/dist/heap/heap.js'

// With checking on all of what is reserved here would be written.
test.skipIf(process.env.WELDARRAY_CHECK === '1')('kernels of the library find their parameters beyond the first gibibyte', () => {
  const below = heap.reserve(1.25 * 2 ** 30)
  const x = np.arange(100_000).mul(-1).evaluate()
  expect(np.argsort(x).slice('99998:').tolist()).toEqual([1, 0])
  expect(np.sort(x).get(0)).toBe(-99_999)
  expect(np.cumsum(x).get(99_999)).toBe(-4_999_950_000)
  expect(np.nonzero(x)[0]!.get(0)).toBe(1)
  heap.free(below)
})
