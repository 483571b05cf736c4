import type { DType, ReduceOp } from '@weldarray/ir'
import { joinHalves, reduceOps } from '@weldarray/ir'
import { emitters } from '../emitters/index.js'
import { isSmall, laneOf } from '../emitters/types.js'
import { laneWidth, type Width } from './lanes.js'
import type { Arg, Ref, Scope } from './scope.js'
import { wrapScalar, wrapVector } from './wrap.js'

/** Two partial results joined. bool is 0/1 in scalars and vectors alike. */
export function combineScalar(e: Scope, op: ReduceOp, dtype: DType, a: Arg, b: Arg): Ref {
  const row = emitters[reduceOps[op].combine]
  const value = row.scalar(e, { from: dtype, to: dtype }, a, b)
  return row.leaves ? wrapScalar(e, dtype, value) : value
}

export function combineVector(e: Scope, op: ReduceOp, dtype: DType, a: Arg, b: Arg, width: Width = laneWidth(dtype)): Ref {
  const row = emitters[reduceOps[op].combine]
  const value = row.simd!(e, { from: dtype, to: dtype, width }, a, b)!
  return row.leaves && isSmall(dtype) ? wrapVector(e, dtype, value, width) : value
}

/** A power of two of partial results joined as a tree of neighbours. */
export function combineTree(e: Scope, op: ReduceOp, dtype: DType, values: readonly Arg[]): Arg {
  let level = values
  while (level.length > 1) {
    const next: Arg[] = []
    for (let i = 0; i < level.length; i += 2)
      next.push(e.let(e.wasm.types[laneOf(dtype)], combineScalar(e, op, dtype, level[i]!, level[i + 1]!)))
    level = next
  }
  return level[0]!
}

/** The same joined in halves: the first of one half with the first of the other, and so on. */
export const combineHalves = (e: Scope, op: ReduceOp, dtype: DType, values: readonly Arg[]): Arg =>
  joinHalves([...values], (a, b) => e.let(e.wasm.types[laneOf(dtype)], combineScalar(e, op, dtype, a, b)))

export const identityScalar = (e: Scope, op: ReduceOp, dtype: DType): Ref =>
  e.constant(laneOf(dtype), reduceOps[op].identity(dtype))

export const identityVector = (e: Scope, op: ReduceOp, dtype: DType, width: Width = laneWidth(dtype)): Ref =>
  e.splatConstant(laneOf(dtype), reduceOps[op].identity(dtype), width)
