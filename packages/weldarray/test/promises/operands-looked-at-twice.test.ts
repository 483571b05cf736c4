import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('functions that look at an operand twice keep it until they have', () => {
  expect(np.bincount(np.array([1, 1, 3], { dtype: 'int32' })).tolist()).toEqual([0, 2, 0, 1])
  expect(np.bincount([1, 1, 3], { minlength: 6 }).tolist()).toEqual([0, 2, 0, 1, 0, 0])
  expect(np.histogram([0, 1, 2, 3, 4], 2)[0].tolist()).toEqual([2, 3])
  expect(np.histogram(np.array([0, 1, 2, 8], { dtype: 'int32' }).add(0), 3)[0].tolist()).toEqual([3, 0, 1])
})

test('what is rolled along several axes lasts, whichever of them are not moved', () => {
  const a = np.reshape(np.arange(4000), [40, 100])
  const rolled = np.roll(a, [1, 0], [0, 1])
  const others = np.zeros([4000], 'int64').evaluate()
  expect([rolled.get(0, 0), rolled.get(1, 5), others.get(0)]).toEqual([3900, 5, 0])
})
