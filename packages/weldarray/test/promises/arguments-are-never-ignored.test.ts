import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * What a function takes it heeds, and what it does not heed it refuses.
 */
const any = np as unknown as Record<string, (...args: unknown[]) => unknown>

test('a domain by position is the domain', () => {
  const p = new np.polynomial.Polynomial([1, 2], [0, 2])
  expect(p.domain).toEqual([0, 2])
  expect(p.call(1).item()).toBe(1)
  expect(() => new np.polynomial.Polynomial([1, 2], 'x' as never)).toThrow(np.ArgumentError)
})

test('digits that are not counted as asked are refused', () => {
  expect(() => any.format_float_positional!(1234.5, { precision: 2, fractional: false })).toThrow(/no option 'fractional'/)
})

test('fractions among integers are refused, not dropped', () => {
  for (const f of [np.gcd, np.lcm]) expect(() => f([4.5], [3])).toThrow(np.DTypeError)
  expect(np.gcd([12, 18], 8).tolist()).toEqual([4, 2])
})

test('the modes of positions are one for each axis', () => {
  expect(() => np.ravel_multi_index([[1], [1]], [2, 2], ['wrap'] as never)).toThrow(np.ArgumentError)
})

test('a limit is given once', () => {
  expect(() => np.clip([1, 2], 0, { min: 1 } as never)).toThrow(np.ArgumentError)
  expect(() => np.var([1, 2], { ddof: 1, correction: 1 })).toThrow(np.ArgumentError)
})

test('a column order is that order', () => {
  const a = np.array([
    [1, 2],
    [3, 4],
  ])
  expect(np.ravel(a, 'F').tolist()).toEqual([1, 3, 2, 4])
  // As they lie in memory: the transposed array's rows are columns there.
  expect(np.ravel(a.T, 'A').tolist()).toEqual([1, 2, 3, 4])
  expect(np.reshape(a.T, [4], { order: 'A' }).tolist()).toEqual([1, 2, 3, 4])
  expect(() => np.reshape(a.T, [4], { copy: false })).toThrow(np.ValueError)
})

test('what may not be copied is the same array, or an error', () => {
  const a = np.arange(3)
  expect(np.array(a, { copy: false })).toBe(a)
  expect(np.asarray(a, { copy: true })).not.toBe(a)
  expect(np.astype(a, 'float64', { copy: false })).toBe(a)
  expect(() => np.asarray([1, 2], { copy: false })).toThrow(np.ArgumentError)
  const b = np.array([1, Number.NaN])
  expect(np.nan_to_num(b, { copy: false })).toBe(b)
  expect(b.tolist()).toEqual([1, 0])
})

test('weights for an axis are for that axis', () => {
  const x = [
    [1, 2, Number.NaN],
    [4, 5, 6],
  ]
  const options = { axis: 1, weights: [1, 0, 2], method: 'inverted_cdf' } as const
  expect(np.nanquantile(x, 0.9, options).tolist()).toEqual([1, 6])
  expect(np.quantile(x, 0.9, options).tolist()).toEqual([Number.NaN, 6])
})

test('a parameter of a distribution that is no number above 0 is refused, and ends', () => {
  const rng = new np.random.RandomState(1)
  for (const zero of [0, -0]) {
    expect(() => rng.beta(1e-320, zero)).toThrow(np.ValueError)
    expect(() => rng.chisquare(zero)).toThrow(np.ValueError)
    expect(rng.gamma(zero)).toBe(0)
  }
})

test('as many numbers as cannot be counted are refused', () => {
  for (const name of ['linspace', 'logspace', 'geomspace']) {
    expect(() => any[name]!(1, 2, 2 ** 53)).toThrow(np.ShapeError)
    expect(() => any[name]!([1, 2], [3, 4], 2 ** 53)).toThrow(np.ShapeError)
    expect(() => any[name]!([1, 2], [3, 4], 2 ** 53 - 1)).toThrow(np.ShapeError)
  }
})
