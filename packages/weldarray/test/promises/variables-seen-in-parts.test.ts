import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What a program goes on with is computed once, also where each turn of a loop sees another part of it.

test('a pending array that a lattice reads another slice of in each step is stored, and needs no plan for each', () => {
  const [n, last] = [800, 500]
  const prices = np.power(1.001, np.arange(-n, n + 1))
  const strikes = np.array([0.9, 1, 1.1, 1.2]).slice(':', null)
  const value = np.maximum(strikes.sub(prices.slice('::2')), 0)
  const known = np.power(1.001, np.arange(-n, n + 1)).tolist() as number[]
  const before = np.stats()
  for (let i = n - 1; i >= last; i--) {
    const here = value.slice(':', `:${i + 1}`)
    const keep = here.add(value.slice(':', `1:${i + 2}`)).mul(0.49)
    here.assign(np.maximum(keep, strikes.sub(prices.slice(`${n - i}:${n + i + 1}:2`))))
  }
  expect(np.stats({ since: before }).plansMade).toBeLessThan(20)
  const row = known.filter((_, k) => k % 2 === 0).map((price) => Math.max(1.1 - price, 0))
  for (let i = n - 1; i >= last; i--)
    for (let k = 0; k <= i; k++) row[k] = Math.max((row[k]! + row[k + 1]!) * 0.49, 1.1 - known[n - i + 2 * k]!)
  expect(value.slice(2).tolist()).toEqual(row)
})
