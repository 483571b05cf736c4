import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Functions that are written with others do as much work as their elements need: no list of indices, no call for each element.

const n = 3000
const given = (x: np.NdArray): np.NdArray => x.evaluate()

describe('insert', () => {
  test('stores what is there and what is new in one result, and nothing else', () => {
    const x = given(np.arange(n))
    const before = np.stats()
    const y = np.insert(x, 2, -5).evaluate()
    expect(np.stats({ since: before }).bytesWritten).toBeLessThan(8 * n + 200)
    expect([y.size, y.get(1), y.get(2), y.get(3), y.get(n)]).toEqual([n + 1, 1, -5, 2, n - 1])
  })
  test('gives the same for few places and for many', () => {
    const x = Array.from({ length: 60 }, (_, i) => i)
    for (const places of [[0, 60, 3, 3, -1], Array.from({ length: 50 }, (_, i) => (i * 37) % 61)]) {
      const at = places.map((p) => (p < 0 ? p + 60 : p))
      const order = at.map((p, i) => [p, 100 + i] as const).sort((p, q) => p[0] - q[0])
      const expected = [...x, Infinity].flatMap((v, i) => [...order.filter(([p]) => p === i).map(([, w]) => w), v]).slice(0, -1)
      expect(
        np
          .insert(
            x,
            places,
            places.map((_, i) => 100 + i),
          )
          .tolist(),
      ).toEqual(expected)
    }
  })
})

describe('reduceat', () => {
  test('folds short parts in one loop', () => {
    const x = given(np.arange(n))
    const starts = given(np.arange(0, n, 5))
    const before = np.stats()
    const y = np.add.reduceat(x, starts).evaluate()
    expect(np.stats({ since: before }).loops).toBeLessThan(4)
    expect(y.tolist()).toEqual(Array.from({ length: n / 5 }, (_, i) => 25 * i + 10))
  })
  test('goes through each long part once, in its order', () => {
    const x = Array.from({ length: 400 }, (_, i) => 1 / (i + 1))
    const starts = [0, 3, 2, 200, 201, 390]
    const parts = starts.map((s, i) => x.slice(s, Math.max(s + 1, starts[i + 1] ?? 400)))
    expect(np.subtract.reduceat(x, starts).tolist()).toEqual(parts.map((p) => p.reduce((a, b) => a - b)))
    const rows = np.stack([x, x.map((v) => -v)], 1)
    expect(np.subtract.reduceat(rows, starts).slice(':', 1).tolist()).toEqual(parts.map((p) => -p.reduce((a, b) => a - b)))
  })
  test('records no more for long parts than for short ones', () => {
    const x = given(np.sin(np.arange(20_000)).reshape(10_000, 2))
    const before = np.stats()
    const y = np.subtract.reduceat(x, [0, 2000, 7000]).evaluate()
    expect(np.stats({ since: before }).recorded).toBeLessThan(20)
    const column = (from: number, to: number) => [...x.slice(`${from}:${to}`, 1).flat].reduce((a, b) => a - b)
    expect([...y.slice(':', 1).flat]).toEqual([column(0, 2000), column(2000, 7000), column(7000, 10_000)])
  })
  test.each([np.add, np.subtract, np.multiply, np.divide, np.minimum, np.maximum])(
    'gives the bits of short parts for long ones (%#)',
    (f) => {
      for (const dtype of ['float64', 'float32', 'int32', 'bool'] as const) {
        if (dtype === 'bool' && f === np.subtract) continue
        // By halves: NumPy's bits are fixtures.
        if (dtype.startsWith('float') && f === np.add) continue
        const values = np.array(
          Array.from({ length: 600 }, (_, i) => ((i * 37) % 23) - 11),
          dtype,
        )
        const x = dtype.startsWith('float') ? np.where(values.eq(3), -0, values.div(7)).astype(dtype) : values
        for (const starts of [
          [0, 200],
          [5, 100, 40, 41, 300],
        ]) {
          const long = f.reduceat(x, starts)
          starts.forEach((start, i) => {
            const part = [...x.slice(`${start}:${Math.max(start + 1, starts[i + 1] ?? 600)}`).flat]
            let folded: np.NdArray = np.array([part[0]!], long.dtype)
            for (const v of part.slice(1)) folded = f.reduceat(np.concatenate([folded, np.array([v], long.dtype)]), [0])
            expect(Object.is(long.get(i), folded.get(0)), `${dtype} ${starts} ${i}: ${long.get(i)} ${folded.get(0)}`).toBe(true)
          })
        }
      }
    },
  )
})

test('convolutions are products of windows but for their ends', () => {
  const a = Array.from({ length: 700 }, (_, i) => ((i * 7919) % 101) - 50)
  const v = [3, -1, 4, 1, -5]
  for (const mode of ['full', 'same', 'valid'] as const)
    for (const dtype of ['float64', 'float32', 'int32', 'int8', 'int64', 'bool'] as const) {
      const [x, y] = [np.array(a, dtype), np.array(v, dtype)]
      const [p, q] = [x.astype('float64').tolist() as number[], y.astype('float64').tolist() as number[]]
      const full = Array.from({ length: a.length + 4 }, (_, i) => q.reduce((sum, w, k) => sum + w * (p[i - k] ?? 0), 0))
      const cut = { full, same: full.slice(2, -2), valid: full.slice(4, -4) }[mode]
      const expected = np.array(cut).astype('int64').astype(dtype).astype('float64')
      expect(np.convolve(x, y, mode).astype('float64').tolist()).toEqual(expected.tolist())
    }
  const before = np.stats()
  const valid = np.convolve(np.asarray(a), np.asarray(v), 'valid')
  expect(np.stats({ since: before }).fallbacks).toEqual({})
  expect(valid.size).toBe(696)
  expect(np.convolve([1, 2, 3, 4], [Infinity, 0], 'full').tolist()).toEqual([Infinity, Infinity, Infinity, Infinity, 0])
})

test('nested lists of whole numbers are 64-bit integers as they are, short or long', () => {
  const list = [0, -0, -1, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53) + 1]
  expect(np.array([list, list], 'int64').tolist()).toEqual([list, list].map((l) => l.map((v) => v + 0)))
  expect(np.array([[7, -1]], 'biguint64').tolist()).toEqual([[7n, 2n ** 64n - 1n]])
  expect(
    np
      .array(
        [
          [1, 2.5],
          [-3.7, 4],
        ],
        'int64',
      )
      .tolist(),
  ).toEqual([
    [1, 2],
    [-3, 4],
  ])
  expect(
    np
      .array(
        [
          [1, true],
          [2n, 4],
        ] as number[][],
        'int64',
      )
      .tolist(),
  ).toEqual([
    [1, 1],
    [2, 4],
  ])
})

test('texts of slices that are made as they go are read each for itself', () => {
  const x = np.arange(2000)
  for (let i = 0; i < 1200; i++) expect(x.slice(`${i}:${i + 2}`).get(1)).toBe(i + 1)
  expect(x.slice('3:5').tolist()).toEqual([3, 4])
  expect(() => x.slice('3:5:0')).toThrow(np.IndexError)
})
