import type { Scalar } from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import type { Memory } from '../graph/memory.js'
import type { WasmModule } from '../heap/webassembly.js'
import { reasonToStop } from '../team/interrupts.js'
import { type AsyncOptions, orAborted, team } from '../team/team.js'
import { Call } from './call.js'
import { Frame } from './frame.js'
import type { Loop } from './loop.js'
import { noteCall } from './note-call.js'
import type { Inputs, Program } from './program.js'
import { runInPieces } from './run-in-pieces.js'
import { inJs, type Request, runHere, runLoop } from './run-loop.js'
import type { StepTrace } from './step-trace.js'
import { traceOf } from './traces.js'

export type { AsyncOptions } from '../team/team.js'

type Execution = Generator<Request, Memory[], WasmModule | undefined>

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
    const { steps, feedings } = program
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at]!
      const feeding = feedings.get(step)
      if (feeding !== undefined && feeding.length > 0) {
        yield* runInPieces(feeding, frame, constants, patient, traces)
        at += feeding.calls.length
      } else if (step instanceof Call) {
        yield { do: 'pause', loop: null, done: 0, stops: true }
        if (traces === null) step.run(frame)
        else noteCall(step, traces)(() => step.run(frame))
      } else {
        const trace = traces === null ? null : traceOf(step, traces)
        if (step.isEmpty) frame.fillEmpty(step)
        else {
          frame.open(step)
          yield* runLoop(step, frame, constants, patient, trace)
          frame.finish(step)
        }
        frame.drop(step)
        if (trace !== null) trace.ms = performance.now() - trace.start
      }
    }
    done = true
    return resultsOf(program, frame)
  } finally {
    frame.close(done)
  }
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
        frame.finish(step)
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
  // Of a loop in pieces it is told between these.
  const tell =
    onProgress &&
    ((loop: Loop, part: number) => {
      if (loop.whole === loop) onProgress((before(loop) + part * loop.size) / total)
    })
  const serve = async (request: Request): Promise<WasmModule | undefined> => {
    signal?.throwIfAborted()
    if (request.do === 'pause') {
      await turn()
      if (request.loop !== null) tell?.(request.loop, request.done)
      return undefined
    }
    const { loop } = request
    if (request.do === 'compile') return orAborted(compiler.compileAsync(loop.kernel, loop.text), signal)
    const done = (part: number): number => (request.phase + part) / loop.phases
    await team.runAsync(request.job, { signal, onProgress: tell && ((part: number) => tell(loop, done(part))) })
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
