import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// A running total is part of a loop, which computes what is added up, and what is computed of the totals; long lines are gone over twice.

const rng = np.random.default_rng(9)
const n = 70_001
const [a, b] = [rng.standard_normal([n]).evaluate(), rng.standard_normal([n]).evaluate()]
const threads = Number(process.env.WELDARRAY_THREADS)

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
  np.configure({ threads })
})

const loopsOf = (x: np.NdArray): number => (x.explain().match(/^loop \d+ of \d+/gm) ?? []).length

test('what is added up, and what is computed of the totals, is stored nowhere', () => {
  const average = (): np.NdArray => np.cumsum(a.mul(b)).div(n)
  expect(loopsOf(average())).toBe(1)
  expect(average().explain()).toContain('fused: mul cumsum div')
  const before = np.stats()
  average().evaluate()
  const after = np.stats({ since: before })
  expect([after.loops, after.calls]).toEqual([1, 0])
  expect(after.bytesWritten).toBe(8 * n)
  // Both are read for what blocks come to, and again for the totals.
  expect(after.bytesRead).toBe(4 * 8 * n)
})

test('a line of one block, and lines whose neighbours are apart, are gone over once', () => {
  const few = a.slice(':16384')
  const before = np.stats()
  np.cumsum(few.mul(2)).add(1).evaluate()
  np.cumsum(few.reshape(128, 128).mul(2), 0).add(1).evaluate()
  const after = np.stats({ since: before })
  expect([after.loops, after.bytesRead, after.bytesWritten]).toEqual([2, 2 * 8 * 16384, 2 * 8 * 16384])
})

test.each<[string, () => np.NdArray, number]>([
  ['what takes long is done once, and stored', () => np.cumsum(np.exp(a)).mul(b), 2],
  ['but not where a line is gone over once', () => np.cumsum(np.exp(a.slice(':70000').reshape(70, 1000)), 0), 1],
  ['totals of totals', () => np.cumsum(np.cumsum(a).mul(b)), 2],
  [
    'along two axes',
    () => np.cumsum(a.slice(':70000').reshape(70, 1000), 0).add(np.cumsum(b.slice(':70000').reshape(70, 1000), 1)),
    2,
  ],
  ['along one', () => np.cumsum(a).add(np.cumprod(b)), 1],
  ['a sum of totals', () => np.cumsum(a).mul(b).sum(), 2],
  ['elements far apart', () => np.cumsum(a.slice(':70000').reshape(70, 1000).T, 1), 2],
])('%s', (_, of, loops) => expect(loopsOf(of())).toBe(loops))

test('one plan serves lines of one block and of several', () => {
  const of = (length: number): np.NdArray =>
    np
      .cumsum(a.slice(`:${length}`).mul(3))
      .sub(2)
      .evaluate()
  of(1000)
  const before = np.stats().plansMade
  for (const length of [900, 16384, 16385, 32768, 40_000, 65_536, 70_000]) of(length)
  expect(np.stats().plansMade - before).toBe(0)
})

const lines = (x: np.NdArray): np.NdArray => x.slice(':70000').reshape(2, 35_000)
const cube = (x: np.NdArray): np.NdArray => x.slice(':70000').reshape(10, 70, 100)

/** By name; new ones at every call. */
const totals: Record<string, () => np.NdArray[]> = {
  'a line of blocks': () => [np.cumsum(a.mul(b)).div(n)],
  'five full blocks and one element': () => [np.cumsum(np.concatenate([a, b]).slice(':81921').mul(2)).sub(1)],
  'lines of blocks': () => [np.cumsum(lines(a).add(1), 1).mul(lines(b))],
  'short lines': () => [np.cumsum(cube(a).add(1), 2).mul(cube(b))],
  columns: () => [np.cumsum(cube(a).add(1), 1).mul(cube(b)), np.cumsum(cube(a), 0).sub(cube(b))],
  'backwards, and every third': () => [np.cumsum(a.slice('::-1')).add(b), np.cumsum(a.slice('::3').mul(2))],
  float32: () => [np.cumsum(a.astype('float32').mul(3)), np.cumprod(a.astype('float32').mul(0.01).add(1)).add(1)],
  'products that wrap': () => [np.cumprod(a.mul(100).astype('int32'), { dtype: 'int32' }).add(1)],
  bytes: () => [np.cumsum(a.mul(50).astype('int8'), { dtype: 'int8' }).add(1), np.cummin(a.mul(50).astype('int8'))],
  bool: () => [np.cummax(a.gt(3)).astype('int8').add(1), np.cumprod(a.lt(3), { dtype: 'bool' }).logical_not()],
  int64: () => [np.cumsum(a.gt(0)).mul(2), np.cumprod(a.mul(9).astype('int64'))],
  'NaN and zeros': () => [np.cummax(np.sqrt(a.add(2.8))).mul(2), np.cumsum(a.mul(0)), np.cumsum(a.slice(':9000').mul(-0))],
  'totals of totals': () => [
    np.cumsum(np.cumsum(cube(a), 1), 0),
    np.cumsum(np.cumsum(cube(a), 2), 1),
    np.cumsum(np.cummax(cube(b), 0), 0),
  ],
  'several at once': () => [np.cumsum(a).add(np.cumprod(b.add(1))), np.cumsum(a), a.mul(2)],
  indices: () => [np.take(b, np.cumsum(a.gt(0)).sub(1)), np.cumsum(np.take(a, np.arange(n - 1, -1, -1).astype('int32')))],
  'loops within elements': () => [np.cumsum(collatz(a.mul(100).abs().astype('int32'))).mul(2)],
  'put beside something': () => [np.concatenate([np.cumsum(a), b]), np.stack([np.cumsum(a.mul(2)), b], 1)],
  'the same everywhere': () => [np.cumsum(np.ones([n])).sub(1), np.cumprod(np.full([40_000], 2), { dtype: 'int32' })],
  'numbers counted': () => [np.cumsum(np.arange(n)).mul(a)],
}

const collatz = np.vectorize(
  (start: number) => {
    let [x, rounds] = [start, 0]
    while (x > 1 && rounds < 20) {
      x = x % 2 === 0 ? x / 2 : 3 * x + 1
      rounds++
    }
    return rounds
  },
  { limit: 100 },
)

const hexOf = (arrays: np.NdArray[]): string[] =>
  arrays.map((x) => {
    const { data } = x.clone() as { data: unknown } as { data: Float64Array }
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
  })

describe.each(Object.keys(totals))('%s: one order on every tier, any number of threads, in pieces of any size', (name) => {
  const compute = (): string[] => {
    const all = totals[name]!()
    np.evaluate(...all)
    return hexOf(all)
  }

  test('bits', () => {
    forceTier('interpreter')
    const wanted = compute()
    for (const tier of ['js', 'wasm', 'auto'] as const) {
      forceTier(tier)
      expect(
        compute().map((bits, i) => bits === wanted[i]),
        tier,
      ).toEqual(wanted.map(() => true))
    }
    forceTier('wasm')
    for (const count of [1, 2, 3, 7])
      for (const piece of [1, 20_000, 40_000]) {
        np.configure({ threads: count })
        forcePiece(piece)
        expect(
          compute().map((bits, i) => bits === wanted[i]),
          `${count} threads, ${piece}`,
        ).toEqual(wanted.map(() => true))
      }
  })
})

test('totals go where they are asked for', () => {
  const to = np.zeros([n, 2])
  np.cumsum(a.mul(b), { out: to.pick(null, 1) as np.NdArray })
  expect(to.slice(':, 1').tolist()).toEqual(np.cumsum(a.mul(b)).tolist())
  const own = a.clone()
  np.cumsum(own, { out: own })
  expect(own.tolist()).toEqual(np.cumsum(a).tolist())
})
