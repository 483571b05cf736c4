import { type ConstNode, type Node, sizeOf, type View, type ViewNode, wholeView } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { constantMemory, type Memory } from '../graph/memory.js'
import { Storage } from '../graph/storage/storage.js'

import { inTask, type Laid, type Task } from './run.js'

/*
 * What is computed here and now, over elements that are evaluated first.
 */

const viewOf = ({ shape, strides, offset }: ViewNode): View => ({ shape, strides, offset })

/** Whether a value's elements are there, and stay while they are used. */
const isSettled = (v: Node): boolean => v.memory !== null && v.refs > 0

/** Runs a task with the elements of values, evaluated now if need be, in C order. */
export function withMemory<T>(values: readonly Node[], run: (task: Task, ...memories: Memory[]) => T): T {
  if (values.every(isSettled)) return inTask((task) => run(task, ...values.map((v) => v.memory!)))
  const variable = values.filter((v) => v.kind !== 'const')
  const holds = variable.map((v) => Storage.owned(v))
  try {
    evaluate(variable)
    const memories = values.map((v) => v.memory ?? constantMemory(v as ConstNode))
    return inTask((task) => run(task, ...memories))
  } finally {
    for (const hold of holds) hold.dispose()
  }
}

/** The same for kernels that take strides: a view of elements that are there, or of no more elements than it has, is not copied. */
export function withLaid<T>(values: readonly Node[], run: (task: Task, ...laid: Laid[]) => T): T {
  const bases = values.map((v) => {
    const below = v.kind === 'view' ? v.args[0] : v
    const direct = below !== v && below.kind !== 'const' && (below.memory !== null || sizeOf(below.shape) <= sizeOf(v.shape))
    return direct ? { base: below, view: viewOf(v as ViewNode) } : { base: v, view: wholeView(v.shape) }
  })
  return withMemory(
    bases.map((b) => b.base),
    (task, ...memories) => run(task, ...memories.map((memory, i) => ({ memory, view: bases[i]!.view }))),
  )
}
