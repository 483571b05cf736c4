import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { table } from '../column-filter/src/table.js'

const n = 30_000
const rng = np.random.default_rng(5)
const price = rng.random(n).mul(100)
const quantity = rng.random(n).mul(20).astype('int32')
np.evaluate(price, quantity)
const prices = [...price.flat]
const quantities = [...quantity.flat]
const filtered = () => table({ price, quantity }).where('quantity', 'ge', 10).where('price', 'lt', 50)
const large = filtered()
const chosen = prices.map((p, i) => quantities[i] >= 10 && p < 50)

const loopLines = (x: np.NdArray): string[] => x.explain().match(/^loop .*$/gm) ?? []

test('a filtered column and an expression of arrays are one loop over the two columns', () => {
  const revenue = large.column('price').mul(large.column('quantity')).mul(1.5)
  expect(loopLines(revenue)).toEqual([`loop 1 of 1: elementwise, ${n} elements, reads 2, stores 1, reduces 0`])
  const before = np.stats().loops
  revenue.evaluate()
  expect(np.stats().loops - before).toBe(1)
  expect(revenue.tolist()).toEqual(prices.map((p, i) => (chosen[i] ? p * quantities[i] * 1.5 : 0)))
  const total = revenue.add(0).sum()
  expect(total.item()).toBe(revenue.sum().item())
})

test('conditions, product and sum are one loop; a mean is one over the rows and a division', () => {
  const rows = filtered()
  const total = rows.column('price').mul(rows.column('quantity')).sum()
  total.evaluate()
  expect(loopLines(total)).toEqual([`loop 1 of 1: reduction of the last axis, ${n} elements, reads 2, stores 0, reduces 1`])
  const mean = filtered().mean('price')
  mean.evaluate()
  expect(loopLines(mean).filter((line) => line.includes(`${n} elements`))).toEqual([
    `loop 1 of 2: reduction of the last axis, ${n} elements, reads 2, stores 0, reduces 2`,
  ])
  const count = chosen.filter(Boolean).length
  expect(large.count().item()).toBe(count)
  expect(mean.item()).toBe(Number(large.sum('price').item()) / count)
})

test('columns keep the values they had', () => {
  const typed = Int32Array.of(1, 2, 3)
  const even = table({ typed }).where('typed', 'ne', 2)
  typed.fill(2)
  expect(even.column('typed').tolist()).toEqual([1, 0, 3])
  expect(even.mean('typed').item()).toBe(2)
  expect(table({ typed }).where('typed', 'gt', 5).mean('typed').item()).toBeNaN()
})

test('what is wrong says what would be right', () => {
  expect(() => table({ price, typed: new Int32Array(3) })).toThrow(
    "table: column 'typed' has shape (3), expected that of 'price', (30000)",
  )
  expect(() => large.column('weight')).toThrow("there is no column 'weight', expected one of price, quantity")
  expect(() => table({})).toThrow('expected one or more')
})
