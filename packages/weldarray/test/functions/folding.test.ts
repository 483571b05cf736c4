import { expect, test, vi } from 'vitest'
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

test.each(['float64', 'float32', 'int32', 'int64', 'uint8'] as const)('running extremes of %s are one loop', (dtype) => {
  const x = np.random.default_rng(5).integers(0, 200, [3000]).sub(20).abs().astype(dtype)
  if (dtype.startsWith('float')) {
    x.set(1000, -0)
    x.set(2000, Number.NaN)
  }
  x.evaluate()
  const of = [np.scan((a, b) => Math.max(a, b))(x.mul(2)), np.scan((a, b) => Math.min(b, a))(x.mul(2))]
  for (const y of of) expect(y.explain()).toMatch(/^loop 1 of 1: running totals/m)
  const sums = np.scan((a, b) => a + b * 1)(x)
  expect(sums.explain()).toMatch(/^loop 1 of 1: running totals/m)
  expect(of.map((y) => y.dtype)).toEqual([sums.dtype, sums.dtype])
  expect(of.map((y) => y.tolist())).toEqual([np.cummax, np.cummin].map((f) => f(x.mul(2).astype(sums.dtype)).tolist()))
  expect(
    np
      .scan((a, b) => Math.max(a, b), { init: 150 })(x)
      .tolist(),
  ).toEqual(np.maximum(np.cummax(x), 150).tolist())
})

test.each(['float64', 'float32', 'int32', 'int64', 'uint8', 'bool'] as const)(
  'running sums and products of %s are those of np, however many',
  (dtype) => {
    const sums = np.scan((a, b) => b + a)
    const products = np.scan((a, b) => a * b)
    for (const n of [2, 5, 40, 1001, 40_000]) {
      const x = np.random.default_rng(n).normal(0, 1, [n]).astype(dtype).evaluate()
      const inner = sums(x).dtype
      for (const given of [x, np.where(x.eq(x), x, x)]) {
        expect(sums(given).tolist()).toEqual(np.cumsum(x.astype(inner)).tolist())
        expect(products(given).tolist()).toEqual(np.cumprod(x.astype(inner)).tolist())
      }
    }
    const y = np.random.default_rng(9).integers(0, 2, [40_000]).astype(dtype).evaluate()
    const before = np.stats()
    sums(y).evaluate()
    expect(np.stats({ since: before }).loops).toBe(1)
  },
)

test('running totals begin with the first element, and what is not compiled takes one after the other', () => {
  expect(
    np
      .scan((a, b) => a + b)([-0, -0])
      .tolist(),
  ).toEqual([-0, -0])
  expect(
    np
      .scan((a, b) => a * b, { init: 2 })([3, 4])
      .tolist(),
  ).toEqual([6, 24])
  expect(
    np
      .scan((a, b) => a + b + 0)([1, 2, 3])
      .tolist(),
  ).toEqual([1, 3, 6])
  vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  let calls = 0
  const counted = np.scan((a, b) => {
    calls++
    return a + b
  })
  expect(counted(np.ones(100)).get(99)).toBe(100)
  expect(calls).toBe(100)
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

test('reductions and running totals wait until somebody looks, and what they are given is computed by their first loop', () => {
  const x = np.random.default_rng(4).random([5000]).evaluate()
  const largest = np.reduce((a, b) => Math.max(a, b))
  const totals = np.scan((a, b) => a + b)
  const before = np.stats()
  const [top, run] = [largest(x.mul(3).sub(1)).add(1), totals(x.mul(3)).mul(2)]
  expect([top.isEvaluated, run.isEvaluated]).toEqual([false, false])
  expect(np.stats({ since: before })).toMatchObject({ evaluationsExplicit: 0, evaluationsImplicit: 0, loops: 0 })
  expect(top.item()).toBe((x.mul(3).sub(1).max().item() as number) + 1)
  // Three levels a loop, so that the product is written nowhere: less is written than there are elements.
  expect(np.stats({ since: before }).bytesWritten).toBeLessThan(5000 * 8 * 0.3)
  expect(top.explain()).toMatch(/fused: (mul ){8}(sub ){8}(maximum ){7}stored/)
  expect(run.shape).toEqual([5000])
  expect(run.get(4999)).toBeCloseTo(6 * (x.sum().item() as number), 6)
  // What is written afterwards is not seen.
  const y = x.clone().evaluate()
  const later = largest(y)
  y.addeq(10)
  expect(later.item()).toBe(x.max().item())
})

test('the order is one, whatever computes it', () => {
  const x = np.random.default_rng(5).normal(0, 1, [3001])
  const f = (a: number, b: number): number => a + b * 1.0000001
  const [by, run] = [np.reduce(f), np.scan(f)]
  const tree = (list: readonly number[]): number => {
    const alone: number[] = []
    let level = list
    while (level.length > 1) {
      const even = level.length - (level.length % 2)
      if (even < level.length) alone.push(level[even]!)
      level = Array.from({ length: even / 2 }, (_, i) => f(level[2 * i]!, level[2 * i + 1]!))
    }
    return alone.reduceRight((acc, last) => f(acc, last), level[0]!)
  }
  const list = x.tolist() as number[]
  expect(by(x).item()).toBe(tree(list))
  for (const n of [1, 2, 5, 8, 17, 100, 1023]) expect(by(x.slice(`:${n}`)).item()).toBe(tree(list.slice(0, n)))
  const lazy = run(x.mul(1)).tolist()
  expect(lazy).toEqual(run(x.evaluate()).tolist())
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
