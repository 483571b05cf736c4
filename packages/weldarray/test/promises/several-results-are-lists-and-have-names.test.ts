import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * What NumPy gives as named tuples is read as a list, as `q, r = np.linalg.qr(a)` does, and by its names.
 */

const a = [
  [2, 1],
  [1, 3],
]
const several: readonly [string, readonly unknown[], readonly string[]][] = [
  ['qr', np.linalg.qr(a), ['Q', 'R']],
  ['qr raw', np.linalg.qr(a, 'raw'), ['h', 'tau']],
  ['svd', np.linalg.svd(a), ['U', 'S', 'Vh']],
  ['eig', np.linalg.eig(a), ['eigenvalues', 'eigenvectors']],
  ['eigh', np.linalg.eigh(a), ['eigenvalues', 'eigenvectors']],
  ['slogdet', np.linalg.slogdet(a), ['sign', 'logabsdet']],
  ['unique_all', np.unique_all([3, 1, 3]), ['values', 'indices', 'inverse_indices', 'counts']],
  ['unique_counts', np.unique_counts([3, 1, 3]), ['values', 'counts']],
  ['unique_inverse', np.unique_inverse([3, 1, 3]), ['values', 'inverse_indices']],
]

test.each(several)('%s', (_, result, names) => {
  expect(Array.isArray(result)).toBe(true)
  const list = [...result]
  expect(list.length).toBe(names.length)
  names.forEach((name, i) => {
    expect(Reflect.get(result, name)).toBe(list[i])
    expect(list[i]).toBeInstanceOf(np.NdArray)
  })
  // Written and compared as the list alone.
  expect(Object.keys(result)).toEqual(Object.keys(list))
})

test('types know them both ways', () => {
  const [q, r] = np.linalg.qr(np.array(a, 'float32'))
  const product: np.NdArray<'float32'> = q.matmul(r)
  expect(np.allclose(product, a, { atol: 1e-6 })).toBe(true)
  const [u, s, vh] = np.linalg.svd(a)
  expect(np.allclose(u.mul(s).matmul(vh), a)).toBe(true)
  const { S } = np.linalg.svd(a)
  expect(np.array_equal(S, s)).toBe(true)
  const [values, counts] = np.unique_counts(np.array([3n, 1n, 3n]))
  const first: bigint = values.get(0)
  const howOften: number = counts.get(1)
  expect([first, howOften]).toEqual([1n, 2])
})
