import { ArgumentError } from '@weldarray/ir'
import {
  type AsyncOptions,
  evaluate as evaluateValues,
  evaluateAsync as evaluateValuesAsync,
  type Value,
} from '@weldarray/runtime'
import { contentsOf } from '../array/ndarray.js'
import type { AnyDType } from '../array/types.js'
import { describe } from './arguments/kinds.js'
import { isNdArray, type NdArray } from './operands/seam.js'

/** What is pending of arrays. Throws `ArgumentError` for other things. */
function pending(what: string, arrays: readonly NdArray<AnyDType>[]): Value[] {
  if (!Array.isArray(arrays))
    throw new ArgumentError(`${what}: got ${describe(arrays)}, expected a list of arrays of this library`)
  return arrays
    .map((a) => {
      if (!isNdArray(a)) throw new ArgumentError(`${what}: got ${describe(a)}, expected arrays of this library`)
      return contentsOf(a)
    })
    .filter((v) => v !== null)
}

/**
 * Computes the elements of several arrays together: what they share is computed once, in as few passes over memory as there
 * can be.
 * @example
 * const [a, b] = [np.arange(3).add(1), np.arange(3).mul(2)]
 * np.evaluate(a, b)
 * a.isEvaluated && b.isEvaluated // true
 */
export function evaluate(...arrays: NdArray<AnyDType>[]): void {
  evaluateValues(pending('evaluate', arrays), 'explicit')
}

/**
 * As `evaluate`, without blocking the event loop; returns the arrays.
 * @example
 * const [a] = await np.evaluateAsync([np.arange(3).add(1)])
 * a.tolist() // [ 1, 2, 3 ]
 */
export async function evaluateAsync<const A extends readonly NdArray<AnyDType>[]>(
  arrays: A,
  options: AsyncOptions = {},
): Promise<A> {
  if (typeof options !== 'object' || options === null)
    throw new ArgumentError(`evaluateAsync: got ${describe(options)}, expected options like { signal, onProgress }`)
  await evaluateValuesAsync(pending('evaluateAsync', arrays), options)
  return arrays
}
