import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'

interface Row {
  kind: string
  n: number
  residuals: Record<string, number>
}
const table = JSON.parse(readFileSync(new URL('./fixtures/numpy-names-residuals.json', import.meta.url), 'utf8')) as Row[]

const EPS = 2 ** -52
const { linalg } = np

/** The matrices of `tools/numpy-names/residuals.py`. */
function matrix(kind: string, n: number): NdArray {
  const r = np.random.default_rng(n).random([n, n]).sub(0.5)
  const i = np.arange(n)
  const column = (x: NdArray): NdArray => x.reshape(-1, 1)
  switch (kind) {
    case 'hilbert':
      return np.divide(1, column(i).add(i).add(1))
    case 'graded':
      return r.mul(column(np.power(10, i.mul(-16 / n))))
    case 'deficient':
      return r.slice(`:, :${n >> 1}`).matmul(r.slice(`:${n >> 1}`))
    case 'huge':
      return r.mul(1e200)
    case 'tiny':
      return r.mul(1e-200)
    case 'symmetric':
      return r.add(r.T)
    case 'clustered': {
      const { Q } = linalg.qr(r)
      return Q.mul(np.where(i.lt(n >> 1), 1, i.mul(1e-10).add(1))).matmul(Q.T)
    }
    case 'similar': {
      const d = np.power(10, i.mul(6 / n))
      return r.add(r.T).mul(column(d)).div(d)
    }
    default:
      return r
  }
}

const norm = (a: NdArray): number => {
  const top = Number(a.abs().max())
  return top > 0 ? top * Math.sqrt(Number(a.div(top).square().sum())) : 0
}

function residuals(kind: string, n: number, wanted: readonly string[]): Record<string, number> {
  const a = matrix(kind, n)
  const m = norm(a)
  const eye = np.eye(n)
  const out: Record<string, number> = {}
  if (wanted.includes('solve')) {
    const x = linalg.solve(a, np.ones(n))
    out.solve = norm(a.matmul(x).sub(1)) / (m * norm(x))
  }
  if (wanted.includes('inv')) {
    const x = linalg.inv(a)
    out.inv = norm(a.matmul(x).sub(eye)) / (m * norm(x))
  }
  if (wanted.includes('cholesky')) {
    const p = a.matmul(a.T).add(eye)
    const low = linalg.cholesky(p)
    out.cholesky = norm(low.matmul(low.T).sub(p)) / norm(p)
  }
  const { Q, R } = linalg.qr(a)
  out.qr = norm(Q.matmul(R).sub(a)) / m
  out.q = norm(Q.T.matmul(Q).sub(eye))
  const { U, S, Vh } = linalg.svd(a)
  out.svd = norm(U.mul(S).matmul(Vh).sub(a)) / m
  out.u = norm(U.T.matmul(U).sub(eye))
  out.v = norm(Vh.matmul(Vh.T).sub(eye))
  if (wanted.includes('eigh')) {
    const { eigenvalues, eigenvectors: v } = linalg.eigh(a)
    out.eigh = norm(a.matmul(v).sub(v.mul(eigenvalues))) / m
    out.orthogonal = norm(v.T.matmul(v).sub(eye))
  }
  if (wanted.includes('eig')) {
    const { eigenvalues, eigenvectors: v } = linalg.eig(a)
    out.eig = norm(a.matmul(v).sub(v.mul(eigenvalues))) / m
  }
  return out
}

describe("residuals are within ten times LAPACK's", () => {
  test.each(table.map((row) => [`${row.kind} ${row.n}`, row] as const))('%s', (_, row) => {
    const got = residuals(row.kind, row.n, Object.keys(row.residuals))
    // In units of the last place; below half a unit per row both are lucky.
    const worse = Object.entries(row.residuals).filter(([name, lapack]) => !(got[name]! / EPS <= 10 * Math.max(lapack, 0.5)))
    expect(worse.map(([name, lapack]) => `${name}: ${got[name]! / EPS}, LAPACK ${lapack}`)).toEqual([])
  })
})

test('blocks meet where one ends', () => {
  // 48 columns to a block: one short, one more, two and one more.
  for (const n of [47, 48, 49, 97]) {
    const a = matrix('random', n)
    expect(Number(norm(linalg.inv(a).matmul(a).sub(np.eye(n)))), String(n)).toBeLessThan(1e-9)
    expect(Number(linalg.det(a)) / Number(linalg.eigvalsh(a.matmul(a.T)).prod().sqrt())).toBeCloseTo(
      Math.sign(Number(linalg.det(a))),
      6,
    )
  }
})

// Up to 128 rows a kernel solves; blocks of 32 are halves of halves, panels of 24 or 32 are factored at a time.
test.each([129, 159, 160, 161, 192, 193, 257])('systems of %i equations, of few and many right sides', (n) => {
  const a = matrix('random', n)
  const inverse = linalg.inv(a)
  const size = norm(a) * norm(inverse)
  expect(norm(inverse.matmul(a).sub(np.eye(n)))).toBeLessThan(8 * EPS * size)
  for (const columns of [1, 4, 5, 40]) {
    const x = np.random.default_rng(columns).random([n, columns])
    expect(norm(linalg.solve(a, a.matmul(x)).sub(x)), String(columns)).toBeLessThan(8 * EPS * size * norm(x))
  }
})

test.each([1, 2, 23, 24, 64, 65, 72, 73, 96, 97, 121, 399, 400, 417])(
  'triangles of %i rows whose squares are positive definite',
  (n) => {
    const a = matrix('random', n)
    const positive = a.matmul(a.T).add(np.eye(n))
    const triangle = linalg.cholesky(positive)
    expect(norm(np.triu(triangle, 1))).toBe(0)
    expect(norm(triangle.matmul(triangle.T).sub(positive))).toBeLessThan(8 * EPS * norm(positive))
  },
)

test.each([
  [5, 3, 3],
  [41, 41, 41],
  [50, 50, 25],
  [70, 50, 50],
  [300, 50, 50],
  [300, 60, 30],
  [300, 7, 7],
  [50, 70, 50],
  [65, 64, 1],
])('least squares of %i x %i, rank %i, are what the inverse as far as there is one makes', (rows, columns, rank) => {
  const rng = np.random.default_rng(rows)
  const a = rng
    .standard_normal([rows, rank])
    .matmul(rng.standard_normal([rank, columns]))
    .mul(1e-3)
  const b = rng.standard_normal([rows, 3])
  const wanted = linalg.pinv(a, { rcond: 1e-12 }).matmul(b)
  for (const [right, x] of [
    [b, wanted],
    [b.slice(':, 1'), wanted.slice(':, 1')],
  ] as const) {
    const [found, rests, known, s] = linalg.lstsq(a, right, { rcond: 1e-12 })
    expect(found.shape).toEqual(x.shape)
    expect(norm(found.sub(x)) / norm(x)).toBeLessThan(1e-10)
    expect(known).toBe(rank)
    expect(norm(s.sub(linalg.svdvals(a)))).toBeLessThan(1e-13 * norm(a))
    expect(rests.size).toBe(rank === columns && rows > columns ? right.size / rows : 0)
    if (rests.size > 0) {
      const gaps = a.matmul(x).sub(right).square().sum({ axis: 0 })
      expect(norm(rests.sub(gaps)) / norm(gaps)).toBeLessThan(1e-10)
    }
  }
})

test('what has no answer says so', () => {
  const named = (name: string) => expect.objectContaining({ name })
  expect(() =>
    linalg.inv([
      [1, 2],
      [2, 4],
    ]),
  ).toThrow(named('LinAlgError'))
  expect(() =>
    linalg.eig([
      [0, 1],
      [-1, 0],
    ]),
  ).toThrow('complex')
  expect(() =>
    linalg.svd([
      [NaN, 1],
      [1, 2],
    ]),
  ).toThrow(named('LinAlgError'))
  expect(() => linalg.solve([[1, 2]], [1])).toThrow(named('ShapeError'))
  expect(() => linalg.qr([[1, 2]], 'economic' as 'r')).toThrow(named('ArgumentError'))
  expect(() => linalg.svd([[1, 2]], { full_matrix: false } as never)).toThrow("did you mean 'full_matrices'")
  expect(() => linalg.norm([1, 2], 'nuc')).toThrow(named('ArgumentError'))
})

test('sizes of results of empty matrices are as NumPy has them', () => {
  const none = np.zeros([3, 0])
  expect([linalg.svd(none).U.shape, linalg.svd(none).S.shape, linalg.svd(none).Vh.shape]).toEqual([[3, 3], [0], [0, 0]])
  expect([linalg.qr(none).Q.shape, linalg.pinv(none).shape, linalg.svdvals(np.zeros([2, 0, 4])).shape]).toEqual([
    [3, 0],
    [0, 3],
    [2, 0],
  ])
})

test('sums of elements near the ends of the range neither overflow nor vanish', () => {
  const a = matrix('random', 60)
  const s = linalg.svdvals(a)
  for (const scale of [2 ** 1020, 2 ** -1000])
    expect(np.allclose(linalg.svdvals(a.mul(scale)).div(scale), s, { rtol: 1e-13 })).toBe(true)
})

// Rows of up to eight elements have code of their own; what is left of a vector of rows does not.
test.each(['float64', 'float32', 'int32'] as const)(
  '%s: rows of few elements are added up one by one, as those of many',
  (dtype) => {
    const rng = np.random.default_rng(21)
    const round = dtype === 'float32' ? Math.fround : (x: number) => x
    const times = (x: number, y: number) => (dtype === 'int32' ? Math.imul(x, y) : round(x * y))
    const plus = (x: number, y: number) => (dtype === 'int32' ? (x + y) | 0 : round(x + y))
    for (let length = 1; length <= 10; length++)
      for (const rows of [600, 601, 603]) {
        const numbers =
          dtype === 'int32' ? rng.integers(-(2 ** 31), 2 ** 31 - 1, [rows + 1, length]) : rng.normal({ size: [rows + 1, length] })
        const all = numbers.astype(dtype)
        const [matrix, vector] = [all.slice(':-1'), all.slice(-1).clone()]
        if (dtype !== 'int32') matrix.slice('7').assign(-0)
        const [lines, by] = [matrix.tolist() as number[][], vector.tolist() as number[]]
        const expected = lines.map((line) => line.reduce((sum, x, i) => plus(sum, times(x, by[i]!)), 0))
        expect(matrix.matmul(vector).tolist()).toEqual(expected)
      }
  },
)
