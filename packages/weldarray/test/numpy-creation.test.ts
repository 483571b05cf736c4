import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ndarray, { type NdArray } from 'weldarray'

const list = (a: NdArray): unknown => a.tolist()
const big = (...n: number[]): bigint[] => n.map(BigInt)

const created: [string, () => NdArray, string, unknown][] = [
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
  ['zeros', () => np.zeros([2, 1], 'int64'), 'bigint64', [[0n], [0n]]],
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
  if (dtype === 'float64') expect(np.all(np.less(np.absolute(np.subtract(a, elements as number[])), 1e-12)).item()).toBe(true)
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

test('sorting and searching', () => {
  expect(list(np.sort([3, NaN, -Infinity, 1]))).toEqual([-Infinity, 1, 3, NaN])
  expect(
    list(
      np.sort(
        [
          [3, 1],
          [2, 0],
        ],
        0,
      ),
    ),
  ).toEqual([
    [2, 0],
    [3, 1],
  ])
  expect(list(np.argsort([1, 0, 1, 0]))).toEqual(big(1, 3, 0, 2))
  expect(list(np.unique([2, NaN, 1, NaN, 2]))).toEqual([1, 2, NaN])
  expect(
    np
      .unique(
        ['b', 'a'].map((s) => s.charCodeAt(0)),
        { return_counts: true },
      )
      .map(list),
  ).toEqual([[97, 98], big(1, 1)])
  expect(list(np.searchsorted([1, 2, 2, 3], [2, 0, 9]))).toEqual(big(1, 0, 4))
  expect(list(np.searchsorted([1, 2, 2, 3], 2, 'right'))).toBe(3n)
  expect(list(np.bincount([1, 1, 3], { minlength: 6 }))).toEqual(big(0, 2, 0, 1, 0, 0))
  expect(list(np.bincount([0, 1, 1], { weights: [0.5, 1, 2] }))).toEqual([0.5, 3])
  expect(np.histogram([0, 1, 2, 3, 4], 2).map(list)).toEqual([big(2, 3), [0, 2, 4]])
  expect(list(np.histogram([1, 2, 3], [0, 2, 4], { density: true })[0])).toEqual([1 / 6, 1 / 3])
  expect(list(np.diff([[1, 4, 9]], 2))).toEqual([[2]])
  expect(list(np.diff([true, false, false]))).toEqual([true, false])
})

test('taking and putting', () => {
  expect(
    list(
      np.take(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [[2, -1]],
        1,
      ),
    ),
  ).toEqual([[[3, 3]], [[6, 6]]])
  expect(list(np.take([1, 2, 3], [5, -9], null, { mode: 'clip' }))).toEqual([3, 1])
  expect(() => np.take([1, 2, 3], [3])).toThrow(/take: index 3 is out of bounds for a length of 3: expected -3 to 2/)
  expect(() => np.take([1, 2], np.array([0.5]))).toThrow(/expected integers/)
  expect(
    list(
      np.compress(
        [false, true],
        [
          [1, 2],
          [3, 4],
        ],
        1,
      ),
    ),
  ).toEqual([[2], [4]])
  expect(
    list(
      np.extract(
        [
          [true, false],
          [false, true],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ),
  ).toEqual([1, 4])
  expect(
    np
      .nonzero([
        [0, 5],
        [7, 0],
      ])
      .map(list),
  ).toEqual([big(0, 1), big(1, 0)])
  expect(
    list(
      np.argwhere([
        [0, 5],
        [7, 0],
      ]),
    ),
  ).toEqual([big(0, 1), big(1, 0)])
  const a = np.zeros([2, 2])
  np.put(a.slice(':, ::-1'), [0, 3], [1, 2])
  expect(list(a)).toEqual([
    [0, 1],
    [2, 0],
  ])
  np.place(a, np.greater(a, 0), [8])
  np.copyto(a, 5, { where: np.equal(a, 0) })
  expect(list(a)).toEqual([
    [5, 8],
    [8, 5],
  ])
  expect(() => np.copyto(np.zeros([1], 'int8'), [1.5])).toThrow(np.DTypeError)
})

test('products of matrices', () => {
  const a = np.reshape(np.arange(6), [2, 3])
  expect(list(np.matmul(a, np.transpose(a)))).toEqual([
    [5, 14],
    [14, 50],
  ])
  expect(np.matmul(np.ones([4, 1, 2, 3]), np.ones([5, 3, 2])).shape).toEqual([4, 5, 2, 2])
  expect(np.matmul(np.ones([3]), np.ones([2, 3, 4])).shape).toEqual([2, 4])
  expect(list(np.dot([1, 2, 3], [4, 5, 6]))).toBe(32)
  expect(np.dot(np.ones([2, 3]), np.ones([4, 3, 5])).shape).toEqual([2, 4, 5])
  expect(list(np.matmul(np.array([[2 ** 30]], 'int32'), np.array([[4]], 'int32')))).toEqual([[0]])
  expect(list(np.matmul(np.array([[2n ** 62n]]), np.array([[3n]])))).toEqual([[-(2n ** 62n)]])
  expect(list(np.matmul([[true, false]], [[true], [true]]))).toEqual([[true]])
  expect(() => np.matmul(a, a)).toThrow(/\(2, 3\) and \(2, 3\) do not fit: 3 columns by 2 rows/)
  expect(list(np.outer([1, 2], [3, 4]))).toEqual([
    [3, 4],
    [6, 8],
  ])
  expect(list(np.trace(a, 1))).toBe(6)
})
