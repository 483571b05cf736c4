import { expect, test } from 'vitest'
import * as np from 'weldarray'

const [a, v] = [np.ones([2, 3]), np.ones(4)]

test.each<[string, () => unknown, string]>([
  ['matmul', () => np.matmul(a, a), 'matmul: shapes (2, 3) and (2, 3) do not fit: 3 columns by 2 rows'],
  ['dot', () => a.dot(a), 'dot: shapes (2, 3) and (2, 3) do not fit: 3 columns by 2 rows'],
  [
    'matvec',
    () => np.matvec(a, v),
    'matvec: matrices of shape (2, 3) and vectors of shape (4,) do not fit: 3 columns, expected vectors of this length',
  ],
  [
    'vecmat',
    () => np.vecmat(a, a),
    'vecmat: matrices of shape (2, 3) and vectors of shape (2, 3) do not fit: 2 rows, expected vectors of this length',
  ],
])('an error of %s names it, and the shapes it was given', (_, call, message) => {
  expect(call).toThrow(np.ShapeError)
  expect(call).toThrow(message)
})
