import { KernelError, type Scalar } from '@weldarray/ir'
import { jsKernel } from '../backends/js.js'
import { compiler } from '../compiler/compiler.js'
import { moduleKey } from '../compiler/modules.js'
import { counters } from '../config/counters.js'
import type { WasmModule } from '../heap/webassembly.js'
import { JS_CHUNK } from '../schedule/costs.js'
import { kernelFunction, scratchAddress } from '../team/calling-thread.js'
import { kernelFailed } from '../team/errors.js'
import { type Extents, gridOf, type Job, type Run, runUnit } from '../team/job.js'
import { WriterLostError } from '../team/team.js'
import type { UnitTime } from '../team/timing.js'
import type { Frame } from './frame.js'
import type { Loop } from './loop.js'
import type { LoopTrace } from './step-trace.js'
import { forcedTier } from './tier.js'

/*
 * How one loop of a plan runs: in a call of its kernel, on all threads, or in JavaScript until its kernel comes. What has to be waited for
 * is asked of whoever drives the execution.
 */

/** What an execution asks of whoever drives it, waiting or not. */
export type Request =
  /** The kernel of a loop, compiled; answered with its module, or nothing where it is not to be had. */
  | { readonly do: 'compile'; readonly loop: Loop }
  /** A job for all threads: one phase of a loop. */
  | { readonly do: 'run'; readonly loop: Loop; readonly phase: number; readonly job: Job }
  /** A moment for others, between two chunks of a loop in JavaScript, or before a call. */
  | { readonly do: 'pause'; readonly loop: Loop | null; readonly done: number; readonly stops: boolean }

type Running = Generator<Request, void, WasmModule | undefined>

/** Whether a loop runs in JavaScript whatever kernels there are. */
export const inJs = (): boolean => forcedTier() === 'js'

/** Keeps a module with its loop. */
function load(loop: Loop, module: WasmModule): void {
  loop.module = module
  loop.run = kernelFunction(module)
}

/** Runs a loop the best way there is. */
export function* runLoop(
  loop: Loop,
  frame: Frame,
  constants: readonly Scalar[],
  patient: boolean,
  trace: LoopTrace | null,
): Running {
  if (loop.run === null && !inJs()) yield* kernelOf(loop, patient, trace)
  else if (trace?.tier === 'js' && !inJs()) trace.tier = 'js, then wasm'
  if (loop.run === null || inJs()) yield* runInJs(loop, frame, constants, trace)
  else if (loop.isShort || frame.inputs.writesOver === true) runHere(loop, frame)
  else yield* runOnAll(loop, frame, trace)
}

/** Looks for a loop's kernel. An impatient evaluation asks for it and begins without, where nothing forbids it. */
function* kernelOf(loop: Loop, patient: boolean, trace: LoopTrace | null): Running {
  const start = trace === null ? 0 : performance.now()
  let module: WasmModule | undefined
  if (patient || forcedTier() !== 'auto') module = yield { do: 'compile', loop }
  else {
    // It is asked for even if the program ends before it comes: the next run finds it on disk.
    if (loop.isWorthAsking()) compiler.request(loop.kernel, loop.text)
    module = compiler.poll(loop.text)
  }
  if (module !== undefined) load(loop, module)
  else if (forcedTier() === 'wasm')
    throw new KernelError(`a kernel could not be compiled: ${compiler.whyNot(loop.text)}\n${loop.text}`)
  if (trace !== null) trace.compileMs += performance.now() - start
}

/** A loop on all threads; again, in other memory, if one of them is lost where it may go on writing. */
function* runOnAll(loop: Loop, frame: Frame, trace: LoopTrace | null): Running {
  for (let first = true; ; first = false) {
    frame.bind(loop)
    counters.kernelRuns++
    try {
      for (let phase = 0; phase < loop.phases; phase++) {
        const extents = loop.begin(phase)
        yield { do: 'run', loop, phase, job: jobOf(loop, frame, extents, trace?.units ?? null) }
        if (loop.isTotalling) frame.joinTotals(loop)
      }
      break
    } catch (error) {
      // Of other pieces the results are lost too.
      if (!first || loop.whole !== loop || !(error instanceof WriterLostError)) throw error
    }
  }
  frame.leave(loop, true)
}

const jobOf = (loop: Loop, frame: Frame, extents: Extents, times: UnitTime[] | null): Job => ({
  times,
  module: loop.module!,
  kernelKey: moduleKey(loop.module!),
  params: loop.parameters.address,
  scratchBytes: loop.scratchBytes,
  lasting: frame.isLasting(loop),
  lost: (safe) => frame.abandon(loop, safe),
  ...extents,
})

function callHere(loop: Loop, blocks: number): void {
  const columns = loop.kernel.kind === 'inner' ? 1 : loop.rowLength
  try {
    loop.run!(loop.parameters.address, scratchAddress(loop.scratchBytes), 0, loop.rows, 0, blocks, 0, columns)
  } catch (error) {
    throw kernelFailed(error)
  }
}

/** The whole of a short loop, in one call a phase. */
export function runHere(loop: Loop, frame: Frame): void {
  frame.bind(loop)
  counters.kernelRuns++
  if (loop.kernel.scans.length === 0) callHere(loop, loop.blocks)
  else
    for (let phase = 0; phase < loop.phases; phase++) {
      callHere(loop, loop.begin(phase).blocks)
      if (loop.isTotalling) frame.joinTotals(loop)
    }
  frame.leave(loop, true)
}

/** A loop in JavaScript, chunk by chunk; in between it is looked whether the kernel has come, which then goes on. */
function* runInJs(loop: Loop, frame: Frame, constants: readonly Scalar[], trace: LoopTrace | null): Running {
  const js = (loop.inJs ??= jsKernel(loop)).bind(frame.buffers, constants, frame.partialResults(loop))
  // Small results are where the kernel would not look for the part that is there.
  const waits = !inJs() && frame.isInHeap(loop)
  if (trace !== null) trace.tier = 'js'
  let run: Run = js
  let scratch = 0
  // What was there before must not be left half written.
  const stops = !frame.isLasting(loop)
  for (let phase = 0; phase < loop.phases; phase++) {
    const space = chunked(loop, loop.begin(phase))
    for (let unit = 0; unit < space.units; unit++) {
      if (unit > 0 || phase > 0) {
        yield { do: 'pause', loop, done: (phase + unit / space.units) / loop.phases, stops }
        const module = waits && run === js ? compiler.poll(loop.text) : undefined
        if (module !== undefined) {
          load(loop, module)
          frame.bind(loop)
          run = loop.run!
          scratch = scratchAddress(loop.scratchBytes)
          if (trace !== null) trace.tier = 'js, then wasm'
        }
      }
      const start = trace === null ? 0 : performance.now()
      try {
        runUnit(run, space, scratch, unit)
      } catch (error) {
        throw kernelFailed(error)
      }
      trace?.units?.push({ thread: 0, unit, start, end: performance.now() })
    }
    if (loop.isTotalling) frame.joinTotals(loop)
    if (trace !== null) trace.chunks = space.units
  }
  frame.leave(loop, false)
}

/** The iteration space in chunks that JavaScript takes a fraction of a millisecond for. */
function chunked(loop: Loop, extents: Extents): ReturnType<typeof gridOf> {
  const most = Math.max(
    1,
    Math.round(JS_CHUNK / Math.max(1, extents.rowStep * (loop.kernel.kind === 'inner' ? 1 : extents.colStep))),
  )
  return gridOf({
    ...extents,
    params: loop.parameters.address,
    colStep: loop.part > 0 ? extents.colStep : Math.min(extents.colStep, JS_CHUNK),
    rowStep: Math.max(1, Math.min(extents.rowStep, most)),
  })
}
