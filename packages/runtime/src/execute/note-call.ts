import { dtypeInfo } from '@weldarray/ir'
import { areUnitsTimed } from '../profile/channels.js'
import { type Watch, watched } from '../profile/watch.js'
import type { Call } from './call.js'
import type { CallTrace, StepTrace } from './step-trace.js'

/** Notes how a call is run, all of whose work is done in what is returned. */
export function noteCall(call: Call, traces: StepTrace[], pieces?: number): <T>(work: () => T) => T {
  const { operands, bytes } = call.told
  const { op, dtype } = call.step
  const trace: CallTrace = {
    kind: 'call',
    op,
    operands,
    tier: 'js',
    start: performance.now(),
    ms: 0,
    bytesIn: bytes,
    bytesOut: dtypeInfo[dtype].bytes * call.size,
    units: areUnitsTimed() ? [] : null,
    ...(pieces === undefined ? {} : { pieces }),
  }
  traces.push(trace)
  const watch: Watch = { launches: 0, units: trace.units, hasWorked: false }
  return (work) => {
    const start = performance.now()
    try {
      return watched(watch, work)
    } finally {
      trace.ms += performance.now() - start
      if (watch.launches > 0) trace.tier = 'wasm'
    }
  }
}
