import { hypotenuse } from './blocks.js'
import { type Poles, Secular } from './secular.js'

/*
 * The eigenvalues and eigenvectors of diag(D) + ρ·z·zᵀ, where those of two parts become those of the whole ("divide and conquer"): what is one without ρ·z·zᵀ, too, is put
 * aside (Cuppen, "A divide and conquer method for the symmetric tridiagonal eigenproblem", 1981; LAPACK's dlaed2), the others are those of a z that has the roots found
 * exactly, so that their vectors are orthogonal (Gu and Eisenstat, "A stable and efficient algorithm for the rank-one modification of the symmetric eigenproblem", 1994).
 */

/** Which part the vector of a number comes from: in columns of the other it is zero. */
export type Half = 'first' | 'both' | 'second'

/** Numbers D with what z is for each; they and their vectors are turned two at a time. */
export interface Update {
  readonly numbers: Float64Array
  readonly z: Float64Array
  readonly halves: Half[]
  /** Vector `i` becomes c·i + s·j, vector `j` c·j - s·i. */
  turn(i: number, j: number, c: number, s: number): void
}

export interface Deflation {
  /** Places of what is left, smallest numbers first. */
  readonly kept: number[]
  /** Places of what is an eigenvalue as it is. */
  readonly aside: number[]
}

/**
 * Puts aside what has next to no part in z (`weight` is ρ), and one of two numbers next to each other, whose part in z the other takes. Numbers become larger in
 * `order`.
 */
export function deflated(
  { numbers, z, halves, turn }: Update,
  order: Iterable<number>,
  weight: number,
  tolerance: number,
): Deflation {
  const [kept, aside] = [[] as number[], [] as number[]]
  let last = -1
  for (const j of order) {
    if (weight * Math.abs(z[j]!) <= tolerance) {
      aside.push(j)
      continue
    }
    if (last >= 0) {
      const length = hypotenuse(z[j]!, z[last]!)
      const [c, s] = [z[j]! / length, -z[last]! / length]
      const [x, y] = [numbers[last]!, numbers[j]!]
      if (Math.abs((y - x) * c * s) <= tolerance) {
        turn(last, j, c, s)
        z[j] = length
        numbers[last] = x * c * c + y * s * s
        numbers[j] = x * s * s + y * c * c
        if (halves[last] !== halves[j]) halves[last] = halves[j] = 'both'
        aside.push(last)
      } else kept.push(last)
    }
    last = j
  }
  if (last >= 0) kept.push(last)
  return { kept, aside }
}

/** Writes each root to `roots`, and D[j] - root to a row of `differences`; returns the z that has these roots exactly. */
export function solved(poles: Poles, z: Float64Array, rho: number, roots: Float64Array, differences: Float64Array): Float64Array {
  const n = z.length
  const equation = new Secular(poles, z, rho)
  for (let i = 0; i < n; i++) roots[i] = equation.root(i, differences, i * n)
  // Its squares, by Löwner: products of all (D[j] - root[i])/(D[j] - D[i]), up to their sign.
  const squares = new Float64Array(n).fill(1)
  const gaps = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    poles.from(i, gaps)
    gaps[i] = 1
    for (let j = 0; j < n; j++) squares[j] = squares[j]! * (differences[i * n + j]! / gaps[j]!)
  }
  return squares.map((x, j) => Math.sqrt(Math.abs(x)) * (z[j]! < 0 ? -1 : 1))
}
