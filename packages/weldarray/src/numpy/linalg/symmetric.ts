import { hypotenuse, scaled, scaleOf } from './blocks.js'
import { orthogonal } from './blocks-of-reflections.js'
import { littleReflections, littleTridiagonal } from './little-tridiagonal.js'
import { withMatrices } from './matrix.js'
import { LinAlgError } from './stacks.js'
import { tridiagonal } from './tridiagonal.js'
import { FEW_ROWS, FewRows, orderOf, type TurnedRows } from './turned-rows.js'

/*
 * Eigenvalues of symmetric matrices: tridiagonal by Householder reflections, then the implicit QL iteration (EISPACK's tql2, as JAMA has it), whose
 * rotations are noted and turn the vectors many at a time.
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
      const vectors = workshop.rotated(n, n)
      vectors.setColumns(orthogonal(workshop, blocks, n, n).data, n)
      return found(diagonal, beside, vectors)
    })
  const [d, e] = [new Float64Array(n), new Float64Array(n)]
  if (n > 0) littleTridiagonal(a, n, d, e)
  if (n > 0 && isWithVectors) littleReflections(a, n, d)
  else for (let j = 0; j < n; j++) d[j] = a[j * n + j]!
  return found(d, e, isWithVectors ? new FewRows(a, n) : null)
}

function found(d: Float64Array, e: Float64Array, vectors: TurnedRows | null): SymmetricEigen {
  iterate(d, e, vectors)
  const columns = vectors?.columns(orderOf(d)) ?? new Float64Array(0)
  return { values: d.sort(), vectors: columns }
}

const MAX_SWEEPS = 60

/** The diagonal becomes the eigenvalues, in no order; `vectors`: rows that are turned as the matrix is. */
function iterate(d: Float64Array, e: Float64Array, vectors: TurnedRows | null): void {
  const n = d.length
  let f = 0
  let tst1 = 0
  const eps = 2 ** -52
  for (let l = 0; l < n; l++) {
    tst1 = Math.max(tst1, Math.abs(d[l]!) + Math.abs(e[l]!))
    let m = l
    while (m < n - 1 && Math.abs(e[m]!) > eps * tst1) m++
    if (m > l) {
      let sweeps = 0
      do {
        if (++sweeps > MAX_SWEEPS) throw new LinAlgError(`eigh: no convergence after ${MAX_SWEEPS} iterations for one eigenvalue`)
        let g = d[l]!
        let p = (d[l + 1]! - g) / (2 * e[l]!)
        let r = hypotenuse(p, 1)
        if (p < 0) r = -r
        d[l] = e[l]! / (p + r)
        d[l + 1] = e[l]! * (p + r)
        const dl1 = d[l + 1]!
        let h = g - d[l]!
        for (let i = l + 2; i < n; i++) d[i]! -= h
        f += h
        p = d[m]!
        let [c, c2, c3] = [1, 1, 1]
        const el1 = e[l + 1]!
        let [s, s2] = [0, 0]
        for (let i = m - 1; i >= l; i--) {
          c3 = c2
          c2 = c
          s2 = s
          g = c * e[i]!
          h = c * p
          r = hypotenuse(p, e[i]!)
          e[i + 1] = s * r
          s = e[i]! / r
          c = p / r
          p = c * d[i]! - s * g
          d[i + 1] = h + s * (c * g + s * d[i]!)
          vectors?.turn(i + 1, i, c, s)
        }
        p = (-s * s2 * c3 * el1 * e[l]!) / dl1
        e[l] = s * p
        d[l] = c * p
      } while (Math.abs(e[l]!) > eps * tst1)
    }
    d[l]! += f
    e[l] = 0
  }
}
