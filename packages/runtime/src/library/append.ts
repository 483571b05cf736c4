import { compressInto, type DType, positionsInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { selection } from './costs.js'
import { available, kernelFor, kernelsWanted, moverOf, pieceOf, type Task } from './run.js'

const COUNT = kernelFor('count')('bool')
const appending = { values: kernelFor('append', 'values'), positions: kernelFor('append', 'positions') }

function append(task: Task, mask: Memory, dtype: DType, variant: 'values' | 'positions', from: Memory | null): Memory | null {
  const kernel = appending[variant](moverOf(dtype))
  const size = mask.data.length
  if (size === 0 || !kernelsWanted(size, selection.least) || !available(COUNT) || !available(kernel)) return null
  const step = Math.min(selection.most, pieceOf(selection.piece))
  const calls = Math.ceil(size / step)
  const { data: words, at, address: where } = task.words(calls + 1)
  const [held, source] = [task.address(mask), from === null ? 0 : task.address(from)]
  task.launch({ kernel: COUNT, args: [held, where, step], rows: size, rowStep: step })
  let total = 0
  for (let i = at; i < at + calls; i++) {
    const count = words[i]!
    words[i] = total
    total += count
  }
  words[at + calls] = total
  const result = task.result(dtype, total)
  task.launch({ kernel, args: [held, source, result.address, where, step], rows: size, rowStep: step })
  return task.keep(result)
}

/** The elements where a mask (bool, as many elements) holds. */
export function selected(task: Task, mask: Memory, from: Memory): Memory {
  return append(task, mask, from.dtype, 'values', from) ?? selectedInJs(mask, from)
}

/** The positions where a mask holds, as 32- or 64-bit integers. */
export function positions(task: Task, mask: Memory, dtype: 'int32' | 'bigint64'): Memory {
  return append(task, mask, dtype, 'positions', null) ?? positionsInJs(mask, dtype)
}

/** How often a mask holds. */
function heldIn(mask: Memory): number {
  let count = 0
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i]) count++
  return count
}

function selectedInJs(mask: Memory, from: Memory): Memory {
  const result = allocateMemory(from.dtype, heldIn(mask))
  compressInto(mask.data, from.data, result.data)
  return result
}

function positionsInJs(mask: Memory, dtype: 'int32' | 'bigint64'): Memory {
  const result = allocateMemory(dtype, heldIn(mask))
  positionsInto(mask.data, result.data)
  return result
}
