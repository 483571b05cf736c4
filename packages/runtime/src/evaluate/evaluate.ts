import { sizeOf, type TypedArray } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { debugEvaluation } from '../debug/debug.js'
import { remember } from '../debug/report.js'
import { type AsyncOptions, execute, executeAsync, type Times } from '../execute/execute.js'
import { forcedTier } from '../execute/tier.js'
import type { Memory } from '../graph/memory.js'
import { segmentEnds } from '../graph/segments.js'
import { type Trace, trace } from '../graph/trace.js'
import { release, resolve, type Value } from '../graph/value.js'
import { interpreterTier } from '../tiers/js.js'
import { allocateMemory, freeMemory } from './memory-source.js'
import { planFor } from './plans.js'

/** Whether the user asked for it, or looked at a value. */
export type Reason = 'explicit' | 'implicit'

const count = (reason: Reason): void => {
  if (reason === 'explicit') counters.evaluationsExplicit++
  else counters.evaluationsImplicit++
}

const pendingOf = (values: readonly Value[]): Value[] => [...new Set(values.filter((v) => v.memory === null))]

function interpretAll(graph: Trace): Memory[] {
  return interpreterTier(graph.interner, graph.roots, graph.slots).map((data, i) => {
    const root = graph.roots[i]!
    const memory = allocateMemory(root.dtype, sizeOf(root.shape))
    memory.data.set(data as TypedArray as never)
    return memory
  })
}

/**
 * Gives the values their elements, except those that have got them meanwhile. Two values that are one computation are
 * two memories: either may be written in place.
 */
function settle(values: readonly Value[], memories: readonly Memory[]): void {
  const given = new Set<Memory>()
  values.forEach((value, i) => {
    if (value.memory !== null) return
    let memory = memories[i]!
    if (given.has(memory)) {
      const copy = allocateMemory(memory.dtype, memory.data.length)
      copy.data.set(memory.data as never)
      memory = copy
    }
    given.add(memory)
    resolve(value, memory, freeMemory)
  })
  for (const memory of memories) if (!given.has(memory)) freeMemory(memory)
}

/**
 * Computes all of `values`, in one pass where they share work; those that have their elements already cost nothing.
 * If it throws, nothing has changed and it can be done again.
 */
export function evaluate(values: readonly Value[], reason: Reason = 'implicit'): void {
  const pending = pendingOf(values)
  if (pending.length === 0) return
  count(reason)
  for (const end of segmentEnds(pending)) evaluateNow([end])
  evaluateNow(pending)
}

function evaluateNow(pending: readonly Value[]): void {
  const graph = trace(pending)
  if (forcedTier() === 'interpreter') {
    settle(pending, interpretAll(graph))
    return
  }
  const start = performance.now()
  const planned = planFor(graph)
  const times: Times & { passes: number } = { passes: performance.now() - start, compile: 0, run: 0 }
  const memories = execute(planned.plan, graph.slots, times)
  debugEvaluation(graph, planned.plan, times)
  remember(pending, planned, times)
  settle(pending, memories)
}

/**
 * As `evaluate`, without blocking the event loop. Operands keep the values they have now, whatever is written
 * meanwhile. Rejects with the signal's reason when it is aborted.
 */
export async function evaluateAsync(values: readonly Value[], options: AsyncOptions = {}): Promise<void> {
  options.signal?.throwIfAborted()
  const pending = pendingOf(values)
  if (pending.length === 0) return
  count('explicit')
  const ends = segmentEnds(pending)
  // Between two segments anything may happen to the arrays; the graph must not be taken apart with them.
  const letGo = ends.length > 0 ? hold(pending) : null
  try {
    // What was evaluated otherwise meanwhile has let go of its operands: nobody needs them then.
    for (const end of ends) if (end.refs > 0) await evaluateLater(pendingOf([end]), options)
    await evaluateLater(pendingOf(pending), options)
  } finally {
    letGo?.()
  }
}

/** Keeps values alive until the function it returns is called; what nobody owned before is not freed by it. */
function hold(values: readonly Value[]): () => void {
  const owned = values.filter((v) => v.refs > 0)
  for (const value of owned) value.refs++
  return () => {
    for (const value of owned) release(value, freeMemory)
  }
}

async function evaluateLater(pending: readonly Value[], options: AsyncOptions): Promise<void> {
  if (pending.length === 0) return
  const graph = trace(pending)
  const start = performance.now()
  const planned = planFor(graph)
  const times = { passes: performance.now() - start, compile: 0, run: 0 }
  // While the work is under way these leaves are being read: a write must copy.
  for (const leaf of graph.leaves) leaf.refs++
  try {
    const memories = await executeAsync(planned.plan, graph.slots, times, options)
    debugEvaluation(graph, planned.plan, times)
    remember(pending, planned, times)
    settle(pending, memories)
  } finally {
    for (const leaf of graph.leaves) release(leaf, freeMemory)
  }
}
