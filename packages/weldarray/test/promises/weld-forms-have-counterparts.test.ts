import { expect, test } from 'vitest'
import * as np from 'weldarray'

// The examples of docs/weld.md: what each builder and loop form of Weld is here.

const a = np.array([3, 1, 2, 5, 4, 0])
const v = np.array([1, 2, 3, 4, 5, 6])
const k = np.array([2, 1, 2, 1, 3, 2], 'int64')

test('vecbuilders: of every round, of some rounds, one after the other', () => {
  expect(a.mul(2).add(1).tolist()).toEqual([7, 3, 5, 11, 9, 1])
  expect(a.slice(a.gt(2)).mul(10).tolist()).toEqual([30, 50, 40])
  expect(np.concatenate([a.mul(2), v.add(1)]).tolist()).toEqual([6, 2, 4, 10, 8, 0, 2, 3, 4, 5, 6, 7])
})

test('mergers over zipped vectors, groups, dictionaries', () => {
  expect(a.mul(v).sum().item()).toBe(51)
  const order = np.argsort(k, { kind: 'stable' })
  expect(v.take(order).tolist()).toEqual([2, 4, 1, 3, 6, 5])
  const [keys, begins] = np.unique(k.take(order), { return_index: true })
  expect(begins.tolist()).toEqual([0, 2, 5])
  const [, group] = np.unique(k, { return_inverse: true })
  const values = np.bincount(group, { weights: v })
  expect(values.tolist()).toEqual([6, 10, 5])
  const asked = np.array([1, 3, 4], 'int64')
  expect(np.isin(asked, keys).tolist()).toEqual([true, true, false])
  expect(values.take(np.searchsorted(keys, asked.slice(':2'))).tolist()).toEqual([6, 5])
})

test('iterators, nested loops, the index, conditions', () => {
  expect(a.slice('1:6:2').sum().item()).toBe(6)
  expect(np.arange(6).reshape(2, 3).mul(2).sum(1).tolist()).toEqual([6, 24])
  expect(a.mul(np.arange(6)).tolist()).toEqual([0, 1, 4, 15, 16, 0])
  expect(np.where(a.gt(2), a, 0).tolist()).toEqual([3, 0, 0, 5, 4, 0])
})

test('sorts by a key, slices, structs, iteration, functions of the host language', () => {
  expect(a.take(np.argsort(np.abs(a.sub(3)), { kind: 'stable' })).tolist()).toEqual([3, 2, 4, 1, 5, 0])
  expect([a.slice('1:4').tolist(), a.size]).toEqual([[1, 2, 5], 6])
  const [x, y] = [np.array([3, 6]), np.array([4, 8])]
  expect(np.sqrt(x.square().add(y.square())).tolist()).toEqual([5, 10])
  let root = np.array([9])
  for (let i = 0; i < 8; i++) root = root.add(np.divide(9, root)).div(2)
  expect(root.tolist()).toEqual([3])
  expect(np.apply_along_axis((line: np.NdArray) => line.max().item(), 0, a).item()).toBe(5)
})
