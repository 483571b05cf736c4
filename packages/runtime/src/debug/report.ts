import { print } from '@weldarray/ir'
import { type Plan, plan as planOf } from '@weldarray/optimizer'
import type { Times } from '../execute/execute.js'
import { type Trace, trace } from '../graph/trace.js'
import type { Value } from '../graph/value.js'

/** What is kept of an evaluation so that `explain()` can tell of it afterwards. */
interface Report {
  readonly graph: Trace
  readonly plan: Plan
  readonly times: AllTimes
}

export type AllTimes = Times & { readonly passes: number }

/** Larger graphs are not kept: they would hold memory for a text nobody reads. */
const MOST_NODES = 1000
const SHOWN_NODES = 60

const reports = new WeakMap<Value, Report>()

export function remember(values: readonly Value[], graph: Trace, plan: Plan, times: AllTimes): void {
  if (graph.interner.size > MOST_NODES) return
  // The interned nodes are enough; the recorded values and memories must not be kept alive.
  const bare: Trace = { ...graph, slots: [], leaves: [], nodes: new Map() }
  for (const value of values) reports.set(value, { graph: bare, plan, times })
}

/** A plan's loops, as a person reads them. */
export function describePlan(plan: Plan): string {
  return plan.steps
    .map((step, i) => {
      const { kernel, binding } = step
      const reads = kernel.accesses.filter((a) => a.use === 'load').length
      const writes = kernel.stores.length
      const reduces = kernel.reduces.length
      const over = `${binding.lengths.join(' × ')} elements`
      const kind = kernel.kind === 'map' ? 'elementwise' : kernel.kind === 'inner' ? 'reduction of the last axis' : 'reduction of an outer axis'
      return (
        `loop ${i + 1} of ${plan.steps.length}: ${kind}, ${over}, reads ${reads}, stores ${writes}, reduces ${reduces}\n` +
        `  fused: ${step.fused.join(' ') || 'copy'}\n` +
        step.text.replace(/^/gm, '  | ')
      )
    })
    .join('\n')
}

const ms = (n: number): string => `${n.toFixed(3)} ms`

/**
 * The recorded graph, the graph after each pass that changed it, the loops it was compiled to and what was fused
 * into each, and where the time went. Never evaluates.
 */
export function explain(value: Value): string {
  const report = reports.get(value)
  if (report === undefined && value.memory !== null) return 'evaluated: these elements were given or computed at once, no graph was compiled'
  const graph = report?.graph ?? trace([value])
  const parts = [`recorded graph\n${print(graph.roots, SHOWN_NODES)}`]
  const plan = planOf(graph.interner, graph.roots, report?.plan.inputs ?? graph.slots.length, {
    onPass: ({ pass, roots, changed }) => {
      if (changed) parts.push(`after ${pass.name} (${pass.about})\n${print(roots, SHOWN_NODES)}`)
    },
  })
  parts.push(describePlan(plan))
  parts.push(
    report === undefined
      ? 'not evaluated yet'
      : `time: passes ${ms(report.times.passes)}, compile ${ms(report.times.compile)}, run ${ms(report.times.run)}`,
  )
  return parts.join('\n\n')
}
