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

/** A function of the library has computed something at once, outside of any graph: a factorization, random numbers, a sort of few elements. */
export type CallEvent = Omit<CallTrace, 'kind'>

/** A kernel has become available. */
export interface KernelEvent {
  readonly from: 'compiler' | 'disk' | 'memory or package'
  /** Its canonical text. */
  readonly text: string
}

const evaluations = channel('weldarray:evaluation')
const plans = channel('weldarray:plan')
const calls = channel('weldarray:call')
const kernels = channel('weldarray:kernel')

/** Whoever inspects: all that is done while they do goes there. */
const logs = new Set<StepTrace[]>()

/** Whether somebody wants to know of evaluations. */
export const areEvaluationsWatched = (): boolean => settings.profile || logs.size > 0 || evaluations.hasSubscribers

/** Whether somebody wants to know of functions that compute at once. */
export const areCallsWatched = (): boolean => settings.profile || logs.size > 0 || calls.hasSubscribers

/** Has it noted, until the promise of `work` is settled, what is done, and when each thread works on which chunk: in a log that `work` gets. */
export async function withUnitTimes<T>(work: (log: readonly StepTrace[]) => Promise<T>): Promise<T> {
  const log: StepTrace[] = []
  logs.add(log)
  try {
    return await work(log)
  } finally {
    logs.delete(log)
  }
}

export const areUnitsTimed = areEvaluationsWatched

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
  for (const log of logs) log.push(...steps)
  if (evaluations.hasSubscribers) evaluations.publish(event)
  if (!settings.profile) return
  measure('evaluation', event.start, event.ms, { reason: event.reason, results: event.results })
  for (const { start, ms, tier, lengths, fused } of event.loops) measure(`loop ${fused.join(' ')}`, start, ms, { tier, lengths })
  for (const call of event.calls) measureCall(call)
}

const measureCall = ({ start, ms, tier, op, operands }: CallTrace): void => measure(`call ${op}`, start, ms, { tier, operands })

/** Tells of a function that has just computed something at once. */
export function tellCall(trace: CallTrace): void {
  for (const log of logs) log.push(trace)
  const { kind: _, ...event } = trace
  if (calls.hasSubscribers) calls.publish(event satisfies CallEvent)
  if (settings.profile) measureCall(trace)
}

export function planned(event: PlanEvent): void {
  if (plans.hasSubscribers) plans.publish(event)
  if (settings.profile) measure('plan', event.start, event.ms, { nodes: event.nodes, loops: event.loops })
}

export function kernelFound(from: KernelEvent['from'], text: string): void {
  if (kernels.hasSubscribers) kernels.publish({ from, text } satisfies KernelEvent)
}
