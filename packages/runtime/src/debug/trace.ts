import type { Node, Scalar } from '@weldarray/ir'
import type { Planned } from '../evaluate/plans.js'
import type { StepTrace } from '../execute/step-trace.js'

/** What is kept of an evaluation so that `explain()` can tell of it afterwards: nothing that holds memory alive. */
export interface Trace {
  readonly planned: Planned
  /** The lengths, and the user's constants, it was done with. */
  readonly variables: readonly number[]
  readonly constants: readonly Scalar[]
  /** How each step was run, if that was recorded (`configure({ trace: true })`). */
  readonly steps: readonly StepTrace[] | null
}

export function remember(nodes: readonly Node[], trace: Trace): void {
  for (const node of nodes) node.trace = trace
}
