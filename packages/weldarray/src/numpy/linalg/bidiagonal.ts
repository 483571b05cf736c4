import { turned } from '@weldarray/runtime'
import { type Block, inBlocks } from './blocks-of-reflections.js'
import { Deferred } from './deferred.js'
import { reflector } from './householder.js'
import type { Matrix, Workshop } from './matrix.js'

/** Columns of a panel. */
const PANEL = 16

export interface Bidiagonal {
  readonly diagonal: Float64Array
  /** What is right of it, and a zero. */
  readonly beside: Float64Array
  readonly left: readonly Block[]
  readonly right: readonly Block[]
}

/** Brings a matrix of m ≥ n rows to upper bidiagonal form, by reflections of its rows (`left`) and of its columns (`right`). */
export function bidiagonal(workshop: Workshop, a: Float64Array, m: number, n: number, vectors: boolean): Bidiagonal {
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)]
  const [tauLeft, tauRight] = [new Float64Array(n), new Float64Array(n - 1)]
  const [ofLeft, ofRight] = [workshop.zeros(vectors ? n : 0, m), workshop.zeros(vectors ? n - 1 : 0, n)]
  let [from, to] = [workshop.make(m, n), workshop.make(m, n)]
  from.data.set(a)
  for (let start = 0; start < n; start += PANEL) {
    const end = Math.min(start + PANEL, n)
    const rest = new Deferred(workshop, 2 * PANEL, m, n)
    const { left, right } = rest
    for (let i = start; i < end; i++) {
      const row = rest.count
      const x = row * m
      for (let r = i; r < m; r++) left.data[x + r] = from.data[r * n + i]!
      rest.update(left, row, i, right, i)
      diagonal[i] = reflection(left, x + i, m - i, tauLeft, i)
      if (vectors) ofLeft.data.set(left.data.subarray(x + i, x + m), i * m + i)
      if (i === n - 1) break
      const across = n - i - 1
      rest.product(right, row, i + 1, turned(from.part(i, i + 1)), left, row, i)
      scale(right.data, row * n + i + 1, tauLeft[i]!, across)
      rest.count++
      const y = (row + 1) * n + i + 1
      right.data.set(from.data.subarray(i * n + i + 1, (i + 1) * n), y)
      rest.update(right, row + 1, i + 1, left, i)
      beside[i] = reflection(right, y, across, tauRight, i)
      if (vectors) ofRight.data.set(right.data.subarray(y, y + across), i * n + i + 1)
      if (i + 1 < m) {
        rest.product(left, row + 1, i + 1, from.part(i + 1, i + 1), right, row + 1, i + 1)
        scale(left.data, (row + 1) * m + i + 1, tauRight[i]!, m - i - 1)
      }
      rest.count++
    }
    if (end < n) rest.done(from, to, end, end)
    ;[from, to] = [to, from]
  }
  if (!vectors) return { diagonal, beside, left: [], right: [] }
  return { diagonal, beside, left: inBlocks(workshop, ofLeft, tauLeft, 0), right: inBlocks(workshop, ofRight, tauRight, 1) }
}

/** Makes a part of a row a reflection's vector, and gives what it brings that part to. */
function reflection({ data }: Matrix, at: number, length: number, tau: Float64Array, index: number): number {
  tau[index] = reflector(data, at, length)
  const first = data[at]!
  data[at] = 1
  return first
}

function scale(x: Float64Array, at: number, by: number, length: number): void {
  for (let k = at; k < at + length; k++) x[k] = x[k]! * by
}
