import { SEGMENTS_SCRATCH } from '@weldarray/codegen'
import { type DType, isFloat, JOINS, type Join, linesAlong, segmentsInto, sizeOf } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { segments } from './costs.js'
import { available, isWhole, kernelFor, kernelsWanted, type Laid, moverOf, pieceOf, type Task } from './run.js'

const kernels = new Map(JOINS.map((join) => [join, kernelFor('segments', join)]))

/** What joins elements, and the dtype of its kernel: whole numbers wrap alike, signed or not, and extremes of bool are those of its bits. */
function kernelOf(join: Join, dtype: DType): [Join, DType] {
  if (dtype === 'bool') return [join === 'minimum' ? 'and' : join === 'maximum' ? 'or' : join, 'uint8']
  return [join, isFloat(dtype) || join === 'minimum' || join === 'maximum' ? dtype : moverOf(dtype)]
}

/** Parts of the lines along an axis, each joined to one element; where they begin is told in 32 bits. */
export function segmented(task: Task, join: Join, { memory, view: { shape } }: Laid, starts: Memory, axis: number): Memory {
  const { dtype } = memory
  const { length, inner } = linesAlong(shape, axis)
  const parts = starts.length
  const size = sizeOf(shape)
  const rows = size === 0 ? 0 : (size / (length * inner)) * parts
  const [by, as] = kernelOf(join, dtype)
  const kernel = kernels.get(by)!(as)
  if (rows === 0 || !kernelsWanted(size, segments.least) || !available(kernel)) {
    const result = allocateMemory(dtype, rows * inner)
    segmentsInto(join, dtype, memory.data, starts.data as Int32Array, length, inner, result.data)
    return result
  }
  const [from, places] = [task.address(memory), task.address(starts)]
  const result = task.result(dtype, rows * inner)
  const mean = Math.ceil(length / parts)
  task.launch({
    kernel,
    args: [from, result.address, places, parts, length, inner],
    rows,
    rowStep: pieceOf(Math.max(1, Math.floor(segments.piece / (mean * inner)))),
    cols: inner,
    colStep: Math.min(inner, pieceOf(Math.max(1, Math.floor(segments.piece / mean)), 16)),
    scratch: SEGMENTS_SCRATCH,
    isShort: size <= segments.short && isWhole(),
  })
  return task.keep(result)
}
