import { type DType, dtypeInfo, sizeOf } from '@weldarray/ir'
import type { CallTrace } from '../execute/step-trace.js'
import { tellCall } from './channels.js'
import { type Watch, watched } from './watch.js'

/*
 * Functions of the library that compute at once, outside of any graph (factorizations, random numbers, sorts of few elements): told of by
 * the name they were called by.
 */

/** An array that is given, or made. */
export interface Operand {
  readonly dtype: DType
  readonly shape: readonly number[]
}

/** Functions that call others are told of themselves. */
let outermost: string | null = null

const bytesOf = (arrays: readonly Operand[]): number =>
  arrays.reduce((sum, { dtype, shape }) => sum + dtypeInfo[dtype].bytes * sizeOf(shape), 0)

/**
 * Calls `work`, which is what the function `op` does with these operands, and tells of it if it has computed anything at once; what it records is
 * told of when it is evaluated. `made` says which arrays a result is.
 */
export function performed<T>(
  op: string,
  operands: readonly Operand[],
  work: () => T,
  made: (result: T) => readonly Operand[],
): T {
  if (outermost !== null) return work()
  outermost = op
  const watch: Watch = { launches: 0, units: [], hasWorked: false }
  const start = performance.now()
  let result: T
  try {
    result = watched(watch, work)
  } finally {
    outermost = null
  }
  if (!watch.hasWorked) return result
  const trace: CallTrace = {
    kind: 'call',
    op,
    operands: operands.map((o) => `${o.dtype}[${o.shape}]`),
    tier: watch.launches > 0 ? 'wasm' : 'js',
    start,
    ms: performance.now() - start,
    bytesIn: bytesOf(operands),
    bytesOut: bytesOf(made(result)),
    units: watch.units,
  }
  tellCall(trace)
  return result
}
