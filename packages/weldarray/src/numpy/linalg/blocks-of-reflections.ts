import { type MatrixPart, turned } from '@weldarray/runtime'
import { dotRows } from './blocks.js'
import type { Matrix, Workshop } from './matrix.js'

/*
 * Householder reflections, many at a time: H1·H2·…·Hk = I - Vᵀ·T·V, the vectors as rows of V (Schreiber and Van Loan, "A Storage-Efficient WY Representation
 * for Products of Householder Transformations", 1989), so that applying them is products of matrices.
 */

/** Reflections of rows from `start` on. */
export interface Block {
  readonly start: number
  readonly length: number
  /** The vectors as rows, of which each begins with one zero more than the one before, and then a one. */
  readonly v: MatrixPart
  readonly t: Matrix
}

/** What joins reflections with these vectors and factors. */
export function joined({ make, zeros, store }: Workshop, v: MatrixPart, tau: Float64Array, start: number, length: number): Block {
  const count = tau.length
  const [products, t] = [make(count, count), zeros(count, count)]
  store(products.part(0, 0), [count, length, count], v, turned(v))
  for (let j = 0; j < count; j++) {
    // What is across the diagonal is the same.
    for (let i = 0; i < j; i++)
      t.data[i * count + j] = -tau[j]! * dotRows(t.data, i * (count + 1), products.data, j * count + i, j - i)
    t.data[j * count + j] = tau[j]!
  }
  return { start, length, v, t }
}

/** Reflections that are joined, at most: of few, products write as often as they multiply. */
const WIDTH = 64

/** Reflections one after the other: the first is of rows from `start` on, each of the others begins a row below. */
export function inBlocks(workshop: Workshop, vectors: Matrix, tau: Float64Array, start: number): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < tau.length; i += WIDTH) {
    const at = start + i
    blocks.push(joined(workshop, vectors.part(i, at), tau.subarray(i, i + WIDTH), at, vectors.columns - at))
  }
  return blocks
}

/** `to` = `c` - Vᵀ·T·(V·`c`) for so many columns; `isTurned`: the reflections in the opposite order, which takes them back. */
export function reflectBy(
  { make, store }: Workshop,
  { v, t, length }: Block,
  c: MatrixPart,
  to: MatrixPart,
  columns: number,
  isTurned: boolean,
): void {
  const count = t.rows
  const [inner, both] = [make(count, columns), make(count, columns)]
  const middle = t.part(0, 0)
  store(inner.part(0, 0), [count, length, columns], v, c)
  store(both.part(0, 0), [count, count, columns], isTurned ? turned(middle) : middle, inner.part(0, 0))
  store(to, [length, count, columns], turned(v), both.part(0, 0), c)
}

/** The first `wanted` columns of the product of all the reflections. */
export function orthogonal(workshop: Workshop, blocks: readonly Block[], rows: number, wanted: number): Matrix {
  let [from, to] = [workshop.zeros(rows, wanted), workshop.zeros(rows, wanted)]
  for (let j = 0; j < wanted; j++) from.data[j * wanted + j] = 1
  for (const block of [...blocks].reverse()) {
    const { start } = block
    // Above and left of the block nothing changes: there is the identity still.
    reflectBy(workshop, block, from.part(start, start), to.part(start, start), wanted - start, false)
    for (let i = 0; i < start; i++) to.data[i * wanted + i] = 1
    ;[from, to] = [to, from]
  }
  return from
}

/** Q·x; `isTurned`: Qᵀ·x, by the reflections in the order in which they were found. */
export function reflectedBy(workshop: Workshop, blocks: readonly Block[], x: Matrix, isTurned: boolean): Matrix {
  let [from, to] = [x, workshop.make(x.rows, x.columns)]
  for (const block of isTurned ? blocks : [...blocks].reverse()) {
    to.data.set(from.data.subarray(0, block.start * x.columns))
    reflectBy(workshop, block, from.part(block.start, 0), to.part(block.start, 0), x.columns, isTurned)
    ;[from, to] = [to, from]
  }
  return from
}

/** What the product of all the reflections makes of columns, all of them as rows, which are overwritten. */
export function rowsReflectedBy({ make, store }: Workshop, blocks: readonly Block[], rows: Matrix): Matrix {
  let [from, to] = [rows, make(rows.rows, rows.columns)]
  // Columns that the reflections so far left alone are read where they are.
  to.data.set(from.data)
  const count = rows.rows
  const [inner, both] = [make(count, WIDTH), make(count, WIDTH)]
  for (const { start, length, v, t } of [...blocks].reverse()) {
    store(inner.part(0, 0), [count, length, t.rows], from.part(0, start), turned(v))
    store(both.part(0, 0), [count, t.rows, t.rows], inner.part(0, 0), turned(t.part(0, 0)))
    store(to.part(0, start), [count, t.rows, length], both.part(0, 0), v, from.part(0, start))
    ;[from, to] = [to, from]
  }
  return from
}
