import { bidiagonal } from './bidiagonal.js'
import { diagonalised } from './bidiagonal-iteration.js'
import { identityOf, scaled, scaleOf, transposed } from './blocks.js'
import { type Block, rowsReflectedBy } from './blocks-of-reflections.js'
import { dividedBidiagonal } from './divided-bidiagonal.js'
import { littleBidiagonal } from './little-bidiagonal.js'
import { inOrder, type Matrix, withMatrices } from './matrix.js'
import { reflected } from './reflections.js'
import { FEW_ROWS, FewRows, orderOf, places } from './turned-rows.js'

/*
 * Singular values by Golub and Kahan's bidiagonal form and the implicit QR iteration, whose rotations turn the vectors of few rows; those of many are
 * divided and conquered.
 */
export interface Singular {
  /** Columns of U, one after the other: `rows` each. */
  readonly u: Float64Array
  /** Largest first. */
  readonly s: Float64Array
  /** Columns of V, one after the other. */
  readonly v: Float64Array
}

const NONE = new Float64Array(0)

/** Of a matrix of `m` ≥ `n` columns (by rows), with `full` columns of U: n or `m`. `isWithVectors` false leaves U and V out. */
function tall(a: Float64Array, m: number, n: number, full: number, isWithVectors: boolean): Singular {
  if (m <= FEW_ROWS) {
    const { s, e, u, v } = littleBidiagonal(a, m, n, full, isWithVectors)
    return isWithVectors ? found(s, e, new FewRows(u, m), new FewRows(v, n), full) : values(s, e)
  }
  return withMatrices((workshop) => {
    const { diagonal, beside, left, right } = bidiagonal(workshop, a, m, n, isWithVectors)
    if (!isWithVectors) return values(diagonal, beside)
    const { u, v } = dividedBidiagonal(workshop, diagonal, beside)
    const order = orderOf(diagonal.map((x) => -x))
    const vectorsOf = (blocks: readonly Block[], rows: Matrix, count: number, length: number): Float64Array =>
      rowsReflectedBy(workshop, blocks, inOrder(workshop, rows, order, count, length)).data.slice()
    return { u: vectorsOf(left, u, full, m), s: diagonal.sort().reverse(), v: vectorsOf(right, v, n, n) }
  })
}

function values(s: Float64Array, e: Float64Array): Singular {
  diagonalised(s, e, null, null)
  return { u: NONE, s: s.map(Math.abs).sort().reverse(), v: NONE }
}

function found(s: Float64Array, e: Float64Array, u: FewRows, v: FewRows, full: number): Singular {
  diagonalised(s, e, u, v)
  const order = orderOf(s.map((x) => -Math.abs(x)))
  const all = full === s.length ? order : places(full)
  all.set(order)
  return {
    u: u.rows(all),
    s: Float64Array.from(order, (i) => Math.abs(s[i]!)),
    v: v.rows(order, (i) => (s[i]! < 0 ? -1 : 1)),
  }
}

/** From so many rows for each column on, a matrix is brought to a triangle first: what comes after is then done with few rows. */
export const SLIM = 4

/** The triangle of R, n by n. */
export const triangleOf = ({ data }: Matrix, n: number): Float64Array => data.slice(0, n * n)

/** Of a matrix of many more rows than columns: Q·R, and of R. */
function slim(a: Float64Array, rows: number, n: number, full: number, isWithVectors: boolean): Singular {
  return withMatrices((workshop) => {
    const { blocks, r } = reflected(workshop, a, rows, n)
    const inner = tall(triangleOf(r, n), n, n, n, isWithVectors)
    if (!isWithVectors) return inner
    const left = workshop.make(n, n)
    left.data.set(inner.u)
    const u = rowsReflectedBy(workshop, blocks, inOrder(workshop, left, places(n), full, rows)).data.slice()
    return { ...inner, u }
  })
}

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
  const sizes = scaled(s, 1 / scale)
  return wide ? { u: v, s: sizes, v: u } : { u, s: sizes, v }
}

/** How many singular values are larger than `cut`. */
export const rankOf = (s: Float64Array, cut: number): number => s.reduce((n, x) => n + Number(x > cut), 0)
