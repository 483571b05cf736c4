import { type Node, print, reachable } from '@weldarray/ir'
import { type CallStep, type LoopStep, type Options, type Plan, PRIMES, plan } from '@weldarray/optimizer'
import { type Model, modelOf } from '../evaluate/model.js'
import { Walk } from '../evaluate/walk.js'
import type { LoopTrace } from '../execute/execute.js'
import { SEGMENT } from '../schedule/costs.js'
import { blocksOf, partOf, type Schedule, scheduleOf } from '../schedule/schedule.js'
import { instantiate } from './instantiate.js'
import type { Trace } from './trace.js'

const SHOWN_NODES = 60

export const kinds = {
  map: 'elementwise',
  inner: 'reduction of the last axis',
  outer: 'reduction of an outer axis',
} as const

const ms = (n: number): string => `${n.toFixed(3)} ms`

/** A plan's loops, as a person reads them: a line a loop, details below. */
export function describePlan(plan: Plan, traces: readonly LoopTrace[] | null = null): string {
  const loops = plan.steps.filter((step) => step.kind === 'loop').length
  let next = 0
  return plan.steps
    .map((step) => {
      if (step.kind === 'call') return describeCall(step)
      const at = next++
      return describeLoop(step, at + 1, loops, traces?.[at])
    })
    .join('\n')
}

const describeCall = ({ op, operands, size }: CallStep): string =>
  `call of ${op}: ${size} elements from ${operands.map((o) => `${o.dtype}[${o.view.shape}]`).join(' and ')}`

/** How a loop with its own lengths is run, and how that is said. */
export function scheduleOfStep({ kernel, binding }: LoopStep): Schedule & { readonly cut: string } {
  const { runLength, rowLength, accesses } = binding
  const innermost = accesses.map((a) => (a.buffer < 0 ? 0 : a.strides[a.strides.length - 1]!))
  const schedule = scheduleOf(kernel, {
    ...binding,
    innermost,
    blocks: blocksOf(kernel, runLength),
    part: partOf(kernel, rowLength, accesses),
  })
  const { grid, chunks } = schedule
  const cut =
    grid === null
      ? 'in one call'
      : `${chunks} chunks of ${grid.rowStep} × ${kernel.kind === 'inner' ? `${grid.blockStep} blocks` : grid.colStep}`
  return { ...schedule, cut }
}

function describeLoop(step: LoopStep, number: number, count: number, trace: LoopTrace | undefined): string {
  const { kernel, binding } = step
  const reads = kernel.accesses.filter((a) => a.use === 'load' || a.use === 'gather').length
  const ran =
    trace === undefined
      ? ''
      : `\n  ran: ${trace.tier}, ${ms(trace.ms)}${trace.compileMs > 0.001 ? `, of which ${ms(trace.compileMs)} for the kernel's code` : ''}`
  const { lanes, cut, threads } = scheduleOfStep(step)
  return (
    `loop ${number} of ${count}: ${kinds[kernel.kind]}, ${binding.lengths.join(' × ')} elements, ` +
    `reads ${reads}, stores ${kernel.stores.length}, reduces ${kernel.reduces.length}${kernel.scatters.length === 0 ? '' : `, scatters ${kernel.scatters.length}`}\n` +
    `  fused: ${step.fused.join(' ') || 'copy'}\n` +
    `  schedule: ${lanes} elements a step, ${cut}, ${threads === 1 ? 'the calling thread' : `up to ${threads} threads`}${ran}\n` +
    step.text.replace(/^/gm, '  | ')
  )
}

const inputsOf = (roots: readonly Node[]): number =>
  reachable(roots).reduce((n, node) => (node.kind === 'input' ? Math.max(n, node.slot + 1) : n), 0)

/** The plan of a graph with its own lengths. */
export const planOf = ({ interner, roots }: Model, options?: Options): Plan => plan(interner, roots, inputsOf(roots), options)

/**
 * The recorded graph, the graph after each pass that changed it, the loops it was compiled to and what was fused
 * into each, how they ran, and where the time went. Never evaluates.
 */
export function explain(node: Node): string {
  const trace = node.trace as Trace | null
  if (trace === null && node.memory !== null) return 'these elements were given, or computed at once: no graph was compiled'
  if (trace !== null) return explained(instantiate(trace, true), instantiate(trace, false), trace)
  const walk = new Walk()
  walk.run([node], SEGMENT)
  if (walk.isLarge)
    return `recorded graph\n${print([node], SHOWN_NODES)}\n\nnot evaluated yet; so large a graph will be evaluated in pieces, one after the other`
  return explained(modelOf(walk, true), modelOf(walk, true, PRIMES, false), null)
}

/** `recorded` is what the user wrote; `planned` the same to the compiler, which does not know the constants. */
function explained(recorded: Model, planned: Model, trace: Trace | null): string {
  const parts = [`recorded graph\n${print(recorded.roots, SHOWN_NODES)}`]
  const actual = planOf(planned, {
    onPass: (pass) => {
      if (pass.changed) parts.push(`after ${pass.pass.name} (${pass.pass.about})\n${print(pass.roots, SHOWN_NODES)}`)
    },
  })
  parts.push(describePlan(actual, trace?.loops ?? null))
  parts.push(trace === null ? 'not evaluated yet' : timesOf(trace))
  return parts.join('\n\n')
}

function timesOf({ loops }: Trace): string {
  if (loops === null) return 'time: too short to be looked at; configure({ trace: true }) notes it all the same'
  const sum = (of: (t: LoopTrace) => number): number => loops.reduce((total, t) => total + of(t), 0)
  return `time: ${loops.length} loops, ${ms(sum((t) => t.ms))}, of which ${ms(sum((t) => t.compileMs))} for kernels' code`
}
