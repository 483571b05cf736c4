import { ABREAST, columnsAtOnce, lanesOf } from '@weldarray/codegen'
import { BLOCK, dtypeInfo, isFloat, partLength, SCAN_BLOCK } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'
import { settings } from '../config/config.js'
import { forcedPiece } from '../execute/tier.js'
import { type Extents, gridOf } from '../team/job.js'
import {
  BYTE_NS,
  CHUNK_NS,
  LEAP,
  LEAST_CHUNK,
  LEAST_CHUNK_NS,
  LOOP_NS,
  READING_NS,
  REDUCED_TILE,
  SCANNED_TILE,
  SHORT_NS,
  STILL_NS,
  TRANSPOSED_TILE,
} from './costs.js'
import { codeCost } from './weights.js'

/** The sizes of a loop's iteration space, as the kernel sees it. */
export interface Space {
  /** Lengths of the rows axes, the runs axes, the innermost axis. */
  readonly lengths: readonly number[]
  readonly rows: number
  readonly runLength: number
  /** Blocks that a reduced run is cut into; 1 for a map. */
  readonly blocks: number
  readonly rowLength: number
  /** Elements along the innermost axis that a chunk has to have, if it may have no others; 0 if it may. */
  readonly part: number
  /** Strides of each access along the innermost axis, in elements; 0 where nothing is in memory. */
  readonly innermost: readonly number[]
}

/** Elements of a block of the axis that is reduced, or scanned. */
const blockLength = ({ scans }: Kernel): number => (scans.length > 0 ? SCAN_BLOCK : BLOCK)

/** `Space.blocks` of a kernel. */
export function blocksOf(kernel: Kernel, runLength: number): number {
  if (kernel.kind === 'map') return 1
  if (kernel.kind === 'outer' && kernel.scans.length > 0) return Math.min(1, runLength)
  return Math.ceil(runLength / blockLength(kernel))
}

/** `Space.part` of a kernel: sums by index are made in so many parts as its accesses say. */
export function partOf(
  { scatters }: Kernel,
  rowLength: number,
  accesses: readonly { readonly gather?: { readonly parts?: number } | null }[],
): number {
  const first = scatters[0]
  return first === undefined ? 0 : partLength(rowLength, accesses[first.slot]!.gather!.parts!)
}

/** How a loop is run, apart from what it computes. */
export interface Schedule {
  /** Elements of a vector step along the innermost axis. */
  readonly lanes: number
  /** How the iteration space is cut into chunks; null: the calling thread does all of it in one call. */
  readonly grid: Extents | null
  readonly chunks: number
  /** Threads that may take part. */
  readonly threads: number
}

/** The schedule of a kernel over an iteration space. */
export function scheduleOf(kernel: Kernel, space: Space): Schedule {
  const cost = elementCost(kernel)
  const lanes = lanesOf(kernel)
  if (isShort(kernel, cost, space)) return { lanes, grid: null, chunks: 1, threads: 1 }
  const grid = gridFor(kernel, cost, space)
  const chunks = gridOf({ ...grid, params: 0 }).cells
  return { lanes, grid, chunks, threads: Math.min(chunks, settings.threads) }
}

/** Whether the calling thread does all of it sooner than others could be told. */
export const isShort = (kernel: Kernel, cost: number, space: Space): boolean =>
  forcedPiece() === null &&
  (space.part === 0 || space.part >= space.rowLength) &&
  elementsOf(kernel, space) * cost <= SHORT_NS &&
  (kernel.kind !== 'outer' || space.rowLength <= columnsAtOnce(kernel))

/** Estimated nanoseconds an element of the iteration space takes. */
export function elementCost(kernel: Kernel): number {
  let ns = LOOP_NS + codeCost(kernel)
  for (const access of kernel.accesses) ns += access.inner === 'zero' ? STILL_NS : BYTE_NS * dtypeInfo[access.dtype].bytes
  return ns
}

/** Elements of the iteration space. */
const elementsOf = (kernel: Kernel, { rows, runLength, rowLength }: Space): number =>
  rows * Math.max(1, runLength) * (kernel.kind === 'inner' ? 1 : rowLength)

/** Nanoseconds of work in a chunk, of so many in all: so that every thread gets some. */
const chunkTime = (total: number): number =>
  settings.threads === 1 ? CHUNK_NS : Math.min(CHUNK_NS, Math.max(LEAST_CHUNK_NS, total / (2 * settings.threads)))

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to

/** Blocks in a chunk of so many elements; of those that are scanned, as many as go side by side. */
function blockStep(kernel: Kernel, elements: number): number {
  const least = kernel.scans.length > 0 ? ABREAST : 1
  return roundUp(Math.max(1, Math.floor(elements / blockLength(kernel))), least)
}

/** Whether memory takes longer than what is done with its elements. Extremes of floats heed NaN and the signs of zeros, which takes some operations. */
const isReading = (kernel: Kernel): boolean =>
  codeCost(kernel) <= READING_NS && !kernel.reduces.some(({ op, dtype }) => op !== 'sum' && isFloat(dtype))

/**
 * Columns in a chunk of so many elements, where rows are joined or scanned. Nothing cuts a line that is scanned: there are as many chunks as tiles of
 * columns. What is little more than read is read in rows as long as can be, other work is for all threads; tiles are alike.
 */
function columnStep(kernel: Kernel, elements: number, { rowLength, runLength }: Space): number {
  const isScan = kernel.scans.length > 0
  const most = columnsAtOnce(kernel)
  const least = isScan ? SCANNED_TILE : isReading(kernel) ? most : REDUCED_TILE
  const tile = Math.min(most, Math.max(least, roundUp(elements / (isScan ? runLength : Math.min(runLength, BLOCK)), 16)))
  return Math.min(rowLength, isScan ? tile : roundUp(rowLength / Math.ceil(rowLength / tile), 16))
}

/**
 * How an iteration space is cut: chunks of about equal work. A chunk is never a whole large array, so that the engine can
 * switch to the better code it compiles meanwhile.
 */
export function gridFor(kernel: Kernel, cost: number, space: Space): Extents {
  const { rows, blocks, rowLength, part } = space
  if (part > 0) return { rows, blocks: 1, cols: rowLength, rowStep: 1, blockStep: 1, colStep: part }
  const elements = forcedPiece() ?? Math.max(LEAST_CHUNK, Math.round(chunkTime(cost * elementsOf(kernel, space)) / cost))
  const wide = rowLength > elements
  const fewRows = Math.max(1, Math.floor(elements / rowLength))
  if (kernel.kind === 'map') {
    if (rows > 1 && rowLength > TRANSPOSED_TILE && space.innermost.some((s) => Math.abs(s) >= LEAP))
      return {
        rows,
        blocks: 1,
        cols: rowLength,
        rowStep: Math.max(8, Math.ceil(elements / TRANSPOSED_TILE)),
        blockStep: 1,
        colStep: TRANSPOSED_TILE,
      }
    return {
      rows,
      blocks: 1,
      cols: rowLength,
      rowStep: wide ? 1 : fewRows,
      blockStep: 1,
      colStep: wide ? roundUp(elements, 16) : rowLength,
    }
  }
  if (kernel.kind === 'inner')
    return {
      rows,
      blocks,
      cols: 1,
      rowStep: wide ? 1 : fewRows,
      blockStep: wide ? blockStep(kernel, elements) : blocks,
      colStep: 1,
    }
  const colStep = columnStep(kernel, elements, space)
  const perBlock = colStep * Math.min(space.runLength, BLOCK)
  return {
    rows,
    blocks,
    cols: rowLength,
    rowStep: blocks > 1 ? 1 : Math.max(1, Math.floor(elements / (colStep * space.runLength))),
    blockStep: Math.max(1, Math.floor(elements / perBlock)),
    colStep,
  }
}
