import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Vectors of symmetric matrices and singular vectors, whose matrices are divided in two, and what is made of both: orthogonal, whatever values are alike, next to
 * zero or of many magnitudes, at every number of rows at which another part begins.
 */
const rng = np.random.default_rng(20261124)
const EPS = 2 ** -52
const { linalg } = np

type Matrix = np.NdArray<'float64'>

const largest = (x: Matrix): number => (x.size === 0 ? 0 : np.max(np.abs(x)).item())
const offUnit = (q: Matrix): number => largest(q.T.matmul(q).sub(np.eye(q.shape[1]!)) as Matrix)
const within = (n: number): number => 8 * EPS * Math.max(4, n)
const orthogonal = (n: number): Matrix => linalg.qr(rng.standard_normal([n, n])).Q

const tridiagonal = (n: number, on: (i: number) => number, beside: (i: number) => number): Matrix => {
  const sides = Array.from({ length: n - 1 }, (_, i) => beside(i))
  return np
    .diag(Array.from({ length: n }, (_, i) => on(i)))
    .add(np.diag(sides, 1))
    .add(np.diag(sides, -1))
    .evaluate() as Matrix
}
const bidiagonal = (n: number, on: (i: number) => number, beside: (i: number) => number): Matrix =>
  np.triu(tridiagonal(n, on, beside)) as Matrix

function checkEigen(a: Matrix): void {
  const n = a.shape[0]!
  const { eigenvalues, eigenvectors } = linalg.eigh(a)
  const size = largest(a)
  expect(offUnit(eigenvectors)).toBeLessThan(within(n))
  expect(largest(a.matmul(eigenvectors).sub(eigenvectors.mul(eigenvalues)) as Matrix)).toBeLessThanOrEqual(size * within(n))
  expect(np.all(np.greater_equal(np.diff(eigenvalues), 0))).toBe(true)
  expect(largest(eigenvalues.sub(linalg.eigvalsh(a)) as Matrix)).toBeLessThanOrEqual(size * within(n))
}

function checkSingular(a: Matrix): void {
  const [m, n] = a.shape as [number, number]
  const few = Math.min(m, n)
  const { U, S, Vh } = linalg.svd(a)
  const size = largest(a)
  expect(offUnit(U)).toBeLessThan(within(m))
  expect(offUnit(Vh.T)).toBeLessThan(within(n))
  const made = U.slice(`:, :${few}`)
    .mul(S)
    .matmul(Vh.slice(`:${few}`))
  expect(largest(made.sub(a) as Matrix)).toBeLessThanOrEqual(size * within(Math.max(m, n)))
  expect(np.all(np.greater_equal(S, 0)) && np.all(np.less_equal(np.diff(S), 0))).toBe(true)
  expect(largest(S.sub(linalg.svdvals(a)) as Matrix)).toBeLessThanOrEqual(size * within(Math.max(m, n)))
}

// Two parts of 25 rows at most; three rows that are not in the middle.
const SIZES = [0, 1, 2, 3, 25, 26, 40, 41, 42, 50, 51, 52, 53, 100, 103, 211]

describe.each(SIZES)('%i rows', (n) => {
  test('random', () => {
    const a = rng.standard_normal([n, n])
    checkEigen(a.add(a.T).evaluate())
    checkSingular(a)
    checkSingular(rng.standard_normal([n, n + 7]))
    checkSingular(rng.standard_normal([n + 7, n]))
    checkSingular(rng.standard_normal([5 * n, n]))
  })
})

// What is to become of each row, and what is beside it.
const SHAPES: Record<string, [on: (i: number) => number, beside: (i: number) => number]> = {
  zero: [() => 0, () => 0],
  unit: [() => 1, () => 0],
  'diagonal, in no order': [(i) => ((i * 37) % 101) - 50, () => 0],
  'differences of neighbours': [() => 2, () => -1],
  'pairs of values that are next to the same (Wilkinson)': [(i) => Math.abs((i % 21) - 10), () => 1],
  'the same, glued': [(i) => Math.abs((i % 21) - 10), (i) => (i % 21 === 20 ? 1e-8 : 1)],
  'the same, hardly glued': [(i) => Math.abs((i % 21) - 10), (i) => (i % 21 === 20 ? 1e-15 : 1)],
  'nearly the unit matrix': [() => 1, (i) => 1e-14 * Math.cos(i)],
  'three values, nearly': [(i) => i % 3, (i) => 1e-10 * Math.cos(i)],
  'nothing on the diagonal': [() => 0, (i) => Math.sqrt(i + 1)],
  'half of the diagonal nothing': [(i) => (i % 2) * (i + 1), () => 1],
  'all in the first rows': [(i) => (i < 9 ? i + 1 : 0), (i) => (i < 9 ? 1 : 0)],
  'all in the last rows': [(i) => (i > 60 ? i : 0), (i) => (i > 60 ? 1 : 0)],
  'all but rounding in the first rows': [(i) => (i < 9 ? i + 1 : 1e-16), (i) => (i < 9 ? 1 : 1e-17)],
  'smaller and smaller': [(i) => 10 ** -i, (i) => 10 ** -i],
  'larger and larger': [(i) => 10 ** (i - 90), (i) => 10 ** (i - 90)],
  'of all sizes': [(i) => 10 ** -((i * 37) % 101), (i) => 10 ** -((i * 53) % 97)],
  'beyond what squares hold': [(i) => 10 ** -(3 * i), (i) => 10 ** -(3 * i)],
  'one value that is next to zero': [(i) => (i === 48 ? 1e-9 : 1), () => 1e-5],
  'much beside the diagonal': [() => 1e-3, () => 1],
}

describe.each(Object.entries(SHAPES))('%s', (_, [on, beside]) => {
  test.each([60, 97])('%i rows', (n) => {
    checkEigen(tridiagonal(n, on, beside))
    checkSingular(bidiagonal(n, on, beside))
  })
})

test.each([1e-300, 1e-90, 1, 1e90, 1e300])('of a size about %d, turned', (size) => {
  const n = 130
  const q = orthogonal(n)
  const spectra = {
    'one value': np.ones(n),
    'two values': np.where(np.less(np.arange(n), 50), 1, 2),
    'values in few clusters': np.floor(np.arange(n).div(20)).add(rng.standard_normal(n).mul(1e-14)),
    'few that are not zero': np.where(np.less(np.arange(n), 7), 1, 0),
    'of many magnitudes': np.power(10, np.arange(n).div(-5)),
  }
  for (const values of Object.values(spectra)) {
    const s = values.mul(size).astype('float64')
    const symmetric = q.mul(s).matmul(q.T)
    checkEigen(symmetric.add(symmetric.T).div(2).evaluate() as Matrix)
    checkSingular(q.mul(s).matmul(orthogonal(n)))
  }
})

test('values of rows of zeros are zeros', () => {
  const a = np.zeros([90, 90])
  a.set(40, 40, 3)
  expect(linalg.svd(a).S.tolist()).toEqual([3, ...Array.from({ length: 89 }, () => 0)])
  expect(linalg.eigh(a).eigenvalues.tolist()).toEqual([...Array.from({ length: 89 }, () => 0), 3])
})

test('least squares of few and of many right sides are the same', () => {
  const [a, b] = [rng.standard_normal([120, 90]), rng.standard_normal([120, 90])]
  const [x] = linalg.lstsq(a, b)
  for (const count of [1, 63, 64, 65]) {
    const some = b.slice(`:, :${count}`)
    expect(largest(linalg.lstsq(a, some)[0].sub(x.slice(`:, :${count}`)) as Matrix)).toBeLessThan(1e-12 * largest(x))
  }
})
