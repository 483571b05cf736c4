import { declare, type Rest } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { truth } from '../operands/expressions.js'
import type { ArrayInput, Axes, ReduceOptions } from '../types.js'
import { OPTIONS, type ReduceRest } from './options.js'
import { counted, finishReduction, readReduction, reduceBool } from './reduce-parts.js'

/** Options that leave the question whole: one answer, not an array of them. */
export interface WholeOptions {
  axis?: null | undefined
  keepdims?: false | undefined
  where?: ArrayInput | undefined
}

/** The same behind the axis. */
export type WholeRest = Rest<[out: null, keepdims: false], WholeOptions>

/** `any` and `all` are asked in an `if`: over everything, the answer is a boolean, there and then. */
interface Question {
  (a: ArrayInput, options?: null | WholeOptions): boolean
  (a: ArrayInput, axis: null | undefined, ...rest: WholeRest): boolean
  (a: ArrayInput, argument: Axes | ReduceOptions | undefined, ...rest: ReduceRest<'truth'>): NdArray<'bool'>
}

const question = (what: 'any' | 'all', extreme: 'max' | 'min', empty: 0 | 1): Question =>
  declare(
    `${what}(a: array, axis?: integers|null, {${OPTIONS.truth}})`,
    (a: ArrayInput, axis?: Axes | null, given?: ReduceOptions): boolean | NdArray => {
      const r = readReduction(what, a, axis ?? undefined, given)
      const answer = finishReduction(r, reduceBool(extreme, counted(r, truth(r.x), empty), r.axes, empty))
      return (axis ?? null) === null && !r.keepdims && r.out === undefined ? Boolean(answer.item()) : answer
    },
  ) as Question

/**
 * Whether any element is non-zero; of nothing, false. Over everything a boolean, now; with `axis`, `keepdims` or `out` a lazy
 * array. NumPy's `numpy.any`.
 * @example
 * np.any([0, 0, 2]) // true
 */
export const any = question('any', 'max', 0)
/**
 * Whether all elements are non-zero; of nothing, true. Over everything a boolean, now; with `axis`, `keepdims` or `out` a lazy
 * array. NumPy's `numpy.all`.
 * @example
 * np.all([1, 2, 0]) // false
 */
export const all = question('all', 'min', 1)
