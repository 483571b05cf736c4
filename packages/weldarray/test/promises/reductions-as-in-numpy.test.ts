import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/** A 64-bit sum as a number. */
const n = (x: np.NdArray): unknown => JSON.parse(JSON.stringify(x.tolist(), (_, v) => (typeof v === 'bigint' ? Number(v) : v)))

describe('axis 0 and -1 of a 0-d array', () => {
  const five = (): np.NdArray => np.array(5)
  const { sum, prod, min, max, argmax, argmin, ptp, nansum, nanmin, count_nonzero } = np
  const reductions = { sum, prod, min, max, argmax, argmin, ptp, nansum, nanmin, count_nonzero }
  for (const axis of [0, -1]) {
    test.each(Object.entries(reductions))(`%s, axis ${axis}`, (_, f) => {
      const [along, whole]: np.NdArray[] = [f(five(), axis), f(five())]
      expect(along!.tolist()).toEqual(whole!.tolist())
      expect(f(five(), axis).shape).toEqual([])
      expect(() => f(five(), 1)).toThrow(np.AxisError)
      expect(() => f(five(), [0])).toThrow(np.AxisError)
    })
    test(`any and all, axis ${axis}`, () => {
      expect([np.any(five(), axis).tolist(), np.all(five(), axis).tolist()]).toEqual([true, true])
      expect(() => np.any(five(), [0])).toThrow(np.AxisError)
    })
    test(`functions that count it as 1-d, axis ${axis}`, () => {
      expect(np.cumsum(five(), axis).tolist()).toEqual([5])
      expect(np.cumprod(five(), axis).tolist()).toEqual([5])
      expect(np.cumulative_sum(five(), { axis }).tolist()).toEqual([5])
      expect(np.cumulative_prod(five(), { include_initial: true }).tolist()).toEqual([1, 5])
      expect(np.take(five(), [0, 0], axis).tolist()).toEqual([5, 5])
      expect(np.repeat(five(), 3, axis).tolist()).toEqual([5, 5, 5])
      expect(np.squeeze(five(), axis).tolist()).toEqual(5)
      expect(n(np.argsort(five(), axis))).toEqual([0])
      expect(np.compress([true], five(), axis).tolist()).toEqual([5])
    })
  }
  test('not where NumPy has none', () => {
    for (const f of [np.mean, np.var, np.std, np.median, np.flip] as ((a: np.NdArray, axis: number) => unknown)[]) {
      if (f === np.flip || f === np.median) expect(() => f(five(), 0)).toThrow(np.AxisError)
      else expect(() => f(five(), 1)).toThrow(np.AxisError)
    }
    expect(() => np.sort(five())).toThrow(np.AxisError)
    expect(() => np.sort(five(), 0)).toThrow(np.AxisError)
    expect(np.sort(five(), null).tolist()).toEqual([5])
    expect(() => np.roll(five(), 1, 0)).toThrow(np.AxisError)
  })
})

test('initial values, by position and by name', () => {
  expect(n(np.sum([1, 2], { initial: 5 }))).toBe(8)
  expect(n(np.sum(np.array([1, 2], 'int8'), { initial: 1.5 }))).toBe(4)
  expect(n(np.prod([1, 2], { initial: 2.5 }))).toBe(5)
  expect(n(np.prod(np.array([1, 2], 'int32'), { initial: 2.5 }))).toBe(4)
  expect(n(np.max([], { initial: 3 }))).toBe(3)
  expect(n(np.max([1, 2], { initial: 9 }))).toBe(9)
  expect(np.min([[3, 4]], { axis: 0, initial: 3 }).tolist()).toEqual([3, 3])
  expect(np.min(np.zeros([0, 2]), { axis: 0, initial: 3 }).tolist()).toEqual([3, 3])
  expect(np.sum([1, 2], { initial: NaN }).item()).toBe(NaN)
})

describe('masks', () => {
  const x = [1, NaN, 3]
  const on = [true, true, false]
  test('of extremes need an initial value', () => {
    expect(() => np.max([1, 2], { where: [true, false] })).toThrow(/'where' needs 'initial'/)
    expect(() => np.nanmin([1, 2], { where: [true, false] })).toThrow(np.ValueError)
    expect(np.max([1, 2], { where: [true, false], initial: -5 }).item()).toBe(1)
    expect(np.nanmin(x, { where: on, initial: 9 }).item()).toBe(1)
    expect(np.nanmax(np.array([NaN, 2]), { where: [true, false], initial: -9 }).item()).toBe(-9)
  })
  test('join with what is not NaN', () => {
    expect(np.nansum(x, { where: on }).item()).toBe(1)
    expect(np.nanprod([2, NaN, 3], { where: [false, true, true] }).item()).toBe(3)
    expect(np.nanmean(x, { where: on }).item()).toBe(1)
    expect(np.nanmean([1, 2, NaN, 9], { where: [true, true, true, false] }).item()).toBe(1.5)
    expect(np.nanstd(x, { where: on }).item()).toBe(0)
    expect(np.nanvar([1, NaN, 3, 100], { where: [true, true, true, false] }).item()).toBe(1)
  })
  test('of arrays are bool, of lists may be 0 and 1', () => {
    expect(n(np.sum([1, 2], { where: [1, 0] as never }))).toBe(1)
    expect(() => np.sum([1, 2], { where: np.array([1, 0]) })).toThrow(/a mask of dtype float64, expected bool/)
    expect(() => np.add([1, 2], 1, { where: np.array([1, 0], 'int8') })).toThrow(np.DTypeError)
    expect(() => np.copyto(np.zeros([2]), 1, { where: np.array([1, 0]) })).toThrow(np.DTypeError)
  })
  test('do not make arrays larger', () =>
    expect(() =>
      np.sum([1, 2], {
        where: [
          [true, true],
          [false, true],
        ],
      }),
    ).toThrow(np.ShapeError))
})

test('variances of fewer elements than ddof', () => {
  expect(np.var([1, 2], { ddof: 2 }).item()).toBe(Infinity)
  expect(np.nanvar([1, NaN], { ddof: 1 }).item()).toBe(NaN)
  expect(np.nanvar([1, 2], { ddof: 2 }).item()).toBe(NaN)
  expect(np.nanstd([1, 2], { ddof: 5 }).item()).toBe(NaN)
  expect(np.nanstd(np.array([3, 1], 'int32'), { ddof: 2 }).item()).toBe(Infinity)
  expect(
    np
      .nanvar(
        [
          [1, NaN],
          [1, 3],
        ],
        { axis: 1, ddof: 1 },
      )
      .tolist(),
  ).toEqual([NaN, 2])
})

test('sums of bool without NaN, and means in integer dtypes', () => {
  expect(n(np.nansum([true, true]))).toBe(2)
  expect(n(np.nanprod([true, false]))).toBe(0)
  expect(np.nansum(np.array([true, true]), { dtype: 'bool' }).item()).toBe(true)
  expect([np.mean([1, 2, 4], { dtype: 'int32' }).dtype, np.mean([1, 2, 4], { dtype: 'int32' }).item()]).toEqual(['int32', 2])
  expect(np.mean([1.9, 2.9], { dtype: 'int32' }).item()).toBe(1)
  expect(np.mean(np.array([100, 100], 'int8'), { dtype: 'int8' }).item()).toBe(-28)
})

test('an out of another shape is refused, one of the same takes the result', () => {
  expect(() => np.sum([1, 2], { out: np.zeros([1]) })).toThrow(/out has shape \(1,\), expected that of the result, \(\)/)
  expect(() => np.sum([[1, 2]], { axis: 0, out: np.zeros([3, 2]) })).toThrow(np.ShapeError)
  expect(() => np.cumsum([1, 2], { out: np.zeros([2, 2]) })).toThrow(np.ShapeError)
  expect(() => np.take([1, 2], [0], { out: np.zeros([2]) })).toThrow(np.ShapeError)
  const out = np.zeros([2])
  const byPosition = np.sum as (...args: unknown[]) => np.NdArray
  expect(byPosition([[1, 2]], 0, undefined, out)).toBe(out)
  expect(out.tolist()).toEqual([1, 2])
})

describe('average', () => {
  const f4 = (...x: number[]): np.NdArray => np.array(x, 'float32')
  test('axis and weights by position', () => {
    expect(np.average([[1, 2, 3]], 1, [1, 1, 2]).tolist()).toEqual([2.25])
    expect(
      np
        .average(
          [
            [1, 2],
            [3, 4],
          ],
          0,
        )
        .tolist(),
    ).toEqual([2, 3])
    expect(
      np
        .average(
          [
            [1, 2],
            [3, 4],
          ],
          0,
          { keepdims: true },
        )
        .tolist(),
    ).toEqual([[2, 3]])
    const [mean, sums] = np.average([1, 2], { weights: [3, 1], returned: true })
    expect([mean.item(), sums.item()]).toEqual([1.25, 4])
  })
  test('the dtype is that of array and weights', () => {
    expect(np.average(f4(1, 2)).dtype).toBe('float32')
    expect(np.average(f4(1, 2), { weights: f4(1, 2) }).dtype).toBe('float32')
    expect(np.average(f4(1, 2), { weights: np.array([1, 2], 'int16') }).dtype).toBe('float32')
    expect(np.average(f4(1, 2), { weights: [1, 2] }).dtype).toBe('float64')
    expect(np.average(np.array([1, 2], 'int8'), { weights: f4(1, 2) }).dtype).toBe('float64')
  })
  test('weights that fit', () => {
    expect(() => np.average([1, 2], { weights: [1, -1] })).toThrow(/weights add up to 0/)
    expect(() =>
      np.average(
        [
          [1, 2],
          [3, 4],
        ],
        { weights: [1, 2] },
      ),
    ).toThrow(np.ShapeError)
    expect(() => np.average([1, 2], { axis: 0, weights: [[1, 2]] })).toThrow(np.ShapeError)
    const cube = np.arange(24).reshape(2, 3, 4)
    const w = np.arange(8).add(1).reshape(4, 2)
    // From python: np.average(np.arange(24.).reshape(2,3,4), axis=(2,0), weights=(np.arange(8.)+1).reshape(4,2))
    const expected = [8.722222222222221, 12.722222222222221, 16.72222222222222]
    expect(np.average(cube, { axis: [2, 0], weights: w }).tolist()).toEqual(expected.map((x) => expect.closeTo(x, 12)))
  })
})

describe('histograms', () => {
  test('edges have the dtype of the elements, where it floats', () => {
    // From python: np.histogram(np.array([1, 2], 'f4'))
    const [, edges] = np.histogram(np.array([1, 2], 'float32'))
    expect([edges.dtype, edges.tolist()]).toEqual([
      'float32',
      [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9000001, 2].map(Math.fround),
    ])
    expect(np.histogram(np.array([1, 2], 'float32'), 3, { range: [0, 1] })[1].tolist()).toEqual(
      [0, 0.33333334, 0.6666667, 1].map(Math.fround),
    )
    expect(np.histogram(np.array([1, 2], 'int16'), 3)[1].dtype).toBe('float64')
    expect(np.histogram([1, 2], np.array([1, 2], 'int32'))[1].dtype).toBe('int32')
    expect(np.histogram([1, 2], 3, { weights: np.array([1, 2], 'float32') })[0].dtype).toBe('float32')
  })
  test('bins that are none', () => {
    for (const bins of [
      [3, 2, 1],
      [1, NaN],
    ])
      expect(() => np.histogram([1, 2], bins)).toThrow(/must increase/)
    expect(() => np.histogram([1, 2], [[1, 2]])).toThrow(np.ShapeError)
    for (const bins of [1.5, NaN, -1, Infinity]) expect(() => np.histogram([1, 2], bins)).toThrow(np.ValueError)
    expect(() => np.histogram([1, 2], 0)).toThrow(np.ValueError)
    expect(() => np.histogram([1, 2], 3, { range: [2, 1] })).toThrow(np.ValueError)
    expect(() => np.histogram([1, NaN])).toThrow(/not finite/)
    expect(() => np.histogram([1, 2], 3, { weights: [1, 2, 3] })).toThrow(np.ShapeError)
  })
})

test('quantiles of nothing', () => {
  expect(() => np.quantile([], 0.5)).toThrow(np.ShapeError)
  expect(() => np.percentile(np.zeros([0, 3]), 50, 0)).toThrow(np.ShapeError)
  expect(np.quantile(np.zeros([0, 3]), 0.5, 1).shape).toEqual([0])
  expect(np.median([]).item()).toBe(NaN)
  expect(np.quantile([1, 2], [[0.5]]).tolist()).toEqual([[1.5]])
})
