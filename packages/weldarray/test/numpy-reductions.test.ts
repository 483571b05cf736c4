import { describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, decode, differences, fixture, flat, LETTERS, type Same, value, within } from './support/fixtures.js'

type Case = [name: string, dtype: string, axis: number | number[] | null, result: string, shape: number[], elements: string]
const { shape, arrays, cases } = fixture<{ shape: number[]; arrays: Record<string, string>; cases: Case[] }>('reductions')

const inputs = Object.fromEntries(Object.entries(arrays).map(([k, v]) => [k, decode(v, LETTERS[k]!, shape)]))
const names = [...new Set(cases.map(([name]) => name))]

/** Floating sums differ by their order; the relative error allowed is that of NumPy's float32 accumulation. */
const SUMS = new Set(['sum', 'prod', 'mean', 'std', 'var', 'cumsum', 'cumprod'])
const sameness = (name: string, letter: string): Same =>
  SUMS.has(name) && (letter === 'f' || letter === 'd') ? within(letter === 'f' ? 2e-5 : 1e-13) : name === 'median' ? value : bits

type Reducer = (a: NdArray, argument?: unknown) => NdArray
const reducer = (name: string): Reducer => (np as unknown as Record<string, Reducer>)[name]!
/** Without an axis these two flatten only when told so. */
const argument = (name: string, axis: Case[2]): unknown => (axis === null && !/sort/.test(name) ? undefined : axis)

describe('reductions, scans and sorting along axes', () => {
  test.each(names)('%s: dtype, shape and values as NumPy', (name) => {
    const wrong = cases
      .filter((c) => c[0] === name)
      .flatMap(([, letter, axis, result, to, elements]) => {
        const answer: unknown = reducer(name)(inputs[letter]!, argument(name, axis))
        // `any` and `all` over everything answer now.
        const got = typeof answer === 'boolean' ? np.array(answer) : (answer as NdArray)
        const label = `${letter} axis ${axis}`
        if (got.dtype !== LETTERS[result]) return [`${label}: gave ${got.dtype}, expected ${LETTERS[result]}`]
        if (String(got.shape) !== String(to)) return [`${label}: shape (${got.shape}), expected (${to})`]
        const wanted = flat(decode(elements, LETTERS[result]!))
        return differences(flat(got), wanted, sameness(name, result)).map((d) => `${label} ${d}`)
      })
    expect(wrong).toEqual([])
  })
})

const list = (a: NdArray): unknown => a.tolist()

test('keepdims leaves axes of length 1', () => {
  const a = np.ones([2, 3, 4])
  expect(np.sum(a, { axis: [0, 2], keepdims: true }).shape).toEqual([1, 3, 1])
  expect(np.argmax(a, { axis: 1, keepdims: true }).shape).toEqual([2, 1, 4])
  expect(np.max(a, { keepdims: true }).shape).toEqual([1, 1, 1])
})

test('a dtype chooses the accumulator and the result', () => {
  const a = np.array([100, 100], 'int8')
  expect(list(np.sum(a))).toBe(200)
  expect(list(np.sum(a, { dtype: 'int8' }))).toBe(-56)
  expect(np.mean(a, { dtype: 'float32' }).dtype).toBe('float32')
  expect(list(np.mean(a, { dtype: 'int32' }))).toBe(100)
  expect(() => np.var(a, { dtype: 'int32' })).toThrow(/var: dtype int32 has no fractions/)
})

test('float32 is summed in float64', () => {
  const a = np.full([100_000], 0.1, 'float32')
  expect(list(np.sum(a))).toBe(Math.fround(Math.fround(0.1) * 100_000))
})

test('a mask chooses the elements that count', () => {
  const a = np.array([
    [1, 2],
    [3, 4],
  ])
  const where = [
    [true, false],
    [true, true],
  ]
  expect(list(np.sum(a, { where }))).toBe(8)
  expect(list(np.mean(a, { axis: 0, where }))).toEqual([2, 4])
  expect(list(np.var(a, { axis: 0, where }))).toEqual([1, 0])
  expect(list(np.any(a, { axis: 1, where: false }))).toEqual([false, false])
})

test('nothing: sums are 0, products 1, means NaN, extremes an error', () => {
  const none = np.zeros([0, 3])
  expect(list(np.sum(none, 0))).toEqual([0, 0, 0])
  expect(list(np.prod(none, 0))).toEqual([1, 1, 1])
  expect(list(np.any(none, 0))).toEqual([false, false, false])
  expect(list(np.all(none, 0))).toEqual([true, true, true])
  expect(list(np.mean(none, 0))).toEqual([NaN, NaN, NaN])
  expect(list(np.max(none, 1))).toEqual([])
  expect(() => np.max(none, 0)).toThrow(/max: zero-size array of shape \(0, 3\)/)
  expect(() => np.argmin(none, 0)).toThrow(np.ShapeError)
})

test('NaN: extremes propagate it, nan-functions leave it out, argmax finds the first', () => {
  const a = np.array([
    [1, NaN, 3],
    [NaN, NaN, NaN],
  ])
  expect(list(np.min(a, 1))).toEqual([NaN, NaN])
  expect(list(np.nanmin(a, 1))).toEqual([1, NaN])
  expect(list(np.nanmax(a))).toBe(3)
  expect(list(np.nansum(a, 1))).toEqual([4, 0])
  expect(list(np.nanmean(a, 1))).toEqual([2, NaN])
  expect(list(np.nanstd(a, 1))).toEqual([1, NaN])
  expect(list(np.argmax(a, 1))).toEqual([1, 0])
})

test('axes are checked when the reduction is written', () => {
  const a = np.ones([2, 3])
  expect(() => np.sum(a, 2)).toThrow(/sum: axis 2 is out of bounds for an array of dimension 2: expected an integer from -2 to 1/)
  expect(() => np.sum(a, [0, -2])).toThrow(/axis 0 is given twice/)
  expect(() => np.argmax(a, [0])).not.toThrow()
})

test('results are lazy and go where out says', () => {
  const a = np.ones([2, 3000])
  const s = np.sum(a, 1)
  expect(s.isEvaluated).toBe(false)
  const out = np.zeros([2], 'float32')
  expect(np.sum(a, { axis: 1, out })).toBe(out)
  expect(list(out)).toEqual([3000, 3000])
  expect(() => np.sum(a, { axis: 1, out: np.zeros([3]) })).toThrow(np.ShapeError)
})

test('average, median, quantile', () => {
  expect(
    list(
      np.average(
        [
          [1, 2],
          [3, 4],
        ],
        { axis: 1, weights: [1, 3] },
      ),
    ),
  ).toEqual([1.75, 3.75])
  expect(() => np.average([1, 2, 3], { weights: [1, 2] })).toThrow(np.ShapeError)
  expect(list(np.median([3, 1, NaN]))).toBe(NaN)
  expect(list(np.percentile([1, 2, 3, 4], [25, 50]))).toEqual([1.75, 2.5])
})
