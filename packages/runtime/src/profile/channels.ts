import { channel } from 'node:diagnostics_channel'
import { settings } from '../config/config.js'
import { type CallTrace, isCall, isLoop, type LoopTrace, type StepTrace } from '../execute/step-trace.js'

/*
 * What others can listen to: events for `node:diagnostics_channel`, and, with the setting `profile`, entries of the timeline that
 * `--inspect`, Clinic and the like show (`performance.measure`). Nobody pays for what nobody listens to.
 */

/** An evaluation has come to its end. Times are `performance.now()`'s. */
export interface EvaluationEvent {
  /** Whether it was asked for, or a value was looked at. */
  readonly reason: 'explicit' | 'implicit'
  /** Arrays computed. */
  readonly results: number
  readonly start: number
  readonly ms: number
  readonly loops: readonly LoopTrace[]
  /** What the library did between them: sorts, products, running totals. */
  readonly calls: readonly CallTrace[]
}

/** A plan was made for a structure of a graph that was not known. */
export interface PlanEvent {
  readonly nodes: number
  readonly loops: number
  readonly start: number
  readonly ms: number
}

/** A kernel has become available. */
export interface KernelEvent {
  readonly from: 'compiler' | 'disk' | 'memory or package'
  /** Its canonical text. */
  readonly text: string
}

const evaluations = channel('weldarray:evaluation')
const plans = channel('weldarray:plan')
const kernels = channel('weldarray:kernel')

/** Whether somebody wants to know of evaluations. */
export const areEvaluationsWatched = (): boolean => settings.profile || evaluations.hasSubscribers

/** Evaluations under way that ask for the times of chunks. */
let asking = 0

/** Has it noted, until the promise of `work` is settled, when each thread works on which chunk. */
export async function withUnitTimes<T>(work: () => Promise<T>): Promise<T> {
  asking++
  try {
    return await work()
  } finally {
    asking--
  }
}

export const areUnitsTimed = (): boolean => asking > 0 || areEvaluationsWatched()

export const arePlansWatched = (): boolean => settings.profile || plans.hasSubscribers

function measure(name: string, start: number, ms: number, detail: object): void {
  performance.measure(`weldarray ${name}`, { start, duration: ms, detail })
}

/** Tells of an evaluation that has just come to its end. */
export function evaluated(reason: EvaluationEvent['reason'], results: number, steps: readonly StepTrace[]): void {
  const start = steps[0]?.start ?? performance.now()
  const event: EvaluationEvent = {
    reason,
    results,
    start,
    ms: performance.now() - start,
    loops: steps.filter(isLoop),
    calls: steps.filter(isCall),
  }
  if (evaluations.hasSubscribers) evaluations.publish(event)
  if (!settings.profile) return
  measure('evaluation', event.start, event.ms, { reason: event.reason, results: event.results })
  for (const { start, ms, tier, lengths, fused } of event.loops) measure(`loop ${fused.join(' ')}`, start, ms, { tier, lengths })
  for (const { start, ms, tier, op, operands } of event.calls) measure(`call ${op}`, start, ms, { tier, operands })
}

export function planned(event: PlanEvent): void {
  if (plans.hasSubscribers) plans.publish(event)
  if (settings.profile) measure('plan', event.start, event.ms, { nodes: event.nodes, loops: event.loops })
}

export function kernelFound(from: KernelEvent['from'], text: string): void {
  if (kernels.hasSubscribers) kernels.publish({ from, text } satisfies KernelEvent)
}
