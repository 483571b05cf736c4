import type { Memory } from '../graph/memory.js'
import type { Task } from './run.js'

/** Some of a result: neighbours in C order, the first of which is its element number `first`. */
export interface Stretch {
  readonly memory: Memory
  readonly first: number
}

/** Computes the elements `from` to `to` of a result, and perhaps some beside them: quickest one stretch after the other. */
export type Stretches = (task: Task, from: number, to: number) => Stretch
