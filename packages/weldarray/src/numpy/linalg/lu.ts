import { subtractFour, subtractRow } from './blocks.js'
import { columnsOf, withMatrices } from './matrix.js'
import { lowerRows } from './triangular.js'

/** The factors of `a` (n by n): L below the diagonal (whose own are ones), U from it on. Rows are exchanged as `order` tells. */
export interface Factors {
  readonly lu: Float64Array
  readonly n: number
  /** Row `i` of L·U is row `order[i]` of the matrix. */
  readonly order: Int32Array
  /** -1 where the rows were exchanged an odd number of times. */
  readonly sign: 1 | -1
  /** Whether a pivot was 0. */
  readonly singular: boolean
}

/** Columns that are factored at a time, in JavaScript; what is right of and below them is the kernels'. With 12 and 16 it takes as long, with 48 500 rows took a tenth more. */
const PANEL = 24

/** LU factors with the largest pivot of each column, a panel of columns at a time. */
export function factorize(a: Float64Array, n: number): Factors {
  return n <= PANEL ? small(a, n) : byPanels(a, n)
}

class Exchanges {
  readonly order: Int32Array
  sign: 1 | -1 = 1

  constructor(n: number) {
    this.order = new Int32Array(n)
    for (let i = 0; i < n; i++) this.order[i] = i
  }

  note(i: number, j: number): void {
    const kept = this.order[i]!
    this.order[i] = this.order[j]!
    this.order[j] = kept
    this.sign = this.sign === 1 ? -1 : 1
  }
}

/** Exchanges a stretch of two rows. */
function exchange(a: Float64Array, n: number, i: number, j: number, from: number, to: number): void {
  for (let k = from, x = i * n + from, y = j * n + from; k < to; k++, x++, y++) {
    const kept = a[x]!
    a[x] = a[y]!
    a[y] = kept
  }
}

/** In place, row by row. */
function small(lu: Float64Array, n: number): Factors {
  const exchanges = new Exchanges(n)
  let singular = false
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[pivot * n + k]!)) pivot = i
    if (pivot !== k) {
      exchange(lu, n, k, pivot, 0, n)
      exchanges.note(k, pivot)
    }
    const top = lu[k * n + k]!
    if (top === 0) {
      singular = true
      continue
    }
    for (let i = k + 1; i < n; i++) {
      const x = lu[i * n + k]! / top
      lu[i * n + k] = x
      subtractRow(lu, i * n + k + 1, x, lu, k * n + k + 1, n - k - 1)
    }
  }
  return { lu, n, order: exchanges.order, sign: exchanges.sign, singular }
}

/**
 * A panel of columns, then the rows of U beside it, then all that is below these: from one matrix into another, and the next time back,
 * since kernels write to nothing they read.
 */
function byPanels(a: Float64Array, n: number): Factors {
  return withMatrices(({ make, store }) => {
    const exchanges = new Exchanges(n)
    let singular = false
    const factors = make(n, n)
    let [from, to] = [make(n, n), make(n, n)]
    from.data.set(a)
    for (let start = 0; start < n; start += PANEL) {
      const end = Math.min(start + PANEL, n)
      const panel = columnsOf(from, start, end)
      if (
        factorColumns(panel, n - start, end - start, (i, j) => {
          exchange(factors.data, n, start + i, start + j, 0, start)
          exchange(from.data, n, start + i, start + j, end, n)
          exchanges.note(start + i, start + j)
        })
      )
        singular = true
      for (let c = 0; c < end - start; c++)
        for (let r = 0; r < n - start; r++) factors.data[(start + r) * n + start + c] = panel[c * (n - start) + r]!
      if (end === n) break
      for (let i = start; i < end; i++) factors.data.set(from.data.subarray(i * n + end, (i + 1) * n), i * n + end)
      lowerRows(factors.data, n, start, end, factors.data, n, end, n, true)
      store(
        to.part(end, end),
        [n - end, end - start, n - end],
        factors.part(end, start),
        factors.part(start, end),
        from.part(end, end),
      )
      ;[from, to] = [to, from]
    }
    a.set(factors.data)
    return { lu: a, n, order: exchanges.order, sign: exchanges.sign, singular }
  })
}

/** Factors columns of length `rows` that lie one after the other, four products at a time; `exchanged` is told of every exchange. */
function factorColumns(p: Float64Array, rows: number, columns: number, exchanged: (i: number, j: number) => void): boolean {
  let singular = false
  for (let j = 0; j < columns; j++) {
    const own = j * rows
    let k = 0
    for (; k + 4 <= j; k += 4) {
      // What the four columns do to each other's rows first.
      for (let q = 0; q < 4; q++) {
        const x = p[own + k + q]!
        for (let r = q + 1; r < 4; r++) p[own + k + r] = p[own + k + r]! - x * p[(k + q) * rows + k + r]!
      }
      const [x0, x1, x2, x3] = [p[own + k]!, p[own + k + 1]!, p[own + k + 2]!, p[own + k + 3]!]
      const at = k * rows + k + 4
      subtractFour(p, own + k + 4, p, at, at + rows, at + 2 * rows, at + 3 * rows, x0, x1, x2, x3, rows - k - 4)
    }
    for (; k < j; k++) subtractRow(p, own + k + 1, p[own + k]!, p, k * rows + k + 1, rows - k - 1)
    let pivot = j
    let most = Math.abs(p[own + j]!)
    for (let i = j + 1; i < rows; i++) {
      const size = Math.abs(p[own + i]!)
      if (size > most) {
        most = size
        pivot = i
      }
    }
    if (pivot !== j) {
      for (let c = 0; c < columns; c++) {
        const kept = p[c * rows + j]!
        p[c * rows + j] = p[c * rows + pivot]!
        p[c * rows + pivot] = kept
      }
      exchanged(j, pivot)
    }
    const top = p[own + j]!
    if (top === 0) singular = true
    else for (let i = j + 1; i < rows; i++) p[own + i] = p[own + i]! / top
  }
  return singular
}
