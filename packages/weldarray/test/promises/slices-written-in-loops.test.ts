import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Loops that read and write slices of one array, a turn after the other: what a turn overwrites is computed before, in as much memory as it
// takes, and nothing else; values are those of loops over numbers.

const random = (rows: number, columns: number, seed = 1): np.NdArray =>
  np.random.default_rng(seed).random([rows, columns]).evaluate().copy()

function counted(work: () => void) {
  const before = np.stats()
  work()
  const { plansMade, bytesWritten, evaluationsImplicit, loops } = np.stats({ since: before })
  return { plansMade, bytesWritten, evaluationsImplicit, loops }
}

describe('elimination by rows', () => {
  const n = 120

  function eliminate(A: np.NdArray): void {
    for (let k = 0; k < n - 1; k++) {
      const f = A.slice(`${k + 1}:, ${k}`).div(A.slice(k, k))
      A.slice(`${k + 1}:, ${k}`).assign(f)
      A.slice(`${k + 1}:, ${k + 1}:`).subeq(f.slice(':', null).mul(A.slice(`${k}, ${k + 1}:`)))
    }
  }

  test('stores what is left of the matrix in each turn, where it is', () => {
    const A = random(n, n).add(np.eye(n).mul(n)).evaluate().copy()
    const a = Float64Array.from(A.flat as Iterable<number>)
    const { plansMade, bytesWritten, loops } = counted(() => eliminate(A))
    for (let k = 0; k < n - 1; k++)
      for (let i = k + 1; i < n; i++) {
        a[i * n + k]! /= a[k * n + k]!
        for (let j = k + 1; j < n; j++) a[i * n + j]! -= a[i * n + k]! * a[k * n + j]!
      }
    expect(A.reshape(-1).tolist()).toEqual([...a])
    // Of the columns beside no more than their results. With a copy of the whole each time it was 2.7 times as much, and 1.6 times the loops.
    const least = 8 * Array.from({ length: n }, (_, k) => k * k).reduce((x, y) => x + y, 0)
    expect(bytesWritten).toBeLessThan(1.25 * least + 8 * n * n)
    expect(loops).toBeLessThan(1.2 * n)
    expect(plansMade).toBeLessThan(8)
  })
})

test('rows made of the row before are written where they are, whatever the steps leave behind', () => {
  const [rows, columns] = [300, 3000]
  const h = np.zeros([rows, columns])
  h.slice(0).assign(np.arange(columns))
  const left: np.NdArray[] = []
  const { bytesWritten, evaluationsImplicit } = counted(() => {
    for (let t = 1; t < rows; t++) {
      const half = h.slice(`${t - 1}, :-1`).mul(0.5)
      if (t % 50 === 1) left.push(half)
      h.slice(`${t}, 1:`).assign(half.add(h.slice(`${t - 1}, 1:`)))
    }
  })
  expect(bytesWritten).toBeLessThan(3 * 8 * rows * columns)
  expect(evaluationsImplicit).toBeLessThan(rows / 10)
  let row = Float64Array.from({ length: columns }, (_, i) => i)
  for (let t = 1; t < rows; t++) {
    if (t % 50 === 1) expect(left.shift()!.tolist()).toEqual([...row.subarray(0, -1)].map((x) => x * 0.5))
    row = row.map((x, i) => (i === 0 ? 0 : row[i - 1]! * 0.5 + x))
  }
  expect(h.slice(rows - 1).tolist()).toEqual([...row])
})

test('a factor that is summed over what is overwritten is computed before, and the rest where it is', () => {
  const n = 96
  const Q = random(n, n, 3)
  const q = Q.tolist() as number[][]
  const { bytesWritten } = counted(() => {
    for (let k = 1; k < 20; k++) Q.slice(`${k}:`).muleq(Q.slice(`${k}:`).max().div(2))
  })
  for (let k = 1; k < 20; k++) {
    const most = Math.max(...q.slice(k).flat())
    for (let i = k; i < n; i++) for (let j = 0; j < n; j++) q[i]![j]! *= most / 2
  }
  expect(Q.tolist()).toEqual(q)
  expect(bytesWritten).toBeLessThan(8 * n * n * 20 + 8 * n * n)
})

test('a board that is written whole and read in slices is computed when the first slice is read', () => {
  const n = 100
  const life = (turns: number): number => {
    const g = random(n, n, 5).lt(0.3).astype('int8').copy()
    const sum = np.zeros([n, n], 'int8')
    const both = [':', '1:', ':-1'] as const
    const other = { ':': ':', '1:': ':-1', ':-1': '1:' }
    for (let t = 0; t < turns; t++) {
      sum.assign(0)
      for (const y of both)
        for (const x of both) if (x !== ':' || y !== ':') sum.slice(`${y}, ${x}`).addeq(g.slice(`${other[y]}, ${other[x]}`))
      g.assign(sum.eq(3).or(g.eq(1).and(sum.eq(2))))
    }
    return Number(g.sum().item())
  }
  let alive = 0
  const { plansMade } = counted(() => {
    alive = life(20)
  })
  // A plan for each slice of the history otherwise: 60.
  expect(plansMade).toBeLessThan(25)
  let board = random(n, n, 5).lt(0.3).astype('int8').tolist() as number[][]
  for (let t = 0; t < 20; t++) {
    const of = board
    board = of.map((row, y) =>
      row.map((cell, x) => {
        let sum = -cell
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += of[y + dy]?.[x + dx] ?? 0
        return Number(sum === 3 || (cell === 1 && sum === 2))
      }),
    )
  }
  expect(alive).toBe(board.flat().reduce((a, b) => a + b))
})

test('what is assigned over what it is made of keeps its values, as what is made of it does', () => {
  const u = random(64, 64)
  u.slice(0).assign(0)
  const before = u.slice('1:').tolist() as number[][]
  const twice = u.slice('1:').mul(2)
  const more = twice.add(1)
  u.slice('1:').assign(twice)
  u.slice('1:').subeq(3)
  const doubled = before.map((row) => row.map((x) => x * 2))
  expect(twice.tolist()).toEqual(doubled)
  expect(more.tolist()).toEqual(doubled.map((row) => row.map((x) => x + 1)))
  expect(u.slice('1:').tolist()).toEqual(doubled.map((row) => row.map((x) => x - 3)))
})
