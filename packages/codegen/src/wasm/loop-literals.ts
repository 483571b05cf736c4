import { laneOf } from '../emitters/types.js'
import type { Instruction } from './kernel.js'
import type { LoopLines } from './loop-lines.js'
import type { Arg, Ref, Scope } from './scope.js'
import type { Value, Vector } from './vector.js'

/** A literal for one element. */
export const literal = (e: Scope, c: Instruction): Ref => e.constant(laneOf(c.dtype), 'value' in c ? c.value : 0)

/** Puts the literals of the body among its values, for one element. */
export function fillLiterals(e: Scope, { code, literals }: LoopLines, values: Arg[]): void {
  for (const i of literals) values[i] = () => literal(e, code[i]!)
}

/** The literals of the body, in every lane. */
export function splattedLiterals(v: Vector, { code, literals }: LoopLines): Map<number, Value> {
  const { e } = v
  return new Map(
    literals.map((i) => {
      const c = code[i]!
      const value = 'value' in c ? c.value : 0
      const reg = e.splatConstant(laneOf(c.dtype), c.dtype === 'bool' ? -Number(value) : value, v.width(c.dtype))
      return [i, v.uniform(c.dtype, () => literal(e, c), reg, value)]
    }),
  )
}
