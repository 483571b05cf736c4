import type { DType, MapOp, ReduceOp, Scalar, Shape } from '@weldarray/ir'
import type { Memory } from './memory.js'

export type ValueKind = 'leaf' | 'const' | 'iota' | 'map' | 'view' | 'reduce'

const NONE: readonly Value[] = []
const NO_NUMBERS: readonly number[] = []

/**
 * A recorded operation: what IR nodes are before a graph is evaluated. Everything is fixed when it is made,
 * except that evaluation gives it `memory` and lets go of its operands (it is a leaf from then on).
 *
 * `refs` counts who may still read it: unevaluated values that have it as operand, storages whose contents it
 * is, and evaluations under way. The count may be too high (a dropped array never says goodbye), never too low;
 * a leaf with one reference may be written in place, any other is copied first.
 */
export class Value {
  refs = 0
  memory: Memory | null = null
  /** What `explain()` tells of the evaluation that computed it. */
  report: unknown = null

  constructor(
    public kind: ValueKind,
    readonly dtype: DType,
    readonly shape: Shape,
    public args: readonly Value[] = NONE,
    readonly op: MapOp | ReduceOp | null = null,
    readonly strides: readonly number[] = NO_NUMBERS,
    readonly offset = 0,
    readonly axes: readonly number[] = NO_NUMBERS,
    readonly scalar: Scalar = 0,
  ) {
    for (let i = 0; i < args.length; i++) args[i]!.refs++
  }

  get resolved(): boolean {
    return this.memory !== null
  }
}

/** Takes one reference away; frees memory nobody can reach and lets go of operands, however long the chain. */
export function release(value: Value, free: (memory: Memory) => void): void {
  if (--value.refs > 0) return
  const stack: Value[] = [value]
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    if (v.memory !== null) {
      free(v.memory)
      v.memory = null
    }
    for (const arg of v.args) if (--arg.refs <= 0) stack.push(arg)
    v.args = NONE
  }
}

/**
 * Evaluation's one change to a value: it has its elements now and needs its operands no more. A constant stays one, since it
 * stands for any shape in the operations that have it as operand.
 */
export function resolve(value: Value, memory: Memory, free: (memory: Memory) => void): void {
  const args = value.args
  value.memory = memory
  if (value.kind !== 'const') value.kind = 'leaf'
  value.args = NONE
  for (const arg of args) release(arg, free)
}
