import type { DType } from '@weldarray/ir'
import { areCallsWatched, type Operand, performed } from '@weldarray/runtime'
import { isKnown } from '../../array/view-files.js'
import { isNdArray } from '../operands/arrays.js'

/** The arrays among arguments or results, also those in lists and plain objects (`[q, r]`, `{ sign, logabsdet }`). */
function arraysIn(x: unknown, depth = 2): Operand[] {
  if (isNdArray(x)) return isKnown(x.dtype) ? [{ dtype: x.dtype as DType, shape: x.shape.slice() }] : []
  if (depth === 0 || typeof x !== 'object' || x === null || ArrayBuffer.isView(x)) return []
  const parts = Array.isArray(x) ? x : Object.getPrototypeOf(x) === Object.prototype ? Object.values(x) : []
  // Lists of numbers are as long as any: their first element says what they are.
  return parts.length > 0 && typeof parts[0] === 'object' ? parts.flatMap((part) => arraysIn(part, depth - 1)) : []
}

/** Calls a function of the library, and tells of what it computes at once to those who watch. */
export const told = <T>(name: string, args: readonly unknown[], call: () => T): T =>
  areCallsWatched() ? performed(name, arraysIn(args), call, (result) => arraysIn(result)) : call()
