import { type DType, dtypeInfo, isLoopOp, type LoopOp, type ReduceOp } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import type { Total } from '../short-sums.js'
import { combineVector, isFloatExtreme } from './combine.js'
import type { Width } from './lanes.js'
import { vectorStep } from './loop-step.js'
import type { Arg, Local, Ref, Scope } from './scope.js'
import type { Vector } from './vector.js'
import { widen } from './widen.js'

/** The lanes of one reduction in registers, while a stretch of elements is taken in. */
export interface Accumulator {
  /** Takes in the elements of the registers of a vector step, for the lanes from register `first` on. */
  take(first: number, regs: readonly Arg[]): void
  /** The lanes' registers afterwards. Not to be used again. */
  finish(): Ref[]
}

function plain(e: Scope, op: ReduceOp, dtype: DType, lanes: readonly Local[], width?: Width): Accumulator {
  return {
    take: (first, regs) => {
      regs.forEach((value, j) => {
        e.set(lanes[first + j]!, combineVector(e, op, dtype, lanes[first + j]!.get, value, width))
      })
    },
    finish: () => lanes.map((l) => l.get()),
  }
}

/** By a step, for which there is nothing to begin with: lanes begin with their first elements, so that no lane may have been taken in before. */
function stepped(v: Vector, op: LoopOp, lanes: readonly Local[]): Accumulator {
  const { e } = v
  const begun = e.hold(e.wasm.types.i32, e.i32(0))
  return {
    take: (first, regs) => {
      const own = lanes.slice(first, first + regs.length)
      const change = (values: readonly Ref[]): void => {
        own.forEach((l, j) => {
          e.set(l, values[j]!)
        })
      }
      const join = (): void =>
        change(
          vectorStep(
            v,
            op,
            own.map((l) => l.get),
            regs,
          ),
        )
      v.inside(() => e.if(begun.get(), join, () => change(regs.map((r) => r()))))
      if (first + regs.length === lanes.length) e.set(begun, e.i32(1))
    },
    finish: () => {
      e.release(begun)
      return lanes.map((l) => l.get())
    },
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
    take: (first, regs) => {
      regs.forEach((value, j) => {
        const l = lanes[first + j]!
        e.set(l, ops[`p${op}`]!(l.get(), value()))
        e.set(sign, join(sign.get(), value()))
        e.set(nan, v128.or(nan.get(), ops.ne!(value(), value())))
      })
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

/** Sums of neighbours in lanes of 32 bits, of what is in lanes of `width`. */
function pairwise(e: Scope, dtype: DType, width: Width, values: Ref): Ref {
  const sign = dtypeInfo[dtype].kind === 'signed' ? 's' : 'u'
  if (width === 1) return e.m.i32x4.extadd_pairwise_i16x8_s(e.m.i16x8[`extadd_pairwise_i8x16_${sign}`](values))
  return width === 2 ? e.m.i32x4[`extadd_pairwise_i16x8_${sign}`](values) : values
}

/** Sums of short numbers in longer lanes, whichever they go to. */
function lengthened(v: Vector, from: DType, lanes: readonly Local[]): Accumulator {
  const { e } = v
  return {
    take: (first, regs) => {
      regs.forEach((value, j) => {
        const lane = lanes[(first + j) % lanes.length]!
        e.set(lane, e.m.i32x4.add(lane.get(), pairwise(e, from, v.width(from), value())))
      })
    },
    finish: () => lanes.map((l) => l.get()),
  }
}

/** Accumulates into `lanes`, which hold the lanes so far, in the given width. */
export function accumulator(v: Vector, { op, from, dtype }: Total, lanes: readonly Local[], width: Width): Accumulator {
  if (isLoopOp(op)) return stepped(v, op, lanes)
  if (from !== dtype) return lengthened(v, from, lanes)
  return isFloatExtreme(op, dtype) ? extreme(v.e, op, dtype, lanes) : plain(v.e, op, dtype, lanes, width)
}

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
