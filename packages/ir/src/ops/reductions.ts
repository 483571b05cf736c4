import { type DType, dtypeInfo, limitsOf, type Scalar } from '../dtype.js'
import type { PrimitiveOp } from './primitives.js'
import type { Accepts } from './types.js'

export interface ReduceDef {
  readonly accepts: Accepts
  /** The operation that joins two partial results. */
  readonly combine: PrimitiveOp
  /** Joining it changes no bit of the other operand: what stands where nothing is joined. */
  readonly identity: (dtype: DType) => Scalar
  /** What a reduction begins with: its result for no elements, where `emptyOk` says that there is one. */
  readonly begin: (dtype: DType) => Scalar
  readonly emptyOk: boolean
}

type Start = ReduceDef['identity']

const extreme =
  (top: boolean): Start =>
  (dtype) => {
    const { kind, big } = dtypeInfo[dtype]
    if (kind === 'float') return top ? Infinity : -Infinity
    if (kind === 'bool') return top ? 1 : 0
    const value = limitsOf(dtype)[top ? 1 : 0]
    return big ? value : Number(value)
  }

const number =
  (value: number): Start =>
  (dtype) =>
    dtypeInfo[dtype].big ? BigInt(value) : value

const [zero, one, least, greatest] = [number(0), number(1), extreme(false), extreme(true)]

/** 0 + -0 is +0: that changes a float, and is what sums begin with, so that none is -0. Running sums keep the sign. */
const nothing: Start = (dtype) => (dtypeInfo[dtype].kind === 'float' ? -0 : zero(dtype))

/**
 * The reductions every tier implements. The operand has the accumulator's dtype already (a float32 sum
 * is a float64 sum of casts); mean, std, any, argmax … are expressions of these.
 */
export const reduceOps = {
  sum: { accepts: 'numeric', combine: 'add', identity: nothing, begin: zero, emptyOk: true },
  prod: { accepts: 'numeric', combine: 'mul', identity: one, begin: one, emptyOk: true },
  min: { accepts: 'any', combine: 'minimum', identity: greatest, begin: greatest, emptyOk: false },
  max: { accepts: 'any', combine: 'maximum', identity: least, begin: least, emptyOk: false },
} satisfies Record<string, ReduceDef>

export type ReduceOp = keyof typeof reduceOps
