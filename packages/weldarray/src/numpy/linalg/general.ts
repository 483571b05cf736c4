import { scaled, scaleOf } from './blocks.js'
import { balance, hessenberg } from './hessenberg.js'
import { LinAlgError } from './stacks.js'

/*
 * Eigenvalues of real matrices that need not be symmetric: balanced, brought to Hessenberg form,
 * then the shifted QR iteration (EISPACK's hqr2, as JAMA has it), for real eigenvalues.
 */
export interface GeneralEigen {
  readonly values: Float64Array
  /** Eigenvectors as columns (n by n, by rows), each of length 1; null if not asked for. */
  readonly vectors: Float64Array | null
}

const EPS = 2 ** -52
/** For all eigenvalues, times the larger of ten and their number: as LAPACK's dhseqr. One of them may take many. */
const MAX_SWEEPS = 30

const refuse = (what: string, re: number, im: number): never => {
  throw new LinAlgError(
    `${what}: the eigenvalues ${re} ± ${Math.abs(im)}i are complex; expected a matrix with real eigenvalues: there are no complex dtypes yet`,
  )
}

/** H to upper triangular form by QR steps with double shifts; V takes the same turns. Throws where eigenvalues are complex. */
function iterate(what: string, H: Float64Array, V: Float64Array, nn: number, unit: number): Float64Array {
  const d = new Float64Array(nn)
  let n = nn - 1
  let shifts = 0
  let [p, q, r, s, z, w, x, y] = [0, 0, 0, 0, 0, 0, 0, 0]
  let norm = 0
  for (let i = 0; i < nn; i++) for (let j = Math.max(i - 1, 0); j < nn; j++) norm += Math.abs(H[i * nn + j]!)
  const at = (i: number, j: number): number => i * nn + j
  // Nothing beside the rest of the matrix; products of two such vanish.
  const least = norm * 2 ** -500
  const most = MAX_SWEEPS * Math.max(10, nn)
  for (let sweeps = 0, all = 0; n >= 0; ) {
    let l = n
    for (; l > 0; l--) {
      s = Math.abs(H[at(l - 1, l - 1)]!) + Math.abs(H[at(l, l)]!)
      if (s === 0) s = norm
      const below = Math.abs(H[at(l, l - 1)]!)
      // (Of a matrix of zeros nothing is less than a share of it.)
      if (below < EPS * s || below <= least) break
    }
    if (l === n) {
      H[at(n, n)]! += shifts
      d[n] = H[at(n, n)]!
      n--
      sweeps = 0
    } else if (l === n - 1) {
      w = H[at(n, n - 1)]! * H[at(n - 1, n)]!
      p = (H[at(n - 1, n - 1)]! - H[at(n, n)]!) / 2
      q = p * p + w
      z = Math.sqrt(Math.abs(q))
      H[at(n, n)]! += shifts
      H[at(n - 1, n - 1)]! += shifts
      x = H[at(n, n)]!
      if (q < 0) refuse(what, (x + p) * unit, z * unit)
      z = p >= 0 ? p + z : p - z
      d[n - 1] = x + z
      d[n] = z !== 0 ? x - w / z : d[n - 1]!
      x = H[at(n, n - 1)]!
      s = Math.abs(x) + Math.abs(z)
      p = x / s
      q = z / s
      r = Math.hypot(p, q)
      p /= r
      q /= r
      for (let j = n - 1; j < nn; j++) {
        z = H[at(n - 1, j)]!
        H[at(n - 1, j)] = q * z + p * H[at(n, j)]!
        H[at(n, j)] = q * H[at(n, j)]! - p * z
      }
      for (let i = 0; i <= n; i++) turnPair(H, at(i, n - 1), p, q)
      for (let i = 0; i < nn; i++) turnPair(V, at(i, n - 1), p, q)
      n -= 2
      sweeps = 0
    } else {
      x = H[at(n, n)]!
      y = H[at(n - 1, n - 1)]!
      w = H[at(n, n - 1)]! * H[at(n - 1, n)]!
      // Exceptional shifts where the ordinary ones go in circles.
      if (sweeps === 10 || sweeps === 20) {
        shifts += x
        for (let i = 0; i <= n; i++) H[at(i, i)]! -= x
        s = Math.abs(H[at(n, n - 1)]!) + Math.abs(H[at(n - 1, n - 2)]!)
        x = y = 0.75 * s
        w = -0.4375 * s * s
      }
      if (sweeps === 30) {
        s = (y - x) / 2
        s = s * s + w
        if (s > 0) {
          s = y < x ? -Math.sqrt(s) : Math.sqrt(s)
          s = x - w / ((y - x) / 2 + s)
          for (let i = 0; i <= n; i++) H[at(i, i)]! -= s
          shifts += s
          x = y = w = 0.964
        }
      }
      sweeps++
      if (++all > most) throw new LinAlgError(`${what}: no convergence after ${most} iterations for ${nn} eigenvalues`)
      let m = n - 2
      for (; m >= l; m--) {
        z = H[at(m, m)]!
        r = x - z
        s = y - z
        p = (r * s - w) / H[at(m + 1, m)]! + H[at(m, m + 1)]!
        q = H[at(m + 1, m + 1)]! - z - r - s
        r = H[at(m + 2, m + 1)]!
        s = Math.abs(p) + Math.abs(q) + Math.abs(r)
        p /= s
        q /= s
        r /= s
        if (m === l) break
        if (
          Math.abs(H[at(m, m - 1)]!) * (Math.abs(q) + Math.abs(r)) <
          EPS * (Math.abs(p) * (Math.abs(H[at(m - 1, m - 1)]!) + Math.abs(z) + Math.abs(H[at(m + 1, m + 1)]!)))
        )
          break
      }
      for (let i = m + 2; i <= n; i++) {
        H[at(i, i - 2)] = 0
        if (i > m + 2) H[at(i, i - 3)] = 0
      }
      for (let k = m; k <= n - 1; k++) {
        const notlast = k !== n - 1
        if (k !== m) {
          p = H[at(k, k - 1)]!
          q = H[at(k + 1, k - 1)]!
          r = notlast ? H[at(k + 2, k - 1)]! : 0
          x = Math.abs(p) + Math.abs(q) + Math.abs(r)
          if (x === 0) continue
          p /= x
          q /= x
          r /= x
        }
        s = Math.sqrt(p * p + q * q + r * r)
        if (p < 0) s = -s
        if (s === 0) continue
        if (k !== m) H[at(k, k - 1)] = -s * x
        else if (l !== m) H[at(k, k - 1)] = -H[at(k, k - 1)]!
        p += s
        x = p / s
        y = q / s
        z = r / s
        q /= p
        r /= p
        for (let j = k; j < nn; j++) {
          p = H[at(k, j)]! + q * H[at(k + 1, j)]!
          if (notlast) {
            p += r * H[at(k + 2, j)]!
            H[at(k + 2, j)]! -= p * z
          }
          H[at(k, j)]! -= p * x
          H[at(k + 1, j)]! -= p * y
        }
        const end = Math.min(n, k + 3)
        for (let i = 0; i <= end; i++) reflectThree(H, at(i, k), notlast, x, y, z, q, r)
        for (let i = 0; i < nn; i++) reflectThree(V, at(i, k), notlast, x, y, z, q, r)
      }
    }
  }
  return d
}

function turnPair(m: Float64Array, at: number, p: number, q: number): void {
  const z = m[at]!
  m[at] = q * z + p * m[at + 1]!
  m[at + 1] = q * m[at + 1]! - p * z
}

function reflectThree(m: Float64Array, at: number, three: boolean, x: number, y: number, z: number, q: number, r: number): void {
  let p = x * m[at]! + y * m[at + 1]!
  if (three) {
    p += z * m[at + 2]!
    m[at + 2]! -= p * r
  }
  m[at]! -= p
  m[at + 1]! -= p * q
}

/** Vectors of the triangle by substitution from below, then turned back by V. */
function vectorsOf(H: Float64Array, V: Float64Array, d: Float64Array, n: number): Float64Array {
  let norm = 0
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) norm += Math.abs(H[i * n + j]!)
  const X = new Float64Array(n * n)
  const line = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    line.fill(0)
    line[k] = 1
    for (let i = k - 1; i >= 0; i--) {
      let r = 0
      for (let j = i + 1; j <= k; j++) r += H[i * n + j]! * line[j]!
      const w = d[i]! - d[k]!
      line[i] = -r / (w !== 0 ? w : EPS * norm || 1)
      const t = Math.abs(line[i]!)
      if (EPS * t * t > 1) for (let j = i; j <= k; j++) line[j]! /= t
    }
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j <= k; j++) sum += V[i * n + j]! * line[j]!
      X[i * n + k] = sum
    }
  }
  return X
}

/** Of `a` (n by n, by rows), which is overwritten. */
export function generalEigen(what: string, a: Float64Array, n: number, isWithVectors: boolean): GeneralEigen {
  const scale = scaleOf(a)
  const { values, vectors } = eigenOf(what, scaled(a, scale), n, isWithVectors, 1 / scale)
  return { values: scaled(values, 1 / scale), vectors }
}

/** `unit`: what 1 stands for, to tell of eigenvalues. */
function eigenOf(what: string, a: Float64Array, n: number, vectors: boolean, unit: number): GeneralEigen {
  const scale = balance(a, n)
  const V = new Float64Array(n * n)
  hessenberg(a, V, n)
  const values = iterate(what, a, V, n, unit)
  if (!vectors) return { values, vectors: null }
  const X = vectorsOf(a, V, values, n)
  for (let k = 0; k < n; k++) {
    let sum = 0
    for (let i = 0; i < n; i++) {
      X[i * n + k]! *= scale[i]!
      sum += X[i * n + k]! ** 2
    }
    const size = Math.sqrt(sum)
    for (let i = 0; i < n; i++) X[i * n + k]! /= size
  }
  return { values, vectors: X }
}
