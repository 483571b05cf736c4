import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import * as np from 'weldarray'
import weld, { type NdArray } from 'weldarray'

const text = (data: unknown, shape?: number[]): string => String(weld(data as Float64Array, shape))

// Expected texts are NumPy 2's.
test('numbers line up as in NumPy', () => {
  expect(text(new Float64Array([1, 2, 3]))).toBe('[1. 2. 3.]')
  expect(text(new Float64Array([0.1, 1 / 3, 100]))).toBe('[  0.1          0.33333333 100.        ]')
  expect(text(new Float64Array([1e300, 1]))).toBe('[1.e+300 1.e+000]')
  expect(text(new Float32Array([1.5, NaN, 1e-10, 0.1]))).toBe('[1.5e+00     nan 1.0e-10 1.0e-01]')
  expect(text(new Float64Array([-0, Infinity, -Infinity]))).toBe('[ -0.  inf -inf]')
  expect(text(new BigInt64Array([1n, -20n]))).toBe('[  1 -20]')
})

test('rows, blocks, no dimension, no elements', () => {
  expect(text(new Int8Array([1, 2, 3, 40]), [2, 2])).toBe('[[ 1  2]\n [ 3 40]]')
  expect(text(new Int8Array([1, 2, 3, 4]), [2, 1, 2])).toBe('[[[1 2]]\n\n [[3 4]]]')
  expect(text(new Float64Array([5]), [])).toBe('5')
  expect(text([])).toBe('[]')
})

test('long arrays are summarised, long rows broken', () => {
  expect(text(new Uint8Array(1001))).toBe('[0 0 0 ... 0 0 0]')
  const table = text(new Uint8Array(2000), [40, 50]).split('\n')
  expect(table.length).toBe(7)
  expect([table[0], table[3]]).toEqual(['[[0 0 0 ... 0 0 0]', ' ...'])
  const row = text(new Uint8Array(60)).split('\n')
  expect(row.map((line) => line.length <= 75)).toEqual([true, true])
  expect(row[1]!.startsWith(' 0')).toBe(true)
})

test('looking at an array, in all ways', () => {
  const a = weld(new Float64Array([1, 2, 3, 4]), [2, 2]).clone()
  expect(inspect(a)).toBe('array([[1., 2.],\n       [3., 4.]])')
  expect(JSON.stringify(a)).toBe('[[1,2],[3,4]]')
  expect(a.tolist()).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect([...a].map((row) => [...(row as NdArray)])).toEqual(a.tolist())
  expect([+a.pick(1, 1), a.pick(1, 1).item(), a.ndim, a.T.tolist()]).toEqual([
    4,
    4,
    2,
    [
      [1, 3],
      [2, 4],
    ],
  ])
  expect(() => a.item()).toThrow(expect.objectContaining({ name: 'ShapeError' }))
})

test('print options hold until they are disposed', () => {
  const a = weld(new Float64Array([1 / 3, 1e-9]))
  const before = String(a)
  {
    using _ = np.printoptions({ precision: 2, suppress: true })
    expect(String(a)).toBe('[0.33 0.  ]')
    expect(inspect(a)).toBe('array([0.33, 0.  ])')
  }
  expect(String(a)).toBe(before)
  expect(() => np.set_printoptions({ precison: 3 } as never)).toThrow("did you mean 'precision'")
  expect(() => np.set_printoptions({ floatmode: 'shortest' as never })).toThrow(
    expect.objectContaining({ name: 'ArgumentError' }),
  )
})
