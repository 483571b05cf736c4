import { parse, print, reachable } from '@weldarray/ir'
import { type Plan, plan as planOf } from '@weldarray/optimizer'
import type { Planned } from '../evaluate/plans.js'
import type { Times } from '../execute/execute.js'
import { segmentEnds } from '../graph/segments.js'
import { trace } from '../graph/trace.js'
import type { Value } from '../graph/value.js'

export type AllTimes = Times & { readonly passes: number }

/** What is kept of an evaluation so that `explain()` can tell of it afterwards: nothing that holds memory alive. */
export interface Report extends Planned {
  readonly times: AllTimes
}

/** Longer texts are not kept with a value: nobody reads them. */
const LONGEST = 100_000
const SHOWN_NODES = 60

export function remember(values: readonly Value[], planned: Planned, times: AllTimes): void {
  if (planned.text.length > LONGEST) return
  const report: Report = { ...planned, times }
  for (const value of values) value.report = report
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
      const kind =
        kernel.kind === 'map'
          ? 'elementwise'
          : kernel.kind === 'inner'
            ? 'reduction of the last axis'
            : 'reduction of an outer axis'
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
  const report = value.report as Report | null
  if (report === null && value.memory !== null) return 'these elements were given, or computed at once: no graph was compiled'
  const traced = report === null ? trace([value]) : parse(report.text)
  const { roots, interner } = traced
  const parts = [`recorded graph\n${print(roots, SHOWN_NODES)}`]
  const pieces = report === null ? segmentEnds([value]).length : 0
  if (pieces > 0)
    return `${parts[0]}\n\nnot evaluated yet; so large a graph will be evaluated in ${pieces + 1} pieces, one after the other`
  const inputs = reachable(roots).reduce((n, node) => (node.kind === 'input' ? Math.max(n, node.slot + 1) : n), 0)
  const plan = planOf(interner, roots, inputs, {
    onPass: (pass) => {
      if (pass.changed) parts.push(`after ${pass.pass.name} (${pass.pass.about})\n${print(pass.roots, SHOWN_NODES)}`)
    },
  })
  parts.push(describePlan(plan))
  parts.push(
    report === null
      ? 'not evaluated yet'
      : `time: passes ${ms(report.times.passes)}, compile ${ms(report.times.compile)}, run ${ms(report.times.run)}`,
  )
  return parts.join('\n\n')
}
