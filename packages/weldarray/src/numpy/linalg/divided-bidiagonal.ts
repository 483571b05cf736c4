import { diagonalised } from './bidiagonal-iteration.js'
import { hypotenuse, identityOf, largestOf, rescaled, toOne } from './blocks.js'
import { type Columns, JoinedRows, roomFor } from './joined-rows.js'
import type { Matrix, Workshop } from './matrix.js'
import { deflated, type Half, solved } from './rank-one.js'
import { Poles } from './secular.js'
import { FewRows, orderOf, type Turned } from './turned-rows.js'

/** Rows of the parts that are not divided. */
const LEAF = 25
/** Of a matrix whose largest element is about 1: less makes no difference. */
const TOLERANCE = 2 ** -50

/**
 * Singular values, in no order, in place of the diagonal of an upper bidiagonal matrix of n rows (`beside` ends in a zero, and is overwritten); their vectors, as rows of
 * U and V. V has a row and a column more, which are a unit vector: all matrices here have a column more than rows. One is two such with a row between them, whose
 * values and vectors become those of the whole (Gu and Eisenstat, "A divide-and-conquer algorithm for the bidiagonal SVD", 1995; LAPACK's dbdsdc and dlasd1).
 */
export function dividedBidiagonal(workshop: Workshop, diagonal: Float64Array, beside: Float64Array): { u: Matrix; v: Matrix } {
  const n = diagonal.length
  const room = roomFor(workshop, n + 1)
  const [u, v] = [new JoinedRows(workshop, n, room), new JoinedRows(workshop, n + 1, room)]
  const differences = new Float64Array(n * n)

  const solve = (start: number, end: number): void => {
    if (end - start <= LEAF) {
      const [own, other] = [
        new FewRows(identityOf(end - start), end - start),
        new FewRows(identityOf(end - start + 1), end - start + 1),
      ]
      iterated(diagonal.subarray(start, end), beside.subarray(start, end), own, other)
      u.put(start, own.data, own.length)
      v.put(start, other.data, other.length)
      return
    }
    const middle = (start + end) >> 1
    solve(start, middle)
    solve(middle + 1, end)
    join(start, middle, end)
  }

  const join = (start: number, middle: number, end: number): void => {
    const [left, right]: [Columns, Columns] = [
      [start, middle, end],
      [start, middle + 1, end + 1],
    ]
    const link = middle - start
    const d = diagonal.subarray(start, end)
    // The row between in terms of the vectors on the right; of the two that have no value, one takes what the other has.
    const [x, y] = [diagonal[middle]!, beside[middle]!]
    const z = d.map((_, i) => (i < link ? x * v.at(start + i, middle) : y * v.at(start + i, middle + 1)))
    const [own, other] = [x * v.at(middle, middle), y * v.at(end, middle + 1)]
    const length = hypotenuse(own, other)
    z[link] = Math.max(length, TOLERANCE)
    if (length > 0) v.turn(middle, end, own / length, other / length, right)
    u.put(middle, identityOf(1), 1)
    d[link] = length
    const halves = Array.from(d, (_, i): Half => (i < link ? 'first' : i === link ? 'both' : 'second'))
    const turn = (i: number, j: number, c: number, s: number): void => {
      u.turn(start + i, start + j, c, s, left)
      v.turn(start + i, start + j, c, s, right)
    }
    const others = orderOf(d).filter((i) => i !== link)
    const { kept, aside } = deflated({ numbers: d, z, halves, turn }, others, 1, TOLERANCE)
    // A row of nothing else has a value, 0 it may be.
    if (kept.length === 0) aside.push(link)
    else kept.unshift(link)
    const poles = Float64Array.from(kept, (i, k) => (k === 0 ? 0 : Math.max(d[i]!, TOLERANCE / 2)))
    const roots = new Float64Array(kept.length)
    const part = Float64Array.from(kept, (i) => z[i]!)
    const exact = solved(new Poles(poles, true), part, 1, roots, differences)
    v.join(start, right, { kept, aside }, halves, (i, to) => {
      for (let j = 0, at = i * to.length; j < to.length; j++) to[j] = exact[j]! / differences[at++]!
    })
    u.join(start, left, { kept, aside }, halves, (i, to) => {
      for (let j = 0, at = i * to.length; j < to.length; j++) to[j] = (poles[j]! * exact[j]!) / differences[at++]!
      to[0] = -1
    })
    d.set([...roots, ...aside.map((i) => d[i]!)])
  }

  const scale = toOne(Math.max(largestOf(diagonal), largestOf(beside)))
  rescaled(diagonal, scale)
  rescaled(beside, scale)
  solve(0, n)
  rescaled(diagonal, 1 / scale)
  return { u: u.rows, v: v.rows }
}

/** Of few rows, by iteration; the last column, that none of them begins in, is rotated into the others first. */
function iterated(s: Float64Array, e: Float64Array, u: Turned, v: FewRows): void {
  const n = s.length
  let f = e[n - 1]!
  e[n - 1] = 0
  for (let j = n - 1; j >= 0 && f !== 0; j--) {
    const length = hypotenuse(s[j]!, f)
    const [c, sine] = [s[j]! / length, f / length]
    s[j] = length
    v.turn(j, n, c, sine)
    if (j === 0) break
    f = -sine * e[j - 1]!
    e[j - 1] = c * e[j - 1]!
  }
  diagonalised(s, e, u, v)
  for (let i = 0; i < n; i++) if (s[i]! < 0) v.negate(i)
  for (let i = 0; i < n; i++) s[i] = Math.abs(s[i]!)
}
