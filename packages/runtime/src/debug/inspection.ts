import { dtypeInfo, type Interner, type Memory, type Node, print, reachable, scalarText, scanName } from '@weldarray/ir'
import { AS_IT_IS, type CallStep, type Kernel, type LoopStep, type Pass, type Plan } from '@weldarray/optimizer'
import type { Model } from '../evaluate/model.js'
import { executeAsync } from '../execute/execute.js'
import { Program } from '../execute/program.js'
import type { StepTrace } from '../execute/step-trace.js'
import { freeMemory } from '../graph/memory.js'
import { withUnitTimes } from '../profile/channels.js'
import { elementsTouched } from '../schedule/traffic.js'
import { primitivesIn } from '../schedule/weights.js'
import type { UnitTime } from '../team/timing.js'
import { kindOf, type Models, modelsOf, planOf, scheduleOfStep } from './report.js'
import type { Trace } from './trace.js'

/*
 * All that is known of an evaluation, as plain data: what the inspector draws. `explain()` is the same for terminals.
 */

export interface InspectedNode {
  readonly label: string
  readonly type: string
  readonly kind: Node['kind']
  /** Positions, in the graph's list, of what it is computed from. */
  readonly args: readonly number[]
  readonly isRoot: boolean
}

/** A graph at one point of its compilation. */
export interface InspectedGraph {
  readonly name: string
  readonly about: string
  readonly text: string
  /** Empty for graphs of more nodes than can be looked at. */
  readonly nodes: readonly InspectedNode[]
}

export interface InspectedLoop {
  readonly kind: string
  readonly lengths: readonly number[]
  readonly fused: readonly string[]
  readonly lanes: number
  readonly cut: string
  readonly threads: number
  /** Elements of the iteration space, and the primitive operations for each. */
  readonly elements: number
  readonly operations: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly kernel: Kernel
  readonly text: string
  /** How it ran; null if that is not known. */
  readonly ran: { readonly tier: string; readonly start: number; readonly ms: number; readonly compileMs: number } | null
  readonly units: readonly UnitTime[]
}

/** A call of the library between the loops. */
export interface InspectedCall {
  readonly op: string
  /** As `float64[3,4]`. */
  readonly operands: readonly string[]
  readonly elements: number
  /** How it ran; null if that is not known. */
  readonly ran: {
    readonly tier: string
    readonly start: number
    readonly ms: number
    readonly bytesIn: number
    readonly bytesOut: number
  } | null
  readonly units: readonly UnitTime[]
}

export interface Inspection {
  /** Why there is nothing to see, or not all of it. */
  readonly note: string | null
  readonly graphs: readonly InspectedGraph[]
  readonly loops: readonly InspectedLoop[]
  readonly calls: readonly InspectedCall[]
  /** What was done before, while somebody watched: loops and calls of other evaluations, functions that compute at once. */
  readonly before: readonly StepTrace[]
}

/** Graphs of more nodes are not drawn. */
const MOST_DRAWN = 400
const MOST_PRINTED = 2000

function labelOf(node: Node): string {
  switch (node.kind) {
    case 'const':
      return `${node.literal ? 'lit' : 'const'} ${scalarText(node.value)}`
    case 'param':
    case 'input':
      return `${node.kind} ${node.slot}`
    case 'view':
      return node.strides.includes(0) ? 'view (repeats)' : 'view'
    case 'reduce':
      return `${node.op} over [${node.axes}]`
    case 'scan':
      return `${scanName(node.op)} along ${node.axis}`
    case 'map':
      return node.op
    case 'call':
      return `call of ${node.op}`
    default:
      return node.kind
  }
}

function graphOf(name: string, about: string, roots: readonly Node[]): InspectedGraph {
  const nodes = reachable(roots)
  const text = print(roots, MOST_PRINTED)
  if (nodes.length > MOST_DRAWN) return { name, about, text, nodes: [] }
  const at = new Map(nodes.map((node, i) => [node, i]))
  return {
    name,
    about,
    text,
    nodes: nodes.map((node) => ({
      label: labelOf(node),
      type: `${node.dtype}[${node.shape}]`,
      kind: node.kind,
      args: node.args.map((arg) => at.get(arg)!),
      isRoot: roots.includes(node),
    })),
  }
}

function loopOf(step: LoopStep, given: StepTrace | undefined): InspectedLoop {
  const trace = given?.kind === 'loop' ? given : undefined
  const { kernel, binding } = step
  const { lanes, cut, threads } = scheduleOfStep(step)
  const moved = (use: 'load' | 'store'): number =>
    kernel.accesses.reduce(
      (sum, a, i) =>
        a.use === use ? sum + elementsTouched(binding.lengths, binding.accesses[i]!.strides) * dtypeInfo[a.dtype].bytes : sum,
      0,
    )
  const results = binding.rows * (kernel.kind === 'outer' ? binding.rowLength : 1)
  const reduced = kernel.reduces.reduce((sum, { dtype }) => sum + results * dtypeInfo[dtype].bytes, 0)
  return {
    kind: kindOf(kernel),
    lengths: binding.lengths,
    fused: step.fused,
    lanes,
    cut,
    threads,
    elements: step.size,
    operations: primitivesIn(kernel) + kernel.reduces.length,
    bytesIn: moved('load'),
    bytesOut: moved('store') + reduced,
    kernel,
    text: step.text,
    ran: trace === undefined ? null : { tier: trace.tier, start: trace.start, ms: trace.ms, compileMs: trace.compileMs },
    units: trace?.units ?? [],
  }
}

const callOf = ({ op, operands, size }: CallStep, trace: StepTrace | undefined): InspectedCall => ({
  op,
  operands: operands.map((o) => `${o.dtype}[${o.view.shape}]`),
  elements: size,
  ran: trace ?? null,
  units: trace?.units ?? [],
})

/** What there is to tell of a node's evaluation, done or to be done, and of what else is in a log. Never evaluates. */
export function inspectionOf(node: Node, log: readonly StepTrace[] = []): Inspection {
  const trace = node.trace as Trace | null
  const own = new Set(trace?.steps)
  const before = log.filter((step) => !own.has(step))
  const nothing = (note: string, graphs: readonly InspectedGraph[] = []): Inspection => ({
    note,
    graphs,
    loops: [],
    calls: [],
    before,
  })
  if (trace === null && node.memory !== null)
    return nothing('These elements were given, or computed at once: no graph was compiled.')
  const found = modelsOf(node)
  if (found !== null) return { ...inspected(found), before }
  return nothing('So large a graph is evaluated in pieces, one after the other.', [
    graphOf('recorded', 'as it was written', [node]),
  ])
}

function inspected({ recorded, planned, trace }: Models): Inspection {
  const { graphs, plan } = compiled(recorded, planned)
  const ran = trace?.steps ?? null
  return {
    note: ran === null ? 'How the loops ran was not noted: inspect the array before it is evaluated.' : null,
    graphs,
    ...stepsOf(plan, ran),
    before: [],
  }
}

/** The graphs on the way to a plan, and the plan. */
function compiled(recorded: Model, planned: Model, passes?: readonly Pass[]): { graphs: InspectedGraph[]; plan: Plan } {
  const graphs = [graphOf('recorded', 'as it was written', recorded.roots)]
  const plan = planOf(planned, {
    ...(passes === undefined ? {} : { passes }),
    onPass: ({ pass, roots, changed }) => {
      if (changed) graphs.push(graphOf(pass.name, pass.about, roots))
    },
  })
  return { graphs, plan }
}

const stepsOf = (plan: Plan, traces: readonly StepTrace[] | null): Pick<Inspection, 'loops' | 'calls'> => ({
  loops: plan.steps.flatMap((step, i) => (step.kind === 'loop' ? [loopOf(step, traces?.[i])] : [])),
  calls: plan.steps.flatMap((step, i) => (step.kind === 'call' ? [callOf(step, traces?.[i])] : [])),
})

/** A graph that names its inputs by number, compiled with these passes, and run on memory if some is given. */
export interface GraphInspection {
  readonly inspection: Inspection
  readonly plan: Plan
  /** By root. */
  readonly results: readonly Memory[]
  /** How the steps ran in the quickest run; null if there was none. */
  readonly traces: readonly StepTrace[] | null
  /** Milliseconds of each run. */
  readonly times: readonly number[]
}

/**
 * Compiles a graph with other passes than the usual ones, if some are given, and runs it `runs` times on memory for each of its input slots.
 * Kernels are waited for. What is told of the loops is of the quickest run.
 */
export async function inspectGraph(
  graph: { readonly interner: Interner; readonly roots: readonly Node[] },
  memories: readonly Memory[],
  runs: number,
  passes?: readonly Pass[],
): Promise<GraphInspection> {
  const model: Model = { ...graph, target: null }
  const { graphs, plan } = compiled(model, model, passes)
  const program = new Program(plan, AS_IT_IS)
  program.fit([], 0)
  const inputs = { memories, offsets: memories.map(() => 0) }
  let results: readonly Memory[] = []
  let best: StepTrace[] | null = null
  const times: number[] = []
  try {
    for (let run = 0; run < runs; run++) {
      const traces: StepTrace[] = []
      const start = performance.now()
      const made = await withUnitTimes(() => executeAsync(program, inputs, [], traces, {}))
      const ms = performance.now() - start
      if (times.every((t) => ms < t)) best = traces
      times.push(ms)
      for (const memory of results) freeMemory(memory)
      results = made
    }
  } finally {
    program.free()
  }
  return { inspection: { note: null, graphs, ...stepsOf(plan, best), before: [] }, plan, results, traces: best, times }
}
