import type { Stream } from './stream.js'

/** Gamma with scale 1 (Marsaglia and Tsang; below shape 1 Ahrens and Dieter). */
export function gamma(source: Stream, shape: number): number {
  if (shape === 1) return source.exponential()
  if (shape === 0) return 0
  if (shape < 1)
    for (;;) {
      const u = source.double()
      const v = source.exponential()
      if (u <= 1 - shape) {
        const x = u ** (1 / shape)
        if (x <= v) return x
      } else {
        const y = -Math.log((1 - u) / shape)
        const x = (1 - shape + shape * y) ** (1 / shape)
        if (x <= v + y) return x
      }
    }
  const b = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * b)
  for (;;) {
    let x: number
    let v: number
    do {
      x = source.normal()
      v = 1 + c * x
    } while (v <= 0)
    v = v * v * v
    const u = source.double()
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v
  }
}

/** Beta (Jöhnk's method where both parameters are at most 1). */
export function beta(source: Stream, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const x = gamma(source, a)
    return x / (x + gamma(source, b))
  }
  // So near 0 that their powers below are none: all of it is at one end or the other.
  if (Math.max(a, b) < 3e-103) return Number((a + b) * source.double() < a)
  for (;;) {
    const [u, v] = [source.double(), source.double()]
    const [x, y] = [u ** (1 / a), v ** (1 / b)]
    if (x + y > 1 || u + v === 0) continue
    if (x + y > 0) return x / (x + y)
    const [p, q] = [Math.log(u) / a, Math.log(v) / b]
    const most = Math.max(p, q)
    return Math.exp(p - most - Math.log(Math.exp(p - most) + Math.exp(q - most)))
  }
}

export const chisquare = (source: Stream, df: number): number => 2 * gamma(source, df / 2)

/** Fisher's F: a quotient of two of them. */
export function f(source: Stream, dfnum: number, dfden: number): number {
  const above = chisquare(source, dfnum) * dfden
  return above / (chisquare(source, dfden) * dfnum)
}

/** Student's t. */
export function standardT(source: Stream, df: number): number {
  const n = source.normal()
  return (Math.sqrt(df / 2) * n) / Math.sqrt(gamma(source, df / 2))
}
