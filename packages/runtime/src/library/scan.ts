import { runTotals, SCAN_BLOCK, type ScanName, type Slices, scanInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, bytesOf, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

const LEAST = 256
const PIECE = 1 << 15
/** Columns of a piece, where lines lie side by side: some cache lines of each row. */
const COLUMNS_BYTES = 2048

const kernels = {
  sum: kernelFor('scan', 'sum'),
  prod: kernelFor('scan', 'prod'),
  max: kernelFor('scan', 'max'),
  min: kernelFor('scan', 'min'),
}

/** Running totals along the middle axis. */
export function scan(task: Task, name: ScanName, from: Memory, slices: Slices): Memory {
  const { dtype } = from
  const { outer, length, inner } = slices
  const size = outer * length * inner
  const kernel = kernels[name](dtype)
  if (size === 0 || !kernelsWanted(size, LEAST) || !available(kernel)) return scanInJs(name, from, slices)
  const source = task.address(from)
  const result = task.result(dtype, size)
  const to = result.address
  if (inner > 1) {
    const cols = Math.max(1, Math.floor(COLUMNS_BYTES / bytesOf(dtype)))
    task.launch({
      kernel,
      args: [source, to, 0, length, inner, 2],
      rows: outer,
      rowStep: 1,
      cols: inner,
      colStep: Math.min(inner, pieceOf(cols, 16)),
    })
    return task.keep(result)
  }
  const blocks = Math.ceil(length / SCAN_BLOCK)
  const partials = task.scratch(dtype, outer * blocks)
  const run = (phase: number, count: number): void =>
    task.launch({
      kernel,
      args: [source, to, partials.address, length, 1, phase],
      rows: outer,
      rowStep: blocks > 1 ? 1 : pieceOf(Math.max(1, Math.floor(PIECE / length))),
      blocks: count,
    })
  if (blocks > 1) {
    run(0, blocks - 1)
    runTotals(name, dtype, partials.data, outer, blocks)
  }
  run(1, blocks)
  return task.keep(result)
}

/** The same in JavaScript. */
export function scanInJs(name: ScanName, from: Memory, slices: Slices): Memory {
  const result = allocateMemory(from.dtype, slices.outer * slices.length * slices.inner)
  scanInto(name, from.dtype, from.data, slices, result.data)
  return result
}
