import { hypotenuse } from './blocks.js'
import { LinAlgError } from './stacks.js'
import type { Turned } from './turned-rows.js'

const EPS = 2 ** -52
const TINY = 2 ** -966
/** So many in all for each pair of values, as LAPACK's dbdsqr. A matrix whose rows or columns are of all sizes takes up to twice as many as it has values, most of them for one. */
const MOST_SWEEPS = 6

/**
 * The implicit QR iteration on an upper bidiagonal matrix (Golub and Kahan; after LINPACK's dsvdc, as JAMA has it): the diagonal becomes the singular values, of
 * either sign and in no order; `u` and `v`: rows that are turned as the matrix' rows and columns are.
 */
export function diagonalised(s: Float64Array, e: Float64Array, u: Turned | null, v: Turned | null): void {
  let p = s.length
  const most = MOST_SWEEPS * p * p
  for (let sweeps = 0; p > 0; ) {
    if (sweeps > most) throw new LinAlgError(`svd: no convergence after ${most} iterations for ${s.length} singular values`)
    // What the block s[k…p) is ready for: 1 and 2: a negligible value to chase out; 3: a QR step; 4: convergence.
    let k = p - 2
    for (; k >= 0; k--)
      if (Math.abs(e[k]!) <= TINY + EPS * (Math.abs(s[k]!) + Math.abs(s[k + 1]!))) {
        e[k] = 0
        break
      }
    let kind: 1 | 2 | 3 | 4
    if (k === p - 2) kind = 4
    else {
      let ks = p - 1
      for (; ks > k; ks--) {
        const t = (ks !== p ? Math.abs(e[ks]!) : 0) + (ks !== k + 1 ? Math.abs(e[ks - 1]!) : 0)
        if (Math.abs(s[ks]!) <= TINY + EPS * t) {
          s[ks] = 0
          break
        }
      }
      if (ks === k) kind = 3
      else if (ks === p - 1) kind = 1
      else {
        kind = 2
        k = ks
      }
    }
    k++
    if (kind === 1) {
      let f = e[p - 2]!
      e[p - 2] = 0
      for (let j = p - 2; j >= k; j--) {
        const t = hypotenuse(s[j]!, f)
        const [cs, sn] = [s[j]! / t, f / t]
        s[j] = t
        if (j !== k) {
          f = -sn * e[j - 1]!
          e[j - 1] = cs * e[j - 1]!
        }
        v?.turn(j, p - 1, cs, sn)
      }
    } else if (kind === 2) {
      let f = e[k - 1]!
      e[k - 1] = 0
      for (let j = k; j < p; j++) {
        const t = hypotenuse(s[j]!, f)
        const [cs, sn] = [s[j]! / t, f / t]
        s[j] = t
        f = -sn * e[j]!
        e[j] = cs * e[j]!
        u?.turn(j, k - 1, cs, sn)
      }
    } else if (kind === 3) {
      const scale = Math.max(Math.abs(s[p - 1]!), Math.abs(s[p - 2]!), Math.abs(e[p - 2]!), Math.abs(s[k]!), Math.abs(e[k]!))
      const [sp, spm1, epm1, sk, ek] = [s[p - 1]! / scale, s[p - 2]! / scale, e[p - 2]! / scale, s[k]! / scale, e[k]! / scale]
      const b = ((spm1 + sp) * (spm1 - sp) + epm1 * epm1) / 2
      const c = sp * epm1 * (sp * epm1)
      let shift = 0
      if (b !== 0 || c !== 0) {
        const root = Math.sqrt(b * b + c)
        shift = c / (b + (b < 0 ? -root : root))
      }
      let f = (sk + sp) * (sk - sp) + shift
      let g = sk * ek
      for (let j = k; j < p - 1; j++) {
        let t = hypotenuse(f, g)
        let [cs, sn] = [f / t, g / t]
        if (j !== k) e[j - 1] = t
        f = cs * s[j]! + sn * e[j]!
        e[j] = cs * e[j]! - sn * s[j]!
        g = sn * s[j + 1]!
        s[j + 1] = cs * s[j + 1]!
        v?.turn(j, j + 1, cs, sn)
        t = hypotenuse(f, g)
        cs = f / t
        sn = g / t
        s[j] = t
        f = cs * e[j]! + sn * s[j + 1]!
        s[j + 1] = -sn * e[j]! + cs * s[j + 1]!
        g = sn * e[j + 1]!
        e[j + 1] = cs * e[j + 1]!
        u?.turn(j, j + 1, cs, sn)
      }
      e[p - 2] = f
      sweeps++
    } else p--
  }
}
