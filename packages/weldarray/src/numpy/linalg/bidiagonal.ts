import { turned } from '@weldarray/runtime'
import { type Block, joined } from './blocks-of-reflections.js'
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
  const found = { diagonal, beside, left: [] as Block[], right: [] as Block[] }
  let [from, to] = [workshop.make(m, n), workshop.make(m, n)]
  from.data.set(a)
  for (let start = 0; start < n; start += PANEL) {
    const end = Math.min(start + PANEL, n)
    const rest = new Deferred(workshop, 2 * PANEL, m, n)
    const { left, right } = rest
    const [tauLeft, tauRight] = [new Float64Array(end - start), new Float64Array(Math.min(end, n - 1) - start)]
    for (let i = start; i < end; i++) {
      const row = rest.count
      const x = row * m
      for (let r = i; r < m; r++) left.data[x + r] = from.data[r * n + i]!
      rest.update(left, row, i, right, i)
      diagonal[i] = reflection(left, x + i, m - i, tauLeft, i - start)
      if (i === n - 1) break
      const across = n - i - 1
      rest.product(right, row, i + 1, turned(from.part(i, i + 1)), left, row, i)
      scale(right.data, row * n + i + 1, tauLeft[i - start]!, across)
      rest.count++
      const y = (row + 1) * n + i + 1
      right.data.set(from.data.subarray(i * n + i + 1, (i + 1) * n), y)
      rest.update(right, row + 1, i + 1, left, i)
      beside[i] = reflection(right, y, across, tauRight, i - start)
      if (i + 1 < m) {
        rest.product(left, row + 1, i + 1, from.part(i + 1, i + 1), right, row + 1, i + 1)
        scale(left.data, (row + 1) * m + i + 1, tauRight[i - start]!, m - i - 1)
      }
      rest.count++
    }
    if (vectors) {
      found.left.push(joined(workshop, { ...left.part(0, start), rowStep: 2 * m }, tauLeft, start, m - start))
      if (tauRight.length > 0)
        found.right.push(joined(workshop, { ...right.part(1, start + 1), rowStep: 2 * n }, tauRight, start + 1, n - start - 1))
    }
    if (end < n) rest.done(from, to, end, end)
    ;[from, to] = [to, from]
  }
  return found
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
