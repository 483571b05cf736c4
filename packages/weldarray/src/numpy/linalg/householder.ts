import { dotRows, hypotenuse, lengthOf, subtractRow } from './blocks.js'

/*
 * Householder reflections of matrices kept by columns (a column's elements lie one after the other), with LAPACK's signs.
 */

/** Numbers below have few digits, and a reflection made of such is none (LAPACK's dlarfg makes them larger, too). */
const LEAST = 2 ** -960
const LARGER = 2 ** 500

/**
 * Makes of `length` elements the vector of the reflection that brings them to their first: this is put there, and the vector's own first element, 1, is not kept.
 * Returns the factor.
 */
export function reflector(c: Float64Array, at: number, length: number): number {
  const below = lengthOf(c, at + 1, length - 1)
  if (below === 0) return 0
  const alpha = c[at]!
  const beta = alpha >= 0 ? -hypotenuse(alpha, below) : hypotenuse(alpha, below)
  if (Math.abs(beta) < LEAST) {
    for (let i = at; i < at + length; i++) c[i] = c[i]! * LARGER
    const factor = reflector(c, at, length)
    c[at] = c[at]! / LARGER
    return factor
  }
  const scale = alpha - beta
  for (let i = at + 1; i < at + length; i++) c[i] = c[i]! / scale
  c[at] = beta
  return (beta - alpha) / beta
}

/**
 * Factors the `columns` columns of length `rows` in `c` in place: R on and above the diagonal, the reflections' vectors (first
 * element 1, not kept) below. Returns their factors.
 */
export function reflect(
  c: Float64Array,
  rows: number,
  columns: number,
  tau: Float64Array = new Float64Array(Math.min(rows, columns)),
): Float64Array {
  for (let k = 0; k < tau.length; k++) {
    const at = k * rows + k
    const factor = reflector(c, at, rows - k)
    tau[k] = factor
    if (factor === 0) continue
    const beta = c[at]!
    c[at] = 1
    for (let j = k + 1; j < columns; j++) apply(c, j * rows + k, factor, c, at, rows - k)
    c[at] = beta
  }
  return tau
}

/** x - tau·v·(v·x). */
export function apply(x: Float64Array, at: number, tau: number, v: Float64Array, from: number, length: number): void {
  subtractRow(x, at, tau * dotRows(x, at, v, from, length), v, from, length)
}

/** As many columns of Q as there is room for, one after the other, from what `reflect` left. */
export function reflectionsOf(c: Float64Array, tau: Float64Array, rows: number, q: Float64Array): Float64Array {
  const wanted = q.length / rows
  q.fill(0)
  for (let j = 0; j < wanted; j++) q[j * rows + j] = 1
  for (let k = tau.length - 1; k >= 0; k--) {
    const at = k * rows + k
    const kept = c[at]!
    c[at] = 1
    // Each reflection leaves the columns of the unit matrix before its own as they are.
    for (let j = k; j < wanted; j++) apply(q, j * rows + k, tau[k]!, c, at, rows - k)
    c[at] = kept
  }
  return q
}
