import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import ndarray, { type NdArray } from 'weldarray'

const list = (a: NdArray): unknown => a.tolist()
const isLazy = (a: NdArray): boolean => !a.isEvaluated
/** Beyond the size at which operations are recorded rather than done. */
const LARGE = 3000

// The table of `api.md`, by group.
const METHODS =
  'add sub mul div mod pow neg abs sqrt square reciprocal sign floor ceil trunc round minimum maximum ' +
  'exp expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh erf erfc cbrt lt leq gt geq eq neq and or not xor ' +
  'band bor bxor bnot lshift rshift addeq subeq muleq diveq modeq poweq assign sum prod min max mean std var any all argmin argmax ' +
  'cumsum cumprod reshape ravel flatten slice astype clone broadcastTo squeeze expandDims'

const FUNCTIONS =
  'add subtract multiply divide true_divide floor_divide remainder mod fmod power pow negative positive absolute abs fabs sqrt square cbrt ' +
  'reciprocal sign floor ceil trunc fix rint round around exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan arctan2 ' +
  'sinh cosh tanh arcsinh arccosh arctanh hypot erf erfc degrees radians deg2rad rad2deg minimum maximum fmin fmax less less_equal ' +
  'greater greater_equal equal not_equal logical_and logical_or logical_xor logical_not bitwise_and bitwise_or bitwise_xor invert ' +
  'left_shift right_shift where clip isnan isfinite isinf signbit copysign nan_to_num sum prod min max amin amax mean std var any all ' +
  'argmin argmax ptp count_nonzero average median quantile percentile nansum nanprod nanmin nanmax nanmean nanstd nanvar cumsum cumprod ' +
  'reshape ravel flatten slice transpose swapaxes moveaxis astype copy broadcast_to broadcast_arrays squeeze expand_dims flip fliplr ' +
  'flipud roll array asarray zeros ones full empty zeros_like ones_like full_like empty_like arange linspace logspace geomspace eye ' +
  'identity meshgrid fromfunction tri tril triu diag diagonal concatenate stack vstack hstack split tile repeat sort argsort unique ' +
  'searchsorted nonzero bincount histogram diff take compress extract put place copyto dot matmul outer inner trace load save loadz ' +
  'savez evaluate evaluateAsync isclose allclose array_equal'

test('every method is there, and none shows up in for-in', () => {
  const a = np.ones([2])
  for (const name of METHODS.split(' ')) expect(typeof (a as unknown as Record<string, unknown>)[name], name).toBe('function')
  const seen: string[] = []
  for (const key in a) seen.push(key)
  for (const name of METHODS.split(' ')) expect(seen).not.toContain(name)
})

test('every function of the surface is exported under its NumPy name', () => {
  for (const name of FUNCTIONS.split(' ')) expect(typeof (np as unknown as Record<string, unknown>)[name], name).toBe('function')
})

test('methods and functions give the same', () => {
  const a = np.array([1, -2.5, 4])
  const b = np.array([3, 2, -1])
  expect(list(a.add(b))).toEqual(list(np.add(a, b)))
  expect(list(a.mod(b))).toEqual(list(np.remainder(a, b)))
  expect(list(a.leq(b))).toEqual([true, true, false])
  expect(list(a.gt(0).and(a.lt(3)))).toEqual([true, false, false])
  expect(list(np.array([6, 5], 'int32').band(3).bor(8))).toEqual([10, 9])
  expect(list(a.round())).toEqual([1, -2, 4])
  expect(list(a.atan())).toEqual(list(np.arctan(a)))
})

describe('operands', () => {
  const a = np.array([1, 2, 3], 'int32')
  test.each<[string, unknown, string, number[]]>([
    ['a number', 1, 'int32', [2, 3, 4]],
    ['a fraction', 0.5, 'float64', [1.5, 2.5, 3.5]],
    ['a bigint', 1n, 'int32', [2, 3, 4]],
    ['a boolean', true, 'int32', [2, 3, 4]],
    ['nested lists', [[1], [2]], 'float64', [2, 3, 4, 3, 4, 5]],
    ['a typed array', new Int16Array([1, 1, 1]), 'int32', [2, 3, 4]],
    ['clamped bytes', new Uint8ClampedArray([1, 1, 1]), 'int32', [2, 3, 4]],
    ['an ndarray over data', ndarray(new Float32Array([9, 1, 2, 3]), [3], [-1], 3), 'float64', [4, 4, 4]],
    ['a 0-d array', np.array(5, 'int8'), 'int32', [6, 7, 8]],
  ])('%s', (_, operand, dtype, elements) => {
    const sum = np.add(a, operand as NdArray)
    expect([sum.dtype, list(np.ravel(sum))]).toEqual([dtype, elements])
  })

  test.each<[string, () => unknown, RegExp]>([
    ['text', () => np.add(a, 'x' as never), /add: cannot use string as an array; expected/],
    ['nothing', () => np.add(a, undefined as never), /add: cannot use undefined/],
    ['ragged lists', () => np.add([[1, 2], [3]], 1), /ragged/],
    ['lists of text', () => np.array([['x' as never]]), /element of string/],
    ['shapes that do not fit', () => np.add(a, [1, 2]), /add: shapes \(3,\) and \(2,\) cannot be broadcast together/],
    ['numbers that do not fit', () => np.array([1], 'uint8').add(300), /add: the number 300 does not fit uint8 \(0 to 255\)/],
    ['negative powers of integers', () => a.pow(-1), /integers to negative integer powers/],
    ['negative powers in an array', () => a.pow(new Int8Array([1, -1, 1])), /exponent -1/],
    ['bits of floats', () => np.bitwise_and([1.5], 1), /bitwise_and: not defined for dtype float64/],
    ['differences of bool', () => np.subtract([true], [true]), /subtract: not defined for dtype bool/],
    ['an unknown dtype', () => np.zeros([1], 'complex128' as never), /unknown dtype 'complex128'/],
  ])('%s: an error when it is written', (_, run, message) => {
    expect(run).toThrow(message)
    expect(run).toThrow(np.WeldError)
  })
})

describe('out, where, dtype', () => {
  test('out receives the result and is returned', () => {
    const out = np.zeros([2], 'float32')
    expect(np.add([1, 2], 0.5, { out })).toBe(out)
    expect(list(out)).toEqual([1.5, 2.5])
    expect(() => np.add([1, 2], 0.5, { out: np.zeros([2], 'int32') })).toThrow(
      /add: a result of dtype float64 cannot be stored as int32/,
    )
    expect(() => np.add([1, 2], 1, { out: np.zeros([3]) })).toThrow(np.ShapeError)
  })

  test('out broadcasts the result, and may overlap the operands', () => {
    const out = np.zeros([2, 2])
    np.add([1, 2], 1, { out })
    expect(list(out)).toEqual([
      [2, 3],
      [2, 3],
    ])
    const a = np.arange(5)
    np.add(a.slice(':-1'), a.slice('1:'), { out: a.slice('1:') })
    expect(list(a)).toEqual([0, 1, 3, 5, 7])
  })

  test('where keeps what out held', () => {
    const out = np.full([3], 9)
    np.multiply([1, 2, 3], 2, { out, where: [true, false, true] })
    expect(list(out)).toEqual([2, 9, 6])
  })

  test('out over a typed array is written at once', () => {
    const data = new Float64Array(2)
    np.add([1, 2], 1, { out: ndarray(data) as unknown as NdArray })
    expect([...data]).toEqual([2, 3])
  })

  test('dtype chooses what is computed in', () => {
    expect(np.add(new Int8Array([100]), new Int8Array([100]), { dtype: 'int32' }).tolist()).toEqual([200])
    expect(np.sqrt(new Float64Array([2]), { dtype: 'float32' }).tolist()).toEqual([Math.fround(Math.SQRT2)])
    expect(() => np.add([1.5], 1, { dtype: 'int32' })).toThrow(np.DTypeError)
    expect(() => np.sqrt([4], { dtype: 'int32' })).toThrow(/sqrt: cannot compute in dtype int32/)
  })
})

describe('in place', () => {
  test('returns the array, keeps its dtype, converts within the kind', () => {
    const a = np.array([1, 2], 'float32')
    expect(a.addeq(0.1)).toBe(a)
    expect([a.dtype, list(a)]).toEqual(['float32', [Math.fround(1.1), Math.fround(2.1)]])
    const i = np.array([7, -7], 'int16')
    expect(
      list(
        i
          .addeq(np.array([1, 1], 'int32'))
          .modeq(5)
          .poweq(2)
          .muleq(2)
          .subeq(1),
      ),
    ).toEqual([17, 31])
    expect(() => i.addeq(1.5)).toThrow(/addeq: a result of dtype float64 cannot be stored as int16/)
    expect(() => i.diveq(2)).toThrow(/astype\('int16'\)/)
    expect(() =>
      i.addeq([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow(np.DTypeError)
    expect(() => a.addeq(np.ones([2, 2], 'float32'))).toThrow(/shape \(2, 2\) does not fit an output of shape \(2,\)/)
  })

  test('assign converts as typed-array stores do', () => {
    expect(list(np.zeros([3], 'uint8').assign([1.9, -1, 257]))).toEqual([1, 255, 1])
    expect(list(np.zeros([2], 'int32').assign(NaN))).toEqual([0, 0])
    expect(list(np.zeros([2, 2]).assign([1, 2]))).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(list(np.zeros([2], 'bool').assign([0, 3]))).toEqual([false, true])
  })

  test('overlapping operands are read before', () => {
    const a = np.arange(6)
    a.slice('1:').assign(a.slice(':-1'))
    expect(list(a)).toEqual([0, 0, 1, 2, 3, 4])
    a.slice('::-1').addeq(a)
    expect(list(a)).toEqual([4, 3, 3, 3, 3, 4])
  })

  test.each([3, LARGE])('pending results keep the values their operands had (%i elements)', (n) => {
    const x = np.zeros([n])
    const y = x.add(1)
    const v = x.slice('::2')
    x.addeq(5)
    v.set(0, 50)
    expect([y.get(0), y.get(1), x.get(0), x.get(1), v.get(0)]).toEqual([1, 1, 50, 5, 50])
  })

  test.each([3, LARGE])("a caller's data is read at the call and written at the call (%i elements)", (n) => {
    const data = new Float64Array(n).fill(1)
    const a = ndarray(data) as unknown as NdArray
    const y = np.add(data, a)
    data.fill(7)
    expect(y.get(0)).toBe(2)
    a.addeq(1)
    expect(data[n - 1]).toBe(8)
  })
})

test('operations on large arrays are recorded, and evaluated together', () => {
  const a = np.arange(LARGE)
  const b = a.mul(2).add(1)
  const c = b.sqrt()
  expect([isLazy(b), isLazy(c)]).toEqual([true, true])
  np.evaluate(b, c)
  expect([isLazy(b), isLazy(c)]).toEqual([false, false])
  expect(c.get(4)).toBe(3)
})

test('evaluateAsync gives the arrays back', async () => {
  const a = np.ones([LARGE]).add(1)
  expect(await np.evaluateAsync([a])).toEqual([a])
  expect(a.isEvaluated).toBe(true)
  await expect(np.evaluateAsync([np.ones([LARGE]).add(2)], { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
})

test('where, clip, round', () => {
  expect(list(np.where([true, false], new Int8Array([1, 2]), 0))).toEqual([1, 0])
  expect(np.where([true], new Int8Array(1), new Uint8Array(1)).dtype).toBe('int16')
  expect(list(np.clip(new Uint8Array([1, 250]), -5, 300))).toEqual([1, 250])
  expect(list(np.clip([1, NaN, 9], null, 5))).toEqual([1, NaN, 5])
  expect(list(np.round([0.5, 1.5, -0.5, 2.675], 0))).toEqual([0, 2, -0, 3])
  expect(list(np.round([2.675, -1.25], 1))).toEqual([2.7, -1.2])
  expect(list(np.round(new Int32Array([15, 25, -14]), -1))).toEqual([20, 20, -10])
  expect(list(np.nan_to_num([NaN, Infinity, -1]))).toEqual([0, Number.MAX_VALUE, -1])
})

test('closeness', () => {
  expect(list(np.isclose([1, Infinity, NaN, 1], [1 + 1e-9, Infinity, NaN, 2]))).toEqual([true, true, false, false])
  expect(np.allclose([NaN], [NaN], { equal_nan: true })).toBe(true)
  expect(np.allclose(new Uint8Array([1]), new Uint8Array([2]))).toBe(false)
  expect(np.array_equal([[1, 2]], new Int8Array([1, 2]))).toBe(false)
  expect(np.array_equal([1, 2], new Int8Array([1, 2]))).toBe(true)
})
