import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Numbers that are counted, and results that are positions themselves (of `argsort`, `argmax`, `searchsorted`, `nonzero`), reach as far as what
 * was recorded tells: where that is inside, the loop that takes by them looks for nothing else. Where it is not, it looks as ever.
 */

const [rows, columns] = [4000, 6]
const rng = np.random.default_rng(7)
const x = rng.random([rows, columns]).evaluate()
const elements = x.tolist() as number[][]
const labels = rng.integers(0, columns, rows).evaluate()
const picks = labels.tolist() as number[]

/** Loads by index of the graph that a result was recorded as. */
const loads = (result: { explain(): unknown }): number =>
  (
    String(result.explain())
      .split('\nloop')[0]!
      .match(/ = gather /g) ?? []
  ).length

test('one load for an element of each row', () => {
  const chosen = x.at(np.arange(rows), labels).get()
  expect(loads(chosen)).toBe(1)
  expect(chosen.tolist()).toEqual(picks.map((p, i) => elements[i]![p]))
  const reversed = x.at(np.arange(rows - 1, -1, -1), labels).get()
  expect(loads(reversed)).toBe(1)
  expect(reversed.tolist()).toEqual(picks.map((p, i) => elements[rows - 1 - i]![p]))
})

test('negative counted numbers count from the end', () => {
  const last = x.at(np.arange(-rows, 0), labels).get()
  expect(loads(last)).toBe(1)
  expect(last.tolist()).toEqual(picks.map((p, i) => elements[i]![p]))
})

test.each([
  ['too many', () => np.arange(rows + 1), rows],
  ['from too far back', () => np.arange(-rows - 1, 0), -rows - 1],
  ['multiplied', () => np.arange(rows).mul(2), rows],
  ['added to', () => np.arange(rows).add(1), rows],
  [
    'wrapped in their dtype',
    () =>
      np
        .arange(rows)
        .add(2 ** 31)
        .astype('int32'),
    -(2 ** 31),
  ],
  ['searched for', () => np.searchsorted(np.arange(rows).evaluate(), np.full(9, rows)), rows],
])('counted numbers that leave an axis are found: %s', (_, make, index) => {
  const first = new RegExp(`index ${index} is out of bounds|index ${index} `)
  expect(() => np.take(x, make(), 0).evaluate()).toThrow(first)
  expect(() => x.at(make(), 0).get().evaluate()).toThrow(first)
  expect(() => np.take(x, make(), 0).evaluate()).toThrow(np.IndexError)
})

test('halves are no indices, and those of another dtype are what they are there', () => {
  const halves = () => np.arange(rows).mul(0.5)
  expect(() => np.take(x, halves(), 0).evaluate()).toThrow(np.IndexError)
  expect(() => x.at(halves(), 0).get().evaluate()).toThrow(np.IndexError)
  const bytes = np.arange(300).astype('int8')
  const of300 = x.slice(':300').evaluate()
  const wrapped = Array.from({ length: 300 }, (_, i) => (((((i + 128) & 255) - 128) % 300) + 300) % 300)
  expect(np.take(of300, bytes, 0).tolist()).toEqual(wrapped.map((i) => elements[i]))
  expect(of300.at(bytes, 1).get().tolist()).toEqual(wrapped.map((i) => elements[i]![1]))
})

test('positions that were found', () => {
  const column = x.slice(':', 0)
  const order = np.argsort(column)
  const sorted = elements.map((row) => row[0]!).sort((a, b) => a - b)
  expect(column.at(order).get().tolist()).toEqual(sorted)
  expect(np.take(column, np.argsort(column)).tolist()).toEqual(sorted)
  // Fewer elements than there are positions.
  expect(() => np.take(column.slice(':3000'), np.argsort(column)).evaluate()).toThrow(np.IndexError)
  const best = x.at(np.arange(rows), np.argmax(x, 1)).get()
  expect(best.tolist()).toEqual(elements.map((row) => Math.max(...row)))
})

test('bytes look up tables of 256, and of fewer if they stay inside', () => {
  const image = rng.integers(0, 256, [50, 60]).astype('uint8').evaluate()
  const bytes = image.tolist() as number[][]
  const table = rng.random(256).evaluate()
  const looked = (length: number) => table.slice(`:${length}`).slice(image)
  const values = table.tolist() as number[]
  expect(looked(256).tolist()).toEqual(bytes.map((row) => row.map((b) => values[b])))
  expect(np.take(table, image.add(1).astype('uint8')).tolist()).toEqual(bytes.map((row) => row.map((b) => values[(b + 1) % 256])))
  const most = Math.max(...bytes.flat())
  expect(looked(most + 1).tolist()).toEqual(bytes.map((row) => row.map((b) => values[b])))
  expect(() => looked(most).evaluate()).toThrow(new RegExp(`index ${most} `))
  expect(() => np.take(table.slice(':255'), np.full(5000, 254, 'uint8').add(1)).evaluate()).toThrow(np.IndexError)
  const signed = image.astype('int8')
  expect(table.slice(':128').slice(signed).tolist()).toEqual(bytes.map((row) => row.map((b) => values[b % 128])))
})

test('a long way from what counts', () => {
  let at = np.arange(rows)
  for (let i = 0; i < 30_000; i++) at = at.add(i % 2 === 0 ? 1 : -1)
  expect(np.take(x, at, 0).slice(-1).tolist()).toEqual(elements[rows - 1])
})
