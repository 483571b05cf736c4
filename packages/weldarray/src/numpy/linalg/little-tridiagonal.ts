import { dotRows, subtractRow } from './blocks.js'

/*
 * Little symmetric matrices in tridiagonal form, one reflection after the other (EISPACK's tred2, as JAMA has it), in JavaScript: kernels are asked for in
 * more time than this takes.
 */

/** V[i·n + j] is kept at j·n + i: the matrix is symmetric, so only the order of the results differs. */
export function littleTridiagonal(V: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
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
  e.copyWithin(0, 1)
  e[n - 1] = 0
}

/** The product of the reflections that made it tridiagonal, in the place of these; the diagonal goes to `d`. */
export function littleReflections(V: Float64Array, n: number, d: Float64Array): void {
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
