import { turned } from '@weldarray/runtime'
import { dotRows } from './blocks.js'
import type { Factors } from './lu.js'
import { type Matrix, type Workshop, withMatrices } from './matrix.js'

/*
 * Systems of equations with triangles, a block of unknowns at a time: products of matrices, the inverse of the block's own triangle among them.
 */

/** Unknowns of a block. */
const BLOCK = 32
/** Right sides of at most so many columns are solved one by one. */
const FEW = 4

/**
 * The inverse of a part of a lower triangle, `size` by `size`, into `to`; of an upper one, if `rowStep` and `columnStep` are exchanged, the inverse turned. `isUnit`: its
 * diagonal is ones.
 */
export function inverseOf(
  l: Float64Array,
  at: number,
  [rowStep, columnStep]: readonly [number, number],
  size: number,
  isUnit: boolean,
  to: Matrix,
): void {
  const { data, columns } = to
  for (let j = 0; j < size; j++)
    for (let i = 0; i < size; i++) {
      let sum = i === j ? 1 : 0
      for (let k = j; k < i; k++) sum -= l[at + i * rowStep + k * columnStep]! * data[k * columns + j]!
      data[i * columns + j] = i < j ? 0 : isUnit ? sum : sum / l[at + i * (rowStep + columnStep)]!
    }
}

/** Writes X with A·X = B (n by `columns`) to `to`. */
export function solveWith(factors: Factors, b: Float64Array, columns: number, to: Float64Array): void {
  const { lu, n, order } = factors
  if (columns <= FEW) {
    for (let i = 0; i < n; i++) for (let j = 0; j < columns; j++) to[i * columns + j] = b[order[i]! * columns + j]!
    solveColumns(lu, n, to, columns)
    return
  }
  withMatrices((workshop) => {
    const { make } = workshop
    const [triangles, right, spare, lower, x] = [
      make(n, n),
      make(n, columns),
      make(n, columns),
      make(n, columns),
      make(n, columns),
    ]
    triangles.data.set(lu)
    for (let i = 0; i < n; i++) right.data.set(b.subarray(order[i]! * columns, (order[i]! + 1) * columns), i * columns)
    solveLower(workshop, triangles, right, spare, lower, () => columns)
    solveUpper(workshop, triangles, lower, spare, x)
    to.set(x.data)
  })
}

/** Writes the inverse to `to`. */
export function invert({ lu, n, order }: Factors, to: Float64Array): void {
  withMatrices((workshop) => {
    const { make, zeros } = workshop
    const [triangles, right, spare, lower, x] = [make(n, n), zeros(n, n), zeros(n, n), zeros(n, n), make(n, n)]
    triangles.data.set(lu)
    for (let i = 0; i < n; i++) right.data[i * n + i] = spare.data[i * n + i] = 1
    // The inverse of L is a lower triangle too; that the rows of A are exchanged makes columns of the inverse change places.
    solveLower(workshop, triangles, right, spare, lower, (end) => end)
    solveUpper(workshop, triangles, lower, spare, x)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) to[i * n + order[j]!] = x.data[i * n + j]!
  })
}

/**
 * X with L·X = B, half of the rows and then what is left of the others, so that products are of many rows; of X' rows up to `end`, `width(end)` columns are not zero.
 * `b` and `spare`, which is the same beyond these columns, are overwritten.
 */
function solveLower(
  { make, store }: Workshop,
  l: Matrix,
  b: Matrix,
  spare: Matrix,
  x: Matrix,
  width: (end: number) => number,
): void {
  const inverse = make(BLOCK, BLOCK)
  const solve = (start: number, end: number, from: Matrix, to: Matrix): void => {
    const size = end - start
    if (size <= BLOCK) {
      inverseOf(l.data, start * (l.rows + 1), [l.rows, 1], size, true, inverse)
      store(x.part(start, 0), [size, size, width(end)], inverse.part(0, 0), from.part(start, 0))
      return
    }
    const middle = start + halfOf(size)
    solve(start, middle, from, to)
    const sizes = [end - middle, middle - start, width(middle)] as const
    store(to.part(middle, 0), sizes, l.part(middle, start), x.part(start, 0), from.part(middle, 0))
    solve(middle, end, to, from)
  }
  solve(0, l.rows, b, spare)
}

/** X with U·X = B, the last rows first. `b` and `spare` are overwritten. */
function solveUpper({ make, store }: Workshop, u: Matrix, b: Matrix, spare: Matrix, x: Matrix): void {
  const inverse = make(BLOCK, BLOCK)
  const solve = (start: number, end: number, from: Matrix, to: Matrix): void => {
    const size = end - start
    if (size <= BLOCK) {
      inverseOf(u.data, start * (u.rows + 1), [1, u.rows], size, false, inverse)
      store(x.part(start, 0), [size, size, x.columns], turned(inverse.part(0, 0)), from.part(start, 0))
      return
    }
    const middle = start + halfOf(size)
    solve(middle, end, from, to)
    const sizes = [middle - start, end - middle, x.columns] as const
    store(to.part(start, 0), sizes, u.part(start, middle), x.part(middle, 0), from.part(start, 0))
    solve(start, middle, to, from)
  }
  solve(0, u.rows, b, spare)
}

/** Half of so many rows, in whole blocks. */
const halfOf = (size: number): number => BLOCK * Math.ceil(size / (2 * BLOCK))

/** Few right sides, in place: one by one, by products of rows. */
function solveColumns(lu: Float64Array, n: number, x: Float64Array, columns: number): void {
  const column = columns === 1 ? x : new Float64Array(n)
  for (let j = 0; j < columns; j++) {
    if (columns > 1) for (let i = 0; i < n; i++) column[i] = x[i * columns + j]!
    solveVector(lu, n, column)
    if (columns > 1) for (let i = 0; i < n; i++) x[i * columns + j] = column[i]!
  }
}

/** One right side, in place. */
function solveVector(lu: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) x[i] = x[i]! - dotRows(lu, i * n, x, 0, i)
  for (let i = n - 1; i >= 0; i--) x[i] = (x[i]! - dotRows(lu, i * n + i + 1, x, i + 1, n - i - 1)) / lu[i * n + i]!
}
