import { subtractRow } from './blocks.js'
import { withMatrices } from './matrix.js'
import { inverseOf } from './triangular.js'

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

/** Columns that are factored at a time. */
const PANEL = 32

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
  return withMatrices(({ make, zeros, store, pivot }) => {
    const exchanges = new Exchanges(n)
    let singular = false
    const factors = make(n, n)
    const inverse = make(PANEL, PANEL)
    let [from, to] = [make(n, n), make(n, n)]
    from.data.set(a)
    for (let start = 0; start < n; start += PANEL) {
      const end = Math.min(start + PANEL, n)
      const size = end - start
      // An even number of columns: beside an odd one there are zeros.
      const panel = (size & 1 ? zeros : make)(n - start, size + (size & 1))
      for (let i = start; i < n; i++) panel.data.set(from.data.subarray(i * n + start, i * n + end), (i - start) * panel.columns)
      const found = pivot(panel)
      for (let j = 0; j < size; j++) {
        if (panel.data[j * (panel.columns + 1)] === 0) singular = true
        if (found[j] === j) continue
        exchange(factors.data, n, start + j, start + found[j]!, 0, start)
        exchange(from.data, n, start + j, start + found[j]!, end, n)
        exchanges.note(start + j, start + found[j]!)
      }
      for (let i = start; i < n; i++)
        factors.data.set(panel.data.subarray((i - start) * panel.columns, (i - start) * panel.columns + size), i * n + start)
      if (end === n) break
      inverseOf(panel.data, 0, [panel.columns, 1], size, true, inverse)
      store(factors.part(start, end), [size, size, n - end], inverse.part(0, 0), from.part(start, end))
      store(to.part(end, end), [n - end, size, n - end], panel.part(size, 0), factors.part(start, end), from.part(end, end))
      ;[from, to] = [to, from]
    }
    a.set(factors.data)
    return { lu: a, n, order: exchanges.order, sign: exchanges.sign, singular }
  })
}
