import type { Memory } from '../graph/memory.js'
import { factors } from './costs.js'
import { available, kernelFor, kernelsWanted, type Task } from './run.js'

const PIVOT = kernelFor('pivot')('float64')

/**
 * The factors L and U of a panel of columns (an even number, its rows one after the other) in place of it, with the largest pivot of each column; `found` tells the rows
 * that pivots were found in. Memory of the task.
 */
export function factorPanel(task: Task, panel: Memory, rows: number, columns: number, found: Memory): void {
  const isHere = panel.block !== null && found.block !== null
  if (isHere && kernelsWanted(rows * columns, factors.leastVector) && available(PIVOT))
    task.launch({ kernel: PIVOT, args: [panel.address, rows, columns, found.address], rows: 1, rowStep: 1 })
  else factorInJs(panel.data as Float64Array, rows, columns, found.data as Int32Array)
}

function factorInJs(p: Float64Array, rows: number, columns: number, found: Int32Array): void {
  for (let j = 0; j < Math.min(rows, columns); j++) {
    const top = j * columns
    let pivot = j
    for (let i = j + 1; i < rows; i++) if (Math.abs(p[i * columns + j]!) > Math.abs(p[pivot * columns + j]!)) pivot = i
    found[j] = pivot
    if (pivot !== j)
      for (let k = 0; k < columns; k++) {
        const kept = p[top + k]!
        p[top + k] = p[pivot * columns + k]!
        p[pivot * columns + k] = kept
      }
    if (p[top + j] === 0) continue
    for (let i = j + 1; i < rows; i++) {
      const at = i * columns
      const x = p[at + j]! / p[top + j]!
      p[at + j] = x
      for (let k = j + 1; k < columns; k++) p[at + k] = p[at + k]! - x * p[top + k]!
    }
  }
}
