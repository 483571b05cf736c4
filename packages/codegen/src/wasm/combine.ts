import {
  type DType,
  dtypeInfo,
  isLoopOp,
  joinHalves,
  type PrimitiveOp,
  type ReduceOp,
  reduceOps,
  type Scalar,
  type ScanOp,
} from '@weldarray/ir'
import { emitters } from '../emitters/index.js'
import { isSmall, laneOf } from '../emitters/types.js'
import { laneWidth, type Width } from './lanes.js'
import { scalarStep, vectorStep } from './loop-step.js'
import type { Arg, Ref, Scope } from './scope.js'
import type { Vector } from './vector.js'
import { wrapScalar, wrapVector } from './wrap.js'

/** An operation of two elements. bool is 0/1 in scalars and vectors alike. */
export function joinScalar(e: Scope, op: PrimitiveOp, dtype: DType, a: Arg, b: Arg): Ref {
  const row = emitters[op]
  const value = row.scalar(e, { from: dtype, to: dtype }, a, b)
  return row.leaves ? wrapScalar(e, dtype, value) : value
}

/** The same of two registers of them; null where there is no such form. */
export function joinVector(e: Scope, op: PrimitiveOp, dtype: DType, a: Arg, b: Arg, width: Width): Ref | null {
  const row = emitters[op]
  const value = row.simd?.(e, { from: dtype, to: dtype, width }, a, b) ?? null
  return value !== null && row.leaves && isSmall(dtype) ? wrapVector(e, dtype, value, width) : value
}

/** Whether it is `min` or `max` of floats, whose instructions with IEEE's rules are dear. */
export const isFloatExtreme = (op: ScanOp, dtype: DType): op is 'min' | 'max' =>
  (op === 'min' || op === 'max') && dtypeInfo[dtype].kind === 'float'

/** Two partial results joined. */
export const combineScalar = (e: Scope, op: ScanOp, dtype: DType, a: Arg, b: Arg): Ref =>
  isLoopOp(op) ? scalarStep(e, op, a, b) : joinScalar(e, reduceOps[op].combine, dtype, a, b)

export const combineVector = (e: Scope, op: ReduceOp, dtype: DType, a: Arg, b: Arg, width: Width = laneWidth(dtype)): Ref =>
  joinVector(e, reduceOps[op].combine, dtype, a, b, width)!

/** The same of all registers of a vector step. */
export function combineStep(v: Vector, op: ScanOp, dtype: DType, a: readonly Arg[], b: readonly Arg[]): Ref[] {
  return isLoopOp(op) ? vectorStep(v, op, a, b) : a.map((reg, j) => combineVector(v.e, op, dtype, reg, b[j]!))
}

/**
 * The same where nobody foresees which is larger: of floats' extremes V8's scalar code is a jump, which costs twenty cycles each time that it is not
 * what the processor expected; that of vectors has none. Running extremes are foreseen, and wait for one another for less.
 */
export function combineUnforeseen(e: Scope, op: ScanOp, dtype: DType, a: Arg, b: Arg): Ref {
  if (!isFloatExtreme(op, dtype)) return combineScalar(e, op, dtype, a, b)
  const ops = e.v(laneOf(dtype))
  const everywhere =
    (x: Arg): Arg =>
    () =>
      ops.splat!(x())
  return ops.extract_lane!(combineVector(e, op, dtype, everywhere(a), everywhere(b)), 0)
}

/** A power of two of partial results joined as a tree of neighbours. */
export function combineTree(e: Scope, op: ScanOp, dtype: DType, values: readonly Arg[]): Arg {
  let level = values
  while (level.length > 1) {
    const next: Arg[] = []
    for (let i = 0; i < level.length; i += 2)
      next.push(e.let(e.wasm.types[laneOf(dtype)], combineUnforeseen(e, op, dtype, level[i]!, level[i + 1]!)))
    level = next
  }
  return level[0]!
}

/** The same joined in halves: the first of one half with the first of the other, and so on. */
export const combineHalves = (e: Scope, op: ScanOp, dtype: DType, values: readonly Arg[]): Arg =>
  joinHalves([...values], (a, b) => e.let(e.wasm.types[laneOf(dtype)], combineScalar(e, op, dtype, a, b)))

/** What nothing comes to yet: a reduction of the table begins as it says, a scan with what changes nothing. */
export type Start = 'begin' | 'identity'

/** A step has none: with it nothing is joined before there is a first element. */
const startOf = (start: Start, op: ScanOp, dtype: DType): Scalar => (isLoopOp(op) ? 0 : reduceOps[op][start](dtype))

export const startScalar = (e: Scope, start: Start, op: ScanOp, dtype: DType): Ref =>
  e.constant(laneOf(dtype), startOf(start, op, dtype))

export const startVector = (e: Scope, start: Start, op: ScanOp, dtype: DType, width: Width = laneWidth(dtype)): Ref =>
  e.splatConstant(laneOf(dtype), startOf(start, op, dtype), width)
