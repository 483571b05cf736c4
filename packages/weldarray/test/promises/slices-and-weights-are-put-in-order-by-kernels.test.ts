import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Distinct slices and weighted quantiles are composed of sorts, scans, loads by index and reductions, not of comparisons in JavaScript.
const rng = np.random.default_rng(7)

function withoutFallbacks<T>(run: () => T): T {
  const before = np.stats()
  const result = run()
  expect(np.stats({ since: before }).fallbacks).toEqual({})
  return result
}

test('distinct rows of many', () => {
  const rows = np.asarray(rng.integers(0, 4, [5000, 3])).evaluate()
  const found = withoutFallbacks(() => {
    const list = np.unique(rows, { axis: 0, return_index: true, return_inverse: true, return_counts: true })
    np.evaluate(...list)
    return list
  })
  const texts = (rows.tolist() as number[][]).map(String)
  const wanted = [...new Set(texts)].sort()
  expect((found[0].tolist() as number[][]).map(String)).toEqual(wanted)
  expect(found[1]!.tolist()).toEqual(wanted.map((row) => texts.indexOf(row)))
  expect(found[2]!.tolist()).toEqual(texts.map((row) => wanted.indexOf(row)))
  expect(found[3]!.tolist()).toEqual(wanted.map((row) => texts.filter((t) => t === row).length))
})

test('quantiles of many elements by weight', () => {
  const [x, w] = [rng.random(6001).evaluate(), np.asarray(rng.integers(0, 5, 6001)).evaluate()]
  const shares = [0, 0.1, 0.5, 0.999, 1]
  const options = { weights: w, method: 'inverted_cdf' } as const
  const found = withoutFallbacks(() => np.quantile(x, shares, options).evaluate())
  expect(np.nanquantile(x.mul(2), shares, { ...options, weights: w.mul(1) }).tolist()).toEqual(found.mul(2).tolist())
  const weight = w.tolist() as number[]
  const order = (x.tolist() as number[]).map((value, i) => ({ value, weight: weight[i]! })).sort((a, b) => a.value - b.value)
  const total = weight.reduce((a, b) => a + b)
  const wanted = shares.map((share) => {
    let sum = 0
    return order.find((one) => (sum += one.weight) > 0 && sum / total >= share)!.value
  })
  expect(found.tolist()).toEqual(wanted)
})
