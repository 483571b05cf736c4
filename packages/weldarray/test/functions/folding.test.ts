import { expect, test } from 'vitest'
import * as np from 'weldarray'

const named = (name: string) => expect.objectContaining({ name })

// Associative, and not commutative: the order of elements matters, joining in any order does not.
const second = (_a: number, b: number) => b
const first = (a: number, _b: number) => a

test.each([1, 2, 3, 7, 64, 129, 1000, 4097])('reductions of %i elements', (n) => {
  const x = np.arange(n).add(1)
  expect(
    np
      .reduce((a, b) => Math.max(a, b))(x)
      .item(),
  ).toBe(n)
  expect(
    np
      .reduce((a, b) => a + b)(x)
      .item(),
  ).toBe((n * (n + 1)) / 2)
  expect(
    np
      .reduce((a, b) => a + b, { init: 0.5 })(x)
      .item(),
  ).toBe((n * (n + 1)) / 2 + 0.5)
  expect(np.reduce(first)(x).item()).toBe(1)
  expect(np.reduce(second)(x).item()).toBe(n)
  expect(
    np
      .reduce((a, b) => (a * 31 + b * 17) % 1 || a)(x)
      .item(),
  ).toBe(1)
})

test.each([1, 2, 3, 5, 8, 129, 1001])('running totals of %i elements', (n) => {
  const x = np.random.default_rng(n).integers(0, 100, [n]).astype('float64')
  expect(
    np
      .scan((a, b) => a + b)(x)
      .tolist(),
  ).toEqual(np.cumsum(x).tolist())
  expect(
    np
      .scan((a, b) => Math.max(a, b))(x)
      .tolist(),
  ).toEqual(np.cummax(x).tolist())
  expect(np.scan(second)(x).tolist()).toEqual(x.tolist())
  expect(
    np
      .scan((a, b) => a + b, { init: 7 })(x)
      .tolist(),
  ).toEqual(np.cumsum(x).add(7).tolist())
})

test('along an axis', () => {
  const x = np.random.default_rng(1).integers(0, 9, [5, 7]).astype('float64')
  for (const axis of [0, 1, -1]) {
    expect(
      np
        .reduce((a, b) => a + b)(x, { axis })
        .tolist(),
    ).toEqual(x.sum(axis).tolist())
    expect(
      np
        .scan((a, b) => a + b)(x, { axis })
        .tolist(),
    ).toEqual(np.cumsum(x, axis).tolist())
  }
  expect(() => np.reduce((a, b) => a + b)(x, { axis: 2 })).toThrow(named('AxisError'))
})

test('nothing', () => {
  expect(() => np.reduce((a, b) => a + b)([])).toThrow(named('ShapeError'))
  expect(
    np
      .reduce((a, b) => a + b, { init: 3 })([])
      .item(),
  ).toBe(3)
  expect(
    np
      .reduce((a, b) => a + b, { init: 3 })(np.zeros([0, 2]), { axis: 0 })
      .tolist(),
  ).toEqual([3, 3])
  expect(
    np
      .scan((a, b) => a + b)([])
      .tolist(),
  ).toEqual([])
})

test('log of a sum of exponentials', () => {
  const x = np.random.default_rng(2).normal(0, 300, [10_000])
  const f = np.reduce((a, b) => {
    const m = Math.max(a, b)
    return m + Math.log1p(Math.exp(Math.min(a, b) - m))
  })
  const m = x.max().item() as number
  expect(f(x).item()).toBeCloseTo(m + Math.log(np.exp(x.sub(m)).sum().item() as number), 9)
})
