import { type Node, print, reachable } from '@weldarray/ir'
import { type CallStep, type Kernel, type LoopStep, type Options, type Plan, PRIMES, plan } from '@weldarray/optimizer'
import { type Model, modelOf } from '../evaluate/model.js'
import { Walk } from '../evaluate/walk.js'
import { isLoop, type StepTrace } from '../execute/step-trace.js'
import { SEGMENT } from '../schedule/costs.js'
import { blocksOf, partOf, type Schedule, scheduleOf } from '../schedule/schedule.js'
import { instantiate } from './instantiate.js'
import type { Trace } from './trace.js'

const SHOWN_NODES = 60

const kinds = {
  map: 'elementwise',
  inner: 'reduction of the last axis',
  outer: 'reduction of an outer axis',
} as const

/** What a loop is, as a person calls it. */
export const kindOf = ({ kind, scans }: Kernel): string =>
  scans.length === 0 ? kinds[kind] : `running totals along ${kind === 'inner' ? 'the last' : 'an outer'} axis`

const ms = (n: number): string => `${n.toFixed(3)} ms`

/** A plan's loops, as a person reads them: a line a loop, details below. */
export function describePlan(plan: Plan, traces: readonly StepTrace[] | null = null): string {
  const loops = plan.steps.filter((step) => step.kind === 'loop').length
  let next = 0
  return plan.steps
    .map((step, at) =>
      step.kind === 'call' ? describeCall(step, traces?.[at]) : describeLoop(step, ++next, loops, traces?.[at]),
    )
    .join('\n')
}

/** How a step ran, if that is known. */
function ranIn(trace: StepTrace | undefined): string {
  if (trace === undefined) return ''
  const code = trace.kind === 'loop' && trace.compileMs > 0.001 ? `, of which ${ms(trace.compileMs)} for the kernel's code` : ''
  const pieces = trace.pieces === undefined ? '' : `, in ${trace.pieces} pieces`
  return `\n  ran: ${trace.tier}, ${ms(trace.ms)}${code}${pieces}`
}

const describeCall = ({ op, operands, size }: CallStep, trace: StepTrace | undefined): string =>
  `call of ${op}: ${size} elements from ${operands.map((o) => `${o.dtype}[${o.view.shape}]`).join(' and ')}${ranIn(trace)}`

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

function describeLoop(step: LoopStep, number: number, count: number, trace: StepTrace | undefined): string {
  const { kernel, binding } = step
  const reads = kernel.accesses.filter((a) => a.use === 'load' || a.use === 'gather').length
  const { lanes, cut, threads } = scheduleOfStep(step)
  return (
    `loop ${number} of ${count}: ${kindOf(kernel)}, ${binding.lengths.join(' × ')} elements, ` +
    `reads ${reads}, stores ${kernel.stores.length}, reduces ${kernel.reduces.length}${kernel.scans.length === 0 ? '' : `, scans ${kernel.scans.length}`}${kernel.scatters.length === 0 ? '' : `, scatters ${kernel.scatters.length}`}\n` +
    `  fused: ${step.fused.join(' ') || 'copy'}\n` +
    `  schedule: ${lanes} elements a step, ${cut}, ${threads === 1 ? 'the calling thread' : `up to ${threads} threads`}${ranIn(trace)}\n` +
    step.text.replace(/^/gm, '  | ')
  )
}

const inputsOf = (roots: readonly Node[]): number =>
  reachable(roots).reduce((n, node) => (node.kind === 'input' ? Math.max(n, node.slot + 1) : n), 0)

/** The plan of a graph with its own lengths. */
export const planOf = ({ interner, roots }: Model, options?: Options): Plan => plan(interner, roots, inputsOf(roots), options)

/** What is known of an evaluation, done or to be done. */
export interface Models {
  /** What the user wrote. */
  readonly recorded: Model
  /** The same to the compiler, which does not know the constants. */
  readonly planned: Model
  /** Of one that is done. */
  readonly trace: Trace | null
}

/** The models of a node's evaluation; null for a pending graph that is evaluated in pieces. Never evaluates. */
export function modelsOf(node: Node): Models | null {
  const trace = node.trace as Trace | null
  if (trace !== null) return { recorded: instantiate(trace, true), planned: instantiate(trace, false), trace }
  const walk = new Walk()
  walk.run([node], SEGMENT)
  return walk.isLarge ? null : { recorded: modelOf(walk, true), planned: modelOf(walk, true, PRIMES, false), trace }
}

/**
 * The recorded graph, the graph after each pass that changed it, the loops it was compiled to and what was fused
 * into each, how they ran, and where the time went. Never evaluates.
 */
export function explain(node: Node): string {
  if (node.trace === null && node.memory !== null) return 'these elements were given, or computed at once: no graph was compiled'
  const found = modelsOf(node)
  if (found === null)
    return `recorded graph\n${print([node], SHOWN_NODES)}\n\nnot evaluated yet; so large a graph will be evaluated in pieces, one after the other`
  return explained(found)
}

function explained({ recorded, planned, trace }: Models): string {
  const parts = [`recorded graph\n${print(recorded.roots, SHOWN_NODES)}`]
  const actual = planOf(planned, {
    onPass: (pass) => {
      if (pass.changed) parts.push(`after ${pass.pass.name} (${pass.pass.about})\n${print(pass.roots, SHOWN_NODES)}`)
    },
  })
  parts.push(describePlan(actual, trace?.steps ?? null))
  parts.push(trace === null ? 'not evaluated yet' : timesOf(trace))
  return parts.join('\n\n')
}

const counted = (n: number, what: string): string[] => (n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`])

function timesOf({ steps }: Trace): string {
  if (steps === null) return 'time: too short to be looked at; configure({ trace: true }) notes it all the same'
  const sum = (of: (t: StepTrace) => number): number => steps.reduce((total, t) => total + of(t), 0)
  const loops = steps.filter(isLoop).length
  const what = [...counted(loops, 'loop'), ...counted(steps.length - loops, 'call')].join(' and ')
  const code = sum((t) => (t.kind === 'loop' ? t.compileMs : 0))
  return `time: ${what}, ${ms(sum((t) => t.ms))}, of which ${ms(code)} for kernels' code`
}
