import { print } from '@weldarray/ir'
import { optimise } from '@weldarray/optimizer'
import { settings } from '../config/config.js'
import { instantiate } from './instantiate.js'
import { describePlan, planOf } from './report.js'
import type { Trace } from './trace.js'

const say = (text: string): void => {
  process.stderr.write(`${text.replace(/^/gm, 'weldarray: ')}\n`)
}

/**
 * What `WELDARRAY_DEBUG` prints of an evaluation (to standard error). Levels include the ones below:
 * 1 a line an evaluation, 2 what was fused, 3 kernels, 4 the recorded graph, 5 the graph after each pass,
 * 6 what each loop is run on, 7 everything without abbreviation.
 */
export function debugEvaluation(trace: Trace): void {
  const level = settings.debug
  const limit = level >= 7 ? Number.POSITIVE_INFINITY : 100
  const { planned, steps } = trace
  const { plan } = planned.program
  const total = (steps ?? []).reduce((sum, t) => sum + t.ms, 0)
  const nodes = planned.model.interner.size
  say(
    `evaluated ${plan.roots.length} result(s) from ${nodes} nodes in ${plan.steps.filter((s) => s.kind === 'loop').length} loop(s), ${total.toFixed(2)} ms`,
  )
  if (level === 2) {
    plan.steps.forEach((step, at) => {
      const ran = steps?.[at]
      if (step.kind === 'call') say(`  call of ${step.op}`)
      else say(`  ${step.kernel.kind} ${(ran?.kind === 'loop' ? ran.lengths : []).join('×')}: ${step.fused.join(' ') || 'copy'}`)
    })
  }
  if (level < 3) return
  // What is kept is a plan for stand-ins of the lengths.
  const graph = instantiate(trace, false)
  const actual = planOf(graph)
  say(describePlan(actual, steps))
  if (level < 4) return
  say(`recorded graph\n${print(instantiate(trace, true).roots, limit)}`)
  if (level >= 5)
    optimise(graph.interner, graph.roots, {
      onPass: ({ pass, roots: after, changed }) => {
        if (changed) say(`after ${pass.name}\n${print(after, limit)}`)
      },
    })
  if (level < 6) return
  const show = (x: unknown): string => JSON.stringify(x, (_, v) => (typeof v === 'bigint' ? `${v}n` : v))
  for (const step of actual.steps) say(show(step.kind === 'loop' ? step.binding : step.operands))
  say(`constants ${show(trace.constants)}`)
}
