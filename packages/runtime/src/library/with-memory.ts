import type { ConstNode, Node } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { constantMemory, type Memory } from '../graph/memory.js'
import { Storage } from '../graph/storage/storage.js'

import { inTask, type Task } from './run.js'

/*
 * What is computed here and now, over elements that are evaluated first.
 */

/** Whether a value's elements are there, and stay while they are used. */
const isSettled = (v: Node): boolean => v.memory !== null && v.refs > 0

/** As many as there are values: a list, since a join may have more of them than a call takes arguments. */
type Each<V extends readonly Node[], X> = { readonly [K in keyof V]: X }

/** Runs a task with the elements of values, evaluated now if need be, in C order. */
export function withMemory<const V extends readonly Node[], T>(values: V, run: (task: Task, memories: Each<V, Memory>) => T): T {
  const all = (memories: Memory[]): T => inTask((task) => run(task, memories as readonly Memory[] as Each<V, Memory>))
  if (values.every(isSettled)) return all(values.map((v) => v.memory!))
  const variable = values.filter((v) => v.kind !== 'const')
  const holds = variable.map((v) => Storage.owned(v))
  try {
    evaluate(variable)
    return all(values.map((v) => v.memory ?? constantMemory(v as ConstNode)))
  } finally {
    for (const hold of holds) hold.dispose()
  }
}
