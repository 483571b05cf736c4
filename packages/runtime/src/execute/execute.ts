import { KernelError, type Scalar } from '@weldarray/ir'
import { JsKernel } from '../backends/js.js'
import { compiler } from '../compiler/compiler.js'
import { moduleKey } from '../compiler/modules.js'
import { counters } from '../config/counters.js'
import type { Memory } from '../graph/memory.js'
import type { WasmModule } from '../heap/webassembly.js'
import { JS_CHUNK } from '../schedule/costs.js'
import { kernelFunction, scratchAddress } from '../team/calling-thread.js'
import { kernelFailed } from '../team/errors.js'
import { reasonToStop } from '../team/interrupts.js'
import { gridOf, type Job, type Run, runUnit } from '../team/job.js'
import { type AsyncOptions, orAborted, team, WriterLostError } from '../team/team.js'
import type { UnitTime } from '../team/timing.js'
import { Call } from './call.js'
import { Frame } from './frame.js'
import type { Loop } from './loop.js'
import type { Inputs, Program } from './program.js'
import type { LoopTrace, StepTrace } from './step-trace.js'
import { forcedTier } from './tier.js'
import { runTraced, traceOf } from './traces.js'

export type { AsyncOptions } from '../team/team.js'

/** What an execution asks of whoever drives it, waiting or not. */
type Request =
  /** The kernel of a loop, compiled; answered with its module, or nothing where it is not to be had. */
  | { readonly do: 'compile'; readonly loop: Loop }
  /** A job for all threads. */
  | { readonly do: 'run'; readonly loop: Loop; readonly job: Job }
  /** A moment for others, between two chunks of a loop in JavaScript, or before a call. */
  | { readonly do: 'pause'; readonly loop: Loop | null; readonly done: number; readonly stops: boolean }

type Execution = Generator<Request, Memory[], WasmModule | undefined>

/** Whether a loop runs in JavaScript whatever kernels there are. */
const inJs = (): boolean => forcedTier() === 'js'

/** Keeps a module with its loop. */
function load(loop: Loop, module: WasmModule): void {
  loop.module = module
  loop.run = kernelFunction(module)
}

/**
 * One evaluation of a plan, loop after loop; the memory of its roots. Synchronous and asynchronous evaluation drive the
 * same routine. Nothing is kept if it throws.
 */
function* execution(
  program: Program,
  inputs: Inputs,
  constants: readonly Scalar[],
  patient: boolean,
  traces: StepTrace[] | null,
): Execution {
  // Another attempt, after room was made, tells of itself.
  if (traces !== null) traces.length = 0
  const frame = new Frame(program, inputs, constants, patient)
  let done = false
  try {
    for (const loop of program.steps) {
      if (loop instanceof Call) {
        yield { do: 'pause', loop: null, done: 0, stops: true }
        if (traces === null) loop.run(frame)
        else runTraced(loop, frame, traces)
        continue
      }
      const trace = traces === null ? null : traceOf(loop, traces)
      if (loop.isEmpty) frame.fillEmpty(loop)
      else {
        frame.open(loop)
        if (loop.run === null && !inJs()) yield* kernelOf(loop, patient, trace)
        if (loop.run === null || inJs()) yield* runInJs(loop, frame, constants, trace)
        else if (loop.isShort) runHere(loop, frame)
        else yield* runOnAll(loop, frame, trace)
      }
      frame.drop(loop)
      if (trace !== null) trace.ms = performance.now() - trace.start
    }
    done = true
    return resultsOf(program, frame)
  } finally {
    frame.close(done)
  }
}

/** Looks for a loop's kernel. An impatient evaluation asks for it and begins without, where nothing forbids it. */
function* kernelOf(loop: Loop, patient: boolean, trace: LoopTrace | null): Generator<Request, void, WasmModule | undefined> {
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
  if (trace !== null) trace.compileMs = performance.now() - start
}

/** A loop on all threads; again, in other memory, if one of them is lost where it may go on writing. */
function* runOnAll(loop: Loop, frame: Frame, trace: LoopTrace | null): Generator<Request, void, WasmModule | undefined> {
  for (let first = true; ; first = false) {
    frame.bind(loop)
    counters.kernelRuns++
    try {
      yield { do: 'run', loop, job: jobOf(loop, frame, trace?.units ?? null) }
      break
    } catch (error) {
      if (!first || !(error instanceof WriterLostError)) throw error
    }
  }
  frame.finish(loop, true)
}

const jobOf = (loop: Loop, frame: Frame, times: UnitTime[] | null): Job => ({
  times,
  module: loop.module!,
  kernelKey: moduleKey(loop.module!),
  params: loop.parameters.address,
  scratchBytes: loop.scratchBytes,
  lasting: frame.isLasting(loop),
  lost: (safe) => frame.abandon(loop, safe),
  ...loop.extents,
})

/** The whole of a short loop, in one call. */
function runHere(loop: Loop, frame: Frame): void {
  frame.bind(loop)
  counters.kernelRuns++
  const { kind } = loop.kernel
  try {
    loop.run!(
      loop.parameters.address,
      scratchAddress(loop.scratchBytes),
      0,
      loop.rows,
      0,
      loop.blocks,
      0,
      kind === 'inner' ? 1 : loop.rowLength,
    )
  } catch (error) {
    throw kernelFailed(error)
  }
  frame.finish(loop, true)
}

/** A loop in JavaScript, chunk by chunk; in between it is looked whether the kernel has come, which then goes on. */
function* runInJs(
  loop: Loop,
  frame: Frame,
  constants: readonly Scalar[],
  trace: LoopTrace | null,
): Generator<Request, void, WasmModule | undefined> {
  const partials = frame.partialResults(loop).map((m) => m.data)
  const space = chunked(loop)
  const js = (loop.inJs ??= new JsKernel(loop)).bind(frame.buffers, constants, partials)
  // Small results are where the kernel would not look for the part that is there.
  const waits = !inJs() && frame.isInHeap(loop)
  if (trace !== null) trace.tier = 'js'
  let run: Run = js
  let scratch = 0
  // What was there before must not be left half written.
  const stops = !frame.isLasting(loop)
  for (let unit = 0; unit < space.units; unit++) {
    if (unit > 0) {
      yield { do: 'pause', loop, done: unit / space.units, stops }
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
  if (trace !== null) trace.chunks = space.units
  frame.finish(loop, false)
}

/** The iteration space in chunks that JavaScript takes a fraction of a millisecond for. */
function chunked(loop: Loop): ReturnType<typeof gridOf> {
  const { extents } = loop
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

/** The memory of a plan's roots. */
function resultsOf({ plan: { roots } }: Program, { buffers }: Frame): Memory[] {
  const results = new Array<Memory>(roots.length)
  for (let i = 0; i < roots.length; i++) results[i] = buffers[roots[i]!]!
  return results
}

/** Whether every loop is one call of a kernel that is there, and calls are short: then nothing has to be asked for. */
function isAtHand(program: Program): boolean {
  if (!program.isShort || inJs()) return false
  const { loops } = program
  for (let i = 0; i < loops.length; i++) if (loops[i]!.run === null || loops[i]!.isEmpty) return false
  return true
}

/** The same as `execution`, where it would ask for nothing. */
function executeAtHand(program: Program, inputs: Inputs, constants: readonly Scalar[]): Memory[] {
  const frame = new Frame(program, inputs, constants, false)
  let done = false
  try {
    for (const step of program.steps) {
      if (step instanceof Call) step.run(frame)
      else {
        frame.open(step)
        runHere(step, frame)
        frame.drop(step)
      }
    }
    done = true
    return resultsOf(program, frame)
  } finally {
    frame.close(done)
  }
}

/** Runs a plan while the caller waits. */
export function execute(program: Program, inputs: Inputs, constants: readonly Scalar[], traces: StepTrace[] | null): Memory[] {
  if (traces === null && isAtHand(program)) return executeAtHand(program, inputs, constants)
  const steps = execution(program, inputs, constants, false, traces)
  let next = steps.next()
  while (!next.done) {
    const request = next.value
    if (request.do === 'compile') next = steps.next(compiler.compile(request.loop.kernel, request.loop.text))
    else {
      try {
        if (request.do === 'run') team.run(request.job)
        else if (request.stops) {
          const reason = reasonToStop()
          if (reason) throw reason
        }
      } catch (error) {
        next = steps.throw(error)
        continue
      }
      next = steps.next()
    }
  }
  return next.value
}

const turn = (): Promise<void> => new Promise((go) => setImmediate(go))

/** The same without blocking the event loop. Rejects with the signal's reason when it is aborted. */
export async function executeAsync(
  program: Program,
  inputs: Inputs,
  constants: readonly Scalar[],
  traces: StepTrace[] | null,
  { signal, onProgress }: AsyncOptions,
): Promise<Memory[]> {
  const total = program.loops.reduce((sum, loop) => sum + loop.size, 0) || 1
  const before = (loop: Loop): number => program.loops.slice(0, program.loops.indexOf(loop)).reduce((sum, l) => sum + l.size, 0)
  const tell = onProgress && ((loop: Loop, part: number) => onProgress((before(loop) + part * loop.size) / total))
  const serve = async (request: Request): Promise<WasmModule | undefined> => {
    signal?.throwIfAborted()
    if (request.do === 'pause') {
      await turn()
      if (request.loop !== null) tell?.(request.loop, request.done)
      return undefined
    }
    const { loop } = request
    if (request.do === 'compile') return orAborted(compiler.compileAsync(loop.kernel, loop.text), signal)
    await team.runAsync(request.job, { signal, onProgress: tell && ((part: number) => tell(loop, part)) })
    return undefined
  }
  const steps = execution(program, inputs, constants, true, traces)
  let next = steps.next()
  while (!next.done) {
    let answer: WasmModule | undefined
    try {
      answer = await serve(next.value)
      signal?.throwIfAborted()
    } catch (error) {
      next = steps.throw(error)
      continue
    }
    next = steps.next(answer)
  }
  onProgress?.(1)
  return next.value
}
