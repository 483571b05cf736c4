import { dtypeInfo } from '@weldarray/ir'
import { areUnitsTimed } from '../profile/channels.js'
import { type Watch, watched } from '../profile/watch.js'
import type { Call } from './call.js'
import type { Frame } from './frame.js'
import type { Loop } from './loop.js'
import type { CallTrace, LoopTrace, StepTrace } from './step-trace.js'

export function traceOf(loop: Loop, traces: StepTrace[]): LoopTrace {
  const trace: LoopTrace = {
    kind: 'loop',
    tier: loop.isEmpty ? 'nothing to do' : 'wasm',
    ms: 0,
    compileMs: 0,
    chunks: 1,
    lengths: loop.lengths.slice(),
    fused: loop.step.fused,
    start: performance.now(),
    bytesIn: loop.bytesIn,
    bytesOut: loop.bytesOut,
    units: areUnitsTimed() ? [] : null,
  }
  traces.push(trace)
  return trace
}

/** Runs a call, and notes how. */
export function runTraced(call: Call, frame: Frame, traces: StepTrace[]): void {
  const { operands, bytes } = call.told
  const trace: CallTrace = {
    kind: 'call',
    op: call.step.op,
    operands,
    tier: 'js',
    start: performance.now(),
    ms: 0,
    bytesIn: bytes,
    bytesOut: 0,
    units: areUnitsTimed() ? [] : null,
  }
  traces.push(trace)
  const watch: Watch = { launches: 0, units: trace.units, hasWorked: false }
  watched(watch, () => call.run(frame))
  trace.ms = performance.now() - trace.start
  trace.bytesOut = dtypeInfo[frame.buffers[call.result]!.dtype].bytes * call.size
  if (watch.launches > 0) trace.tier = 'wasm'
}
