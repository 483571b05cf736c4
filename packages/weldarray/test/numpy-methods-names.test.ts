import { describe, expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

const list = (a: unknown): unknown => (a as np.NdArray).tolist()

// NumPy's names beside scijs's.
const METHODS =
  'subtract multiply divide floor_divide remainder power negative absolute less less_equal greater greater_equal equal not_equal logical_and ' +
  'bitwise_or left_shift arcsin isnan copy view at dot matmul repeat take sort argsort partition argpartition searchsorted nonzero fill put ' +
  'choose compress diagonal trace swapaxes conj conjugate tobytes tofile byteswap ptp toFixed toPrecision toExponential toLocaleString'

test('NumPy methods are there, and none shows up in for-in', () => {
  const a = np.ones([2])
  for (const name of METHODS.split(' ')) expect(typeof (a as unknown as Record<string, unknown>)[name], name).toBe('function')
  const seen: string[] = []
  for (const key in a) seen.push(key)
  expect(seen.filter((key) => METHODS.split(' ').includes(key))).toEqual([])
})

test('methods that write the array give it back', () => {
  const a = np.array([3, 1, 2])
  expect(a.sort()).toBe(a)
  expect(list(a)).toEqual([1, 2, 3])
  expect(
    list(
      np
        .array([
          [3, 1],
          [1, 2],
        ])
        .sort(0),
    ),
  ).toEqual([
    [1, 1],
    [3, 2],
  ])
  expect(list(a.fill(7))).toEqual([7, 7, 7])
  expect(list(a.put([0, 2], [1, 2]))).toEqual([1, 7, 2])
  expect(a.take([2, 0]).tolist()).toEqual([2, 1])
  expect(() => a.partition(5)).toThrow(expect.objectContaining({ name: 'ArgumentError' }))
})

test('writes through views reach the array', () => {
  const a = np.arange(6).reshape(2, 3)
  a.at(0).set(100)
  a.T.at('::2', 1).add(1)
  expect(list(a)).toEqual([
    [100, 100, 100],
    [4, 4, 6],
  ])
  a.slice(1).at([0, 0]).add(10)
  expect(list(a.slice(1))).toEqual([24, 4, 6])
  expect(a.at(0).get().set(1, 5)).toBe(5)
  expect(a.get(0, 1)).toBe(5)
  const data = new Float64Array(4)
  ndarray(data)
    .at(np.array([true, false, true, false]))
    .set(2)
  expect([...data]).toEqual([2, 0, 2, 0])
})

test('a mask of the whole array is written lazily, and fuses', () => {
  const a = np.arange(5000)
  const before = np.stats().fallbacks
  a.at(a.gt(10)).set(0).at(a.lt(3)).add(1)
  expect(np.stats().fallbacks).toEqual(before)
  expect(list(a.slice(':5'))).toEqual([1, 2, 3, 3, 4])
  expect(a.sum().item()).toBe(55 + 3 + 4989)
})

test('flat reads and writes in C order', () => {
  const a = np.arange(6).reshape(2, 3)
  const t = a.T
  expect([...t.flat]).toEqual([0, 3, 1, 4, 2, 5])
  t.flat.set(1, 30)
  expect(a.get(1, 0)).toBe(30)
  expect(a.flat.get(-1)).toBe(5)
  expect(a.flat.length).toBe(6)
  expect(() => a.flat.get(6)).toThrow(expect.objectContaining({ name: 'IndexError' }))
  expect(list(t.flat.assign([1, 2, 3, 4, 5, 6]))).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
})

test('views of the same bytes', () => {
  const a = np.array([1, 2], 'float32')
  const bits = a.view('uint32')
  expect(list(bits)).toEqual([0x3f800000, 0x40000000])
  bits.set(0, 0x40400000)
  expect(list(a)).toEqual([3, 2])
  expect(a.view('uint8').shape).toEqual([8])
  expect(list(a.view().sub(1))).toEqual([2, 1])
  expect(() => np.zeros([3], 'uint8').view('uint32')).toThrow(expect.objectContaining({ name: 'DTypeError' }))
  expect(() => np.zeros([2, 3]).T.view('uint32')).toThrow(expect.objectContaining({ name: 'ShapeError' }))
})

test('bytes', () => {
  expect([...np.array([1, 258], 'uint16').tobytes()]).toEqual([1, 0, 2, 1])
  expect([
    ...np
      .array(
        [
          [1, 2],
          [3, 4],
        ],
        'uint8',
      )
      .T.tobytes(),
  ]).toEqual([1, 3, 2, 4])
  expect(list(np.array([1, 258], 'uint16').byteswap())).toEqual([256, 513])
  const a = np.zeros([2, 3], 'float32')
  expect([a.itemsize, a.nbytes, a.strides, a.mT.shape]).toEqual([4, 24, [12, 4], [3, 2]])
})

describe('a full reduction', () => {
  const x = np.array([1, 2, 6.5])
  test('is a number wherever JavaScript asks for one', () => {
    const s = x.sum() as unknown as number
    expect([s + 1, s * 2, s < 10, `${s}`, String(s), Number(s), Math.sqrt(s)]).toEqual([
      10.5,
      19,
      true,
      '9.5',
      '9.5',
      9.5,
      Math.sqrt(9.5),
    ])
    expect([x.mean().toFixed(2), x.sum().toPrecision(3), x.sum().toExponential(1), (1234.5).toLocaleString()]).toEqual([
      '3.17',
      '9.50',
      '9.5e+0',
      np.array(1234.5).toLocaleString(),
    ])
    expect(JSON.stringify({ s })).toBe('{"s":9.5}')
    expect((np.array(3n) as unknown as bigint) + 1n).toBe(4n)
  })
  test('of several elements is no number', () => {
    expect(Number(x)).toBeNaN()
    expect(() => x.toFixed(1)).toThrow(expect.objectContaining({ name: 'ShapeError' }))
  })
  test('by any and all is a boolean', () => {
    expect([x.any(), x.all(), np.any([0, 0]), np.all([]), x.gt(7).any()]).toEqual([true, true, false, true, false])
    expect([x.any(null), x.all({ where: x.lt(0) })]).toEqual([true, true])
    expect([list(x.any(0)), list(x.all({ keepdims: true }))]).toEqual([true, [true]])
  })
})

test('the index of a view may hold integers of all kinds', () => {
  const a = np.arange(6).reshape(2, 3)
  expect(a.slice(1n, np.array(2)).item()).toBe(5)
  expect(list(a.slice(np.newaxis, 0))).toEqual([[0, 1, 2]])
  expect(list(a.slice(...np.s_('...', '::-1')))).toEqual([
    [2, 1, 0],
    [5, 4, 3],
  ])
  expect(() => a.slice(np.array([0.5]))).toThrow(expect.objectContaining({ name: 'IndexError' }))
  expect(() => a.slice({} as never)).toThrow(expect.objectContaining({ name: 'IndexError' }))
})

test('constants and dtypes', () => {
  expect([np.pi, np.e, np.inf, np.nan, np.newaxis]).toEqual([Math.PI, Math.E, Infinity, NaN, null])
  expect(np.zeros(2, np.float32).dtype).toBe(np.float32)
  expect([
    np.finfo('float64').eps,
    np.finfo(np.ones(1, 'float32')).max,
    np.finfo('float64').tiny,
    np.finfo('float64').max,
  ]).toEqual([Number.EPSILON, 3.4028234663852886e38, 2.2250738585072014e-308, Number.MAX_VALUE])
  expect([np.finfo('float32').smallest_subnormal, np.finfo('float64').smallest_subnormal]).toEqual([2 ** -149, 5e-324])
  expect([np.iinfo('int8').min, np.iinfo('uint32').max, np.iinfo('int64').max]).toEqual([-128, 4294967295, 9223372036854775807n])
  expect(() => np.iinfo('float32')).toThrow(expect.objectContaining({ name: 'DTypeError' }))
  expect([
    np.issubdtype('int8', np.integer),
    np.issubdtype('bool', np.number),
    np.issubdtype('float32', np.floating),
    np.issubdtype('uint8', np.signedinteger),
  ]).toEqual([true, false, true, false])
  expect([
    np.result_type('int8', 'uint8'),
    np.result_type(np.ones(1, 'float32'), 0.5),
    np.result_type('int32', 1.5),
    np.promote_types('int64', 'uint64'),
  ]).toEqual(['int16', 'float32', 'float64', 'float64'])
  expect([
    np.can_cast('int32', 'float64'),
    np.can_cast('float64', 'float32'),
    np.can_cast('float64', 'float32', 'same_kind'),
  ]).toEqual([true, false, true])
  expect([np.min_scalar_type(255), np.min_scalar_type(-1), np.min_scalar_type(1e300), np.min_scalar_type(0.5)]).toEqual([
    'uint8',
    'int8',
    'float64',
    'float32',
  ])
  expect([np.shape([[1, 2]]), np.ndim(3), np.size([[1, 2]]), np.size([[1, 2]], 0), np.isscalar(3), np.isscalar([3])]).toEqual([
    [1, 2],
    0,
    2,
    1,
    true,
    false,
  ])
  expect([np.isdtype('int8', 'integral'), np.isdtype('int8', ['bool', 'real floating'])]).toEqual([true, false])
  expect([...np.ndindex(2, 2)]).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
  expect([...np.ndenumerate([[5, 6]])]).toEqual([
    [[0, 0], 5],
    [[0, 1], 6],
  ])
})
