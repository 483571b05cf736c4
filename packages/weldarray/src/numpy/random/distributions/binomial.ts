import type { Uniform } from './stream.js'

/** Binomial: of `n` trials that succeed with probability `p`, how many do. By NumPy's methods: inversion, or BTPE where many are expected. */
export const binomial = (source: Uniform, n: number, p: number): number =>
  n === 0 || p === 0 ? 0 : counted(source, n, p, (least) => Math.exp(n * Math.log1p(-least)))

/** As NumPy's older generator has it: another rounding of the chance that none succeeds, and a draw also where none can. */
export const olderBinomial = (source: Uniform, n: number, p: number): number =>
  counted(source, n, p, (least) => Math.exp(n * Math.log(1 - least)))

function counted(source: Uniform, n: number, p: number, noneOf: (p: number) => number): number {
  const [rare, swapped] = p <= 0.5 ? [p, false] : [1 - p, true]
  const x = rare * n <= 30 ? byInversion(source, n, rare, noneOf(rare)) : btpe(source, n, rare)
  return swapped ? n - x : x
}

function byInversion(source: Uniform, n: number, p: number, none: number): number {
  const q = 1 - p
  const expected = n * p
  const bound = Math.trunc(Math.min(n, expected + 10 * Math.sqrt(expected * q + 1)))
  let x = 0
  let share = none
  let u = source.double()
  while (u > share) {
    x++
    if (x > bound) {
      x = 0
      share = none
      u = source.double()
    } else {
      u -= share
      share = ((n - x + 1) * p * share) / (x * q)
    }
  }
  return x
}

/** Four terms of Stirling's correction. */
const correction = (f: number, x: number): number => (13680 - (462 - (132 - (99 - 140 / f) / f) / f) / f) / x / 166320

/** V. Kachitvichyanukul and B. Schmeiser, "Binomial random variate generation" (1988): triangle, parallelogram and exponential tails. */
function btpe(source: Uniform, n: number, p: number): number {
  const r = p
  const q = 1 - r
  const fm = n * r + r
  const m = Math.floor(fm)
  const nrq = n * r * q
  const p1 = Math.floor(2.195 * Math.sqrt(nrq) - 4.6 * q) + 0.5
  const xm = m + 0.5
  const xl = xm - p1
  const xr = xm + p1
  const c = 0.134 + 20.5 / (15.3 + m)
  const left = (fm - xl) / (fm - xl * r)
  const lambdaLeft = left * (1 + left / 2)
  const right = (xr - fm) / (xr * q)
  const lambdaRight = right * (1 + right / 2)
  const p2 = p1 * (1 + 2 * c)
  const p3 = p2 + c / lambdaLeft
  const p4 = p3 + c / lambdaRight
  for (;;) {
    const u = source.double() * p4
    let v = source.double()
    let y: number
    if (u <= p1) return Math.floor(xm - p1 * v + u)
    if (u <= p2) {
      const x = xl + (u - p1) / c
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1
      if (v > 1) continue
      y = Math.floor(x)
    } else if (u <= p3) {
      y = Math.floor(xl + Math.log(v) / lambdaLeft)
      if (y < 0 || v === 0) continue
      v *= (u - p2) * lambdaLeft
    } else {
      y = Math.floor(xr - Math.log(v) / lambdaRight)
      if (y > n || v === 0) continue
      v *= (u - p3) * lambdaRight
    }
    const k = Math.abs(y - m)
    if (k <= 20 || k >= nrq / 2 - 1) {
      const s = r / q
      const a = s * (n + 1)
      let f = 1
      for (let i = m + 1; i <= y; i++) f *= a / i - s
      for (let i = y + 1; i <= m; i++) f /= a / i - s
      if (v <= f) return y
      continue
    }
    const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5)
    const t = (-k * k) / (2 * nrq)
    const logged = Math.log(v)
    if (logged < t - rho) return y
    if (logged > t + rho) continue
    const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1]
    const bound =
      xm * Math.log(f1 / x1) +
      (n - m + 0.5) * Math.log(z / w) +
      (y - m) * Math.log((w * r) / (x1 * q)) +
      correction(f1 * f1, f1) +
      correction(z * z, z) +
      correction(x1 * x1, x1) +
      correction(w * w, w)
    if (logged <= bound) return y
  }
}
