import { LinAlgError } from './stacks.js'

/*
 * The roots of a secular equation, 1/ρ + Σ z[j]²/(D[j] - λ) = 0, which are the eigenvalues of diag(D) + ρ·z·zᵀ: one between any two of the poles D, and one beyond the
 * last. Each is found as its distance from the nearest pole, so that its differences from all poles have all their digits (Ren-Cang Li, "Solving secular equations
 * stably and efficiently", LAPACK Working Note 89, 1993; LAPACK's dlaed4).
 */

/** Poles, smallest first, no two of them the same: numbers or their squares, whose differences have all their digits, too. */
export class Poles {
  constructor(
    readonly numbers: Float64Array,
    readonly areSquared: boolean,
  ) {}

  /** The differences of all poles from one. */
  from(k: number, to: Float64Array): void {
    const { numbers, areSquared } = this
    const x = numbers[k]!
    if (areSquared) for (let j = 0; j < numbers.length; j++) to[j] = (numbers[j]! - x) * (numbers[j]! + x)
    else for (let j = 0; j < numbers.length; j++) to[j] = numbers[j]! - x
  }

  /** What lies so far behind a pole: the number itself where poles are squares. */
  beyond(k: number, distance: number): number {
    const x = this.numbers[k]!
    return this.areSquared ? x + distance / (x + Math.sqrt(x * x + distance)) : x + distance
  }
}

const ROUNDING = 2 ** -53
/** Few take more than six. */
const MOST_STEPS = 400

export class Secular {
  readonly #poles: Poles
  readonly #z: Float64Array
  /** 1/ρ. */
  readonly #rest: number
  readonly #delta: Float64Array
  // Of what was looked at last: the slopes of the sums over the poles up to the root and over those behind it, and how much rounding may have added.
  #leftSlope = 0
  #rightSlope = 0
  #doubt = 0

  constructor(poles: Poles, z: Float64Array, rho: number) {
    this.#poles = poles
    this.#z = z
    this.#rest = 1 / rho
    this.#delta = new Float64Array(z.length)
  }

  /** Finds root `i`, writes D[j] - λ for all poles to `to` from `at` on, and returns the root. */
  root(i: number, to: Float64Array, at: number): number {
    const delta = this.#delta
    const [origin, mu] = i === delta.length - 1 ? [i, this.#last()] : this.#between(i)
    for (let j = 0; j < delta.length; j++) to[at + j] = delta[j]! - mu
    return this.#poles.beyond(origin, mu)
  }

  /** What the equation's left side is at a place `mu` from the pole that `delta` is measured from. */
  #look(i: number, mu: number): number {
    const [z, delta] = [this.#z, this.#delta]
    let [left, leftSlope, right, rightSlope, leftSums, rightSums] = [0, 0, 0, 0, 0, 0]
    for (let j = 0; j <= i; j++) {
      const t = z[j]! / (delta[j]! - mu)
      left += z[j]! * t
      leftSlope += t * t
      leftSums += left
    }
    for (let j = z.length - 1; j > i; j--) {
      const t = z[j]! / (delta[j]! - mu)
      right += z[j]! * t
      rightSlope += t * t
      rightSums += right
    }
    this.#leftSlope = leftSlope
    this.#rightSlope = rightSlope
    const sums = 8 * (right - left) + rightSums - leftSums + 2 * this.#rest
    this.#doubt = ROUNDING * (sums + Math.abs(mu) * (leftSlope + rightSlope))
    return this.#rest + left + right
  }

  /** Beyond the last pole: as if all poles were there. */
  #last(): number {
    const [z, i] = [this.#z, this.#z.length - 1]
    this.#poles.from(i, this.#delta)
    let most = 0
    for (let j = 0; j <= i; j++) most += z[j]! * z[j]!
    const high = (most / this.#rest) * (1 + 4 * ROUNDING * z.length)
    const near = (z[i]! * z[i]!) / this.#rest
    return this.#iterate(i, near, near, high, (mu, f) => {
      const slope = this.#leftSlope
      return (-mu * f) / (f + mu * slope)
    })
  }

  /** Between two poles: the one that it is measured from, and how far it is from there. */
  #between(i: number): [origin: number, mu: number] {
    const [z, delta] = [this.#z, this.#delta]
    this.#poles.from(i, delta)
    const gap = delta[i + 1]!
    const half = gap / 2
    const [p, q] = [z[i]! * z[i]!, z[i + 1]! * z[i + 1]!]
    const middle = this.#look(i, half)
    // As if all but the two poles beside the root were a constant.
    const others = middle + p / half - q / half
    if (middle > 0) {
      const first = smallRoot(others, others * gap + p + q, p * gap)
      return [i, this.#iterate(i, first, 0, half, (mu, f, isSlow) => this.#step(i, mu, f, isSlow, true))]
    }
    this.#poles.from(i + 1, delta)
    const first = smallRoot(others, -others * gap + p + q, -q * gap)
    return [i + 1, this.#iterate(i, first, -half, 0, (mu, f, isSlow) => this.#step(i, mu, f, isSlow, false))]
  }

  /**
   * Two poles and a constant in place of all, with the value and the slope that there are: the nearer of the two poles as it is ("fixed weight"); where that is slow,
   * each with the slope of its side ("middle way").
   */
  #step(i: number, mu: number, f: number, isSlow: boolean, isFromLeft: boolean): number {
    const [z, delta] = [this.#z, this.#delta]
    const [a, b] = [delta[i]! - mu, delta[i + 1]! - mu]
    const [leftSlope, rightSlope] = [this.#leftSlope, this.#rightSlope]
    const slope = leftSlope + rightSlope
    let rest: number
    if (isSlow) rest = f - a * leftSlope - b * rightSlope
    else if (isFromLeft) rest = f - b * slope - (a - b) * (z[i]! / a) ** 2
    else rest = f - a * slope - (b - a) * (z[i + 1]! / b) ** 2
    return smallRoot(rest, (a + b) * f - a * b * slope, a * b * f)
  }

  /** From `mu` on, in steps, between `low` and `high`, where the left side is negative and positive. */
  #iterate(i: number, mu: number, low: number, high: number, step: (mu: number, f: number, isSlow: boolean) => number): number {
    if (!(mu > low && mu < high) && !(mu === low && low > 0)) mu = (low + high) / 2
    let before = Number.POSITIVE_INFINITY
    let isSlow = false
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const f = this.#look(i, mu)
      if (Math.abs(f) <= this.#doubt) return mu
      if (f < 0) low = mu
      else high = mu
      // The other way as soon as this one does not come ten times nearer.
      if (f * before > 0 && Math.abs(f) > Math.abs(before) / 10) isSlow = !isSlow
      before = f
      const by = step(mu, f, isSlow)
      let next = mu + (by * f < 0 ? by : -f / (this.#leftSlope + this.#rightSlope))
      if (!(next > low && next < high)) next = (low + high) / 2
      if (next === mu || next === low || next === high) return mu
      mu = next
    }
    throw new LinAlgError('a secular equation has no root: no convergence')
  }
}

/** The root of c·x² - a·x + b that is next to 0 where a is positive, and the one with the same sign in the formula elsewhere. */
function smallRoot(c: number, a: number, b: number): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c))
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root)
}
