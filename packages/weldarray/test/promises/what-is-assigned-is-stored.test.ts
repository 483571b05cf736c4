import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Whatever the compiler makes of the value that is assigned to a part of an array, it is stored there.

type Value = (x: np.NdArray) => np.NdArray
const [rows, columns] = [70, 80]

/** Values that are nothing but a call, extremes, or what was there, once they have been simplified. */
const values: Record<string, Value> = {
  'a sort, twice the greater': (x) => np.maximum(np.sort(x, null), np.sort(x, null)).reshape(rows, columns),
  'a sort along rows, negated twice': (x) => np.sort(x).neg().neg(),
  'indices that sort, cast': (x) => np.argsort(x).astype(x.dtype) as np.NdArray,
  'a product of matrices, negated twice': (x) =>
    np
      .matmul(x, np.eye(columns, { dtype: x.dtype as 'int32' }))
      .neg()
      .neg() as np.NdArray,
  'sums, cast': (x) => np.stack([x, x, x]).sum(0).astype(x.dtype) as np.NdArray,
  'extremes of many, negated twice': (x) => np.stack(new Array(20).fill(x)).max(0).neg().neg() as np.NdArray,
  'what was there, mirrored': (x) => x.slice('::-1').neg().neg(),
  'running extremes': (x) => np.maximum.accumulate(x).neg().neg(),
}

const places = { ':, 1:-1': 2, '::-1, 2:': 2, '1:, :': 0 } as const

test.each(Object.keys(values))('%s', (name) => {
  const value = values[name]!
  for (const dtype of ['float64', 'float32', 'int32', 'bigint64'] as const)
    for (const [place, more] of Object.entries(places)) {
      const start = (): np.NdArray => {
        const shape = more === 0 ? [rows + 1, columns] : [rows, columns + more]
        const list = Int32Array.from({ length: shape[0]! * shape[1]! }, (_, i) => (i * 7919) % 97)
        return np.array(list).astype(dtype).reshape(shape).evaluate() as unknown as np.NdArray
      }
      const expected = value(start().slice(place).clone().evaluate()).clone().evaluate().tolist()
      const x = start()
      const part = x.slice(place)
      part.assign(value(part))
      expect(part.tolist(), `${dtype} at ${place}`).toEqual(expected)
      const y = start()
      y.slice(place).assign(value(start().slice(place)))
      expect(y.slice(place).tolist(), `${dtype} at ${place}, of another array`).toEqual(expected)
    }
})

test('counts, negated twice', () => {
  const [n, at] = [5000, np.arange(9000).mul(7).mod(4999).astype('int32').evaluate()]
  const counts = np.bincount(at, { minlength: n })
  const x = np.zeros(2 * n, 'int64')
  x.slice('::-2').assign(np.bincount(at, { minlength: n }).neg().neg())
  expect(x.slice('::-2').tolist()).toEqual(counts.tolist())
  expect(x.slice('::2').any()).toBe(false)
})
