import { identityOf, largestOf, rescaled, toOne } from './blocks.js'
import { type Columns, JoinedRows, roomFor } from './joined-rows.js'
import type { Matrix, Workshop } from './matrix.js'
import { deflated, type Half, solved } from './rank-one.js'
import { Poles } from './secular.js'
import { iterated } from './tridiagonal-iteration.js'
import { FewRows, orderOf } from './turned-rows.js'

/** Rows of the parts that are not divided. */
const LEAF = 25
/** Of a matrix whose largest element is about 1: less makes no difference. */
const TOLERANCE = 2 ** -50
const NOTHING = 2 ** -200

/**
 * Eigenvalues, in no order, in place of the diagonal of a symmetric tridiagonal matrix (`beside` ends in a zero, and is overwritten); their vectors, as rows. The matrix is
 * two such and one of rank one, whose values and vectors become those of the whole (LAPACK's dstedc and dlaed1).
 */
export function dividedTridiagonal(workshop: Workshop, diagonal: Float64Array, beside: Float64Array): Matrix {
  const n = diagonal.length
  const joined = new JoinedRows(workshop, n, roomFor(workshop, n))
  const differences = new Float64Array(n * n)

  const solve = (start: number, end: number): void => {
    const d = diagonal.subarray(start, end)
    const size = end - start
    if (size <= LEAF) {
      const vectors = new FewRows(identityOf(size), size)
      iterated(d, beside.slice(start, end), vectors)
      joined.put(start, vectors.data, size)
      return
    }
    const middle = (start + end) >> 1
    const link = beside[middle - 1]!
    beside[middle - 1] = 0
    diagonal[middle - 1] = diagonal[middle - 1]! - Math.abs(link)
    diagonal[middle] = diagonal[middle]! - Math.abs(link)
    solve(start, middle)
    solve(middle, end)
    join(start, d, middle, link)
  }

  const join = (start: number, d: Float64Array, middle: number, link: number): void => {
    const columns: Columns = [start, middle, start + d.length]
    const halves = Array.from(d, (_, i): Half => (start + i < middle ? 'first' : 'second'))
    // ρ·z·zᵀ has the link's size in four places; z is made of length 1.
    const z = d.map((_, i) =>
      start + i < middle
        ? joined.at(start + i, middle - 1) * Math.SQRT1_2
        : joined.at(start + i, middle) * Math.SQRT1_2 * Math.sign(link),
    )
    const rho = 2 * Math.abs(link)
    const turn = (i: number, j: number, c: number, s: number): void => joined.turn(start + i, start + j, c, s, columns)
    const deflation = deflated({ numbers: d, z, halves, turn }, orderOf(d), rho, TOLERANCE)
    const { kept, aside } = deflation
    const roots = new Float64Array(kept.length)
    const [poles, part] = [d, z].map((a) => Float64Array.from(kept, (i) => a[i]!)) as [Float64Array, Float64Array]
    const exact = solved(new Poles(poles, false), part, rho, roots, differences)
    joined.join(start, columns, deflation, halves, (i, to) => {
      for (let j = 0, at = i * to.length; j < to.length; j++) to[j] = exact[j]! / differences[at++]!
    })
    d.set([...roots, ...aside.map((i) => d[i]!)])
  }

  const scale = toOne(Math.max(largestOf(diagonal), largestOf(beside)))
  rescaled(diagonal, scale)
  rescaled(beside, scale)
  // Products of what is next to nothing vanish, and with them the rotations of an iteration.
  for (let i = 0; i < n; i++) if (Math.abs(beside[i]!) < NOTHING) beside[i] = 0
  solve(0, n)
  rescaled(diagonal, 1 / scale)
  return joined.rows
}
