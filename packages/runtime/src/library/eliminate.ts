import { eliminateScratch, LITTLE_COLUMNS, LITTLE_ROWS } from '@weldarray/codegen'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { elimination } from './costs.js'
import { available, isWhole, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

/*
 * Stacks of little matrices of doubles, in C order: Gauss' elimination with the largest pivot of each column. `codegen/library/eliminate` says what is
 * taken from what; here it is done again in JavaScript, in the same order.
 */

const SOLVE = kernelFor('eliminate')('float64')
const PIVOTS = kernelFor('eliminate', 'pivots')('float64')

/** Whether matrices of so many rows, and right sides of so many columns, are little ones. */
export const areLittle = (n: number, columns: number): boolean => n > 0 && n <= LITTLE_ROWS && columns <= LITTLE_COLUMNS

/** What `count` systems of `n` equations give for as many right sides of so many columns (null: the identity); null where one is singular. */
export function solveLittle(
  task: Task,
  count: number,
  n: number,
  matrices: Memory,
  right: Memory | null,
  columns: number,
): Memory | null {
  const work = count * n * n * (n + columns)
  if (!kernelsWanted(work, elimination.least) || !available(SOLVE)) return solvedInJs(count, n, matrices, right, columns)
  const [from, by] = [task.address(matrices), right === null ? 0 : task.address(right)]
  const flags = task.scratch('uint8', count)
  const result = task.result('float64', count * n * columns)
  task.launch({
    kernel: SOLVE,
    args: [from, by, result.address, n, columns, flags.address],
    ...divided(count, work),
    scratch: eliminateScratch(n, columns),
  })
  return (flags.data as Uint8Array).includes(1) ? null : task.keep(result)
}

/** For each matrix the sign of the exchanges of its rows, and its pivots. */
export function pivotsOf(task: Task, count: number, n: number, matrices: Memory): Memory {
  const work = count * n * n * n
  if (!kernelsWanted(work, elimination.least) || !available(PIVOTS)) return pivotsInJs(count, n, matrices)
  const from = task.address(matrices)
  const flags = task.scratch('uint8', count)
  const result = task.result('float64', count * (n + 1))
  task.launch({
    kernel: PIVOTS,
    args: [from, 0, result.address, n, 0, flags.address],
    ...divided(count, work),
    scratch: eliminateScratch(n, 0),
  })
  return task.keep(result)
}

const divided = (count: number, work: number) => ({
  rows: count,
  rowStep: pieceOf(Math.max(1, Math.floor((elimination.piece * count) / work))),
  isShort: work <= elimination.short && isWhole(),
})

function solvedInJs(count: number, n: number, matrices: Memory, right: Memory | null, columns: number): Memory | null {
  const result = allocateMemory('float64', count * n * columns)
  const pitch = n + columns
  for (let m = 0; m < count; m++) {
    const cells = beside(n, columns, matrices.data as Float64Array, m, (i, j) =>
      right === null ? Number(i === j) : (right.data as Float64Array)[(m * n + i) * columns + j]!,
    )
    if (eliminated(cells, n, pitch).isSingular) return null
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) subtractRow(cells, i * pitch + n, cells[i * pitch + j]!, j * pitch + n, columns)
      for (let j = 0; j < columns; j++)
        result.data[(m * n + i) * columns + j] = cells[i * pitch + n + j]! /= cells[i * pitch + i]!
    }
  }
  return result
}

function pivotsInJs(count: number, n: number, matrices: Memory): Memory {
  const result = allocateMemory('float64', count * (n + 1))
  for (let m = 0; m < count; m++) {
    const cells = beside(n, 0, matrices.data as Float64Array, m, () => 0)
    result.data[m * (n + 1)] = eliminated(cells, n, n).sign
    for (let i = 0; i < n; i++) result.data[m * (n + 1) + 1 + i] = cells[i * n + i]!
  }
  return result
}

/** A matrix of a stack and its right sides side by side. */
function beside(
  n: number,
  columns: number,
  stack: Float64Array,
  index: number,
  right: (i: number, j: number) => number,
): Float64Array {
  const cells = new Float64Array(n * (n + columns))
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < n; j++) cells[at++] = stack[(index * n + i) * n + j]!
    for (let j = 0; j < columns; j++) cells[at++] = right(i, j)
  }
  return cells
}

function subtractRow(cells: Float64Array, to: number, x: number, by: number, length: number): void {
  if (x !== 0) for (let j = 0; j < length; j++) cells[to + j] = cells[to + j]! - x * cells[by + j]!
}

/** In place; what is left of the diagonal is no longer read. */
function eliminated(cells: Float64Array, n: number, pitch: number): { isSingular: boolean; sign: number } {
  const found = { isSingular: false, sign: 1 }
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(cells[i * pitch + k]!) > Math.abs(cells[pivot * pitch + k]!)) pivot = i
    if (pivot !== k) {
      found.sign = -found.sign
      const kept = cells.slice(k * pitch, (k + 1) * pitch)
      cells.copyWithin(k * pitch, pivot * pitch, (pivot + 1) * pitch)
      cells.set(kept, pivot * pitch)
    }
    const top = cells[k * pitch + k]!
    if (top === 0) found.isSingular = true
    else
      for (let i = k + 1; i < n; i++)
        subtractRow(cells, i * pitch + k + 1, cells[i * pitch + k]! / top, k * pitch + k + 1, pitch - k - 1)
  }
  return found
}
