import type { Loop } from './loops.js'
import type { Machine } from './machine.js'
import { refuse } from './refusal.js'
import type { Variable } from './values.js'

export function dataDependent(_m: Machine, loop: Loop, _own: readonly Variable[]): void {
  refuse('the number of rounds of this loop is not known before the function runs', loop.node)
}
