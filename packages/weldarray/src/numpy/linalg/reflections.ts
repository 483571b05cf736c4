import { type Block, joined, reflectBy } from './blocks-of-reflections.js'
import { reflect } from './householder.js'
import { columnsOf, type Matrix, type Workshop } from './matrix.js'

/** Columns of a panel. */
const PANEL = 32

/** Q as reflections, and R (m by n), of `a`, m by n, a panel of columns at a time: all but the panels is products of matrices. */
export function reflected(
  workshop: Workshop,
  a: Float64Array,
  rows: number,
  columns: number,
): { readonly blocks: readonly Block[]; readonly r: Matrix } {
  const { make } = workshop
  const blocks: Block[] = []
  const r = workshop.zeros(rows, columns)
  let [from, to] = [make(rows, columns), make(rows, columns)]
  from.data.set(a)
  const count = Math.min(rows, columns)
  for (let start = 0; start < count; start += PANEL) {
    const end = Math.min(start + PANEL, count)
    const length = rows - start
    const panel = columnsOf(from, start, end)
    const tau = reflect(panel, length, end - start)
    for (let j = start; j < end; j++)
      for (let i = start; i <= j; i++) r.data[i * columns + j] = panel[(j - start) * length + i - start]!
    const v = make(end - start, length)
    v.data.set(panel)
    for (let k = 0; k < end - start; k++) {
      v.data.fill(0, k * length, k * length + k)
      v.data[k * length + k] = 1
    }
    const block = joined(workshop, v.part(0, 0), tau, start, length)
    blocks.push(block)
    if (end === columns) break
    reflectBy(workshop, block, from.part(start, end), to.part(start, end), columns - end, true)
    for (let i = start; i < end; i++) r.data.set(to.data.subarray(i * columns + end, (i + 1) * columns), i * columns + end)
    ;[from, to] = [to, from]
  }
  return { blocks, r }
}
