import type { WasmModule } from '../heap/webassembly.js'
import type { UnitTime } from './timing.js'

/** How an iteration space is cut into the chunks that threads take: its extents, and how much of each a chunk covers. */
export interface Extents {
  readonly rows: number
  /** 0 where nothing is reduced. */
  readonly blocks: number
  readonly cols: number
  readonly rowStep: number
  readonly blockStep: number
  readonly colStep: number
}

/** The part of a job that goes to other threads as numbers. */
export interface Space extends Extents {
  /** Heap address of the parameter block. */
  readonly params: number
}

/** One kernel over one iteration space, cut into chunks that can be computed in any order, by any thread, and more than once. */
export interface Job extends Space {
  readonly module: WasmModule
  /** A number that stands for the module, unique in this thread: `moduleKey(module)`. */
  readonly kernelKey: number
  /** Scratch memory each thread needs. */
  readonly scratchBytes: number
  /** It writes to memory that others hold, which cannot be exchanged for other memory. */
  readonly lasting?: boolean
  /** Where it is noted when each thread worked on which unit, if somebody wants to know. */
  readonly times?: UnitTime[] | null
  /**
   * A thread was lost that may go by the job's parameters, and write what the kernel writes, until `safe` resolves: that
   * memory is to be used for nothing else before.
   */
  lost(safe: Promise<unknown>): void
}

/** What every kernel exports. */
export type Run = (
  params: number,
  scratch: number,
  row0: number,
  row1: number,
  block0: number,
  block1: number,
  col0: number,
  col1: number,
) => void

/** A unit is what a thread claims at a time: one chunk, or several where there are very many. */
export const MOST_UNITS = 4096

/** The chunks of a job. */
export interface Grid extends Space {
  readonly blockCells: number
  readonly colCells: number
  /** All chunks. */
  readonly cells: number
  readonly cellsPerUnit: number
  readonly units: number
}

export function gridOf(space: Space): Grid {
  const { params, rows, blocks, cols, rowStep, blockStep, colStep } = space
  const blockCells = blocks === 0 ? 1 : Math.ceil(blocks / blockStep)
  const colCells = Math.ceil(cols / colStep)
  const cells = Math.ceil(rows / rowStep) * blockCells * colCells
  const cellsPerUnit = Math.max(1, Math.ceil(cells / MOST_UNITS))
  const units = Math.ceil(cells / cellsPerUnit)
  return { params, rows, blocks, cols, rowStep, blockStep, colStep, blockCells, colCells, cells, cellsPerUnit, units }
}

/** Runs the chunks of one unit, and says whether it came to its end: between two chunks it asks whether to stop. */
export function runUnit(run: Run, grid: Grid, scratch: number, unit: number, stopped?: () => boolean): boolean {
  const { params, rows, blocks, cols, rowStep, blockStep, colStep, blockCells, colCells } = grid
  const start = unit * grid.cellsPerUnit
  const end = Math.min(grid.cells, start + grid.cellsPerUnit)
  for (let cell = start; cell < end; cell++) {
    if (cell > start && stopped?.()) return false
    const col = (cell % colCells) * colStep
    const outer = Math.floor(cell / colCells)
    const block = (outer % blockCells) * blockStep
    const row = Math.floor(outer / blockCells) * rowStep
    run(
      params,
      scratch,
      row,
      Math.min(rows, row + rowStep),
      block,
      Math.min(blocks, block + blockStep),
      col,
      Math.min(cols, col + colStep),
    )
  }
  return true
}
