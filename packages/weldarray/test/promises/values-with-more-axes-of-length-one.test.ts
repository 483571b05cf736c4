import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * As NumPy assigns: leading axes of length 1 that the target does not have are no obstacle, whatever it is that is assigned to.
 */
const ones = np.ones([1, 1, 3])

test.each<[string, (x: np.NdArray) => unknown]>([
  ['an array', (x) => x.assign(ones)],
  ['a slice', (x) => x.at('...').set(ones)],
  ['rows by index', (x) => x.at([0, 1]).set(ones)],
  ['the destination of a copy', (x) => np.copyto(x, ones)],
])('%s takes them', (_, assign) => {
  const x = np.zeros([2, 3])
  assign(x)
  expect(x.tolist()).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ])
})

test('other axes are refused', () => {
  expect(() => np.zeros(3).assign(np.ones([2, 3]))).toThrow(np.ShapeError)
  expect(() =>
    np
      .zeros(3)
      .at('...')
      .set(np.ones([1, 2, 3])),
  ).toThrow(np.ShapeError)
  expect(() => np.add(np.ones([1, 3]), 1, { out: np.zeros(3) as never })).toThrow(np.ShapeError)
})
