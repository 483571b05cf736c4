import { dotRows, hypotenuse, subtractRow } from './blocks.js'
import { LinAlgError } from './stacks.js'

/*
 * Eigenvalues of symmetric matrices: tridiagonal by Householder reflections, then the implicit QL iteration (EISPACK's tred2
 * and tql2, as JAMA has them). The vectors are kept one after the other, so that rotations run over neighbours.
 */
export interface SymmetricEigen {
  /** Smallest first. */
  readonly values: Float64Array
  /** Eigenvectors one after the other. */
  readonly vectors: Float64Array
}

/** `a` symmetric, n by n; overwritten. */
export function symmetricEigen(a: Float64Array, n: number, vectors = true): SymmetricEigen {
  const d = new Float64Array(n)
  const e = new Float64Array(n)
  if (n > 0) {
    tridiagonal(a, n, d, e)
    if (vectors) reflections(a, n, d)
    else for (let j = 0; j < n; j++) d[j] = a[j * n + j]!
    iterate(a, n, d, e, vectors)
  }
  return { values: d, vectors: a }
}

/** V[i·n + j] is kept at j·n + i: the matrix is symmetric, so only the order of the results differs. */
function tridiagonal(V: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  const at = (i: number, j: number): number => j * n + i
  for (let j = 0; j < n; j++) d[j] = V[at(n - 1, j)]!
  for (let i = n - 1; i > 0; i--) {
    let scale = 0
    let h = 0
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!)
    if (scale === 0) {
      e[i] = d[i - 1]!
      for (let j = 0; j < i; j++) {
        d[j] = V[at(i - 1, j)]!
        V[at(i, j)] = 0
        V[at(j, i)] = 0
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k]! /= scale
        h += d[k]! * d[k]!
      }
      let f = d[i - 1]!
      let g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h)
      e[i] = scale * g
      h -= f * g
      d[i - 1] = f - g
      e.fill(0, 0, i)
      for (let j = 0; j < i; j++) {
        f = d[j]!
        V[at(j, i)] = f
        const rest = i - j - 1
        e[j] = e[j]! + V[at(j, j)]! * f + dotRows(V, at(j + 1, j), d, j + 1, rest)
        subtractRow(e, j + 1, -f, V, at(j + 1, j), rest)
      }
      f = 0
      for (let j = 0; j < i; j++) {
        e[j]! /= h
        f += e[j]! * d[j]!
      }
      const hh = f / (h + h)
      for (let j = 0; j < i; j++) e[j]! -= hh * d[j]!
      for (let j = 0; j < i; j++) {
        f = d[j]!
        g = e[j]!
        for (let k = j; k < i; k++) V[at(k, j)]! -= f * e[k]! + g * d[k]!
        d[j] = V[at(i - 1, j)]!
        V[at(i, j)] = 0
      }
    }
    d[i] = h
  }
  e[0] = 0
}

/** The product of the reflections that made it tridiagonal, in the place of these; the diagonal goes to `d`. */
function reflections(V: Float64Array, n: number, d: Float64Array): void {
  const at = (i: number, j: number): number => j * n + i
  for (let i = 0; i < n - 1; i++) {
    V[at(n - 1, i)] = V[at(i, i)]!
    V[at(i, i)] = 1
    const h = d[i + 1]!
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = V[at(k, i + 1)]! / h
      for (let j = 0; j <= i; j++) subtractRow(V, at(0, j), dotRows(V, at(0, i + 1), V, at(0, j), i + 1), d, 0, i + 1)
    }
    for (let k = 0; k <= i; k++) V[at(k, i + 1)] = 0
  }
  for (let j = 0; j < n; j++) {
    d[j] = V[at(n - 1, j)]!
    V[at(n - 1, j)] = 0
  }
  V[at(n - 1, n - 1)] = 1
}

const MAX_SWEEPS = 60

function iterate(V: Float64Array, n: number, d: Float64Array, e: Float64Array, vectors: boolean): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i]!
  e[n - 1] = 0
  let f = 0
  let tst1 = 0
  const eps = 2 ** -52
  for (let l = 0; l < n; l++) {
    tst1 = Math.max(tst1, Math.abs(d[l]!) + Math.abs(e[l]!))
    let m = l
    while (m < n - 1 && Math.abs(e[m]!) > eps * tst1) m++
    if (m > l) {
      let sweeps = 0
      do {
        if (++sweeps > MAX_SWEEPS) throw new LinAlgError(`eigh: no convergence after ${MAX_SWEEPS} iterations for one eigenvalue`)
        let g = d[l]!
        let p = (d[l + 1]! - g) / (2 * e[l]!)
        let r = Math.hypot(p, 1)
        if (p < 0) r = -r
        d[l] = e[l]! / (p + r)
        d[l + 1] = e[l]! * (p + r)
        const dl1 = d[l + 1]!
        let h = g - d[l]!
        for (let i = l + 2; i < n; i++) d[i]! -= h
        f += h
        p = d[m]!
        let [c, c2, c3] = [1, 1, 1]
        const el1 = e[l + 1]!
        let [s, s2] = [0, 0]
        for (let i = m - 1; i >= l; i--) {
          c3 = c2
          c2 = c
          s2 = s
          g = c * e[i]!
          h = c * p
          r = hypotenuse(p, e[i]!)
          e[i + 1] = s * r
          s = e[i]! / r
          c = p / r
          p = c * d[i]! - s * g
          d[i + 1] = h + s * (c * g + s * d[i]!)
          if (vectors) turn(V, n, i, c, s)
        }
        p = (-s * s2 * c3 * el1 * e[l]!) / dl1
        e[l] = s * p
        d[l] = c * p
      } while (Math.abs(e[l]!) > eps * tst1)
    }
    d[l]! += f
    e[l] = 0
  }
  sortPairs(V, n, d)
}

function turn(V: Float64Array, n: number, i: number, c: number, s: number): void {
  const [x, y] = [i * n, (i + 1) * n]
  for (let k = 0; k < n; k++) {
    const h = V[y + k]!
    V[y + k] = s * V[x + k]! + c * h
    V[x + k] = c * V[x + k]! - s * h
  }
}

function sortPairs(V: Float64Array, n: number, d: Float64Array): void {
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => d[i]! - d[j]!)
  const [values, from] = [d.slice(), V.slice()]
  order.forEach((at, i) => {
    d[i] = values[at]!
    V.set(from.subarray(at * n, (at + 1) * n), i * n)
  })
}
