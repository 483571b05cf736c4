import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What is no loop (sorts, scans, products, selections) is recorded too, and run when somebody looks; its operands are fused.

const n = 4000
const random = (): np.NdArray => np.random.default_rng(3).random(n).evaluate()

test.each<[string, (x: np.NdArray) => np.NdArray]>([
  ['sort', (x) => np.sort(x)],
  ['argsort', (x) => np.argsort(x)],
  ['matmul', (x) => np.matmul(x.reshape(40, 100), x.reshape(100, 40))],
  ['searchsorted', (x) => np.searchsorted(x, x)],
])('%s is run when somebody looks, once', (_, of) => {
  const x = random()
  const before = np.stats().calls
  const later = of(x.mul(2))
  expect(np.stats().calls).toBe(before)
  later.evaluate()
  expect(np.stats().calls).toBe(before + 1)
  later.get(...Array.from(later.shape, () => 0))
  expect(np.stats().calls).toBe(before + 1)
})

test('operands and what uses the result are a loop each', () => {
  const [a, b] = [random(), random()]
  const r = np.sort(a.mul(b).add(1)).div(n)
  const text = r.explain()
  expect(text.match(/^loop \d+ of 2/gm)).toEqual(['loop 1 of 2', 'loop 2 of 2'])
  expect(text).toContain('fused: mul add')
  expect(text).toContain('call of sort')
})

test('one plan serves selections of every length', () => {
  const x = random()
  const select = (limit: number): number => np.sqrt(x.slice(x.gt(limit))).evaluate().size
  select(0.5)
  const before = np.stats().plansMade
  for (let k = 1; k < 9; k++)
    expect(select(k / 10)).toBe(
      x
        .gt(k / 10)
        .astype('int64')
        .sum()
        .item(),
    )
  expect(np.stats().plansMade - before).toBeLessThan(3)
})

test('several evaluations at once, and calls of calls', async () => {
  const x = random()
  const sums = np.cumsum(np.sort(x.mul(-1)))
  const all = [np.sort(x), np.argsort(x), sums, sums.mul(2), np.take(x, np.argsort(x))]
  await np.evaluateAsync(all)
  const plain = Array.from({ length: n }, (_, i) => x.get(i) as number).sort((p, q) => p - q)
  expect(all[0]!.tolist()).toEqual(plain)
  expect(all[4]!.tolist()).toEqual(plain)
  expect(all[3]!.get(7)).toBe(2 * (sums.get(7) as number))
})
