import type { Scalar } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import type { WasmModule } from '../heap/webassembly.js'
import { inTask } from '../library/run.js'
import { WriterLostError } from '../team/team.js'
import type { Call } from './call.js'
import type { Feeding } from './feeding.js'
import type { Frame } from './frame.js'
import { noteCall } from './note-call.js'
import { type Request, runLoop } from './run-loop.js'
import type { StepTrace } from './step-trace.js'
import { traceOf } from './traces.js'

/*
 * A loop in pieces of its outermost axis. Of each call that feeds it a piece has computed what it reads, and gives that memory back: the
 * results of the calls are never there whole, and are still in the caches when the loop reads them.
 */

type Running = Generator<Request, void, WasmModule | undefined>

/** Has a stretch of a call's result computed, which is then the memory of its buffer; says which element of that is the first that was asked for. */
type Feed = (from: number, to: number) => number

const untold = <T>(work: () => T): T => work()

function feedOf(call: Call, frame: Frame, width: number, note: <T>(work: () => T) => T): Feed {
  const stretches = note(() => call.stretches(frame))
  return (from, to) => {
    frame.dropAll([call.result])
    const { memory, first } = note(() => inTask((task) => stretches(task, from * width, to * width)))
    frame.buffers[call.result] = memory
    return from * width - first
  }
}

export function* runInPieces(
  { loop, calls, feeds, piece, length }: Feeding,
  frame: Frame,
  constants: readonly Scalar[],
  patient: boolean,
  traces: StepTrace[] | null,
): Running {
  const all = loop.lengths[0]!
  const pieces = Math.ceil(all / length)
  const stretches = calls.map((call) =>
    feedOf(call, frame, call.size / all, traces === null ? untold : noteCall(call, traces, pieces)),
  )
  const trace = traces === null ? null : traceOf(loop, traces, pieces)
  frame.pin(loop.accesses)
  frame.allocate(loop)
  function* inOrder(): Running {
    for (let from = 0; from < all; from += length) {
      yield { do: 'pause', loop, done: from / all, stops: true }
      const to = Math.min(all, from + length)
      const ahead = stretches.map((stretch) => stretch(from, to))
      const start = trace === null ? 0 : performance.now()
      piece.narrow(from, to)
      frame.enter(
        piece,
        feeds.map((k, i) => (k < 0 ? from * loop.strides[i]![0]! : ahead[k]!)),
      )
      yield* runLoop(piece, frame, constants, patient, trace)
      if (trace !== null) trace.ms += performance.now() - start
    }
  }
  for (let first = true; ; first = false) {
    try {
      yield* inOrder()
      break
    } catch (error) {
      // With the memory of one piece's results that of all is lost.
      if (!first || !(error instanceof WriterLostError)) throw error
    }
  }
  frame.finish(loop)
  counters.calls += calls.length
  for (const call of calls) frame.dropAll(call.step.dies)
  frame.drop(loop)
}
