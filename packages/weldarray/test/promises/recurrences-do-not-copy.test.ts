import { expect, test } from 'vitest'
import * as np from 'weldarray'

const [rows, columns] = [400, 600]

test.each([
  ['rows', (y: np.NdArray, n: number) => y.slice(n)],
  ['columns', (y: np.NdArray, n: number) => y.slice(':', n)],
])('a recurrence over %s keeps one copy of the whole', (_name, part) => {
  const y = np.zeros([rows, columns])
  part(y, 0).assign(1)
  part(y, 1).assign(2)
  const before = np.stats().bytesPeak
  for (let n = 2; n < 400; n++)
    part(y, n).assign(
      part(y, n - 1)
        .mul(0.5)
        .add(part(y, n - 2).mul(0.25)),
    )
  // What the steps leave behind are rows, or columns; as many wholes would be 760 MB.
  expect(np.stats().bytesPeak - before).toBeLessThan(10 * 8 * rows * columns)
  const plain = [1, 2]
  for (let n = 2; n < 400; n++) plain.push(plain[n - 1]! * 0.5 + plain[n - 2]! * 0.25)
  expect(Array.from({ length: 400 }, (_, n) => part(y, n).get(7))).toEqual(plain)
})

test('a recurrence over places keeps one copy of the whole', () => {
  // A table of costs, by anti-diagonals: each is made of the two before.
  const n = 300
  const table = () => {
    const D = np.arange((n + 1) ** 2).reshape(n + 1, n + 1)
    for (let d = n; d < n + 20; d++) {
      const i = np.arange(d - n + 1, n).astype('int64')
      const j = np.subtract(d, i)
      const least = np.minimum(np.minimum(D.slice(i.sub(1), j), D.slice(i, j.sub(1))), D.slice(i.sub(1), j.sub(1)))
      D.at(i, j).set(least.add(1))
    }
    return D
  }
  const before = np.stats()
  const D = table()
  // What the steps leave behind are diagonals; as many wholes would be 14 MB.
  expect(np.stats({ since: before }).bytesWritten).toBeLessThan(2 * D.nbytes)
  const plain = Array.from({ length: n + 1 }, (_, i) => Array.from({ length: n + 1 }, (_, j) => i * (n + 1) + j))
  for (let d = n; d < n + 20; d++)
    for (let i = d - n + 1; i < n; i++) {
      const j = d - i
      plain[i]![j] = Math.min(plain[i - 1]![j]!, plain[i]![j - 1]!, plain[i - 1]![j - 1]!) + 1
    }
  expect(D.tolist()).toEqual(plain)
})

test('what such a step leaves behind has the values it had', () => {
  const y = np.ones([64, 64])
  const half = y.slice(3).mul(0.5)
  const sum = half.add(y.slice(2))
  const other = y.slice(3).sub(5)
  y.slice(3).assign(sum)
  y.slice(2).assign(sum.mul(7))
  expect([half, sum, other].map((x) => x.get(1))).toEqual([0.5, 1.5, -4])
  expect([y.get(3, 1), y.get(2, 1)]).toEqual([1.5, 10.5])
})

test('a part that was looked at for its extreme is all that a write to the array keeps', () => {
  const a = np
    .sin(np.arange(rows * columns))
    .reshape(rows, columns)
    .evaluate()
  const given = a.copy()
  const seen: np.NdArray[] = []
  const before = np.stats()
  for (let k = 0; k < 50; k++) {
    const part = np.abs(a.slice(`${k}:`, k))
    expect(part.argmax().item()).toBeLessThan(rows)
    seen.push(part)
    a.slice(k).muleq(2)
  }
  // The first write copies everything; each after it stores a row, and the column that was looked at.
  expect(np.stats({ since: before }).bytesWritten).toBeLessThan(2 * 8 * rows * columns + 50 * 8 * 3 * (rows + columns))
  seen.forEach((part, k) => {
    const expected = given.slice(`${k}:`, k)
    expect(np.array_equal(part, np.abs(expected))).toBe(true)
  })
  expect(np.array_equal(a.slice(':50'), given.slice(':50').mul(2))).toBe(true)
})
