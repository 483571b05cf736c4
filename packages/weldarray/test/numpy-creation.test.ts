import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ndarray, { type AnyDType, type NdArray } from 'weldarray'

const list = (a: NdArray<AnyDType>): unknown => a.tolist()

const created: [string, () => NdArray<AnyDType>, string, unknown][] = [
  [
    'array of numbers',
    () =>
      np.array([
        [1, 2],
        [3, 4],
      ]),
    'float64',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['array of bigints', () => np.array([2n ** 60n + 1n]), 'bigint64', [2n ** 60n + 1n]],
  ['array of booleans', () => np.array([true, false]), 'bool', [true, false]],
  [
    'array of arrays',
    () => np.array([np.arange(2), new Float64Array(2)]),
    'float64',
    [
      [0, 1],
      [0, 0],
    ],
  ],
  ['array with a dtype', () => np.array([1.7, -1], { dtype: 'uint8' }), 'uint8', [1, 255]],
  ['array of a number', () => np.array(3), 'float64', 3],
  ['array of nothing', () => np.array([]), 'float64', []],
  ['zeros', () => np.zeros([2, 1], 'int64'), 'int64', [[0], [0]]],
  ['ones', () => np.ones(3, { dtype: 'bool_' }), 'bool', [true, true, true]],
  ['full', () => np.full([2], 7), 'float64', [7, 7]],
  [
    'full of a row',
    () => np.full([2, 2], [1, 2]),
    'float64',
    [
      [1, 2],
      [1, 2],
    ],
  ],
  ['full_like', () => np.full_like(new Int8Array(2), 3), 'int8', [3, 3]],
  ['zeros_like', () => np.zeros_like([[1, 2]]), 'float64', [[0, 0]]],
  ['arange', () => np.arange(3), 'float64', [0, 1, 2]],
  ['arange by fractions', () => np.arange(0, 1, 0.3), 'float64', [0, 0.3, 0.6, 0.8999999999999999]],
  ['arange downwards', () => np.arange(5, 0, -2, 'int32'), 'int32', [5, 3, 1]],
  ['arange of bigints', () => np.arange(2n ** 53n, 2n ** 53n + 3n), 'bigint64', [2n ** 53n, 2n ** 53n + 1n, 2n ** 53n + 2n]],
  ['arange of nothing', () => np.arange(3, 1), 'float64', []],
  ['linspace', () => np.linspace(0, 1, 4), 'float64', [0, 1 / 3, 2 / 3, 1]],
  ['linspace without the end', () => np.linspace(0, 1, 4, { endpoint: false }), 'float64', [0, 0.25, 0.5, 0.75]],
  ['linspace of integers', () => np.linspace(0, -5, 4, { dtype: 'int32' }), 'int32', [0, -2, -4, -5]],
  ['linspace of one', () => np.linspace(2, 3, 1), 'float64', [2]],
  ['logspace', () => np.logspace(0, 3, 4), 'float64', [1, 10, 100, 1000]],
  ['geomspace', () => np.geomspace(-1, -8, 4), 'float64', [-1, -2, -4, -8]],
  [
    'eye',
    () => np.eye(2, 3, 1),
    'float64',
    [
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    'tri',
    () => np.tri(2, 3, 1, 'int8'),
    'int8',
    [
      [1, 1, 0],
      [1, 1, 1],
    ],
  ],
  [
    'tril',
    () =>
      np.tril(
        [
          [1, 2],
          [3, 4],
        ],
        -1,
      ),
    'float64',
    [
      [0, 0],
      [3, 0],
    ],
  ],
  [
    'triu',
    () =>
      np.triu([
        [1, 2],
        [3, 4],
      ]),
    'float64',
    [
      [1, 2],
      [0, 4],
    ],
  ],
  [
    'diag',
    () => np.diag(new Int8Array([1, 2]), -1),
    'int8',
    [
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 0],
    ],
  ],
  [
    'fromfunction',
    () => np.fromfunction((i, j) => i.mul(10).add(j), [2, 2]),
    'float64',
    [
      [0, 1],
      [10, 11],
    ],
  ],
  ['frombuffer', () => np.frombuffer(new Uint8Array([1, 0, 2, 0]), 'int16'), 'int16', [1, 2]],
]

test.each(created)('%s', (_, make, dtype, elements) => {
  const a = make()
  expect(a.dtype).toBe(dtype)
  const got = list(a)
  if (dtype === 'float64') expect(np.all(np.less(np.absolute(np.subtract(a, elements as number[])), 1e-12))).toBe(true)
  else expect(got).toEqual(elements)
})

test('array copies, asarray does not', () => {
  const data = new Float64Array([1, 2])
  const copied = np.array(data)
  const same = np.asarray(data)
  data[0] = 9
  expect([copied.get(0), same.get(0)]).toEqual([1, 9])
  expect(np.asarray(copied)).toBe(copied)
  expect(np.asarray(copied, 'float32').dtype).toBe('float32')
  same.set(1, 7)
  expect(data[1]).toBe(7)
  const reversed = ndarray(data, [2], [-1], 1)
  expect(np.asarray(reversed)).toBe(reversed)
})

test('meshgrid exchanges the first two axes unless told not to', () => {
  expect(np.meshgrid([1, 2, 3], [4, 5]).map(list)).toEqual([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [4, 4, 4],
      [5, 5, 5],
    ],
  ])
  expect(np.meshgrid([1, 2, 3], [4, 5], { indexing: 'ij' })[0]!.shape).toEqual([3, 2])
})

test.each<[string, () => unknown, RegExp]>([
  ['zeros', () => np.zeros([-1]), /a length of -1/],
  ['arange', () => np.arange(0, 1, 0), /step must not be 0/],
  ['geomspace', () => np.geomspace(0, 1), /no constant ratio/],
  ['frombuffer', () => np.frombuffer(new Uint8Array(3), 'int16'), /no whole number/],
])('%s: mistakes are told', (_, run, message) => {
  expect(run).toThrow(message)
})
