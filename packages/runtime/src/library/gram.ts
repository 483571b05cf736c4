import type { DType, Scalar, TypedArray } from '@weldarray/ir'
import { gram } from './costs.js'
import { type Matrices, multiply } from './multiply.js'
import { bytesOf, type Task } from './run.js'

/*
 * The product of a matrix and itself, turned, is symmetric to the bit: each element is a sum of the same products in the same order as the one
 * across the diagonal. What is on and below it is computed, in strips of columns, and copied.
 */

export const isGram = (left: Matrices, right: Matrices, rows: number, columns: number): boolean =>
  rows === columns &&
  rows >= gram.leastRows &&
  left.addresses.length === 1 &&
  left.addresses[0] === right.addresses[0] &&
  left.rowStride === right.columnStride &&
  left.columnStride === right.rowStride

/** Stores the product of such a pair in the elements of `to`, which are at an address. */
export function multiplyGram(
  task: Task,
  dtype: DType,
  [rows, inner]: readonly [number, number],
  left: Matrices,
  right: Matrices,
  to: { readonly address: number; readonly data: TypedArray },
): void {
  const bytes = bytesOf(dtype)
  const width = Math.max(gram.narrowest, gram.block * Math.ceil(rows / gram.strips / gram.block))
  for (let at = 0; at < rows; at += width)
    multiply(task, {
      ...{ dtype, rows: rows - at, inner, columns: Math.min(width, rows - at) },
      left: { ...left, addresses: [left.addresses[0]! + at * left.rowStride] },
      right: { ...right, addresses: [right.addresses[0]! + at * right.columnStride] },
      to: { address: to.address + at * (rows + 1) * bytes, pitch: rows * bytes, size: 0 },
    })
  mirror(to.data as unknown as Scalar[], rows)
}

/** Copies what is below the diagonal to what is above it. */
function mirror(cells: Scalar[], n: number): void {
  for (let top = 0; top < n; top += gram.block)
    for (let from = 0; from <= top; from += gram.block)
      for (let i = top; i < Math.min(n, top + gram.block); i++)
        for (let j = from; j < Math.min(i, from + gram.block); j++) cells[j * n + i] = cells[i * n + j]!
}
