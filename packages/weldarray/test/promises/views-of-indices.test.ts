import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Many indices are looked at by a loop of their own before anything is recorded. A slice of an array of indices belongs to nobody then,
// and it is still there afterwards.
const indices = np.arange(270_000).mod(300).reshape(900, 300).astype('int64').evaluate()
const x = np.arange(900).mul(2)

test('elements are taken at a slice of many indices', () => {
  const taken = np.take(x, indices.slice(':', ':3'))
  expect(taken.shape).toEqual([900, 3])
  expect(taken.slice(-1).tolist()).toEqual([0, 2, 4])
})

test('elements are taken at transposed indices, and at those of a pending array', () => {
  expect(np.take(x, indices.T).slice(2, ':2').tolist()).toEqual([4, 4])
  const pending = np.arange(40_000).mod(100)
  expect(np.take(x, pending.slice('1::2')).slice(':2').tolist()).toEqual([2, 6])
})

test('elements are taken along an axis by the beginning of an order', () => {
  const rows = np.arange(270_000).mod(997).reshape(300, 900)
  const order = np.argsort(rows, 1).slice(':', ':3')
  const least = np.take_along_axis(rows, order, 1)
  expect(least.slice(0).tolist()).toEqual([0, 1, 2])
  expect(least.tolist()).toEqual(np.sort(rows, 1).slice(':', ':3').tolist())
})

test('elements are selected by a slice of a mask', () => {
  const mask = np.arange(1800).mod(4).eq(0).evaluate()
  expect(np.compress(mask.slice('::2'), x).sum().item()).toBe(x.slice('::2').sum().item())
})
