import { type DType, dtypeInfo, type ReduceOp } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import { combineVector } from './combine.js'
import type { Width } from './lanes.js'
import type { Arg, Local, Ref, Scope } from './scope.js'
import { widen } from './widen.js'

/** The lanes of one reduction in registers, while a stretch of elements is taken in. */
export interface Accumulator {
  /** Takes in the elements of register `j` of the lanes. */
  take(j: number, value: Arg): void
  /** The lanes' registers afterwards. Not to be used again. */
  finish(): Ref[]
}

function plain(e: Scope, op: ReduceOp, dtype: DType, lanes: readonly Local[], width?: Width): Accumulator {
  return {
    take: (j, value) => e.set(lanes[j]!, combineVector(e, op, dtype, lanes[j]!.get, value, width)),
    finish: () => lanes.map((l) => l.get()),
  }
}

/**
 * Float min and max. The instructions with IEEE's rules for NaN and signed zeros are eight machine instructions in a
 * row; comparing alone is one (`pmin`, `pmax`). What that misses is collected on the side, for all registers together,
 * since only the block's result is seen, not the lanes:
 *
 * - whether there was a NaN: then some lane becomes NaN, and with it the result;
 * - the conjunction (max) or disjunction (min) of all signs: if a lane ends at zero and, for max, some sign was +,
 *   there was a +0 or something larger, so the lane may be called +0.
 */
function extreme(e: Scope, op: 'min' | 'max', dtype: DType, lanes: readonly Local[]): Accumulator {
  const { v128 } = e.m
  const type = e.wasm.types.v128
  const lane = laneOf(dtype)
  const ops = e.v(lane)
  const join = op === 'max' ? v128.and : v128.or
  const sign = e.hold(
    type,
    lanes.map((l) => l.get()).reduce((a, b) => join(a, b)),
  )
  const nan = e.hold(type, e.splatConstant('i32', 0))
  return {
    take: (j, value) => {
      e.set(lanes[j]!, ops[`p${op}`]!(lanes[j]!.get(), value()))
      e.set(sign, join(sign.get(), value()))
      e.set(nan, v128.or(nan.get(), ops.ne!(value(), value())))
    },
    finish: () => {
      e.set(sign, v128.and(sign.get(), e.splatConstant(lane, -0)))
      const refs = lanes.map((l) => {
        const zero = ops.eq!(l.get(), e.splatConstant(lane, 0))
        return v128.or(v128.bitselect(sign.get(), l.get(), zero), nan.get())
      })
      e.release(sign)
      e.release(nan)
      return refs
    },
  }
}

/** Accumulates into `lanes`, which hold the lanes so far, in the given width. */
export const accumulator = (e: Scope, op: ReduceOp, dtype: DType, lanes: readonly Local[], width?: Width): Accumulator =>
  dtypeInfo[dtype].kind === 'float' && (op === 'min' || op === 'max')
    ? extreme(e, op, dtype, lanes)
    : plain(e, op, dtype, lanes, width)

/** What registers of short lanes hold, joined with the registers of lanes as memory holds them: element p is in lane p modulo their number. */
export function joinShort(
  e: Scope,
  op: ReduceOp,
  dtype: DType,
  width: Width,
  regs: readonly Ref[],
  before: readonly Ref[],
): readonly Ref[] {
  const short = regs.map((reg) => e.letV128(reg))
  const wide = widen(e, dtype, width, short)
  return before.map((reg, j) => {
    const lanes = wide.filter((_, k) => k % before.length === j)
    const joined = lanes.reduce((a, b) => e.letV128(combineVector(e, op, dtype, a, b)), e.letV128(reg))
    return joined()
  })
}
