import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What a program goes on with is computed once, also where each turn of a loop sees another part of it.

test('a pending array that slices of all lengths are read of is stored', () => {
  const n = 1000
  const prices = np.power(1.001, np.arange(-n, n + 1))
  const before = np.stats()
  const sums: number[] = []
  for (let i = 1; i < 300; i++)
    sums.push(
      prices
        .slice(`${n - i}:${n + i + 1}`)
        .mul(i)
        .sum()
        .item(),
    )
  expect(np.stats({ since: before }).plansMade).toBeLessThan(30)
  const plain = (i: number) => Array.from({ length: 2 * i + 1 }, (_, k) => 1.001 ** (k - i)).reduce((a, b) => a + b) * i
  for (const i of [1, 60, 299]) expect(sums[i - 1]).toBeCloseTo(plain(i), 6)
})
