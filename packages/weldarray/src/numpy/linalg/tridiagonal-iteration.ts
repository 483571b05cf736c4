import { hypotenuse } from './blocks.js'
import { LinAlgError } from './stacks.js'
import type { Turned } from './turned-rows.js'

const MAX_SWEEPS = 60

/**
 * The implicit QL iteration on a symmetric tridiagonal matrix (EISPACK's tql2, as JAMA has it): the diagonal becomes the eigenvalues, in no order; `vectors`: rows that
 * are turned as the matrix is. `e` is overwritten.
 */
export function iterated(d: Float64Array, e: Float64Array, vectors: Turned | null): void {
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
