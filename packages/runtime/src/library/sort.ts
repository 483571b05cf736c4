import { LONGEST_LINE, lineScratch } from '@weldarray/codegen'
import { type DType, dtypeInfo, orderLines, sortLines } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { sorts } from './costs.js'
import { radixLines } from './radix.js'
import { available, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'
import { spreadLines, type What } from './spread.js'

/*
 * Sorting and its positions. Lines that are not long are sorted in one call each; longer ones by all threads, through buckets by value
 * where elements are spread evenly enough, else by the digits of keys.
 */

const lines = { keys: kernelFor('radix', 'lines keys'), pairs: kernelFor('radix', 'lines pairs') }

/** Lines of neighbours, sorted: NaN last. */
export const sorted = (task: Task, from: Memory, count: number, length: number): Memory =>
  byKernel(task, from, count, length, 'keys') ?? sortedInJs(from, count, length)

/** The positions (64 bits) that sort each line, those of equal elements in their order. */
export const order = (task: Task, from: Memory, count: number, length: number): Memory =>
  byKernel(task, from, count, length, 'pairs') ?? orderInJs(from, count, length)

/** Whether passes over memory, one a digit, are more than buckets take: integers seldom use all their bits. */
const hasManyDigits = (dtype: DType): boolean => dtypeInfo[dtype].bytes === 8 || dtype === 'float32'

function byKernel(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  if (count * length === 0 || !kernelsWanted(count * length, sorts.least)) return null
  if (length > sorts.long && hasManyDigits(dtype)) {
    const result = spreadLines(task, from, count, length, what)
    if (result !== null) return result
  }
  if (length > LONGEST_LINE) return radixLines(task, from, count, length, what)
  const kernel = lines[what](dtype)
  if (!available(kernel)) return null
  const source = task.address(from)
  const result = task.result(what === 'pairs' ? 'bigint64' : dtype, count * length)
  task.launch({
    kernel,
    args: [source, result.address, length],
    rows: count,
    rowStep: pieceOf(Math.max(1, Math.floor(sorts.piece / length))),
    scratch: lineScratch(dtype, length),
  })
  return task.keep(result)
}

/** The same in JavaScript. */
export function sortedInJs(from: Memory, count: number, length: number): Memory {
  const result = allocateMemory(from.dtype, count * length)
  sortLines(from.data, length, result.data)
  return result
}

export function orderInJs(from: Memory, count: number, length: number): Memory {
  const result = allocateMemory('bigint64', count * length)
  orderLines(from.data, length, result.data as BigInt64Array)
  return result
}
