import type { ReduceArgument } from './reduce-parts.js'
import { reduceOptions } from './reduce-parts.js'
import { all as allOf, any as anyOf } from './reductions.js'
import type { NdArray } from './seam.js'
import type { ArrayInput, Axes, ReduceOptions } from './types.js'

/** Options that leave the question whole: one answer, not an array of them. */
export interface WholeOptions {
  axis?: null | undefined
  keepdims?: false | undefined
  where?: ArrayInput | undefined
}

/** `any` and `all` are asked in an `if`: over everything, the answer is a boolean, there and then. */
interface Question {
  (a: ArrayInput, options?: null | WholeOptions): boolean
  (a: ArrayInput, argument: Axes | ReduceOptions): NdArray
}

const question = (of: (a: ArrayInput, argument?: ReduceArgument) => NdArray): Question =>
  ((a: ArrayInput, argument?: ReduceArgument) => {
    const { axis, keepdims, out } = reduceOptions(argument)
    const answer = of(a, argument)
    return (axis ?? null) === null && !keepdims && out === undefined ? Boolean(answer.item()) : answer
  }) as Question

/** Whether any element is non-zero; of nothing, false. Over everything a boolean, now; with `axis`, `keepdims` or `out` a lazy array. */
export const any = question(anyOf)
/** Whether all elements are non-zero; of nothing, true. Over everything a boolean, now; with `axis`, `keepdims` or `out` a lazy array. */
export const all = question(allOf)
