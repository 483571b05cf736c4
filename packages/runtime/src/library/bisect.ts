import { bisectInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { searches } from './costs.js'
import { available, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

const bisecting = { left: kernelFor('bisect', 'left'), right: kernelFor('bisect', 'right') }
export type Side = keyof typeof bisecting

/** Where keys belong in sorted elements: before equal ones, or after them (`right`). */
export function bisect(task: Task, from: Memory, keys: Memory, side: Side): Memory {
  const kernel = bisecting[side](from.dtype)
  const rows = keys.data.length
  if (rows === 0 || !kernelsWanted(rows, searches.least) || !available(kernel)) return bisectInJs(from, keys, side)
  const [source, wanted] = [task.address(from), task.address(keys)]
  const result = task.result('bigint64', rows)
  task.launch({ kernel, args: [source, from.data.length, wanted, result.address], rows, rowStep: pieceOf(searches.piece) })
  return task.keep(result)
}

function bisectInJs(from: Memory, keys: Memory, side: Side): Memory {
  const result = allocateMemory('bigint64', keys.data.length)
  bisectInto(from.data, keys.data, side === 'right', result.data as BigInt64Array)
  return result
}
