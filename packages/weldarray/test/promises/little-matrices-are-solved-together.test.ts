import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * inv, solve, det and slogdet of a stack of little matrices are one kernel for all of them: the bits of each alone, on all tiers and in all pieces.
 */

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

const rng = np.random.default_rng(23)

/** Gauss' elimination of one matrix beside its right sides, as it is on paper. */
function solved(matrix: number[][], right: number[][]): { x: number[][]; pivots: number[]; sign: number } {
  const rows = matrix.map((row, i) => [...row, ...right[i]!])
  const n = rows.length
  let sign = 1
  for (let k = 0; k < n; k++) {
    let most = k
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[most]![k]!)) most = i
    if (most !== k) {
      sign = -sign
      ;[rows[k], rows[most]] = [rows[most]!, rows[k]!]
    }
    for (let i = k + 1; i < n; i++) {
      const x = rows[i]![k]! / rows[k]![k]!
      for (let j = k; j < rows[i]!.length; j++) rows[i]![j] = rows[i]![j]! - x * rows[k]![j]!
    }
  }
  const pivots = rows.map((row, i) => row[i]!)
  for (let i = n - 1; i >= 0; i--)
    for (let c = n; c < rows[i]!.length; c++) {
      for (let j = i + 1; j < n; j++) rows[i]![c] = rows[i]![c]! - rows[i]![j]! * rows[j]![c]!
      rows[i]![c] = rows[i]![c]! / pivots[i]!
    }
  return { x: rows.map((row) => row.slice(n)), pivots, sign }
}

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)))

describe.each([1, 2, 3, 4, 5, 8, 17, 64, 127, 128])('%i rows', (n) => {
  const count = n > 20 ? 3 : 40
  const a = rng.normal(0, 1, [count, n, n]).evaluate()
  const lists = a.tolist() as number[][][]

  test.each([1, 2, 5])('and %i columns', (columns) => {
    const b = rng.normal(0, 1, [count, n, columns]).evaluate()
    const right = b.tolist() as number[][][]
    const found = lists.map((m, i) => solved(m, right[i]!))
    const inverses = lists.map((m) => solved(m, identity(n)).x)
    const dets = found.map(({ pivots, sign }) => pivots.reduce((x, y) => x * y, sign))
    for (const tier of ['wasm', 'js', 'auto'] as const)
      for (const piece of [null, 1, 7]) {
        forceTier(tier)
        forcePiece(piece)
        const label = `${tier}, pieces of ${piece}`
        expect(np.linalg.solve(a, b).tolist(), label).toStrictEqual(found.map(({ x }) => x))
        expect(np.linalg.inv(a).tolist(), label).toStrictEqual(inverses)
        expect(np.linalg.det(a).tolist(), label).toStrictEqual(dets)
        const { sign } = np.linalg.slogdet(a) as unknown as { sign: np.NdArray }
        expect(sign.tolist(), label).toStrictEqual(dets.map(Math.sign))
      }
  })
})

test('a matrix without an inverse is refused, wherever in the stack it is', () => {
  for (const tier of ['wasm', 'js'] as const)
    for (const at of [0, 7, 39]) {
      forceTier(tier)
      const a = rng.normal(0, 1, [40, 3, 3]).evaluate()
      a.pick(at).assign([
        [1, 2, 3],
        [2, 4, 6],
        [1, 0, 1],
      ])
      expect(() => np.linalg.inv(a)).toThrow(/singular/)
      expect(() => np.linalg.solve(a, np.ones([3]))).toThrow(/singular/)
      expect(Math.abs(np.linalg.det(a).get(at) as number)).toBe(0)
    }
})

test('right sides that are shared, single vectors, and other dtypes', () => {
  const a = rng.integers(-9, 9, [30, 4, 4]).add(np.eye(4).mul(40)).evaluate()
  const b = np.arange(4).astype('float64')
  const x = np.linalg.solve(a, b)
  expect(x.shape).toEqual([30, 4])
  expect(np.linalg.solve(a.pick(17), b).tolist()).toStrictEqual((x.tolist() as number[][])[17])
  expect(np.linalg.inv(a.astype('float32')).dtype).toBe('float32')
  expect(np.linalg.inv(np.zeros([0, 3, 3])).shape).toEqual([0, 3, 3])
})

test('a stack is one loop', () => {
  const a = rng.normal(0, 1, [5000, 4, 4]).evaluate()
  for (const call of [() => np.linalg.inv(a), () => np.linalg.det(a), () => np.linalg.solve(a, a)]) {
    const before = np.stats()
    call().evaluate()
    expect(np.stats({ since: before }).loops).toBe(1)
  }
})
