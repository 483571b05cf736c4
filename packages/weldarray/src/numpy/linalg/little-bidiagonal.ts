import { lengthOf, subtractRow, transposed } from './blocks.js'
import { apply } from './householder.js'

/*
 * Little matrices in bidiagonal form, one reflection after the other (LINPACK's dsvdc, as JAMA has it), in JavaScript: kernels are asked for in more time than
 * this takes.
 */
export interface LittleBidiagonal {
  /** The diagonal, and what is beside it. */
  readonly s: Float64Array
  readonly e: Float64Array
  /** Columns of both sides, one after the other. */
  readonly u: Float64Array
  readonly v: Float64Array
}

/** Of a column; of numbers with few digits no reflection is made. The matrix is none of such alone. */
const sizeOf = (length: number): number => (length < 2 ** -960 ? 0 : length)

/**
 * What brings matrices of `m` rows and `n` ≤ `m` columns to this form, one after the other in the same memory, which takes less time than memory for each. U has `full`
 * columns: n or `m`.
 */
export function littleBidiagonal(m: number, n: number, full: number, vectors: boolean): (a: Float64Array) => LittleBidiagonal {
  const [A, work] = [new Float64Array(m * n), new Float64Array(m)]
  const [s, e] = [new Float64Array(n), new Float64Array(n)]
  const [u, v] = [new Float64Array(vectors ? m * full : 0), new Float64Array(vectors ? n * n : 0)]
  const form = { s, e, u, v }
  return (a) => {
    transposed(a, m, n, A)
    bring(A, m, n, full, vectors, form, work)
    return form
  }
}

function bring(
  A: Float64Array,
  m: number,
  n: number,
  full: number,
  vectors: boolean,
  { s, e, u: U, v: V }: LittleBidiagonal,
  work: Float64Array,
): void {
  const at = (i: number, j: number): number => j * m + i
  const nct = Math.min(m - 1, n)
  const nrt = Math.max(0, n - 2)

  // To bidiagonal form: the diagonal in s, what is beside it in e; reflections kept in A and V.
  for (let k = 0; k < Math.max(nct, nrt); k++) {
    if (k < nct) {
      s[k] = sizeOf(lengthOf(A, at(k, k), m - k))
      if (s[k] !== 0) {
        if (A[at(k, k)]! < 0) s[k] = -s[k]!
        for (let i = k; i < m; i++) A[at(i, k)]! /= s[k]!
        A[at(k, k)]! += 1
      }
      s[k] = -s[k]!
    }
    const head = k < nct && s[k] !== 0 ? A[at(k, k)]! : 0
    for (let j = k + 1; j < n; j++) {
      if (head !== 0) apply(A, at(k, j), 1 / head, A, at(k, k), m - k)
      e[j] = A[at(k, j)]!
    }
    if (vectors && k < nct) for (let i = k; i < m; i++) U[k * m + i] = A[at(i, k)]!
    if (k < nrt) {
      e[k] = sizeOf(lengthOf(e, k + 1, n - k - 1))
      if (e[k] !== 0) {
        if (e[k + 1]! < 0) e[k] = -e[k]!
        for (let i = k + 1; i < n; i++) e[i]! /= e[k]!
        e[k + 1]! += 1
      }
      e[k] = -e[k]!
      if (k + 1 < m && e[k] !== 0) {
        const below = m - k - 1
        work.fill(0, k + 1)
        for (let j = k + 1; j < n; j++) subtractRow(work, k + 1, -e[j]!, A, at(k + 1, j), below)
        for (let j = k + 1; j < n; j++) subtractRow(A, at(k + 1, j), e[j]! / e[k + 1]!, work, k + 1, below)
      }
      if (vectors) for (let i = k + 1; i < n; i++) V[k * n + i] = e[i]!
    }
  }
  if (nct < n) s[nct] = A[at(nct, nct)]!
  if (nrt + 1 < n) e[nrt] = A[at(nrt, n - 1)]!
  e[n - 1] = 0

  if (vectors) {
    for (let j = nct; j < full; j++) {
      U.fill(0, j * m, (j + 1) * m)
      U[j * m + j] = 1
    }
    for (let k = nct - 1; k >= 0; k--) {
      const kk = k * m
      if (s[k] !== 0) {
        for (let j = k + 1; j < full; j++) apply(U, j * m + k, 1 / U[kk + k]!, U, kk + k, m - k)
        for (let i = k; i < m; i++) U[kk + i] = -U[kk + i]!
        U[kk + k]! += 1
        for (let i = 0; i < k; i++) U[kk + i] = 0
      } else {
        U.fill(0, kk, kk + m)
        U[kk + k] = 1
      }
    }
    for (let k = n - 1; k >= 0; k--) {
      const kk = k * n
      if (k < nrt && e[k] !== 0)
        for (let j = k + 1; j < n; j++) apply(V, j * n + k + 1, 1 / V[kk + k + 1]!, V, kk + k + 1, n - k - 1)
      V.fill(0, kk, kk + n)
      V[kk + k] = 1
    }
  }
}
