import type { UnitTime } from '../team/timing.js'

/** How a step of a plan was run, for `explain()`. */
interface Timed {
  /** `performance.now()` when it began. */
  start: number
  ms: number
  /** Bytes of the elements it reads and writes. */
  readonly bytesIn: number
  bytesOut: number
  /** How many pieces it was run in, if in any: of calls together with the loop that reads them. */
  pieces?: number
  /** When which thread worked on which chunk, if that is looked at. */
  units: UnitTime[] | null
}

/** How a loop was run. */
export interface LoopTrace extends Timed {
  readonly kind: 'loop'
  /** Its operations. */
  readonly fused: readonly string[]
  tier: 'wasm' | 'js' | 'js, then wasm' | 'nothing to do'
  compileMs: number
  chunks: number
  readonly lengths: readonly number[]
}

/** How a call of the library was run: a sort, a product of matrices, a running total. */
export interface CallTrace extends Timed {
  readonly kind: 'call'
  readonly op: string
  /** Its operands, as `float64[3,4]`. */
  readonly operands: readonly string[]
  tier: 'wasm' | 'js'
}

/** In the order of the plan's steps, one each. */
export type StepTrace = LoopTrace | CallTrace

export const isLoop = (trace: StepTrace): trace is LoopTrace => trace.kind === 'loop'
export const isCall = (trace: StepTrace): trace is CallTrace => trace.kind === 'call'
