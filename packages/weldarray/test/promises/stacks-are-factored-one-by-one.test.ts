import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Little matrices of a stack are factored one after the other in the same memory: each as if it were alone, whatever was there before.
 */
const rng = np.random.default_rng(20261125)
const { linalg } = np

type Matrix = np.NdArray<'float64'>

/** Random matrices, and between them such as leave parts of a factorization out. */
function stack(rows: number, columns: number): Matrix {
  const random = (m = rows, n = columns): Matrix => rng.standard_normal([m, n])
  return np
    .stack([
      random(),
      np.zeros([rows, columns]),
      random(),
      random().mul(1e-120),
      random(),
      random().mul(1e120),
      random(rows, 1).mul(random(1, columns)),
      random(),
      np.eye(rows, columns),
      random(),
      random().mul(np.equal(np.arange(columns), 0)),
      random(),
    ])
    .evaluate() as Matrix
}

const symmetric = (a: Matrix): Matrix => np.matmul(a, np.swapaxes(a, -1, -2)) as Matrix

const CALLS: Record<string, (a: Matrix) => readonly Matrix[]> = {
  svd: (a) => [...linalg.svd(a)],
  'svd of as many vectors as values': (a) => [...linalg.svd(a, { full_matrices: false })],
  svdvals: (a) => [linalg.svdvals(a)],
  pinv: (a) => [linalg.pinv(a)],
  qr: (a) => [...linalg.qr(a)],
  'qr, complete': (a) => [...linalg.qr(a, 'complete')],
  eigh: (a) => [...linalg.eigh(symmetric(a))],
  eigvalsh: (a) => [linalg.eigvalsh(symmetric(a))],
}

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [8, 8],
  [5, 3],
  [3, 5],
  [8, 2],
  [2, 9],
  [9, 1],
  [40, 40],
  [41, 41],
  [44, 3],
])('%i by %i', (rows, columns) => {
  const a = stack(rows, columns)
  for (const [name, call] of Object.entries(CALLS)) {
    const all = call(a)
    for (let k = 0; k < a.shape[0]!; k++) {
      const alone = call(np.copy(a.slice(`${k}`)) as Matrix)
      all.forEach((x, i) => {
        expect(np.array_equal(x.slice(`${k}`), alone[i]!), `${name}, matrix ${k}, result ${i}`).toBe(true)
      })
    }
  }
})
