import { SCAN_BLOCK, SCAN_LANES, type ScanName } from '@weldarray/codegen'
import { allocate, type DType, dtypeInfo, type Scalar } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import type { Slices } from './gather.js'
import { available, bytesOf, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

export type { ScanName }

const LEAST = 256
const PIECE = 1 << 15
/** Columns of a piece, where lines lie side by side: some cache lines of each row. */
const COLUMNS_BYTES = 2048

type Cells = Scalar[]

const kernels = {
  sum: kernelFor('scan', 'sum'),
  prod: kernelFor('scan', 'prod'),
  max: kernelFor('scan', 'max'),
  min: kernelFor('scan', 'min'),
}

/** What joins two elements, in JavaScript; the result is rounded or wrapped when it is stored. */
export function joinOf(name: ScanName, dtype: DType): (a: never, b: never) => Scalar {
  const { lane, kind } = dtypeInfo[dtype]
  if (name === 'sum') return (a: number, b: number) => a + b
  if (name === 'prod') return lane === 'i32' ? Math.imul : (a: number, b: number) => a * b
  if (kind === 'float') return name === 'max' ? Math.max : Math.min
  return name === 'max' ? (a: number, b: number) => (a < b ? b : a) : (a: number, b: number) => (b < a ? b : a)
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
    runTotals(name, dtype, partials.data as unknown as Cells, outer, blocks)
  }
  run(1, blocks)
  return task.keep(result)
}

/** Makes each block's total that of the blocks before it. */
function runTotals(name: ScanName, dtype: DType, cells: Cells, outer: number, blocks: number): void {
  const both = joinOf(name, dtype) as (a: Scalar, b: Scalar) => Scalar
  const running = allocate(dtype, 1) as unknown as Cells
  for (let line = 0; line < outer; line++) {
    const start = line * blocks
    running[0] = cells[start]!
    for (let b = 1; b < blocks; b++) {
      const own = cells[start + b]!
      cells[start + b] = running[0]!
      if (b < blocks - 1) running[0] = both(running[0]!, own)
    }
  }
}

/** The same in JavaScript, in the same order. */
export function scanInJs(name: ScanName, from: Memory, { outer, length, inner }: Slices): Memory {
  const { dtype } = from
  const result = allocateMemory(dtype, outer * length * inner)
  if (length === 0) return result
  const [cells, to] = [from.data as unknown as Cells, result.data as unknown as Cells]
  const both = joinOf(name, dtype) as (a: Scalar, b: Scalar) => Scalar
  const blocks = inner > 1 ? 1 : Math.ceil(length / SCAN_BLOCK)
  const totals = allocate(dtype, blocks) as unknown as Cells
  const sums = allocate(dtype, SCAN_LANES) as unknown as Cells
  const total = allocate(dtype, 1) as unknown as Cells
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      const start = o * length * inner + k
      for (let b = 0; b < blocks - 1; b++) {
        const at = start + b * SCAN_BLOCK
        for (let i = 0; i < SCAN_LANES; i++) sums[i] = cells[at + i]!
        for (let i = SCAN_LANES; i < SCAN_BLOCK; i++) sums[i % SCAN_LANES] = both(sums[i % SCAN_LANES]!, cells[at + i]!)
        for (let n = SCAN_LANES / 2; n >= 1; n /= 2) for (let i = 0; i < n; i++) sums[i] = both(sums[i]!, sums[i + n]!)
        totals[b] = sums[0]!
      }
      runTotals(name, dtype, totals, 1, blocks)
      const span = blocks > 1 ? SCAN_BLOCK : length
      for (let i = 0, at = start; i < length; i++, at += inner) {
        const block = i % span === 0 ? i / span : -1
        total[0] = i === 0 ? cells[at]! : block > 0 ? both(totals[block]!, cells[at]!) : both(total[0]!, cells[at]!)
        to[at] = total[0]!
      }
    }
  return result
}
