import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Below the main diagonal, column minus row is negative; kernels count in unsigned words.

const n = 200
const sum = (x: np.NdArray): number => Number(np.sum(x).item())

test('triangles and diagonals of matrices that kernels compute', () => {
  const ones = np.ones([n, n]).add(0)
  const half = (n * (n + 1)) / 2
  expect([sum(np.tril(ones)), sum(np.triu(ones)), sum(np.tri(n))]).toEqual([half, half, half])
  expect([sum(np.eye(n, n, -3)), sum(np.eye(n, n, 0)), sum(np.eye(n, n, 3))]).toEqual([n - 3, n, n - 3])
})

test('each element of a triangle is where it belongs', () => {
  const lower = np.tri(n, n, -1)
  for (const [row, column] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [n - 1, n - 2],
    [n - 1, n - 1],
    [n - 1, 0],
  ] as const)
    expect(lower.get(row, column)).toBe(column < row ? 1 : 0)
})
