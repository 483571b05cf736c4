import { dotRows, lengthOf, subtractRow } from './blocks.js'

/*
 * Householder reflections of matrices kept by columns (a column's elements lie one after the other), with LAPACK's signs.
 */

/**
 * Factors the `columns` columns of length `rows` in `c` in place: R on and above the diagonal, the reflections' vectors (first
 * element 1, not kept) below. Returns their factors.
 */
export function reflect(c: Float64Array, rows: number, columns: number): Float64Array {
  const count = Math.min(rows, columns)
  const tau = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const at = k * rows + k
    const below = lengthOf(c, at + 1, rows - k - 1)
    if (below === 0) continue
    const alpha = c[at]!
    const beta = alpha >= 0 ? -Math.hypot(alpha, below) : Math.hypot(alpha, below)
    tau[k] = (beta - alpha) / beta
    const scale = alpha - beta
    for (let i = 1; i < rows - k; i++) c[at + i]! /= scale
    c[at] = 1
    for (let j = k + 1; j < columns; j++) apply(c, j * rows + k, tau[k]!, c, at, rows - k)
    c[at] = beta
  }
  return tau
}

/** x - tau·v·(v·x). */
export function apply(x: Float64Array, at: number, tau: number, v: Float64Array, from: number, length: number): void {
  subtractRow(x, at, tau * dotRows(x, at, v, from, length), v, from, length)
}

/** The first `wanted` columns of Q, from what `reflect` left. */
export function reflectionsOf(c: Float64Array, tau: Float64Array, rows: number, wanted: number): Float64Array {
  const q = new Float64Array(rows * wanted)
  for (let j = 0; j < wanted; j++) q[j * rows + j] = 1
  turn(c, tau, rows, q, wanted, true)
  return q
}

/** Q·x in place, for the columns of `x`; `isUnit`: these are the unit matrix', of which each reflection leaves those before its own. */
export function turn(c: Float64Array, tau: Float64Array, rows: number, x: Float64Array, columns: number, isUnit: boolean): void {
  for (let k = tau.length - 1; k >= 0; k--) {
    const at = k * rows + k
    const kept = c[at]!
    c[at] = 1
    for (let j = isUnit ? k : 0; j < columns; j++) apply(x, j * rows + k, tau[k]!, c, at, rows - k)
    c[at] = kept
  }
}

/** Qᵀ·x in place, for the columns of `x`. */
export function turnBack(c: Float64Array, tau: Float64Array, rows: number, x: Float64Array, columns: number): void {
  for (let k = 0; k < tau.length; k++) {
    const at = k * rows + k
    const kept = c[at]!
    c[at] = 1
    for (let j = 0; j < columns; j++) apply(x, j * rows + k, tau[k]!, c, at, rows - k)
    c[at] = kept
  }
}
