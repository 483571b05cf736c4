import { areUnitsTimed } from '../profile/channels.js'
import type { Loop } from './loop.js'
import type { LoopTrace, StepTrace } from './step-trace.js'

export function traceOf(loop: Loop, traces: StepTrace[], pieces?: number): LoopTrace {
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
    ...(pieces === undefined ? {} : { pieces }),
  }
  traces.push(trace)
  return trace
}
