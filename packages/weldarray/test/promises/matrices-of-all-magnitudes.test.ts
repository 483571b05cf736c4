import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Factorizations of matrices whose elements are next to the ends of float64, or of many magnitudes at once: reflections made of subnormal numbers were none, and
 * iterations were given up.
 */
const rng = np.random.default_rng(20261123)
const EPS = 2 ** -52

type Matrix = np.NdArray<'float64'>

const largest = (x: Matrix): number => np.max(np.abs(x)).item()
const offUnit = (q: Matrix): number => largest(q.T.matmul(q).sub(np.eye(q.shape[1]!)) as Matrix)
/** Few times what rounding gives. */
const within = (n: number): number => 8 * EPS * n

/** Down to 10**-decades along the columns. */
const graded = (n: number, decades: number): Matrix =>
  rng
    .standard_normal([n, n])
    .mul(np.power(10, np.linspace(0, -decades, n)))
    .evaluate()

// Rounding leaves rows that are 1e-16 of those before.
describe.each([
  [300, 42],
  [300, 80],
  [35, 20],
])('%i by %i ones', (m, n) => {
  test.each([1, 2 ** 600, 2 ** -1000])('times %d', (size) => {
    const a = np.ones([m, n]).mul(size).evaluate()
    const { Q, R } = np.linalg.qr(a)
    expect(offUnit(Q)).toBeLessThan(within(m))
    expect(largest(Q.matmul(R.div(size)).sub(1) as Matrix)).toBeLessThan(within(m))
    const { U, S, Vh } = np.linalg.svd(a, { full_matrices: false })
    expect(offUnit(U)).toBeLessThan(within(m))
    expect(offUnit(Vh.T)).toBeLessThan(within(m))
    expect(S.get(0) / size / Math.sqrt(m * n)).toBeCloseTo(1, 12)
    expect(S.get(1) / S.get(0)).toBeLessThan(within(m))
    expect(np.linalg.matrix_rank(a).item()).toBe(1)
  })
})

// Of most magnitudes one value takes more steps than all others together.
test.each([
  [30, 30],
  [150, 30],
  [150, 200],
  [300, 60],
])('singular values of a matrix of %i columns down to 1e-%i', (n, decades) => {
  const a = graded(n, decades)
  const { U, S, Vh } = np.linalg.svd(a)
  expect([offUnit(U), offUnit(Vh.T)].every((x) => x < within(n))).toBe(true)
  expect(largest(U.mul(S).matmul(Vh).sub(a) as Matrix)).toBeLessThan(within(n))
  const x = np.linalg.lstsq(a, a.matmul(np.ones(n)))[0]
  expect(largest(a.matmul(x.sub(1)) as Matrix)).toBeLessThan(within(n * n))
  expect(np.linalg.cond(a).item()).toBeGreaterThan(1e15)
})

test.each([
  [41, 100],
  [200, 100],
  [200, 250],
])('eigenvalues of a matrix of %i rows and columns down to 1e-%i', (n, decades) => {
  const sizes = np.power(10, np.linspace(0, -decades, n))
  const a = rng
    .standard_normal([n, n])
    .mul(sizes)
    .mul(sizes.reshape([n, 1]))
    .evaluate()
  const scaled = a.add(a.T).evaluate()
  const { eigenvalues, eigenvectors } = np.linalg.eigh(scaled)
  expect(offUnit(eigenvectors)).toBeLessThan(within(n))
  expect(largest(scaled.matmul(eigenvectors).sub(eigenvectors.mul(eigenvalues)) as Matrix)).toBeLessThan(within(n))
  // Most have complex ones among theirs, which is an answer, too.
  let answer = ''
  try {
    answer = np.isfinite(np.linalg.eigvals(a)).all() ? 'real' : 'none'
  } catch (error) {
    answer = /are complex/.exec((error as Error).message)?.[0] ?? String(error)
  }
  expect(['real', 'are complex']).toContain(answer)
})

test.each([2 ** -1000, 2 ** -1040, 2 ** 1000])('values times %d are those times as much', (size) => {
  // What is next to zero has fewer digits.
  const digits = 2 ** -1074 / size
  for (const n of [12, 60]) {
    const a = rng.integers(-9, 10, [n, n]).astype('float64').evaluate()
    const symmetric = a.add(a.T).evaluate()
    const near = (x: Matrix, y: Matrix): number => largest(x.div(size).sub(y) as Matrix) / largest(y)
    expect(near(np.linalg.svdvals(a.mul(size)), np.linalg.svdvals(a))).toBeLessThan(within(n) + digits)
    expect(near(np.linalg.eigvalsh(symmetric.mul(size)), np.linalg.eigvalsh(symmetric))).toBeLessThan(within(n) + digits)
    const eigenvalues = (x: Matrix): Matrix => np.sort(np.linalg.eigvals(x))
    expect(near(eigenvalues(symmetric.mul(size)), eigenvalues(symmetric))).toBeLessThan(within(n) + digits)
    const { eigenvectors } = np.linalg.eigh(symmetric.mul(size))
    expect(offUnit(eigenvectors)).toBeLessThan(within(n))
  }
})
