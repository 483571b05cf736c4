import { expect, test } from 'vitest'
import * as np from 'weldarray'

// An expression of constants has no shape of its own inside a loop; it is there for every element all the same.

test.each([3, 400])('sums over functions of constant arrays count every element, %d rows of 4', (rows) => {
  expect(np.zeros([rows, 4]).exp().sum(1).tolist()).toEqual(new Array(rows).fill(4))
  expect(np.full([rows, 4], 3, 'uint8').square().sum(1).tolist()).toEqual(new Array(rows).fill(36))
  expect(np.zeros([rows, 4]).cos().sum().item()).toBe(4 * rows)
  expect(np.full([4, rows], 3).square().exp().log().sqrt().sum(0).tolist()).toEqual(new Array(rows).fill(12))
})

test.each([3, 300])('functions of constant arrays meet arrays, %d rows of 4', (rows) => {
  const x = np.arange(4 * rows).reshape(rows, 4)
  expect(x.mul(np.full([rows, 4], 2).square()).get(0, 3)).toBe(12)
  expect(
    np
      .array(x)
      .add(np.zeros([rows, 4]).exp())
      .mul(np.zeros([rows, 4]).exp())
      .get(1, 0),
  ).toBe(5)
  const squares = np.full([rows, 4], 3, 'int32').square()
  expect(x.astype('int32').mul(squares.mul(squares)).get(0, 2)).toBe(162)
})

test('an operation on a 0-d array that was assigned a number does not mind when that is looked at', () => {
  const x = np.arange(1200)
  const zeroD = x.add(1).sum()
  zeroD.assign(5)
  const later = x.maximum(zeroD)
  expect(zeroD.get()).toBe(5)
  expect([later.get(0), later.get(7)]).toEqual([5, 7])
})

test.each([
  ['evaluate', (x: np.NdArray) => np.evaluate(x)],
  ['item', (x: np.NdArray) => x.item()],
  ['tolist', (x: np.NdArray) => x.tolist()],
  ['printing', (x: np.NdArray) => String(x)],
  ['a list of arrays', (x: np.NdArray) => np.array([x, x])],
] as const)('an operation on an element of a constant array does not mind when that is looked at: %s', (_, look) => {
  const x = np.full([5000], 3)
  const element = x.slice(6)
  const later = np.arange(5000).minimum(element)
  look(element)
  expect(later.get(4999)).toBe(3)
  expect(later.add(element).get(1)).toBe(4)
})
