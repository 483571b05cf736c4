import { bisectInto, compare, type Scalar } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

/** Elements from which a kernel is worth its start. */
const LEAST = 8

const bisecting = { left: kernelFor('bisect', 'left'), right: kernelFor('bisect', 'right') }
export type Side = keyof typeof bisecting

/** Where keys belong in sorted elements: before equal ones, or after them (`right`). */
export function bisect(task: Task, from: Memory, keys: Memory, side: Side): Memory {
  const kernel = bisecting[side](from.dtype)
  const rows = keys.data.length
  if (rows === 0 || !kernelsWanted(rows, LEAST) || !available(kernel)) return bisectInJs(from, keys, side)
  const [source, wanted] = [task.address(from), task.address(keys)]
  const result = task.result('bigint64', rows)
  task.launch({ kernel, args: [source, from.data.length, wanted, result.address], rows, rowStep: pieceOf(1 << 12) })
  return task.keep(result)
}

export function bisectInJs(from: Memory, keys: Memory, side: Side): Memory {
  const result = allocateMemory('bigint64', keys.data.length)
  bisectInto(from.data, keys.data, side === 'right', result.data as BigInt64Array)
  return result
}

const FIRSTS = kernelFor('firsts')

/** Which sorted elements differ from the one before them, as a mask; all NaN are one. */
export function firsts(task: Task, from: Memory): Memory {
  const rows = from.data.length
  const kernel = FIRSTS(from.dtype)
  if (rows === 0 || !kernelsWanted(rows, LEAST) || !available(kernel)) return firstsInJs(from)
  const source = task.address(from)
  const result = task.result('bool', rows)
  task.launch({ kernel, args: [source, result.address], rows, rowStep: pieceOf(1 << 15) })
  return task.keep(result)
}

export function firstsInJs(from: Memory): Memory {
  const cells = from.data as unknown as Scalar[]
  const result = allocateMemory('bool', from.data.length)
  for (let i = 0; i < cells.length; i++) result.data[i] = Number(i === 0 || compare(cells[i - 1]!, cells[i]!) !== 0)
  return result
}
