import { expect, test } from 'vitest'
import * as np from 'weldarray'

// A rolled array is slices of the array, joined: what is computed with it reads them where they are, piece by piece.

const n = 70
const board = (seed: number): np.NdArray =>
  np.random
    .default_rng(seed)
    .integers(0, 2, { size: [n, n] })
    .astype('uint8')
    .evaluate()
const around = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j): [number, number] => [i, j])).filter(([i, j]) => i !== 0 || j !== 0)

const step = (x: np.NdArray): np.NdArray => {
  const near = around.map((by): np.NdArray => np.roll(x, by, [0, 1])).reduce((a, b) => a.add(b))
  return np.logical_or(near.eq(3), np.logical_and(x, near.eq(2))).astype('uint8')
}

function plainStep(x: number[][]): number[][] {
  const at = (i: number, j: number): number => x[(i + n) % n]![(j + n) % n]!
  return x.map((row, i) =>
    row.map((alive, j) => {
      const near = around.reduce((sum, [a, b]) => sum + at(i + a, j + b), 0)
      return near === 3 || (alive === 1 && near === 2) ? 1 : 0
    }),
  )
}

const counted = <T>(work: () => T): { result: T; loops: number; bytes: number; plans: number; fallbacks: number } => {
  const before = np.stats()
  const result = work()
  const after = np.stats({ since: before })
  const fallbacks = Object.values(after.fallbacks).reduce((sum, { count }) => sum + count, 0)
  return { result, loops: after.loops, bytes: after.bytesHeld, plans: after.plansMade, fallbacks }
}

test('eight rolls of a board are nine pieces, in a loop for each shape, and no memory but the result', () => {
  const x = board(1)
  const { result, loops, fallbacks } = counted(() => step(x).evaluate())
  expect({ loops, fallbacks }).toEqual({ loops: 4, fallbacks: 0 })
  expect(result.tolist()).toEqual(plainStep(x.tolist() as number[][]))
})

test('every generation has the plan of the first', () => {
  const start = board(2)
  step(start).evaluate()
  let expected = start.tolist() as number[][]
  for (let k = 0; k < 20; k++) expected = plainStep(expected)
  const { result, loops, plans } = counted(() => {
    let x = start
    for (let k = 0; k < 20; k++) x = step(x)
    return x.evaluate()
  })
  expect(result.tolist()).toEqual(expected)
  expect(loops).toBe(4 * 20)
  expect(plans).toBeLessThanOrEqual(1)
})

test('what is summed up of a result that is kept is read from there, and not stored once more', () => {
  const x = board(3)
  const next = step(x)
  const total = next.sum()
  const squares = next.astype('float64').sub(0.5).square().sum(0)
  const before = np.stats()
  np.evaluate(next, total, squares)
  const { bytesWritten } = np.stats({ since: before })
  expect(bytesWritten).toBe(n * n + 8 + 8 * n)
  const rows = plainStep(x.tolist() as number[][])
  expect(next.tolist()).toEqual(rows)
  expect(total.item()).toBe(rows.flat().reduce((a, b) => a + b))
  expect(squares.tolist()).toEqual(rows.map(() => n / 4))
})

test('one axis after the other, or both at once', () => {
  const x = board(3)
  const nested = np.roll(np.roll(x, 1, 0), -2, 1)
  const { result, loops } = counted(() => nested.mul(2).evaluate())
  expect(loops).toBeLessThanOrEqual(4)
  expect(result.tolist()).toEqual(np.roll(x, [1, -2], [0, 1]).mul(2).evaluate().tolist())
})

test('stored into an array that is there, and read by reductions and slices', () => {
  const x = np.random.default_rng(4).random([200, 3]).evaluate()
  const list = x.tolist() as number[][]
  const expected = list.map((row, i) => row.map((v, j) => v - list[(i + 199) % 200]![j]!))
  const change = x.sub(np.roll(x, 1, 0))
  const target = np.zeros([400, 3]).evaluate()
  target.slice('1:400:2').assign(change)
  expect(target.slice('1::2').tolist()).toEqual(expected)
  expect(change.slice('5:9').tolist()).toEqual(expected.slice(5, 9))
  expect(np.max(x.sub(np.roll(x, 1, 0))).item()).toBe(Math.max(...expected.flat()))
})

test('joined parts of several joins meet in one operation', () => {
  const [a, b, c] = [1, 2, 3].map((seed) => np.random.default_rng(seed).random(500).evaluate()) as [
    np.NdArray,
    np.NdArray,
    np.NdArray,
  ]
  const sum = np.concatenate([a.mul(2), b]).add(np.concatenate([c.slice('100:'), a.slice(':200'), b.slice(':400')]))
  const { loops, result } = counted(() => sum.evaluate())
  expect(loops).toBeLessThanOrEqual(4)
  const [x, y, z] = [a, b, c].map((v) => v.tolist() as number[]) as [number[], number[], number[]]
  const left = [...x.map((v) => v * 2), ...y]
  expect(result.tolist()).toEqual([...z.slice(100), ...x.slice(0, 200), ...y.slice(0, 400)].map((v, i) => left[i]! + v))
})

test('shifts may be far, negative, more than the length, several for one axis', () => {
  const x = np.arange(1000).evaluate()
  const plain = Array.from({ length: 1000 }, (_, i) => i)
  const rolled = (by: number): number[] => plain.map((_, i) => plain[(((i - by) % 1000) + 1000) % 1000]!)
  for (const by of [0, 3, -3, 500, 997, 1003, -2001]) expect(np.roll(x, by).add(0).tolist()).toEqual(rolled(by))
  expect(np.roll(x, [1, 2], 0).tolist()).toEqual(rolled(3))
  expect(np.roll(x, [1, 2]).tolist()).toEqual(rolled(3))
  expect(() => np.roll(np.zeros([3, 3]), [1, 2, 3], [0, 1])).toThrow(np.AxisError)
})
