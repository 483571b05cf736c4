import { bidiagonal } from './bidiagonal.js'
import { diagonalised } from './bidiagonal-iteration.js'
import { scaled, scaleOf } from './blocks.js'
import { reflectedBy } from './blocks-of-reflections.js'
import { type Matrix, productOf, type Workshop, withMatrices } from './matrix.js'
import { reflected } from './reflections.js'
import { rankOf, SLIM, singularValues, triangleOf } from './svd-core.js'
import { FEW_ROWS, FewRows, Noted } from './turned-rows.js'

/*
 * Least squares by singular values. Reflections and rotations turn few right sides, and what these become, turned back, is the solution: no U and no V is made.
 */
export interface Least {
  /** Largest first. */
  readonly s: Float64Array
  /** Singular values larger than the largest times what counts as 0. */
  readonly rank: number
  /** By rows of as many columns as there are right sides. */
  readonly x: Float64Array
}

/** Of more right sides, rotations take longer than vectors. */
const FEW_SIDES = 64

/** Of a matrix and `count` right sides, by rows. */
export function leastSquares(
  a: Float64Array,
  rows: number,
  columns: number,
  right: Float64Array,
  count: number,
  least: number,
): Least {
  if (columns === 0 || rows < columns || rows <= FEW_ROWS || count > FEW_SIDES) {
    const { u, s, v } = singularValues(rows, columns, false, true)(a)
    const met = productOf(u, right, [s.length, rows, count])
    divide(met, s, count, least * s[0]!)
    return { s, rank: rankOf(s, least * s[0]!), x: productOf(v, met, [columns, s.length, count], true) }
  }
  const scale = scaleOf(a)
  const { s, rank, x } = withMatrices((workshop) => {
    const sides = workshop.make(rows, count)
    sides.data.set(right)
    const m = scaled(a, scale)
    if (rows < SLIM * columns) return ofTall(workshop, m, rows, columns, sides, least)
    const { blocks, r } = reflected(workshop, m, rows, columns)
    const back = reflectedBy(workshop, blocks, sides, true).data.slice(0, columns * count)
    return leastSquares(triangleOf(r, columns), columns, columns, back, count, least)
  })
  return { s: scaled(s, 1 / scale), rank, x: scaled(x, scale) }
}

function ofTall(workshop: Workshop, a: Float64Array, m: number, n: number, sides: Matrix, least: number): Least {
  const { diagonal, beside, left, right } = bidiagonal(workshop, a, m, n, true)
  const count = sides.columns
  const met = new FewRows(reflectedBy(workshop, left, sides, true).data.slice(0, n * count), count)
  const across = new Noted()
  diagonalised(diagonal, beside, met, across)
  const s = diagonal.map(Math.abs).sort().reverse()
  const x = workshop.make(n, count)
  x.data.set(met.data)
  divide(x.data, diagonal, count, least * s[0]!)
  across.back(x.data, count)
  return { s, rank: rankOf(s, least * s[0]!), x: reflectedBy(workshop, right, x, false).data.slice() }
}

/** Rows by singular values of either sign; zeros where these are at most `cut`. */
function divide(x: Float64Array, s: Float64Array, count: number, cut: number): void {
  for (let i = 0, at = 0; i < s.length; i++)
    for (let j = 0; j < count; j++, at++) x[at] = Math.abs(s[i]!) > cut ? x[at]! / s[i]! : 0
}
