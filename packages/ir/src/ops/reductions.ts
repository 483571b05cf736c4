import { type DType, dtypeInfo, limitsOf, type Scalar } from '../dtype.js'
import type { PrimitiveOp } from './primitives.js'
import type { Accepts } from './types.js'

export interface ReduceDef {
  readonly accepts: Accepts
  /** The operation that joins two partial results. */
  readonly combine: PrimitiveOp
  /** Joining it changes no bit of the other operand. */
  readonly identity: (dtype: DType) => Scalar
  /** The result for no elements, where there is one. */
  readonly empty: number
  readonly emptyOk: boolean
}

const extreme = (dtype: DType, top: boolean): Scalar => {
  const { kind, big } = dtypeInfo[dtype]
  if (kind === 'float') return top ? Infinity : -Infinity
  if (kind === 'bool') return top ? 1 : 0
  const value = limitsOf(dtype)[top ? 1 : 0]
  return big ? value : Number(value)
}

const number = (dtype: DType, value: number): Scalar => (dtypeInfo[dtype].big ? BigInt(value) : value)

/**
 * The reductions every tier implements. The operand has the accumulator's dtype already (a float32 sum
 * is a float64 sum of casts); mean, std, any, argmax … are expressions of these.
 */
export const reduceOps = {
  /** The identity is -0 for floats: 0 + -0 would lose the sign. A sum of nothing is +0. */
  sum: {
    accepts: 'numeric',
    combine: 'add',
    identity: (d) => (dtypeInfo[d].kind === 'float' ? -0 : number(d, 0)),
    empty: 0,
    emptyOk: true,
  },
  prod: { accepts: 'numeric', combine: 'mul', identity: (d) => number(d, 1), empty: 1, emptyOk: true },
  min: { accepts: 'any', combine: 'minimum', identity: (d) => extreme(d, true), empty: 0, emptyOk: false },
  max: { accepts: 'any', combine: 'maximum', identity: (d) => extreme(d, false), empty: 0, emptyOk: false },
} satisfies Record<string, ReduceDef>

export type ReduceOp = keyof typeof reduceOps
