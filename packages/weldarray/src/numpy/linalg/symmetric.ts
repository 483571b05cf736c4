import { scaled, scaleOf, transposed } from './blocks.js'
import { rowsReflectedBy } from './blocks-of-reflections.js'
import { dividedTridiagonal } from './divided-tridiagonal.js'
import { littleReflections, littleTridiagonal } from './little-tridiagonal.js'
import { inOrder, withMatrices } from './matrix.js'
import { tridiagonal } from './tridiagonal.js'
import { iterated } from './tridiagonal-iteration.js'
import { FEW_ROWS, FewRows, orderOf } from './turned-rows.js'

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

/** `a` symmetric, n by n; overwritten. */
export function symmetricEigen(a: Float64Array, n: number, isWithVectors = true): SymmetricEigen {
  const scale = scaleOf(a)
  const { values, vectors } = eigenOf(scaled(a, scale), n, isWithVectors)
  return { values: scaled(values, 1 / scale), vectors }
}

function eigenOf(a: Float64Array, n: number, isWithVectors: boolean): SymmetricEigen {
  if (n > FEW_ROWS)
    return withMatrices((workshop) => {
      const { diagonal, beside, blocks } = tridiagonal(workshop, a, n, isWithVectors)
      if (!isWithVectors) return found(diagonal, beside, null)
      const rows = inOrder(workshop, dividedTridiagonal(workshop, diagonal, beside), orderOf(diagonal), n, n)
      return { values: diagonal.sort(), vectors: transposed(rowsReflectedBy(workshop, blocks, rows).data, n, n) }
    })
  const [d, e] = [new Float64Array(n), new Float64Array(n)]
  if (n > 0) littleTridiagonal(a, n, d, e)
  if (n > 0 && isWithVectors) littleReflections(a, n, d)
  else for (let j = 0; j < n; j++) d[j] = a[j * n + j]!
  return found(d, e, isWithVectors ? new FewRows(a, n) : null)
}

function found(d: Float64Array, e: Float64Array, vectors: FewRows | null): SymmetricEigen {
  iterated(d, e, vectors)
  const columns = vectors?.columns(orderOf(d)) ?? new Float64Array(0)
  return { values: d.sort(), vectors: columns }
}
