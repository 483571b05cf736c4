import { rescaled, scaled, scaleOf, transposed } from './blocks.js'
import { rowsReflectedBy } from './blocks-of-reflections.js'
import { dividedTridiagonal } from './divided-tridiagonal.js'
import { littleReflections, littleTridiagonal } from './little-tridiagonal.js'
import { inOrder, withMatrices } from './matrix.js'
import { tridiagonal } from './tridiagonal.js'
import { iterated } from './tridiagonal-iteration.js'
import { FEW_ROWS, FewRows, orderOf, putInOrder } from './turned-rows.js'

/*
 * Eigenvalues of symmetric matrices: tridiagonal by Householder reflections, then the implicit QL iteration, whose rotations turn the vectors of few rows; those of
 * many are divided and conquered.
 */
export interface SymmetricEigen {
  /** Smallest first. */
  readonly values: Float64Array
  /** Eigenvectors as columns; empty if they are not wanted. */
  readonly vectors: Float64Array
}

const NONE = new Float64Array(0)

/** Of symmetric matrices, n by n, which are overwritten, one after the other: what one gives is there until the next. */
export function symmetricEigen(n: number, isWithVectors = true): (a: Float64Array) => SymmetricEigen {
  const of = n > FEW_ROWS ? (a: Float64Array): SymmetricEigen => many(a, n, isWithVectors) : few(n, isWithVectors)
  return (a) => {
    const scale = scaleOf(a)
    const result = of(scaled(a, scale))
    if (scale !== 1) rescaled(result.values, 1 / scale)
    return result
  }
}

const many = (a: Float64Array, n: number, isWithVectors: boolean): SymmetricEigen =>
  withMatrices((workshop) => {
    const { diagonal, beside, blocks } = tridiagonal(workshop, a, n, isWithVectors)
    if (!isWithVectors) {
      iterated(diagonal, beside, null)
      return { values: diagonal.sort(), vectors: NONE }
    }
    const rows = inOrder(workshop, dividedTridiagonal(workshop, diagonal, beside), orderOf(diagonal), n, n)
    return { values: diagonal.sort(), vectors: transposed(rowsReflectedBy(workshop, blocks, rows).data, n, n) }
  })

function few(n: number, isWithVectors: boolean): (a: Float64Array) => SymmetricEigen {
  const [d, e, vectors] = [new Float64Array(n), new Float64Array(n), new Float64Array(isWithVectors ? n * n : 0)]
  return (a) => {
    if (n > 0) littleTridiagonal(a, n, d, e)
    if (n > 0 && isWithVectors) littleReflections(a, n, d)
    else for (let j = 0; j < n; j++) d[j] = a[j * n + j]!
    const rows = isWithVectors ? new FewRows(a, n) : null
    iterated(d, e, rows)
    putInOrder(d, 1, rows)
    return { values: d, vectors: isWithVectors ? transposed(a, n, n, vectors) : NONE }
  }
}
