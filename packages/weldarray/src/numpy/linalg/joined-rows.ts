import type { MatrixPart } from '@weldarray/runtime'
import { dotRows } from './blocks.js'
import type { Matrix, Workshop } from './matrix.js'
import type { Deflation, Half } from './rank-one.js'
import { turnRows } from './turned-rows.js'

/** Where the columns of two parts begin, meet and end. */
export type Columns = readonly [first: number, middle: number, last: number]

/** What rows of up to so many columns are joined with. */
export const roomFor = ({ make }: Workshop, n: number): Room => ({ packed: make(n, n), weights: make(n, n) })

export interface Room {
  readonly packed: Matrix
  readonly weights: Matrix
}

/** The vectors of two parts, rows of a matrix, become those of the whole: what is zero in one of them is not multiplied (LAPACK's dlaed3). */
export class JoinedRows {
  readonly #workshop: Workshop
  readonly #room: Room
  readonly rows: Matrix

  constructor(workshop: Workshop, n: number, room: Room) {
    this.#workshop = workshop
    this.#room = room
    this.rows = workshop.zeros(n, n)
  }

  at(row: number, column: number): number {
    return this.rows.data[row * this.rows.columns + column]!
  }

  /** Puts in rows of `length` elements, from a row and the column of the same number on. */
  put(start: number, cells: Float64Array, length: number): void {
    const { data, columns } = this.rows
    for (let i = 0, at = start * (columns + 1); i < cells.length; i += length, at += columns)
      data.set(cells.subarray(i, i + length), at)
  }

  turn(i: number, j: number, c: number, s: number, [first, , last]: Columns): void {
    const { data, columns } = this.rows
    turnRows(data, i * columns + first, j * columns + first, last - first, c, s)
  }

  /**
   * Rows from `start` on: as many as are kept, `vector(i, to)` tells of how much of each of these, to be made of length 1; then those put aside.
   */
  join(
    start: number,
    [first, middle, last]: Columns,
    { kept, aside }: Deflation,
    halves: readonly Half[],
    vector: (i: number, to: Float64Array) => void,
  ): void {
    const { data, columns } = this.rows
    const { packed, weights } = this.#room
    const of = (half: Half): number[] => Array.from(kept.keys()).filter((k) => halves[kept[k]!] === half)
    const [own, both, others] = [of('first'), of('both'), of('second')]
    const places = Int32Array.from([...own, ...both, ...others])
    const count = kept.length
    const cells = new Float64Array(count)
    for (let i = 0, at = 0; i < count; i++) {
      vector(i, cells)
      const factor = 1 / Math.sqrt(dotRows(cells, 0, cells, 0, count))
      for (let k = 0; k < count; k++) weights.data[at++] = cells[places[k]!]! * factor
    }
    let at = 0
    const gathered = (rows: readonly number[], from: number, to: number): MatrixPart => {
      const part = { memory: packed.memory, at, rowStep: to - from, columnStep: 1 }
      for (const row of rows) {
        const i = (start + row) * columns
        packed.data.set(data.subarray(i + from, i + to), at)
        at += to - from
      }
      return part
    }
    const rowsOf = (some: Int32Array): number[] => Array.from(some, (k) => kept[k]!)
    const products = [
      { skipped: 0, inner: own.length + both.length, from: first, to: middle },
      { skipped: own.length, inner: both.length + others.length, from: middle, to: last },
    ].map((product) => {
      const { skipped, inner, from, to } = product
      return { ...product, right: gathered(rowsOf(places.subarray(skipped, skipped + inner)), from, to) }
    })
    const rest = gathered(aside, first, last)
    for (const { skipped, inner, from, to, right } of products)
      this.#workshop.store(
        this.rows.part(start, from),
        [count, inner, to - from],
        { memory: weights.memory, at: skipped, rowStep: count, columnStep: 1 },
        right,
      )
    for (let i = 0, from = rest.at; i < aside.length; i++, from += last - first)
      data.set(packed.data.subarray(from, from + last - first), (start + count + i) * columns + first)
  }
}
