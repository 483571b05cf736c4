import { expect, test } from 'vitest'
import * as np from 'weldarray'

// An array in an order that no view of its memory has is written once; what shows it in another shape is a view of that.

const m = np.arange(60_000).astype('float64').reshape(200, 300).evaluate()

test.each<[string, () => np.NdArray, number[]]>([
  ['flattened columns', () => m.T.reshape(-1), [0, 300, 600]],
  ['flattened columns in rows', () => m.T.reshape(-1).reshape(600, 100), [0, 300, 600]],
  ['flattened columns of something pending', () => m.T.add(1).reshape(-1), [1, 301, 601]],
  ['tile', () => np.tile(m, 2), [0, 1, 2]],
  ['repeat', () => np.repeat(m, 2), [0, 0, 1]],
  ['what is repeated along rows', () => np.broadcast_to(m, [3, 200, 300]).reshape(600, 300), [0, 1, 2]],
])('%s', (_, make, first) => {
  const before = np.stats().bytesWritten
  const x = make().evaluate()
  expect(np.stats().bytesWritten - before).toBe(x.size * 8)
  expect(x.reshape(-1).slice(':3').tolist()).toEqual(first)
})

test('and what is written to it is written to what it shows, and to nothing made of it before', () => {
  const flat = m.T.reshape(-1)
  const [rows, twice] = [flat.reshape(3, -1), flat.mul(2)]
  rows.evaluate()
  rows.set(0, 0, -1)
  expect([rows.get(0, 0), flat.get(0), twice.get(0), twice.get(1), m.get(0, 0)]).toEqual([-1, -1, 0, 600, 0])
})
