import { bidiagonal } from './bidiagonal.js'
import { diagonalised } from './bidiagonal-iteration.js'
import { identityOf, rescaled, scaled, scaleOf, transposed } from './blocks.js'
import { type Block, rowsReflectedBy } from './blocks-of-reflections.js'
import { dividedBidiagonal } from './divided-bidiagonal.js'
import { littleBidiagonal } from './little-bidiagonal.js'
import { inOrder, type Matrix, withMatrices } from './matrix.js'
import { reflected } from './reflections.js'
import { FEW_ROWS, FewRows, orderOf, places, putInOrder } from './turned-rows.js'

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

/** Of matrices of `m` ≥ `n` columns (by rows), with `full` columns of U: n or `m`. `isWithVectors` false leaves U and V out. */
type Way = (a: Float64Array, m: number, n: number, full: number, isWithVectors: boolean) => Singular

const tall: Way = (a, m, n, full, isWithVectors) =>
  withMatrices((workshop) => {
    const { diagonal, beside, left, right } = bidiagonal(workshop, a, m, n, isWithVectors)
    if (!isWithVectors) {
      diagonalised(diagonal, beside, null, null)
      return { u: NONE, s: diagonal.map(Math.abs).sort().reverse(), v: NONE }
    }
    const { u, v } = dividedBidiagonal(workshop, diagonal, beside)
    const order = orderOf(diagonal.map((x) => -x))
    const vectorsOf = (blocks: readonly Block[], rows: Matrix, count: number, length: number): Float64Array =>
      rowsReflectedBy(workshop, blocks, inOrder(workshop, rows, order, count, length)).data.slice()
    return { u: vectorsOf(left, u, full, m), s: diagonal.sort().reverse(), v: vectorsOf(right, v, n, n) }
  })

/** Of few rows. */
function little(m: number, n: number, full: number, isWithVectors: boolean): (a: Float64Array) => Singular {
  const formOf = littleBidiagonal(m, n, full, isWithVectors)
  return (a) => {
    const { s, e, u, v } = formOf(a)
    const [left, right] = isWithVectors ? [new FewRows(u, m), new FewRows(v, n)] : [null, null]
    diagonalised(s, e, left, right)
    for (let i = 0; i < n; i++) if (s[i]! < 0) right?.negate(i)
    for (let i = 0; i < n; i++) s[i] = Math.abs(s[i]!)
    putInOrder(s, -1, left, right)
    return { u, s, v }
  }
}

/** From so many rows for each column on, a matrix is brought to a triangle first: what comes after is then done with few rows. */
export const SLIM = 4

/** The triangle of R, n by n. */
export const triangleOf = ({ data }: Matrix, n: number): Float64Array => data.slice(0, n * n)

/** Of a matrix of many more rows than columns: Q·R, and of R. */
const slim: Way = (a, rows, n, full, isWithVectors) =>
  withMatrices((workshop) => {
    const { blocks, r } = reflected(workshop, a, rows, n)
    const inner = singularValues(n, n, false, isWithVectors)(triangleOf(r, n))
    if (!isWithVectors) return inner
    const left = workshop.make(n, n)
    left.data.set(inner.u)
    const u = rowsReflectedBy(workshop, blocks, inOrder(workshop, left, places(n), full, rows)).data.slice()
    return { ...inner, u }
  })

/**
 * Of matrices of these sizes (by rows), one after the other: what one gives is there until the next. U and V have as many columns as there are singular values, or with
 * `full` are square.
 */
export function singularValues(rows: number, columns: number, full: boolean, vectors: boolean): (a: Float64Array) => Singular {
  if (rows === 0 || columns === 0)
    return () => ({ u: full ? identityOf(rows) : NONE, s: NONE, v: full ? identityOf(columns) : NONE })
  const isWide = rows < columns
  const [m, n] = isWide ? [columns, rows] : [rows, columns]
  const wanted = full ? m : n
  const way = m >= SLIM * n ? slim : tall
  const of = m <= FEW_ROWS ? little(m, n, wanted, vectors) : (a: Float64Array): Singular => way(a, m, n, wanted, vectors)
  const turned = new Float64Array(isWide ? m * n : 0)
  return (a) => {
    const scale = scaleOf(a)
    const matrix = scaled(a, scale)
    const { u, s, v } = of(isWide ? transposed(matrix, rows, columns, turned) : matrix)
    if (scale !== 1) rescaled(s, 1 / scale)
    return isWide ? { u: v, s, v: u } : { u, s, v }
  }
}

/** How many singular values are larger than `cut`. */
export const rankOf = (s: Float64Array, cut: number): number => s.reduce((n, x) => n + Number(x > cut), 0)
