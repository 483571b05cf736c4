import { laneOf } from '../emitters/types.js'
import type { LoopLines } from './loop-lines.js'
import type { Value, Vector } from './vector.js'

/** The literals of the body, in every lane. */
export function splattedLiterals(v: Vector, { code, literals }: LoopLines): Map<number, Value> {
  const { e } = v
  return new Map(
    literals.map((i) => {
      const c = code[i]!
      const value = 'value' in c ? c.value : 0
      const lane = laneOf(c.dtype)
      const reg = e.splatConstant(lane, c.dtype === 'bool' ? -Number(value) : value, v.width(c.dtype))
      return [i, v.uniform(c.dtype, () => e.constant(lane, value), reg, value)]
    }),
  )
}
