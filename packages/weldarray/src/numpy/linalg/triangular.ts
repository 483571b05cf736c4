import { dotRows, subtractProduct, subtractRow } from './blocks.js'
import type { Factors } from './lu.js'
import { type Matrix, type Workshop, withMatrices } from './matrix.js'

/*
 * Systems of equations with triangles: blocks of unknowns by substitution, and what others have to do with them by products of matrices.
 */

type Store = Workshop['store']

/** Unknowns of a block. */
const BLOCK = 32
/** Right sides of at most so many columns are solved one by one. */
const FEW = 4

/**
 * Solves with rows `start` to `end` of a lower triangle (`step` elements from row to row), in place: rows `start` to `end` of `x`, of which columns
 * `left` to `right` count. `unit`: its diagonal is ones.
 */
export function lowerRows(
  l: Float64Array,
  step: number,
  start: number,
  end: number,
  x: Float64Array,
  xStep: number,
  left: number,
  right: number,
  unit: boolean,
): void {
  const width = right - left
  for (let k = start; k < end; k += 4) {
    const four = Math.min(k + 4, end)
    for (let i = k; i < four; i++) {
      for (let j = k; j < i; j++) subtractRow(x, i * xStep + left, l[i * step + j]!, x, j * xStep + left, width)
      if (!unit) divideRow(x, i * xStep + left, l[i * step + i]!, width)
    }
    subtractProduct(x, four * xStep + left, xStep, l, four * step + k, step, x, k * xStep + left, xStep, [
      end - four,
      four - k,
      width,
    ])
  }
}

/** The same with an upper triangle, from the last row on. */
export function upperRows(
  u: Float64Array,
  step: number,
  start: number,
  end: number,
  x: Float64Array,
  xStep: number,
  width: number,
): void {
  for (let high = end; high > start; high -= 4) {
    const low = Math.max(high - 4, start)
    for (let i = high - 1; i >= low; i--) {
      for (let j = i + 1; j < high; j++) subtractRow(x, i * xStep, u[i * step + j]!, x, j * xStep, width)
      divideRow(x, i * xStep, u[i * step + i]!, width)
    }
    subtractProduct(x, start * xStep, xStep, u, start * step + low, step, x, low * xStep, xStep, [low - start, high - low, width])
  }
}

function divideRow(x: Float64Array, at: number, by: number, length: number): void {
  for (let j = 0; j < length; j++) x[at + j] = x[at + j]! / by
}

/** Writes X with A·X = B (n by `columns`) to `to`. */
export function solveWith(factors: Factors, b: Float64Array, columns: number, to: Float64Array): void {
  const { lu, n, order } = factors
  if (columns <= FEW || n <= BLOCK) {
    for (let i = 0; i < n; i++) for (let j = 0; j < columns; j++) to[i * columns + j] = b[order[i]! * columns + j]!
    if (columns === 1) solveVector(lu, n, to)
    else {
      lowerRows(lu, n, 0, n, to, columns, 0, columns, true)
      upperRows(lu, n, 0, n, to, columns, columns)
    }
    return
  }
  withMatrices(({ make, store }) => {
    const [triangles, right, x] = [make(n, n), make(n, columns), make(n, columns)]
    triangles.data.set(lu)
    for (let i = 0; i < n; i++) right.data.set(b.subarray(order[i]! * columns, (order[i]! + 1) * columns), i * columns)
    const lower = make(n, columns)
    solveLower(store, triangles, right, lower, () => columns)
    solveUpper(store, triangles, lower, x)
    to.set(x.data)
  })
}

/** Writes the inverse to `to`. */
export function invert({ lu, n, order }: Factors, to: Float64Array): void {
  withMatrices(({ make, store }) => {
    const [triangles, right, x, lower] = [make(n, n), make(n, n), make(n, n), make(n, n)]
    triangles.data.set(lu)
    for (let i = 0; i < n; i++) right.data[i * n + i] = 1
    // The inverse of L is a lower triangle too; that the rows of A are exchanged makes columns of the inverse change places.
    solveLower(store, triangles, right, lower, (end) => end)
    solveUpper(store, triangles, lower, x)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) to[i * n + order[j]!] = x.data[i * n + j]!
  })
}

/** X with L·X = B, a block of rows at a time; of the rows up to `end`, `width(end)` columns are not zero. */
function solveLower(store: Store, l: Matrix, b: Matrix, x: Matrix, width: (end: number) => number): void {
  const n = l.rows
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n)
    const columns = width(end)
    store(x.part(start, 0), [end - start, start, columns], l.part(start, 0), x.part(0, 0), b.part(start, 0))
    lowerRows(l.data, n, start, end, x.data, x.columns, 0, columns, true)
  }
}

/** X with U·X = B. */
function solveUpper(store: Store, u: Matrix, b: Matrix, x: Matrix): void {
  const n = u.rows
  for (let end = n; end > 0; end -= BLOCK) {
    const start = Math.max(0, end - BLOCK)
    store(x.part(start, 0), [end - start, n - end, x.columns], u.part(start, end), x.part(end, 0), b.part(start, 0))
    upperRows(u.data, n, start, end, x.data, x.columns, x.columns)
  }
}

/** One right side, in place, by products of rows. */
function solveVector(lu: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) x[i] = x[i]! - dotRows(lu, i * n, x, 0, i)
  for (let i = n - 1; i >= 0; i--) x[i] = (x[i]! - dotRows(lu, i * n + i + 1, x, i + 1, n - i - 1)) / lu[i * n + i]!
}
