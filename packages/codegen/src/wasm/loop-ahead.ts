import { isLoopOp } from '@weldarray/ir'
import type { LoopLines } from './loop-lines.js'

/** Lines that are computed before it is known that there is another round, at most. */
const MOST_AHEAD = 16

/**
 * Whether a round is computed to its end before it is looked at who leaves: a little is computed in vain at the end, and what was carried
 * into the round needs no registers beside what is carried out of it. Not where an element's result is what was carried in, nor with loops
 * within it, whose rounds are for those who stay.
 */
export const runsAhead = (
  { loop, code, head, rest, plan }: LoopLines,
  wanted: readonly number[],
  uniform: ReadonlySet<number>,
): boolean =>
  rest.length <= MOST_AHEAD &&
  [...head, ...rest].every((i) => !isLoopOp(code[i]!.op) && !plan.elements.has(i)) &&
  wanted.every((k) => uniform.has(k) || loop.next[k] === k)
