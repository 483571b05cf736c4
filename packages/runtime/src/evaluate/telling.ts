import type { Node, Scalar } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { debugEvaluation } from '../debug/debug.js'
import { remember, type Trace } from '../debug/trace.js'
import type { Program } from '../execute/program.js'
import type { StepTrace } from '../execute/step-trace.js'
import { areEvaluationsWatched, areUnitsTimed, evaluated } from '../profile/channels.js'
import type { Planned } from './plans.js'
import type { Walk } from './walk.js'

/*
 * What is told of evaluations: counters, `explain()`, debugging, channels.
 */

/** Whether the user asked for it, or looked at a value. */
export type Reason = 'explicit' | 'implicit'

/** Why the evaluation under way was begun. */
let why: Reason = 'explicit'

/** Notes that an evaluation begins. */
export const count = (reason: Reason): void => {
  why = reason
  if (reason === 'explicit') counters.evaluationsExplicit++
  else counters.evaluationsImplicit++
}

/** Where the steps' times go: nowhere for a program that takes hardly longer than looking at the clock. */
export const tracesOf = (program: Program): StepTrace[] | null =>
  program.isShort && settings.debug === 0 && !settings.trace && !areUnitsTimed() ? null : []

const NO_CONSTANTS: readonly Scalar[] = []

/** Leaves behind what `explain()` and debugging tell. */
export function told(roots: readonly Node[], planned: Planned, program: Program, walk: Walk, steps: StepTrace[] | null): void {
  const trace: Trace = {
    planned,
    variables: program.values!,
    constants: walk.constantCount === 0 ? NO_CONSTANTS : walk.constants.slice(0, walk.constantCount),
    steps,
  }
  remember(roots, trace)
  if (settings.debug > 0) debugEvaluation(trace)
  if (steps !== null && areEvaluationsWatched()) evaluated(why, roots.length, steps)
}
