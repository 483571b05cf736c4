import { getHeapStatistics } from 'node:v8'
import { expect, it } from 'vitest'
import { BoundedCache } from '../dist/config/bounded-cache.js'
import { runScript } from './run-script.js'

it('holds what weighs no more than its bound, and what was used last', () => {
  const cache = new BoundedCache<string, number>(1, 100)
  for (const [i, key] of ['a', 'b', 'c', 'd'].entries()) cache.set(key, i, 25)
  expect(cache.get('a')).toBe(0)
  cache.set('e', 4, 50)
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key))).toEqual([0, undefined, undefined, 3, 4])
  expect(cache.weight).toBe(100)
  cache.set('a', 7, 10)
  expect(cache.weight).toBe(85)
  cache.set('whale', 8, 1000)
  expect([cache.size, cache.weight, cache.get('whale')]).toEqual([1, 1000, 8])
  cache.set('f', 9, 1)
  expect([cache.size, cache.weight, cache.get('f')]).toEqual([1, 1, 9])
  cache.clear()
  expect([cache.size, cache.weight]).toEqual([0, 0])
})

it('takes its part of the heap, however large that is', () => {
  const limit = getHeapStatistics().heap_size_limit
  const cache = new BoundedCache<number, number>(1 / 64, Number.POSITIVE_INFINITY)
  for (let i = 0; i < 1000; i++) cache.set(i, i, limit / 6400)
  expect(cache.size).toBeGreaterThanOrEqual(99)
  expect(cache.size).toBeLessThanOrEqual(100)
})

it('tells what goes, and not what is taken out', () => {
  const gone: number[] = []
  const cache = new BoundedCache<string, number>(1, 100, (value) => gone.push(value))
  cache.set('a', 1, 60)
  cache.set('b', 2, 60)
  expect(gone).toEqual([1])
  expect([cache.take('b'), cache.size, cache.weight]).toEqual([2, 0, 0])
  cache.set('c', 3, 10)
  cache.set('c', 4, 10)
  cache.clear()
  expect(gone).toEqual([1, 3, 4])
})

it.each(['waits', 'never waits'])(
  'caches are emptied when the heap is nearly full of other things, in a program that %s',
  async (how) => {
    const { json } = await runScript('full-heap.mjs', [how], { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=16' })
    expect(json).toEqual({ before: 200, after: how === 'waits' ? 0 : 1 })
  },
)
