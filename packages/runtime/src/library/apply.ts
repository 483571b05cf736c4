import { APPLY_SCRATCH, APPLY_TILE } from '@weldarray/codegen'
import type { DType } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { contraction } from './costs.js'
import { available, bytesOf, isWhole, kernelFor, pieceOf, type Task } from './run.js'

/*
 * A matrix times a vector, both in the heap.
 */

const ROWS = kernelFor('apply', 'rows')
const COLUMNS = kernelFor('apply', 'columns')

export const canApply = (dtype: DType): boolean => available(ROWS(dtype)) && available(COLUMNS(dtype))

/** Writes the product to an address. Strides are bytes; neighbours in both vectors are neighbours in memory. */
export function applyTo(
  task: Task,
  dtype: DType,
  [rows, inner]: readonly [number, number],
  matrix: { readonly address: number; readonly rowStride: number; readonly innerStride: number },
  vector: number,
  to: number,
): void {
  const isTurned = matrix.rowStride === bytesOf(dtype)
  const rowStep = Math.max(16, Math.floor(contraction.piece / inner), isTurned ? widthOf(rows) : 0)
  task.launch({
    kernel: (isTurned ? COLUMNS : ROWS)(dtype),
    args: [matrix.address, vector, to, inner, matrix.rowStride, matrix.innerStride],
    rows,
    rowStep: Math.min(APPLY_TILE, pieceOf(rowStep, 16)),
    scratch: APPLY_SCRATCH,
    isShort: rows * inner <= contraction.short && isWhole(),
  })
}

/**
 * Of a matrix whose rows are neighbours in memory, a piece is as wide as leaves each thread one: what is narrow steps from page to page with every
 * few elements.
 */
const widthOf = (rows: number): number => 16 * Math.ceil(rows / settings.threads / 16)
