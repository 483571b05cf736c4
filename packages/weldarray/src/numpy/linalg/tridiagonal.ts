import { dotRows, subtractRow } from './blocks.js'
import { type Block, inBlocks } from './blocks-of-reflections.js'
import { Deferred } from './deferred.js'
import { reflector } from './householder.js'
import type { Workshop } from './matrix.js'

/** Columns of a panel. */
const PANEL = 16

export interface Tridiagonal {
  readonly diagonal: Float64Array
  /** What is beside it, and a zero. */
  readonly beside: Float64Array
  readonly blocks: readonly Block[]
}

/** Brings a symmetric matrix, n by n, to tridiagonal form by reflections from both sides. */
export function tridiagonal(workshop: Workshop, a: Float64Array, n: number, vectors: boolean): Tridiagonal {
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)]
  const tau = new Float64Array(n - 1)
  const reflections = workshop.zeros(vectors ? n - 1 : 0, n)
  let [from, to] = [workshop.make(n, n), workshop.make(n, n)]
  from.data.set(a)
  for (let start = 0; start < n; start += PANEL) {
    const end = Math.min(start + PANEL, n)
    const rest = new Deferred(workshop, 2 * PANEL, n, n)
    const { left, right } = rest
    const [x, y] = [left.data, right.data]
    for (let i = start; i < end; i++) {
      const row = rest.count
      const at = row * n
      x.set(from.data.subarray(i * n + i, (i + 1) * n), at + i)
      rest.update(left, row, i, right, i)
      diagonal[i] = x[at + i]!
      x[at + i] = 0
      if (i === n - 1) break
      const [first, length] = [at + i + 1, n - i - 1]
      const factor = reflector(x, first, length)
      tau[i] = factor
      beside[i] = x[first]!
      x[first] = 1
      if (vectors) reflections.data.set(x.subarray(first, first + length), i * n + i + 1)
      // As if the matrix were reflected from one side, and half of what that takes along the vector itself.
      rest.product(right, row, i + 1, from.part(i + 1, i + 1), left, row, i + 1)
      for (let k = 0; k < length; k++) y[first + k] = y[first + k]! * factor
      subtractRow(y, first, (factor / 2) * dotRows(x, first, y, first, length), x, first, length)
      x.set(y.subarray(first, first + length), first + n)
      y.set(x.subarray(first, first + length), first + n)
      rest.count += 2
    }
    if (end < n) rest.done(from, to, end, end)
    ;[from, to] = [to, from]
  }
  return { diagonal, beside, blocks: vectors ? inBlocks(workshop, reflections, tau, 1) : [] }
}
