import { beforeEach, expect, test } from 'vitest'
import * as np from 'weldarray'
import ops from 'weldarray/ops'

// How far indices reach, and how often masks hold, is kept with their memory: nothing may be known of elements that were written since.
const n = 5000
const source = np.arange(n).mul(2).evaluate()
const loops = (run: () => unknown): number => {
  const before = np.stats()
  run()
  return np.stats({ since: before }).loops
}

let index: np.NdArray<'int32'>
let mask: np.NdArray<'bool'>
beforeEach(() => {
  index = np.arange(n).astype('int32').evaluate() as np.NdArray<'int32'>
  mask = np.arange(n).mod(2).eq(0).evaluate()
})

test('indices are looked at once, and so are masks', () => {
  const taken = () => np.take(source, index).evaluate()
  expect(loops(taken)).toBe(2)
  expect(loops(taken)).toBe(1)
  np.compress(mask, source).evaluate()
  const first = np.stats()
  expect(np.compress(mask, source).size).toBe(n / 2)
  expect(np.stats({ since: first }).evaluationsImplicit).toBe(0)
})

test('rows of a table of links are looked at once each, until the table is written', () => {
  const links = np
    .arange(3 * n)
    .reshape(3, n)
    .mod(n)
    .astype('int64')
    .evaluate()
  const [from, to] = [links.slice(0), links.slice(2)]
  const taken = () => [from, to].map((row) => np.take(source, row).evaluate())
  expect(loops(taken)).toBe(4)
  expect(loops(taken)).toBe(2)
  // The same part by another view of it; and another part.
  expect(loops(() => np.take(source, links.slice('0:1').ravel()).evaluate())).toBe(1)
  expect(loops(() => np.take(source, links.slice('1, ::2')).evaluate())).toBe(2)
  links.set(2, 4, n + 7)
  expect(() => np.take(source, to).evaluate()).toThrow(/take: .*5007/)
  expect(() => np.take(source, from).evaluate()).not.toThrow()
})

test('batches of a permutation are looked at by the whole of it, until it is written', () => {
  const order = np.random.default_rng(8).permutation(n)
  const batch = (from: number) => np.take(source, order.slice(`${from}:${from + 100}`)).evaluate()
  const looked = Array.from({ length: 40 }, (_, k) => loops(() => batch(100 * k)) - 1)
  expect(looked.reduce((sum, count) => sum + count)).toBe(1)
  expect(looked.slice(13).every((count) => count === 0)).toBe(true)
  order.set(4990, n + 3)
  expect(() => batch(4900)).toThrow(/take: .*5003/)
  for (let from = 0; from < 4900; from += 100) expect(batch(from).get(7)).toBe(2 * order.get(from + 7))
})

test('how far numbers reach that are still to be computed is found once, and again once they were written', () => {
  const numbers = np.arange(n).mul(7).mod(40).astype('int32')
  const weights = np.ones(n).evaluate()
  const first = np.stats()
  const counts = np.bincount(numbers)
  expect(np.stats({ since: first }).loops).toBe(1)
  const sums = np.bincount(numbers, { weights })
  expect(np.stats({ since: first }).loops).toBe(1)
  expect(sums.tolist()).toEqual(counts.tolist())
  numbers.set(3, 99)
  expect(np.bincount(numbers).size).toBe(100)
  expect(counts.size).toBe(40)
})

test('of many parts the first that were asked for are forgotten, and found again', () => {
  const links = np.zeros([40, n], 'int64').evaluate()
  for (let turn = 0; turn < 2; turn++) for (let k = 0; k < 40; k++) np.take(source, links.slice(k)).evaluate()
  links.at(0, 3).set(n + 7)
  expect(() => np.take(source, links.slice(0)).evaluate()).toThrow(/5007/)
})

const outside = n + 7
const writes: Record<string, () => unknown> = {
  set: () => index.set(3, outside),
  'addeq, whole': () => index.addeq(outside),
  'assign, a part by a kernel': () => index.slice('1000:4500').assign(outside),
  'assign, a small part': () => index.slice('10:12').assign(outside),
  'at().set': () => index.at([17]).set(outside),
  'at().set of many': () => index.at(np.arange(0, n, 2)).set(outside),
  put: () => np.put(index, [4], [outside]),
  copyto: () => np.copyto(index, np.full([n], outside).astype('int32')),
  fill: () => index.slice(':').assign(outside),
  'out of another operation': () => np.add(index, np.full([n], outside, 'int32'), { out: index }),
  'ops.adds': () => ops.addseq(index, outside),
  'its data': () => {
    index.data[9] = outside
  },
  'a view that was there before': () => index.slice('::2').set(5, outside),
}

for (const [how, write] of Object.entries(writes))
  test(`an index that is outside is told after it was written: ${how}`, () => {
    np.take(source, index).evaluate()
    // Evaluated: pending work would have the writer write to a copy.
    np.bincount(index).evaluate()
    write()
    expect(() => np.take(source, index).evaluate()).toThrow(/take: .*(index|5007)/)
    expect(np.bincount(index).size).toBe(1 + np.max(index).item())
  })

test('writes through a kept view, again and again', () => {
  const part = index.slice('100:200')
  for (let i = 0; i < 5; i++) {
    part.set(i, i % 2 === 0 ? outside : 0)
    const take = () => np.take(source, index).evaluate()
    if (i % 2 === 0) expect(take).toThrow(/5007/)
    else {
      part.set(i - 1, 0)
      expect(take).not.toThrow()
    }
  }
})

test('a mask that is written holds as often as it does now', () => {
  expect(np.compress(mask, source).size).toBe(n / 2)
  mask.set(1, 1)
  expect(np.compress(mask, source).size).toBe(n / 2 + 1)
  mask.slice(':4000').assign(false)
  expect(np.nonzero(mask)[0]!.size).toBe(500)
  mask.at([0, 1]).set(1)
  expect(np.flatnonzero(mask).size).toBe(502)
})

test('extremes of what a histogram counts are those of the elements as they are', () => {
  const x = np.random.default_rng(1).random(n).evaluate()
  expect(np.histogram(x, 4)[1].get(4)).toBeLessThan(1)
  x.set(77, 9)
  const [counts, edges] = np.histogram(x, 4)
  expect([edges.get(4), counts.get(3)]).toEqual([9, 1])
})
