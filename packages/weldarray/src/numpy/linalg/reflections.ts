import { type MatrixPart, turned } from '@weldarray/runtime'
import { dotRows } from './blocks.js'
import { reflect } from './householder.js'
import { columnsOf, type Matrix, type Workshop } from './matrix.js'

/*
 * Householder reflections, a panel of columns at a time: H1·H2·…·Hk = I - V·T·Vᵀ (Schreiber and Van Loan, "A Storage-Efficient WY
 * Representation for Products of Householder Transformations", 1989), so that all but the panels is products of matrices.
 */

/** Columns of a panel. */
const PANEL = 32

/** A panel's reflections, of rows from `start` on. */
interface Block {
  readonly start: number
  /** The vectors as rows. */
  readonly v: Matrix
  readonly t: Matrix
}

/** Q as reflections and R, `a` m by n, both by rows. */
export class Reflections {
  readonly #blocks: Block[] = []
  readonly #workshop: Workshop
  readonly #rows: number
  readonly r: Matrix
  readonly #inner: Matrix
  readonly #joined: Matrix

  constructor(workshop: Workshop, a: Float64Array, rows: number, columns: number) {
    const { make } = workshop
    this.#workshop = workshop
    this.#rows = rows
    this.r = make(rows, columns)
    const widest = Math.max(rows, columns)
    ;[this.#inner, this.#joined] = [make(PANEL, widest), make(PANEL, widest)]
    let [from, to] = [make(rows, columns), make(rows, columns)]
    from.data.set(a)
    const count = Math.min(rows, columns)
    for (let start = 0; start < count; start += PANEL) {
      const end = Math.min(start + PANEL, count)
      const panel = columnsOf(from, start, end)
      const tau = reflect(panel, rows - start, end - start)
      const block = this.#block(panel, tau, start)
      this.#blocks.push(block)
      for (let j = start; j < end; j++)
        for (let i = start; i <= j; i++) this.r.data[i * columns + j] = panel[(j - start) * (rows - start) + i - start]!
      if (end === columns) break
      this.#apply(block, turned(block.t.part(0, 0)), from.part(start, end), to.part(start, end), columns - end)
      for (let i = start; i < end; i++) this.r.data.set(to.data.subarray(i * columns + end, (i + 1) * columns), i * columns + end)
      ;[from, to] = [to, from]
    }
  }

  /** The vectors of a factored panel, whose columns are as many reflections, and what joins them. */
  #block(panel: Float64Array, tau: Float64Array, start: number): Block {
    const length = this.#rows - start
    const count = tau.length
    const v = this.#workshop.make(count, length)
    v.data.set(panel)
    for (let k = 0; k < count; k++) {
      v.data.fill(0, k * length, k * length + k)
      v.data[k * length + k] = 1
    }
    const t = this.#workshop.make(count, count)
    for (let j = 0; j < count; j++) {
      const dots = Array.from({ length: j }, (_, i) => dotRows(v.data, i * length + j, v.data, j * length + j, length - j))
      for (let i = 0; i < j; i++) {
        let sum = 0
        for (let k = i; k < j; k++) sum += t.data[i * count + k]! * dots[k]!
        t.data[i * count + j] = -tau[j]! * sum
      }
      t.data[j * count + j] = tau[j]!
    }
    return { start, v, t }
  }

  /** `to` = `c` - V·T·(Vᵀ·`c`), for so many columns. */
  #apply({ v }: Block, t: MatrixPart, c: MatrixPart, to: MatrixPart, columns: number): void {
    const [count, length] = [v.rows, v.columns]
    const [inner, joined] = [this.#inner.part(0, 0), this.#joined.part(0, 0)]
    this.#workshop.store(inner, [count, length, columns], v.part(0, 0), c)
    this.#workshop.store(joined, [count, count, columns], t, inner)
    this.#workshop.store(to, [length, count, columns], turned(v.part(0, 0)), joined, c)
  }

  /** The first `wanted` columns of Q. */
  q(wanted: number): Float64Array {
    let [from, to] = [this.#workshop.make(this.#rows, wanted), this.#workshop.make(this.#rows, wanted)]
    for (let j = 0; j < wanted; j++) from.data[j * wanted + j] = 1
    for (const block of [...this.#blocks].reverse()) {
      const { start } = block
      // Above and left of the block nothing changes: there is the identity still.
      this.#apply(block, block.t.part(0, 0), from.part(start, start), to.part(start, start), wanted - start)
      for (let i = 0; i < start; i++) to.data[i * wanted + i] = 1
      ;[from, to] = [to, from]
    }
    return from.data
  }
}
