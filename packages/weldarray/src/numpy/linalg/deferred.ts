import type { MatrixPart } from '@weldarray/runtime'
import { turned } from '@weldarray/runtime'
import type { Matrix, Workshop } from './matrix.js'

/*
 * What reflections from both sides take away from a matrix A (m by n), kept as pairs of vectors until a panel of columns is done: A - Lᵀ·R, the vectors as
 * rows of L and R (LAPACK's dlatrd and dlabrd). Products with what is left are products with A and with few vectors.
 */
export class Deferred {
  readonly left: Matrix
  readonly right: Matrix
  readonly #workshop: Workshop
  readonly #weights: Matrix
  readonly #sum: Matrix
  /** Pairs so far. */
  count = 0

  constructor(workshop: Workshop, pairs: number, m: number, n: number) {
    this.#workshop = workshop
    this.left = workshop.zeros(pairs, m)
    this.right = workshop.zeros(pairs, n)
    this.#weights = workshop.make(pairs, 1)
    this.#sum = workshop.make(Math.max(m, n), 1)
  }

  /** Takes from row `row` of `side`, from `from` on, what there is of one row (of `left`) or column (of `right`) of the other. */
  update(side: Matrix, row: number, from: number, other: Matrix, at: number): void {
    for (let k = 0; k < this.count; k++) this.#weights.data[k] = other.data[k * other.columns + at]!
    this.#subtract(side, row, from)
  }

  /** Row `row` of `side`, from `from` on, becomes what is left of `a` (that of it which begins there) times row `by` of `other`, from `start` on. */
  product(side: Matrix, row: number, from: number, a: MatrixPart, other: Matrix, by: number, start: number): void {
    const { store } = this.#workshop
    const [to, x] = [turned(side.part(row, from)), turned(other.part(by, start))]
    const length = other.columns - start
    store(to, [side.columns - from, length, 1], a, x)
    if (this.count === 0) return
    store(this.#weights.part(0, 0), [this.count, length, 1], other.part(0, start), x)
    this.#subtract(side, row, from)
  }

  #subtract(side: Matrix, row: number, from: number): void {
    if (this.count === 0) return
    const length = side.columns - from
    const { data } = this.#sum
    this.#workshop.store(this.#sum.part(0, 0), [length, this.count, 1], turned(side.part(0, from)), this.#weights.part(0, 0))
    for (let k = 0, at = row * side.columns + from; k < length; k++, at++) side.data[at] = side.data[at]! - data[k]!
  }

  /** What is left of `a` from a row and a column on, in `to`. */
  done(a: Matrix, to: Matrix, row: number, column: number): void {
    const sizes = [a.rows - row, this.count, a.columns - column] as const
    this.#workshop.store(
      to.part(row, column),
      sizes,
      turned(this.left.part(0, row)),
      this.right.part(0, column),
      a.part(row, column),
    )
  }
}
