import type { ConstNode, Node } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { constantMemory, type Memory } from '../graph/memory.js'
import { Storage } from '../graph/storage/storage.js'

import { inTask, type Task } from './run.js'
import { settledMemory } from './whole.js'

/*
 * What is computed here and now, over elements that are evaluated first.
 */

/** As many as there are values: a list, since a join may have more of them than a call takes arguments. */
type Each<V extends readonly Node[], X> = { readonly [K in keyof V]: X }

/** Runs a task with the elements of values, evaluated now if need be, in C order. */
export function withMemory<const V extends readonly Node[], T>(values: V, run: (task: Task, memories: Each<V, Memory>) => T): T {
  const all = (memories: () => readonly Memory[]): T => inTask((task) => run(task, memories() as Each<V, Memory>))
  // Asked for by each attempt: between two of them what is a part of something may have been moved.
  if (values.every((v) => settledMemory(v) !== null)) return all(() => values.map((v) => settledMemory(v)!))
  const variable = values.filter((v) => v.kind !== 'const' && settledMemory(v) === null)
  const holds = variable.map((v) => Storage.owned(v))
  try {
    evaluate(variable)
    return all(() => values.map((v) => settledMemory(v) ?? constantMemory(v as ConstNode)))
  } finally {
    for (const hold of holds) hold.dispose()
  }
}
