import { PEAKS_SCRATCH } from '@weldarray/codegen'
import { peaksInto, type Scalar } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { extremes } from './costs.js'
import { available, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

const kernels = { max: kernelFor('peaks', 'max'), min: kernelFor('peaks', 'min') }

/** Where in each line of neighbours, of at least one element, the first of its largest or least elements is, or the first NaN (64 bits). */
export function peaks(task: Task, which: keyof typeof kernels, from: Memory, count: number, length: number): Memory {
  const kernel = kernels[which](from.dtype)
  if (count === 0 || !kernelsWanted(count * length, extremes.least) || !available(kernel))
    return peaksInJs(which, from, count, length)
  const source = task.address(from)
  const size = pieceOf(extremes.piece)
  const parts = Math.ceil(length / size)
  const result = task.result('bigint64', count)
  const found = parts === 1 ? result : task.scratch('bigint64', count * parts)
  task.launch({
    kernel,
    args: [source, found.address, length, size, parts],
    rows: count,
    rowStep: parts > 1 ? 1 : Math.max(1, Math.floor(size / length)),
    blocks: parts,
    scratch: PEAKS_SCRATCH,
  })
  if (parts > 1) join(which, from, length, parts, found.data as BigInt64Array, result.data as BigInt64Array)
  return task.keep(result)
}

/** Of the places that parts found, the first one of the extreme. */
function join(
  which: 'max' | 'min',
  from: Memory,
  length: number,
  parts: number,
  found: BigInt64Array,
  result: BigInt64Array,
): void {
  const cells = from.data as unknown as Scalar[]
  for (let line = 0; line < result.length; line++) {
    const at = (part: number): Scalar => cells[line * length + Number(found[line * parts + part]!)]!
    let first = 0
    let best = at(0)
    for (let part = 1; part < parts && !Number.isNaN(best); part++) {
      const x = at(part)
      if (Number.isNaN(x) || (which === 'max' ? x > best : x < best)) [first, best] = [part, x]
    }
    result[line] = found[line * parts + first]!
  }
}

function peaksInJs(which: 'max' | 'min', from: Memory, count: number, length: number): Memory {
  const result = allocateMemory('bigint64', count)
  peaksInto(which === 'max', from.data, length, result.data as BigInt64Array)
  return result
}
