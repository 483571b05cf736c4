import { ArgumentError, type Node } from '@weldarray/ir'
import {
  type AsyncOptions,
  asyncOptions,
  type EvaluationOptions,
  evaluate as evaluateValues,
  evaluateAsync as evaluateValuesAsync,
  evaluationOptions,
} from '@weldarray/runtime'
import { contentsOf } from '../array/ndarray.js'
import type { AnyDType } from '../array/types.js'
import { describe } from './arguments/kinds.js'
import { isNdArray, type NdArray } from './operands/arrays.js'

/** What is pending of arrays. Throws `ArgumentError` for other things. */
function pending(what: string, arrays: readonly NdArray<AnyDType>[]): Node[] {
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
 * Computes the elements of several arrays together: what they share is computed once, in as few passes over memory as there can
 * be. Options come last: `np.evaluate(a, b, { timeLimit: 1000 })`. Throws `TimeLimitError` and `InterruptedError` as the method does.
 * @example
 * const [a, b] = [np.arange(3).add(1), np.arange(3).mul(2)]
 * np.evaluate(a, b)
 * a.isEvaluated && b.isEvaluated // true
 */
export function evaluate(...arrays: NdArray<AnyDType>[]): void
export function evaluate(...args: [...arrays: NdArray<AnyDType>[], options: EvaluationOptions]): void
export function evaluate(...args: readonly (NdArray<AnyDType> | EvaluationOptions)[]): void {
  const last = args.at(-1)
  const given = isOptions(last)
  const { timeLimit } = given ? evaluationOptions('evaluate', last) : {}
  evaluateValues(pending('evaluate', (given ? args.slice(0, -1) : args) as readonly NdArray<AnyDType>[]), 'explicit', timeLimit)
}

const isOptions = (x: unknown): x is EvaluationOptions =>
  typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype && 'timeLimit' in x

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
  asyncOptions('evaluateAsync', options)
  await evaluateValuesAsync(pending('evaluateAsync', arrays), options)
  return arrays
}
