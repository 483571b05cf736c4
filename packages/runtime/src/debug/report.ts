import { type Node, print, reachable } from '@weldarray/ir'
import { type Plan, plan as planOf } from '@weldarray/optimizer'
import { type Model, modelOf } from '../evaluate/model.js'
import { Walk } from '../evaluate/walk.js'
import type { LoopTrace } from '../execute/execute.js'
import { SEGMENT } from '../schedule/costs.js'
import { instantiate } from './instantiate.js'
import type { Trace } from './trace.js'

const SHOWN_NODES = 60

const kinds = {
  map: 'elementwise',
  inner: 'reduction of the last axis',
  outer: 'reduction of an outer axis',
} as const

const ms = (n: number): string => `${n.toFixed(3)} ms`

/** A plan's loops, as a person reads them: a line a loop, details below. */
export function describePlan(plan: Plan, traces: readonly LoopTrace[] | null = null): string {
  return plan.steps
    .map((step, i) => {
      const { kernel, binding } = step
      const reads = kernel.accesses.filter((a) => a.use === 'load').length
      const trace = traces?.[i]
      const ran =
        trace === undefined
          ? ''
          : `\n  ran: ${trace.tier}, ${ms(trace.ms)}${trace.compileMs > 0.001 ? `, of which ${ms(trace.compileMs)} for the kernel's code` : ''}`
      return (
        `loop ${i + 1} of ${plan.steps.length}: ${kinds[kernel.kind]}, ${binding.lengths.join(' × ')} elements, ` +
        `reads ${reads}, stores ${kernel.stores.length}, reduces ${kernel.reduces.length}\n` +
        `  fused: ${step.fused.join(' ') || 'copy'}${ran}\n` +
        step.text.replace(/^/gm, '  | ')
      )
    })
    .join('\n')
}

const inputsOf = (roots: readonly Node[]): number =>
  reachable(roots).reduce((n, node) => (node.kind === 'input' ? Math.max(n, node.slot + 1) : n), 0)

/**
 * The recorded graph, the graph after each pass that changed it, the loops it was compiled to and what was fused
 * into each, how they ran, and where the time went. Never evaluates.
 */
export function explain(node: Node): string {
  const trace = node.trace as Trace | null
  if (trace === null && node.memory !== null) return 'these elements were given, or computed at once: no graph was compiled'
  if (trace !== null) return explained(instantiate(trace), trace)
  const walk = new Walk()
  walk.run([node], SEGMENT)
  if (walk.isLarge)
    return `recorded graph\n${print([node], SHOWN_NODES)}\n\nnot evaluated yet; so large a graph will be evaluated in pieces, one after the other`
  return explained(modelOf(walk, true), null)
}

function explained({ interner, roots }: Model, trace: Trace | null): string {
  const parts = [`recorded graph\n${print(roots, SHOWN_NODES)}`]
  const plan = planOf(interner, roots, inputsOf(roots), {
    onPass: (pass) => {
      if (pass.changed) parts.push(`after ${pass.pass.name} (${pass.pass.about})\n${print(pass.roots, SHOWN_NODES)}`)
    },
  })
  parts.push(describePlan(plan, trace?.loops ?? null))
  parts.push(trace === null ? 'not evaluated yet' : timesOf(trace))
  return parts.join('\n\n')
}

function timesOf({ loops }: Trace): string {
  if (loops === null) return 'time: too short to be looked at; configure({ trace: true }) notes it all the same'
  const sum = (of: (t: LoopTrace) => number): number => loops.reduce((total, t) => total + of(t), 0)
  return `time: ${loops.length} loops, ${ms(sum((t) => t.ms))}, of which ${ms(sum((t) => t.compileMs))} for kernels' code`
}
