import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as np from 'weldarray'

// The worked examples of docs/weld.md are run, and what they show of graphs and loops is what explain() says.

const page = readFileSync(new URL('../../../../docs/weld.md', import.meta.url), 'utf8')

/** The block of lines after a heading that begins as `explain()` prints: a line of the graph. */
function shown(heading: string): string[] {
  const section = page.slice(page.indexOf(`**${heading}`))
  const block = [...section.matchAll(/^```\n((?:.|\n)*?)^```$/gm)].map((m) => m[1]!).find((text) => text.startsWith('%'))
  return block!.split('\n').filter((line) => line !== '')
}

const loopsOf = (work: () => unknown): number => {
  const before = np.stats()
  work()
  return np.stats({ since: before }).loops
}

const random = (seed: number, n: number): np.NdArray<'float64'> => np.random.default_rng(seed).random(n).evaluate()

test('a filter and a reduction', () => {
  const [a, b] = [random(1, 100_000), random(2, 100_000)]
  const sum = np.where(np.greater(a, 0.5), np.multiply(a, b), 0).sum()
  const said = sum.explain()
  for (const line of shown('A filter and a reduction')) expect(said).toContain(line)
})

test('counts of a computed key', () => {
  const k = np.random.default_rng(1).integers(0, 1000, { size: 300_000 }).astype('bigint64').evaluate()
  const counts = np.bincount(np.remainder(k, 10n))
  const said = counts.explain()
  for (const line of shown('Counts of a computed key')) expect(said).toContain(line)
  const expected = new Array<number>(10).fill(0)
  for (const key of k.tolist() as bigint[]) expected[Number(key % 10n)]!++
  expect(counts.tolist()).toEqual(expected)
})

test('group by', () => {
  const k = np.array([5n, 2n, 5n, 9n])
  const v = np.array([1, 2, 3, 4])
  const [keys, group] = np.unique(k, { return_inverse: true })
  expect(np.bincount(group!, { weights: v }).tolist()).toEqual([2, 4, 4])
  expect((keys.tolist() as unknown[]).map(Number)).toEqual([2, 5, 9])
})

test('a lookup, with the index computed, is one loop', () => {
  const a = random(3, 50_000)
  const i = np.arange(5000).evaluate()
  const taken = np.take(a, i.mul(10).astype('int32')).mul(2)
  expect(loopsOf(() => taken.evaluate())).toBe(1)
  expect(taken.get(7)).toBe(2 * (a.get(70) as number))
})

test('two results in one pass', () => {
  const a = random(4, 50_000)
  const [s, d] = [a.sum(), a.mul(2)]
  expect(loopsOf(() => np.evaluate(s, d))).toBe(1)
})

test('a running sum', () => {
  expect(np.cumsum(np.arange(1, 5)).tolist()).toEqual([1, 3, 6, 10])
})
