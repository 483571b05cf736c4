import { print } from '@weldarray/ir'
import { optimise, type Plan } from '@weldarray/optimizer'
import { settings } from '../config/config.js'
import type { Trace } from '../graph/trace.js'
import { type AllTimes, describePlan } from './report.js'

const say = (text: string): void => {
  process.stderr.write(`${text.replace(/^/gm, 'weldarray: ')}\n`)
}

/**
 * What `WELDARRAY_DEBUG` prints of an evaluation (to standard error). Levels include the ones below:
 * 1 a line an evaluation, 2 what was fused, 3 kernels, 4 the recorded graph, 5 the graph after each pass,
 * 6 what each loop is run on, 7 everything without abbreviation.
 */
export function debugEvaluation(graph: Trace, plan: Plan, times: AllTimes): void {
  const level = settings.debug
  if (level === 0) return
  const limit = level >= 7 ? Number.POSITIVE_INFINITY : 100
  const elements = plan.steps.reduce((sum, s) => sum + s.size, 0)
  say(
    `evaluated ${graph.roots.length} result(s) from ${graph.interner.size} nodes in ${plan.steps.length} loop(s), ${elements} elements; ` +
      `passes ${times.passes.toFixed(2)} ms, compile ${times.compile.toFixed(2)} ms, run ${times.run.toFixed(2)} ms`,
  )
  if (level === 2)
    for (const step of plan.steps)
      say(`  ${step.kernel.kind} ${step.binding.lengths.join('×')}: ${step.fused.join(' ') || 'copy'}`)
  if (level >= 3) say(describePlan(plan))
  if (level >= 4) say(`recorded graph\n${print(graph.roots, limit)}`)
  if (level >= 5)
    optimise(graph.interner, graph.roots, {
      onPass: ({ pass, roots, changed }) => {
        if (changed) say(`after ${pass.name}\n${print(roots, limit)}`)
      },
    })
  if (level >= 6)
    for (const step of plan.steps) say(JSON.stringify(step.binding, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)))
}
