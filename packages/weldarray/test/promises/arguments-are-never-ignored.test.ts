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

test('what comes behind an axis by position is heeded', () => {
  const x = np.array([
    [1, 3],
    [2, 0],
  ])
  expect(x.copy().sort(0, { descending: true }).tolist()).toEqual([
    [2, 3],
    [1, 0],
  ])
  const out = np.zeros([2, 1])
  expect(x.compress([true, false], 1, { out })).toBe(out)
  expect(out.tolist()).toEqual([[1], [2]])
})

test('bytes are told in the order asked for, and turned where they are', () => {
  const x = np.array(
    [
      [1, 2],
      [3, 256],
    ],
    'int16',
  )
  expect([...x.tobytes('F')]).toEqual([1, 0, 3, 0, 2, 0, 0, 1])
  expect([...x.T.tobytes({ order: 'A' })]).toEqual([...x.tobytes()])
  expect(x.byteswap({ inplace: true })).toBe(x)
  expect(x.tolist()).toEqual([
    [256, 512],
    [768, 1],
  ])
})

test('arrays are made in other shapes in the order asked for', () => {
  const x = np.arange(6)
  const columns = [
    [0, 2, 4],
    [1, 3, 5],
  ]
  expect(x.reshape([2, 3], { order: 'F' }).tolist()).toEqual(columns)
  expect((x as unknown as { reshape(...args: unknown[]): np.NdArray }).reshape(2, 3, { order: 'F' }).tolist()).toEqual(columns)
})

test('an element is that at its place', () => {
  const x = np.arange(6).reshape(2, 3)
  expect([x.item(4), x.item(-1), x.item(1, 0), x.item([0, -1]), x.pick(0, 2).item([])]).toEqual([4, 5, 3, 2, 2])
  for (const wrong of [[6], [-7], [1.5], [2, 0], [0, 0, 0]] as number[][]) expect(() => x.item(...wrong)).toThrow(np.IndexError)
})

test('methods refuse what they do not heed', () => {
  const x = np.ones(3) as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const [name, ...args] of [
    ['conj', { axis: 1 }],
    ['subtract', 1, {}, 2],
    ['addeq', 1, 2],
    ['assign', 1, { where: true }],
    ['fill', 1, 2],
    ['view', 'int8', 'int16'],
    ['byteswap', { axis: 1 }],
    ['astype', 'int8', { casting: 'sometimes' }],
  ] as [string, ...unknown[]][])
    expect(() => x[name]!(...args), name).toThrow(np.ArgumentError)
  expect(() => np.ones(3).astype('int8', { casting: 'safe' })).toThrow(np.DTypeError)
})

test('options of one way to pad are none of another', () => {
  expect(() => np.pad([1, 2], 1, 'edge', { constant_values: 3 })).toThrow(np.ArgumentError)
  expect(() => np.pad([1, 2], 0, 'mean', { stat_length: 0 })).toThrow(np.ArgumentError)
  expect(np.pad([1, 2], { 0: [0, 1] }).tolist()).toEqual([1, 2, 0])
  for (const wrong of [null, { 0: null }, { 0: 'x' }, { 1: 2 }, { x: 1 }])
    expect(() => np.pad([1, 2], wrong as never)).toThrow(np.WeldError)
})

test('a window longer than its axis is an error, and a view that cannot be made unwriteable is refused', () => {
  expect(() => np.lib.stride_tricks.sliding_window_view([1, 2], 3)).toThrow(np.ShapeError)
  expect(() => np.lib.stride_tricks.sliding_window_view([1, 2], 2, { writeable: false } as never)).toThrow(np.ArgumentError)
})
