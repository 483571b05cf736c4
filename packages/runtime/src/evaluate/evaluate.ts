import { asRefusal, interpret, MemoryLimitError, type Node, type TypedArray, type View } from '@weldarray/ir'
import { execute } from '../execute/execute.js'
import { forcedTier } from '../execute/tier.js'
import { hold } from '../graph/lifetime.js'
import { allocateMemory, freeMemory, type Memory } from '../graph/memory.js'
import { withRoom } from '../heap/room.js'
import { noteImplicit, watchesPlaces } from '../profile/places.js'
import { lookedAt, tracing } from '../replay/tracing.js'
import { SEGMENT } from '../schedule/costs.js'
import { enter, leave } from '../team/interrupts.js'
import { LARGE, NotInPieces } from './large.js'
import { modelOf } from './model.js'
import { type Gathers, gathersOf, whichIndex } from './outside.js'
import { type Planned, planFor } from './plans.js'
import { ALL, segmentEnds } from './segments.js'
import { pendingOf, settle } from './settling.js'
import { checkRoom, lookAt, lookBack } from './survey.js'
import { count, type Reason, told, tracesOf } from './telling.js'
import { type Before, computedBefore, joinBefore } from './varying.js'
import { Walk } from './walk.js'

/** Used again by every synchronous evaluation: none begins inside another. */
const walk = new Walk()

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
    compute(nodes)
  } catch (error) {
    // Of what makes the pieces, too.
    throw asRefusal(error)
  } finally {
    leave()
  }
}

/** Computes nodes whole, or, if there is too little memory, what is reduced below them in pieces. */
function compute(nodes: readonly Node[]): void {
  try {
    withRoom(evaluateAll, nodes)
  } catch (error) {
    const steps = error instanceof MemoryLimitError ? LARGE.inPieces(pendingOf(nodes)) : null
    if (steps === null) throw error
    try {
      for (const step of steps) compute(step)
    } catch (problem) {
      throw problem instanceof NotInPieces ? error : problem
    }
    withRoom(evaluateAll, nodes)
  }
}

/** While room was made for them, some may have been computed. */
const evaluateAll = (nodes: readonly Node[]): void => evaluateNow(pendingOf(nodes))

/**
 * Computes a node straight into memory that is there, by a view of it that the graph does not read; the node itself stays as
 * it is.
 */
export function evaluateInto(node: Node, memory: Memory, view: View): void {
  withRoom(storeNow, { node, memory, view })
}

function storeNow({ node, memory, view }: { readonly node: Node; readonly memory: Memory; readonly view: View }): void {
  if (node.kind === 'reduce' || node.kind === 'scatter' || node.kind === 'call' || forcedTier() === 'interpreter')
    evaluate([node])
  let failed: Gathers | null = null
  try {
    lookBack(walk, [node])
    const before = computedBefore(walk)
    if (before !== null) {
      walk.release()
      joining(before, freeMemory, evaluate)
      lookBack(walk, [node])
    }
    const isApart = walk.isLarge || walk.roots.length > 1
    if (!isApart) walk.store(memory, view)
    let planned = isApart ? null : fitted()
    if (planned === null || planned.program.takesIndices) {
      // Of what an index outside would stop, nothing is written before.
      walk.release()
      evaluate([node])
      walk.run([node], SEGMENT)
      walk.store(memory, view)
      planned = fitted()
    }
    run(planned, walk.roots)
  } catch (error) {
    failed = gathersOf(asRefusal(error), walk)
  } finally {
    walk.release()
  }
  if (failed !== null) throw whichIndex(failed, evaluate)
}

/**
 * The same where the graph reads the elements that it writes, each where it writes it, and nothing else will: they are written over, by
 * one call that nobody repeats. Says whether it did; if not, nothing has changed.
 */
export const evaluateOver = (node: Node, memory: Memory, view: View): boolean =>
  forcedTier() !== 'interpreter' && withRoom(storeOver, { node, memory, view })

function storeOver({ node, memory, view }: { readonly node: Node; readonly memory: Memory; readonly view: View }): boolean {
  try {
    lookBack(walk, [node])
    if (walk.isLarge || walk.roots.length > 1 || computedBefore(walk) !== null) return false
    walk.store(memory, view)
    const planned = fitted()
    if (!planned.program.isOneCall) return false
    walk.writesOver = true
    run(planned, walk.roots)
    return true
  } finally {
    walk.release()
  }
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
    withRoom(evaluateKeeping, node)
  } catch (error) {
    // It was nobody's wish: whoever looks at it will be told.
    if (!(error instanceof MemoryLimitError)) throw error
  } finally {
    leave()
  }
}

const evaluateKeeping = (node: Node): void => {
  if (node.memory === null) evaluateNow([node], null)
}

/**
 * Computes what has to be known before something can be recorded (how far indices reach). What lies below is about to be computed
 * once more, with what is recorded, and need not be stored for that.
 */
export function evaluateAhead(nodes: readonly Node[]): void {
  if (tracing.now !== null) throw lookedAt()
  count('implicit')
  enter(undefined)
  try {
    withRoom(evaluateUncounted, nodes)
  } finally {
    leave()
  }
}

const evaluateUncounted = (nodes: readonly Node[]): void => evaluateNow(pendingOf(nodes), freeMemory, false)

/**
 * Computes what had better be before, and joins it. Held meanwhile: to compute it, some of it may be computed and joined before the rest, and would
 * be let go of with that.
 */
function joining(before: Before, free: typeof freeMemory | null, run: (nodes: readonly Node[]) => void): void {
  const letGo = hold(before.nodes, free)
  try {
    run(before.nodes)
    joinBefore(before, free)
  } finally {
    letGo()
  }
}

function evaluateNow(pending: readonly Node[], free: typeof freeMemory | null = freeMemory, counts = true, most = SEGMENT): void {
  if (pending.length === 0) return
  let failed: Gathers | null = null
  let before: Before | null = null
  try {
    const roots = lookAt(walk, pending, most)
    before = computedBefore(walk)
    if (!walk.isLarge && before === null) {
      const memories = forcedTier() === 'interpreter' ? interpreted(walk) : run(fitted(), roots)
      if (counts) walk.met()
      settle(roots, memories, free)
      return
    }
  } catch (error) {
    failed = gathersOf(asRefusal(error), walk)
  } finally {
    walk.release()
  }
  if (failed !== null) throw whichIndex(failed, evaluate)
  if (before !== null) {
    joining(before, free, (nodes) => evaluateNow(pendingOf(nodes), free, counts, most))
  } else for (const end of segmentEnds(pending)) evaluateNow([end], free, counts, ALL)
  evaluateNow(pendingOf(pending), free, counts, before === null ? ALL : most)
}

/** The plan for what was looked at, with its lengths put in. */
function fitted(): Planned {
  checkRoom(walk)
  const planned = planFor(walk)
  planned.program.fit(walk.variables, planned.variables)
  return planned
}

function run(planned: Planned, roots: readonly Node[]): Memory[] {
  const { program } = planned
  const traces = tracesOf(program)
  const memories = execute(program, walk, walk.constants, traces)
  told(roots, planned, program, walk, traces)
  return memories
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
