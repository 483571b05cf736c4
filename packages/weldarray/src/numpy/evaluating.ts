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

type Arrays = readonly NdArray<AnyDType>[]

/** Arrays one by one or as one list, and options last. Throws `ArgumentError` for other things. */
function read<O>(what: 'evaluate' | 'evaluateAsync', given: readonly unknown[]): { arrays: Arrays; pending: Node[]; options: O } {
  const args = given.at(-1) === undefined ? given.slice(0, -1) : given
  const last = args.at(-1)
  const isTold = typeof last === 'object' && last !== null && Object.getPrototypeOf(last) === Object.prototype
  const places = isTold ? args.slice(0, -1) : args
  const arrays: readonly unknown[] = places.length === 1 && Array.isArray(places[0]) ? places[0] : places
  const options = isTold ? last : {}
  const checked = what === 'evaluate' ? evaluationOptions(what, options) : asyncOptions(what, options)
  return { arrays: arrays as Arrays, pending: pendingOf(what, arrays), options: checked as O }
}

function pendingOf(what: string, arrays: readonly unknown[]): Node[] {
  return arrays
    .map((a) => {
      if (!isNdArray(a))
        throw new ArgumentError(`${what}: got ${describe(a)}, expected arrays of this library, or a list of them`)
      return contentsOf(a)
    })
    .filter((v) => v !== null)
}

/**
 * Computes the elements of several arrays together, given one by one or as a list: what they share is computed once, in as few passes over
 * memory as there can be. Options come last: `np.evaluate(a, b, { timeLimit: 1000 })`. Throws `TimeLimitError` and `InterruptedError` as
 * the method does.
 * @example
 * const [a, b] = [np.arange(3).add(1), np.arange(3).mul(2)]
 * np.evaluate(a, b)
 * a.isEvaluated && b.isEvaluated // true
 */
export function evaluate(...arrays: NdArray<AnyDType>[]): void
export function evaluate(...args: [...arrays: NdArray<AnyDType>[], options: EvaluationOptions]): void
export function evaluate(arrays: Arrays, options?: EvaluationOptions): void
export function evaluate(...args: readonly unknown[]): void {
  const { pending, options } = read<EvaluationOptions>('evaluate', args)
  evaluateValues(pending, 'explicit', options.timeLimit)
}

/**
 * As `evaluate`, without blocking the event loop; returns the arrays. Options are those of the method.
 * @example
 * const [a, b] = await np.evaluateAsync(np.arange(3).add(1), np.arange(3).mul(2))
 * a.tolist() // [ 1, 2, 3 ]
 */
export function evaluateAsync<const A extends Arrays>(arrays: A, options?: AsyncOptions): Promise<A>
export function evaluateAsync<A extends Arrays>(...arrays: A): Promise<A>
export function evaluateAsync<A extends Arrays>(...args: [...arrays: A, options: AsyncOptions]): Promise<A>
export async function evaluateAsync(...args: readonly unknown[]): Promise<Arrays> {
  const { arrays, pending, options } = read<AsyncOptions>('evaluateAsync', args)
  await evaluateValuesAsync(pending, options)
  return arrays
}
