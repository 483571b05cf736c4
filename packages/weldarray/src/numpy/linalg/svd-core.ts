import { hypotenuse, identityOf, lengthOf, subtractRow, transposed } from './blocks.js'
import { apply, reflect, turn, turnBack } from './householder.js'
import { LinAlgError } from './stacks.js'

/*
 * Singular values by Golub and Kahan's bidiagonal form and the implicit QR iteration (after LINPACK's dsvdc, as JAMA has it), on
 * matrices kept by columns so that every rotation and reflection runs over neighbours.
 */
export interface Singular {
  /** Columns of U, one after the other: `rows` each. */
  readonly u: Float64Array
  /** Largest first. */
  readonly s: Float64Array
  /** Columns of V, one after the other. */
  readonly v: Float64Array
}

const EPS = 2 ** -52
const TINY = 2 ** -966
const MAX_SWEEPS = 75

/** Two columns turned: x = c·x + s·y, y = c·y - s·x. */
function rotate(m: Float64Array, length: number, i: number, j: number, c: number, s: number): void {
  const [x, y] = [i * length, j * length]
  for (let k = 0; k < length; k++) {
    const t = c * m[x + k]! + s * m[y + k]!
    m[y + k] = c * m[y + k]! - s * m[x + k]!
    m[x + k] = t
  }
}

/** Of a matrix of `rows` ≥ `n` columns (by rows), with `full` columns of U: n or `rows`. `vectors` false leaves U and V out. */
function tall(a: Float64Array, rows: number, n: number, full: number, vectors: boolean): Singular {
  const m = rows
  const A = transposed(a, m, n)
  const at = (i: number, j: number): number => j * m + i
  const nct = Math.min(m - 1, n)
  const nrt = Math.max(0, n - 2)
  const s = new Float64Array(Math.min(n, m + 1))
  const e = new Float64Array(n)
  const work = new Float64Array(m)
  const U = new Float64Array(vectors ? m * full : 0)
  const V = new Float64Array(vectors ? n * n : 0)

  // To bidiagonal form: the diagonal in s, what is beside it in e; reflections kept in A and V.
  for (let k = 0; k < Math.max(nct, nrt); k++) {
    if (k < nct) {
      s[k] = lengthOf(A, at(k, k), m - k)
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
      e[k] = lengthOf(e, k + 1, n - k - 1)
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
  let p = Math.min(n, m + 1)
  if (nct < n) s[nct] = A[at(nct, nct)]!
  if (m < p) s[p - 1] = 0
  if (nrt + 1 < p) e[nrt] = A[at(nrt, p - 1)]!
  e[p - 1] = 0

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

  const top = p - 1
  for (let sweeps = 0; p > 0; ) {
    if (sweeps > MAX_SWEEPS) throw new LinAlgError(`svd: no convergence after ${MAX_SWEEPS} iterations for one singular value`)
    // What the block s[k…p) is ready for: 1 and 2: a negligible value to chase out; 3: a QR step; 4: convergence.
    let k = p - 2
    for (; k >= 0; k--)
      if (Math.abs(e[k]!) <= TINY + EPS * (Math.abs(s[k]!) + Math.abs(s[k + 1]!))) {
        e[k] = 0
        break
      }
    let kind: 1 | 2 | 3 | 4
    if (k === p - 2) kind = 4
    else {
      let ks = p - 1
      for (; ks > k; ks--) {
        const t = (ks !== p ? Math.abs(e[ks]!) : 0) + (ks !== k + 1 ? Math.abs(e[ks - 1]!) : 0)
        if (Math.abs(s[ks]!) <= TINY + EPS * t) {
          s[ks] = 0
          break
        }
      }
      if (ks === k) kind = 3
      else if (ks === p - 1) kind = 1
      else {
        kind = 2
        k = ks
      }
    }
    k++
    if (kind === 1) {
      let f = e[p - 2]!
      e[p - 2] = 0
      for (let j = p - 2; j >= k; j--) {
        const t = hypotenuse(s[j]!, f)
        const [cs, sn] = [s[j]! / t, f / t]
        s[j] = t
        if (j !== k) {
          f = -sn * e[j - 1]!
          e[j - 1] = cs * e[j - 1]!
        }
        if (vectors) rotate(V, n, j, p - 1, cs, sn)
      }
    } else if (kind === 2) {
      let f = e[k - 1]!
      e[k - 1] = 0
      for (let j = k; j < p; j++) {
        const t = hypotenuse(s[j]!, f)
        const [cs, sn] = [s[j]! / t, f / t]
        s[j] = t
        f = -sn * e[j]!
        e[j] = cs * e[j]!
        if (vectors) rotate(U, m, j, k - 1, cs, sn)
      }
    } else if (kind === 3) {
      const scale = Math.max(Math.abs(s[p - 1]!), Math.abs(s[p - 2]!), Math.abs(e[p - 2]!), Math.abs(s[k]!), Math.abs(e[k]!))
      const [sp, spm1, epm1, sk, ek] = [s[p - 1]! / scale, s[p - 2]! / scale, e[p - 2]! / scale, s[k]! / scale, e[k]! / scale]
      const b = ((spm1 + sp) * (spm1 - sp) + epm1 * epm1) / 2
      const c = sp * epm1 * (sp * epm1)
      let shift = 0
      if (b !== 0 || c !== 0) {
        const root = Math.sqrt(b * b + c)
        shift = c / (b + (b < 0 ? -root : root))
      }
      let f = (sk + sp) * (sk - sp) + shift
      let g = sk * ek
      for (let j = k; j < p - 1; j++) {
        let t = hypotenuse(f, g)
        let [cs, sn] = [f / t, g / t]
        if (j !== k) e[j - 1] = t
        f = cs * s[j]! + sn * e[j]!
        e[j] = cs * e[j]! - sn * s[j]!
        g = sn * s[j + 1]!
        s[j + 1] = cs * s[j + 1]!
        if (vectors) rotate(V, n, j, j + 1, cs, sn)
        t = hypotenuse(f, g)
        cs = f / t
        sn = g / t
        s[j] = t
        f = cs * e[j]! + sn * s[j + 1]!
        s[j + 1] = -sn * e[j]! + cs * s[j + 1]!
        g = sn * e[j + 1]!
        e[j + 1] = cs * e[j + 1]!
        if (vectors && j < m - 1) rotate(U, m, j, j + 1, cs, sn)
      }
      e[p - 2] = f
      sweeps++
    } else {
      if (s[k]! <= 0) {
        s[k] = s[k]! < 0 ? -s[k]! : 0
        if (vectors) for (let i = 0; i < n; i++) V[k * n + i] = -V[k * n + i]!
      }
      for (; k < top && s[k]! < s[k + 1]!; k++) {
        const kept = s[k]!
        s[k] = s[k + 1]!
        s[k + 1] = kept
        if (!vectors) continue
        exchange(V, n, k)
        exchange(U, m, k)
      }
      sweeps = 0
      p--
    }
  }
  return { u: U, s, v: V }
}

function exchange(m: Float64Array, length: number, k: number): void {
  const column = m.slice(k * length, (k + 1) * length)
  m.copyWithin(k * length, (k + 1) * length, (k + 2) * length)
  m.set(column, (k + 1) * length)
}

/** From so many rows for each column on, a matrix is brought to a triangle first: what comes after is then done with few rows. */
const SLIM = 4

/** What `reflect` leaves of a matrix, by columns, and the triangle above the diagonal, by rows. */
function reflected(a: Float64Array, rows: number, n: number): { c: Float64Array; tau: Float64Array; triangle: Float64Array } {
  const c = transposed(a, rows, n)
  const tau = reflect(c, rows, n)
  const triangle = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) triangle[i * n + j] = c[j * rows + i]!
  return { c, tau, triangle }
}

/** Of a matrix of many more rows than columns: Q·R, and of R. */
function slim(a: Float64Array, rows: number, n: number, full: number, vectors: boolean): Singular {
  const { c, tau, triangle } = reflected(a, rows, n)
  const { u, s, v } = tall(triangle, n, n, n, vectors)
  if (!vectors) return { u, s, v }
  const turned = new Float64Array(rows * full)
  for (let j = 0; j < full; j++) {
    if (j < n) turned.set(u.subarray(j * n, (j + 1) * n), j * rows)
    else turned[j * rows + j] = 1
  }
  turn(c, tau, rows, turned, full, false)
  return { u: turned, s, v }
}

/** By a power of two, so that no square overflows or vanishes. */
function scaleOf(a: Float64Array): number {
  let top = 0
  for (let i = 0; i < a.length; i++) top = Math.max(top, Math.abs(a[i]!))
  return top === 0 || (top > 1e-100 && top < 1e100) ? 1 : 2 ** -Math.floor(Math.log2(top))
}

const scaled = (a: Float64Array, scale: number): Float64Array => (scale === 1 ? a : a.map((x) => x * scale))

/** Of any matrix (by rows). U and V have as many columns as there are singular values, or with `full` are square. */
export function singularValues(a: Float64Array, rows: number, columns: number, full: boolean, vectors: boolean): Singular {
  if (rows === 0 || columns === 0) {
    const none = new Float64Array(0)
    return { u: full ? identityOf(rows) : none, s: none, v: full ? identityOf(columns) : none }
  }
  const scale = scaleOf(a)
  const m = scaled(a, scale)
  const wide = rows < columns
  const { u, s, v } = wide
    ? tall(transposed(m, rows, columns), columns, rows, full ? columns : rows, vectors)
    : (rows >= SLIM * columns ? slim : tall)(m, rows, columns, full ? rows : columns, vectors)
  const values = scaled(s, 1 / scale)
  return wide ? { u: v, s: values, v: u } : { u, s: values, v }
}

/** What `singularValues` gives, with right sides to meet it. */
export interface SingularWith extends Singular {
  /** Elements of a column of `u`. */
  readonly length: number
}

/**
 * The same for least squares. Of a matrix of many more rows than columns, a·x = Q·R·x: `u` is R's, and Qᵀ is applied to the `count` columns of
 * `right`, of `rows` elements each, in place.
 */
export function singularValuesWith(
  a: Float64Array,
  rows: number,
  columns: number,
  right: Float64Array,
  count: number,
): SingularWith {
  if (columns === 0 || rows < SLIM * columns) return { ...singularValues(a, rows, columns, false, true), length: rows }
  const scale = scaleOf(a)
  const { c, tau, triangle } = reflected(scaled(a, scale), rows, columns)
  turnBack(c, tau, rows, right, count)
  const { u, s, v } = singularValues(triangle, columns, columns, false, true)
  return { u, s: scaled(s, 1 / scale), v, length: columns }
}

/** How many singular values are larger than `cut`. */
export const rankOf = (s: Float64Array, cut: number): number => s.reduce((n, x) => n + Number(x > cut), 0)
