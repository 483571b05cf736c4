import { BLOCK, subtractProduct, subtractRow } from './blocks.js'

/** `a` (n by n) overwritten by its factors: L below the diagonal (whose own are ones), U from it on. Rows are exchanged as `order` tells. */
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

/** LU factors with the largest pivot of each column, a block of columns at a time. */
export function factorize(lu: Float64Array, n: number): Factors {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  let sign: 1 | -1 = 1
  let singular = false
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n)
    for (let k = start; k < end; k++) {
      let pivot = k
      for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[pivot * n + k]!)) pivot = i
      if (pivot !== k) {
        exchange(lu, n, k, pivot)
        const kept = order[k]!
        order[k] = order[pivot]!
        order[pivot] = kept
        sign = sign === 1 ? -1 : 1
      }
      const top = lu[k * n + k]!
      if (top === 0) {
        singular = true
        continue
      }
      for (let i = k + 1; i < n; i++) {
        const x = lu[i * n + k]! / top
        lu[i * n + k] = x
        subtractRow(lu, i * n + k + 1, x, lu, k * n + k + 1, end - k - 1)
      }
    }
    const rest = n - end
    if (rest === 0) break
    // The block's rows of U, then all that is below them.
    for (let k = start; k < end; k++)
      for (let i = k + 1; i < end; i++) subtractRow(lu, i * n + end, lu[i * n + k]!, lu, k * n + end, rest)
    subtractProduct(lu, end * n + end, n, lu, end * n + start, n, lu, start * n + end, n, [rest, end - start, rest])
  }
  return { lu, n, order, sign, singular }
}

function exchange(a: Float64Array, n: number, i: number, j: number): void {
  const row = a.slice(i * n, (i + 1) * n)
  a.copyWithin(i * n, j * n, (j + 1) * n)
  a.set(row, j * n)
}

/** Writes X with A·X = B (n by `columns`) to `to`, a block of unknowns at a time. */
export function solveWith({ lu, n, order }: Factors, b: Float64Array, columns: number, to: Float64Array): void {
  for (let i = 0; i < n; i++) to.set(b.subarray(order[i]! * columns, (order[i]! + 1) * columns), i * columns)
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n)
    for (let k = start; k < end; k++)
      for (let i = k + 1; i < end; i++) subtractRow(to, i * columns, lu[i * n + k]!, to, k * columns, columns)
    subtractProduct(to, end * columns, columns, lu, end * n + start, n, to, start * columns, columns, [
      n - end,
      end - start,
      columns,
    ])
  }
  for (let end = n; end > 0; end -= BLOCK) {
    const start = Math.max(0, end - BLOCK)
    for (let k = end - 1; k >= start; k--) {
      const top = lu[k * n + k]!
      for (let j = 0; j < columns; j++) to[k * columns + j]! /= top
      for (let i = start; i < k; i++) subtractRow(to, i * columns, lu[i * n + k]!, to, k * columns, columns)
    }
    subtractProduct(to, 0, columns, lu, start, n, to, start * columns, columns, [start, end - start, columns])
  }
}
