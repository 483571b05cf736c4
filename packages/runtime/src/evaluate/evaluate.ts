import { asRefusal, interpret, type Node, type Scalar, type TypedArray, type View } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { debugEvaluation } from '../debug/debug.js'
import { remember, type Trace } from '../debug/trace.js'
import { type AsyncOptions, execute, executeAsync, type LoopTrace } from '../execute/execute.js'
import { Program } from '../execute/program.js'
import { forcedTier } from '../execute/tier.js'
import { release, resolve } from '../graph/lifetime.js'
import { allocateMemory, freeMemory, type Memory } from '../graph/memory.js'
import { areEvaluationsWatched, areUnitsTimed, evaluated } from '../profile/channels.js'
import { noteImplicit, watchesPlaces } from '../profile/places.js'
import { lookedAt, tracing } from '../replay/tracing.js'
import { SEGMENT } from '../schedule/costs.js'
import { enter, leave, timeLimitPassed } from '../team/interrupts.js'
import { worthKeeping } from './keeping.js'
import { modelOf } from './model.js'
import { type Gathers, gathersOf, whichIndex } from './outside.js'
import { type Planned, planFor } from './plans.js'
import { segmentEnds } from './segments.js'
import { Walk } from './walk.js'

/** Whether the user asked for it, or looked at a value. */
export type Reason = 'explicit' | 'implicit'

/** Why the evaluation under way was begun. */
let why: Reason = 'explicit'

const count = (reason: Reason): void => {
  why = reason
  if (reason === 'explicit') counters.evaluationsExplicit++
  else counters.evaluationsImplicit++
}

function pendingOf(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length === 1) return nodes[0]!.memory === null ? nodes : []
  return [...new Set(nodes.filter((n) => n.memory === null))]
}

/**
 * Gives the nodes their elements, except those that have got them meanwhile. Two nodes that are one computation are
 * two memories: either may be written in place.
 */
function settle(nodes: readonly Node[], memories: readonly Memory[], free: typeof freeMemory | null = freeMemory): void {
  if (nodes.length === 1) {
    if (nodes[0]!.memory === null) resolve(nodes[0]!, memories[0]!, free)
    else freeMemory(memories[0]!)
    return
  }
  const given = new Set<Memory>()
  nodes.forEach((node, i) => {
    if (node.memory !== null) return
    let memory = memories[i]!
    if (given.has(memory)) {
      const copy = allocateMemory(memory.dtype, memory.length)
      copy.data.set(memory.data as never)
      memory = copy
    }
    given.add(memory)
    resolve(node, memory, free)
  })
  for (const memory of memories) if (!given.has(memory)) freeMemory(memory)
}

/** Used again by every synchronous evaluation: none begins inside another. */
const walk = new Walk()

/** Looks at what is pending below `roots`; the roots, with what had better be kept on this occasion. */
function lookAt(walk: Walk, roots: readonly Node[]): readonly Node[] {
  walk.run(roots, SEGMENT)
  if (!walk.mayKeep) return roots
  const kept = worthKeeping(walk, roots)
  if (kept.length === 0) return roots
  const all = [...roots, ...kept]
  walk.run(all, SEGMENT)
  return all
}

/**
 * Computes all of `nodes`, in one pass where they share work; those that have their elements already cost nothing.
 * If it throws, nothing has changed and it can be done again. Throws `TimeLimitError` after `timeLimit` milliseconds (else the
 * setting's), and `InterruptedError` at Ctrl-C.
 */
export function evaluate(nodes: readonly Node[], reason: Reason = 'implicit', timeLimit?: number): void {
  const pending = pendingOf(nodes)
  if (pending.length === 0) return
  if (tracing.now !== null) {
    // Asked for, it changes nothing that can be seen: what is traced is computed whole.
    if (reason === 'explicit') return
    throw lookedAt()
  }
  count(reason)
  if (reason === 'implicit' && watchesPlaces()) noteImplicit(pending)
  enter(timeLimit)
  try {
    evaluateNow(pending)
  } finally {
    leave()
  }
}

/**
 * Computes a node straight into memory that is there, by a view of it that the graph does not read; the node itself stays as
 * it is.
 */
export function evaluateInto(node: Node, memory: Memory, view: View): void {
  if (node.kind === 'reduce' || node.kind === 'call' || forcedTier() === 'interpreter') evaluate([node])
  let failed: Gathers | null = null
  try {
    lookAt(walk, [node])
    if (walk.isLarge || walk.roots.length > 1) {
      walk.release()
      evaluate([node])
      walk.run([node], SEGMENT)
    }
    walk.store(memory, view)
    computed(walk.roots)
  } catch (error) {
    failed = gathersOf(asRefusal(error), walk)
  } finally {
    walk.release()
  }
  if (failed !== null) throw whichIndex(failed, evaluate)
}

/**
 * Computes a node while expressions are being written. Whoever writes may go on with nodes that nobody else refers to yet, so none is
 * let go of: the garbage collector will find those that are not used.
 */
export function evaluateEarly(node: Node): void {
  if (tracing.now !== null) return
  count('implicit')
  enter(undefined)
  try {
    evaluateNow([node], null)
  } finally {
    leave()
  }
}

function evaluateNow(pending: readonly Node[], free: typeof freeMemory | null = freeMemory): void {
  let failed: Gathers | null = null
  try {
    const roots = lookAt(walk, pending)
    if (!walk.isLarge) {
      const memories = forcedTier() === 'interpreter' ? interpreted(walk) : computed(roots)
      walk.met()
      settle(roots, memories, free)
      return
    }
  } catch (error) {
    failed = gathersOf(asRefusal(error), walk)
  } finally {
    walk.release()
  }
  if (failed !== null) throw whichIndex(failed, evaluate)
  for (const end of segmentEnds(pending)) evaluateNow([end], free)
  const rest = pendingOf(pending)
  if (rest.length > 0) evaluateNow(rest, free)
}

function computed(roots: readonly Node[]): Memory[] {
  const planned = planFor(walk, roots)
  const { program } = planned
  program.fit(walk.variables, planned.variables)
  const traces = tracesOf(program)
  const memories = execute(program, walk, walk.constants, traces)
  told(roots, planned, program, walk, traces)
  return memories
}

/** Where the loops' times go: nowhere for a program that takes hardly longer than looking at the clock. */
const tracesOf = (program: Program): LoopTrace[] | null =>
  program.isShort && settings.debug === 0 && !settings.trace && !areUnitsTimed() ? null : []

const NO_CONSTANTS: readonly Scalar[] = []

/** Leaves behind what `explain()` and debugging tell. */
function told(roots: readonly Node[], planned: Planned, program: Program, walk: Walk, loops: LoopTrace[] | null): void {
  const trace: Trace = {
    planned,
    variables: program.values!,
    constants: walk.constantCount === 0 ? NO_CONSTANTS : walk.constants.slice(0, walk.constantCount),
    loops,
  }
  remember(roots, trace)
  if (settings.debug > 0) debugEvaluation(trace)
  if (loops !== null && areEvaluationsWatched()) evaluated(why, roots.length, loops)
}

/** The reference: slowly and obviously. */
function interpreted(walk: Walk): Memory[] {
  const { interner, roots } = modelOf(walk, true)
  const slots = walk.memories.slice(0, walk.accessCount).map((m) => m.data)
  return interpret(interner, roots, slots).map((data, i) => {
    const root = roots[i]!
    const memory = allocateMemory(root.dtype, data.length)
    memory.data.set(data as TypedArray as never)
    return memory
  })
}

/**
 * As `evaluate`, without blocking the event loop. Operands keep the values they have now, whatever is written
 * meanwhile. Rejects with the signal's reason when it is aborted.
 */
export async function evaluateAsync(nodes: readonly Node[], options: AsyncOptions = {}): Promise<void> {
  options.signal?.throwIfAborted()
  const pending = pendingOf(nodes)
  if (pending.length === 0) return
  if (tracing.now !== null) throw lookedAt()
  count('explicit')
  // Between two segments anything may happen to the arrays; the graph must not be taken apart with them.
  const letGo = hold(pending)
  const [limited, end] = withLimit(options)
  try {
    await evaluateLater(pending, limited)
  } catch (error) {
    throw asRefusal(error)
  } finally {
    end()
    letGo()
  }
}

/** Options whose signal knows of the time limit too, and what ends the wait for that. */
function withLimit(options: AsyncOptions): [AsyncOptions, () => void] {
  const { signal, timeLimit = settings.timeLimit } = options
  if (timeLimit === Number.POSITIVE_INFINITY) return [options, () => {}]
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(timeLimitPassed(timeLimit)), timeLimit)
  const signals = signal === undefined ? [late.signal] : [signal, late.signal]
  return [{ ...options, signal: AbortSignal.any(signals) }, () => clearTimeout(timer)]
}

/** Keeps nodes alive until the function it returns is called; what nobody owned before is not freed by it. */
function hold(nodes: readonly Node[]): () => void {
  const owned = nodes.filter((n) => n.refs > 0)
  for (const node of owned) node.refs++
  return () => {
    for (const node of owned) release(node, freeMemory)
  }
}

async function evaluateLater(pending: readonly Node[], options: AsyncOptions): Promise<void> {
  if (pending.length === 0) return
  const walk = new Walk()
  const roots = lookAt(walk, pending)
  if (walk.isLarge) {
    // What was evaluated otherwise meanwhile has let go of its operands: nobody needs them then.
    options.signal?.throwIfAborted()
    for (const end of segmentEnds(pending)) if (end.refs > 0) await evaluateLater(pendingOf([end]), options)
    await evaluateLater(pendingOf(pending), options)
    return
  }
  const planned = planFor(walk, roots)
  const program = new Program(planned.program.plan, planned.variables)
  // While the work is under way these leaves are being read: a write must copy.
  const leaves = walk.leaves.slice(0, walk.accessCount)
  for (const leaf of leaves) leaf.refs++
  try {
    program.fit(walk.variables, planned.variables)
    const traces = tracesOf(program)
    const memories = await executeAsync(program, walk, walk.constants, traces, options)
    told(roots, planned, program, walk, traces)
    walk.met()
    settle(roots, memories)
  } catch (error) {
    throw whichIndex(gathersOf(error, walk), evaluate)
  } finally {
    program.free()
    for (const leaf of leaves) release(leaf, freeMemory)
  }
}
