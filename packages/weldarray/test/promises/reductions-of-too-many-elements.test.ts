import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('a sum of more elements than kernels can count is refused rather than wrong', () => {
  const many = np.broadcast_to(np.array([1]), [2 ** 16, 2 ** 16])
  expect(() => np.sum(many).item()).toThrow(np.ShapeError)
})
