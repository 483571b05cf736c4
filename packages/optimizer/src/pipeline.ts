import { Interner, type Node, print, verify } from '@weldarray/ir'
import { canonicalise } from './passes/canonicalise.js'
import { cse } from './passes/cse.js'
import { memoryOrder } from './passes/memory-order.js'
import { narrowing } from './passes/narrowing.js'
import type { Pass } from './passes/pass.js'
import { joins } from './passes/pieces/joins.js'
import { joinedParts } from './passes/pieces/parts.js'
import { pushViews } from './passes/push-views.js'
import { selections } from './passes/selections.js'
import { simplify } from './passes/simplify.js'
import { smallReductions } from './passes/small-reductions.js'
import type { Plan } from './plan/plan.js'
import { schedule, type Target } from './plan/schedule.js'

/** What the compiler does to a graph, in this order. Then `schedule` makes loops of it. */
export const pipeline: readonly Pass[] = [
  selections,
  memoryOrder,
  canonicalise,
  simplify,
  narrowing,
  smallReductions,
  joinedParts,
  joins,
  pushViews,
  cse,
  simplify,
]

export interface PassReport {
  readonly pass: Pass
  readonly roots: readonly Node[]
  readonly changed: boolean
  readonly ms: number
}

export interface Options {
  /** Other passes than those of the pipeline. */
  readonly passes?: readonly Pass[]
  /** Check the verifier's rules after every pass. */
  readonly check?: boolean
  /** Where the first root is stored. */
  readonly target?: Target | null
  /** Called after every pass. */
  readonly onPass?: (report: PassReport) => void
}

/** The optimised graph. */
export function optimise(interner: Interner, roots: readonly Node[], options: Options = {}): readonly Node[] {
  let current = roots
  let into = interner
  for (const pass of options.passes ?? pipeline) {
    const start = options.onPass === undefined ? 0 : performance.now()
    if (pass.anew) into = new Interner()
    const next = pass.run(into, current)
    const ms = options.onPass === undefined ? 0 : performance.now() - start
    if (options.check) verify(next, pass.name)
    options.onPass?.({ pass, roots: next, changed: print(next) !== print(current), ms })
    current = next
  }
  return current
}

/** A graph with `inputs` input slots, compiled to loops over numbered buffers. */
export function plan(interner: Interner, roots: readonly Node[], inputs: number, options: Options = {}): Plan {
  return schedule(optimise(interner, roots, options), inputs, options.target ?? null)
}
