import { asRefusal, MemoryLimitError, type Node } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { type AsyncOptions, executeAsync } from '../execute/execute.js'
import { Program } from '../execute/program.js'
import { hold, release } from '../graph/lifetime.js'
import { freeMemory, type Memory } from '../graph/memory.js'
import { lookedAt, tracing } from '../replay/tracing.js'
import { SEGMENT } from '../schedule/costs.js'
import { timeLimitPassed } from '../team/interrupts.js'
import { evaluate } from './evaluate.js'
import { LARGE, NotInPieces } from './large.js'
import { gathersOf, whichIndex } from './outside.js'
import { planFor } from './plans.js'
import { ALL, segmentEnds } from './segments.js'
import { pendingOf, settle } from './settling.js'
import { checkRoom, lookAt } from './survey.js'
import { count, told, tracesOf } from './telling.js'
import { computedBefore, joinBefore } from './varying.js'
import { Walk } from './walk.js'

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
  const letGo = hold(pending, freeMemory)
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

/** Timers beyond this many milliseconds, 24 days, fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Options whose signal knows of the time limit too, and what ends the wait for that. */
function withLimit(options: AsyncOptions): [AsyncOptions, () => void] {
  const { signal, timeLimit = settings.timeLimit } = options
  if (timeLimit > LONGEST_TIMER) return [options, () => {}]
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(timeLimitPassed(timeLimit)), timeLimit)
  const signals = signal === undefined ? [late.signal] : [signal, late.signal]
  return [{ ...options, signal: AbortSignal.any(signals) }, () => clearTimeout(timer)]
}

async function evaluateLater(pending: readonly Node[], options: AsyncOptions): Promise<void> {
  try {
    await attempt(pending, options)
  } catch (error) {
    if (!(error instanceof MemoryLimitError)) throw error
    await alone(() => inPiecesLater(pending, options))
  }
}

async function inPiecesLater(nodes: readonly Node[], options: AsyncOptions): Promise<void> {
  const pending = pendingOf(nodes)
  try {
    await attempt(pending, options)
    return
  } catch (error) {
    const steps = error instanceof MemoryLimitError ? LARGE.inPieces(pendingOf(pending), options.onProgress) : null
    if (steps === null) throw error
    const quiet = { ...options, onProgress: undefined }
    try {
      for (const step of steps) await inPiecesLater(step, quiet)
    } catch (problem) {
      throw problem instanceof NotInPieces ? error : problem
    }
    await attempt(pendingOf(pending), quiet)
    options.onProgress?.(1)
  }
}

async function attempt(pending: readonly Node[], options: AsyncOptions, most = SEGMENT): Promise<void> {
  if (pending.length === 0) return
  const walk = new Walk()
  const roots = lookAt(walk, pending, most)
  const before = computedBefore(walk)
  if (walk.isLarge || before !== null) {
    options.signal?.throwIfAborted()
    if (before === null) for (const end of segmentEnds(pending)) await ahead([end], options, ALL)
    else await ahead(before.nodes, options, most, () => joinBefore(before, freeMemory))
    await attempt(pendingOf(pending), options, before === null ? ALL : most)
    return
  }
  await computeLater(walk, roots, options)
}

/**
 * Computes nodes below those that are wanted, and does something with them. Held meanwhile, since what is evaluated otherwise, or joined to compute
 * one of them, lets go of its operands; those that nobody needs any more are left out.
 */
async function ahead(nodes: readonly Node[], options: AsyncOptions, most: number, then = () => {}): Promise<void> {
  const needed = nodes.filter((node) => node.refs > 0)
  const letGo = hold(needed, freeMemory)
  try {
    await attempt(pendingOf(needed), options, most)
    then()
  } finally {
    letGo()
  }
}

/** Asynchronous evaluations that hold memory, and the last of those that want all there is. */
const holding = new Set<Promise<unknown>>()
let lastAlone: Promise<unknown> = Promise.resolve()

/** Does something when no other asynchronous evaluation holds memory: two at a time may not fit where each does. */
function alone(run: () => Promise<void>): Promise<void> {
  const done = lastAlone.then(async () => {
    while (holding.size > 0) await Promise.race(holding)
    await run()
  })
  lastAlone = done.catch(() => {})
  return done
}

/** Notes, as long as it lasts, that an evaluation holds memory. */
async function noted(running: Promise<Memory[]>): Promise<Memory[]> {
  const ended = running.catch(() => {})
  holding.add(ended)
  try {
    return await running
  } finally {
    holding.delete(ended)
  }
}

async function computeLater(walk: Walk, roots: readonly Node[], options: AsyncOptions): Promise<void> {
  checkRoom(walk)
  const planned = planFor(walk)
  const program = new Program(planned.program.plan, planned.reading)
  // While the work is under way these leaves are being read: a write must copy.
  const leaves = walk.leaves.slice(0, walk.accessCount)
  for (const leaf of leaves) leaf.refs++
  try {
    program.fit(walk.variables, planned.variables)
    const traces = tracesOf(program)
    const results = await noted(executeAsync(program, walk, walk.constants, traces, options))
    told(roots, planned, program, walk, traces)
    walk.met()
    settle(roots, results)
  } catch (error) {
    throw whichIndex(gathersOf(error, walk), evaluate)
  } finally {
    program.free()
    for (const leaf of leaves) release(leaf, freeMemory)
  }
}
