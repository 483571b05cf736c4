import { OUTER_TILE } from '@weldarray/codegen'
import { BLOCK, dtypeInfo, isBig, isFloat } from '@weldarray/ir'
import { type Binding, type Kernel, paramLayout } from '@weldarray/optimizer'
import type { Block, Memory } from '../graph/memory.js'
import { heap } from '../heap/heap.js'
import type { Extents } from '../team/job.js'
import { forcedPiece } from './tier.js'

/** Bytes of a parameter block. */
export const paramBytes = (kernel: Kernel): number => 4 * paramLayout(kernel).words

/**
 * Fills a parameter block: what makes a kernel, which names no memory and no shape, work on these buffers.
 * `partials` are where the reductions' partial results go.
 */
export function writeParams(
  at: Block,
  kernel: Kernel,
  binding: Binding,
  buffers: readonly (Memory | undefined)[],
  partials: readonly Memory[],
): void {
  const layout = paramLayout(kernel)
  const words = heap.view('int32', at.address, layout.words) as Int32Array
  binding.lengths.forEach((n, i) => {
    words[layout.lengths + i] = n
  })
  words[layout.blocks] = binding.blocks
  binding.accesses.forEach((access, i) => {
    const word = layout.accesses[i]!
    const memory = access.buffer < 0 ? undefined : buffers[access.buffer]!
    const scale = memory === undefined ? 1 : dtypeInfo[memory.dtype].bytes
    words[word] = (memory === undefined ? 0 : memory.block!.address) + access.offset * scale
    access.strides.forEach((s, k) => {
      words[word + 1 + k] = s * scale
    })
  })
  partials.forEach((memory, i) => {
    words[layout.reduces + i] = memory.block!.address
  })
  const doubles = heap.view('float64', at.address, layout.words >> 1) as Float64Array
  const longs = heap.view('bigint64', at.address, layout.words >> 1) as BigInt64Array
  const singles = heap.view('float32', at.address, layout.words) as Float32Array
  binding.params.forEach(({ dtype, value }, i) => {
    const word = layout.params + 2 * i
    if (dtype === 'float64') doubles[word >> 1] = value as number
    else if (isBig(dtype)) longs[word >> 1] = value as bigint
    else if (isFloat(dtype)) singles[word] = value as number
    else words[word] = value as number
  })
}

/** Columns in a piece when an operand is walked against its memory: its cache lines are used by the next rows too. */
const TRANSPOSED_TILE = 512
/** Nanoseconds of work in a piece: long against a dispatch, short against an evaluation. */
const PIECE_NS = 200_000

/** Estimated nanoseconds an element of the iteration space takes. */
export function elementCost(kernel: Kernel): number {
  let ns = 0
  for (const access of kernel.accesses) ns += access.inner === 'zero' ? 0.02 : 0.02 * dtypeInfo[access.dtype].bytes
  for (const i of kernel.code) if ('args' in i) ns += i.op === 'div' || i.op === 'sqrt' ? 0.8 : 0.12
  return ns + 0.02
}

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to

/** Whether an access goes to another cache line with every element. */
const leaps = (binding: Binding): boolean =>
  binding.accesses.some((a) => a.buffer >= 0 && Math.abs(a.strides[a.strides.length - 1]!) >= 64)

/**
 * Pieces of about equal work. A piece is never a whole large array, so that the engine can switch to the better
 * code it compiles meanwhile.
 */
export function gridFor(kernel: Kernel, binding: Binding): Extents {
  const elements = forcedPiece() ?? Math.max(256, Math.round(PIECE_NS / elementCost(kernel)))
  const { rows, blocks, rowLength } = binding
  if (kernel.kind === 'map') {
    if (rows > 1 && rowLength > TRANSPOSED_TILE && leaps(binding))
      return {
        rows,
        blocks: 1,
        cols: rowLength,
        rowStep: Math.max(8, Math.ceil(elements / TRANSPOSED_TILE)),
        blockStep: 1,
        colStep: TRANSPOSED_TILE,
      }
    const wide = rowLength > elements
    return {
      rows,
      blocks: 1,
      cols: rowLength,
      rowStep: wide ? 1 : Math.max(1, Math.floor(elements / rowLength)),
      blockStep: 1,
      colStep: wide ? roundUp(elements, 8) : rowLength,
    }
  }
  if (kernel.kind === 'inner') {
    const wide = rowLength > elements
    return {
      rows,
      blocks,
      cols: 1,
      rowStep: wide ? 1 : Math.max(1, Math.floor(elements / rowLength)),
      blockStep: wide ? Math.max(1, Math.floor(elements / BLOCK)) : blocks,
      colStep: 1,
    }
  }
  const colStep = Math.min(rowLength, OUTER_TILE)
  let reduced = 1
  for (let i = kernel.rows; i < binding.lengths.length - 1; i++) reduced *= binding.lengths[i]!
  const perBlock = colStep * Math.min(reduced, BLOCK)
  return {
    rows,
    blocks,
    cols: rowLength,
    rowStep: blocks > 1 ? 1 : Math.max(1, Math.floor(elements / (colStep * reduced))),
    blockStep: Math.max(1, Math.floor(elements / perBlock)),
    colStep,
  }
}
