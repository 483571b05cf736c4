import {
  allocate,
  type ConstNode,
  type DType,
  isBig,
  isLoopOp,
  type LoopOp,
  loopOf,
  type MapOp,
  type Node,
  type ReduceOp,
  type Scalar,
  type Shape,
  sameShape,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import { readAgain } from '../evaluate/again.js'
import { forcedTier } from '../execute/tier.js'
import { TINY, TINY_BIG } from '../schedule/costs.js'
import { loopFor } from '../tiers/loops.js'
import { reduceInJs } from '../tiers/reduce.js'
import { roundsOf } from '../tiers/rounds.js'
import { sweep } from '../tiers/sweep.js'
import { accessible } from './accessible.js'
import { gathered } from './few.js'
import { isAtHand } from './little.js'
import { arrayMemory, type Memory } from './memory.js'
import { smallArray } from './small.js'

/*
 * Operations on few elements whose operands are there are done at once, in JavaScript: recording them would cost
 * more. Laziness is unobservable, so nobody can tell.
 */

/** Whether an operation with a result (or, for a reduction, an operand) of this shape is done at once. */
export function isTiny(shape: Shape, operands: readonly Node[]): boolean {
  const size = sizeOf(shape)
  if (size > TINY || forcedTier() !== 'auto') return false
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i]!
    if ((size > TINY_BIG && isBig(operand.dtype)) || !isAtHand(operand)) return false
    const source = operand.kind === 'view' ? operand.args[0] : operand
    if (source.origin !== null) readAgain(source)
  }
  return true
}

const plain = arrayMemory

/** By dtype, an array of one element for a constant operand in each position: loops read it at once. */
const cells: Partial<Record<DType, TypedArray[]>> = {}

function cell({ dtype, value }: ConstNode, position: number): TypedArray {
  const data = ((cells[dtype] ??= [])[position] ??= allocate(dtype, 1))
  ;(data as unknown as Scalar[])[0] = value
  return data
}

/** Whether all operands can be walked over with one step: evaluated values of the result's shape, and constants. */
function inStep(operands: readonly Node[], shape: Shape): boolean {
  for (let i = 0; i < operands.length; i++) {
    const v = operands[i]!
    if (v.kind !== 'const' && (v.memory === null || !sameShape(v.shape, shape))) return false
  }
  return true
}

/** An operation on constants alone: its one element. */
export function foldedScalar(op: MapOp, operands: readonly Node[], dtype: DType): Scalar {
  return (tinyMap(op, operands, dtype, []).data as unknown as Scalar[])[0]!
}

const data = (v: Node, position: number): TypedArray => (v.kind === 'const' ? cell(v, position) : v.memory!.data)
const step = (v: Node): number => (v.kind === 'const' ? 0 : 1)

export function tinyMap(op: MapOp, operands: readonly Node[], dtype: DType, shape: Shape): Memory {
  if (isLoopOp(op)) return tinyRounds(op, operands, dtype, shape)
  const from = operands[operands.length - 1]!.dtype
  const loop = loopFor(op, from, dtype)
  const n = sizeOf(shape)
  const out = smallArray(dtype, n)
  if (!inStep(operands, shape)) {
    sweep(
      loop,
      shape,
      out,
      operands.map((v) => accessible(v)!),
    )
    return plain(dtype, out)
  }
  const a = operands[0]!
  const b = operands[1] ?? a
  const c = operands[2] ?? a
  loop(n, out, 0, 1, data(a, 0), 0, step(a), data(b, 1), 0, step(b), data(c, 2), 0, step(c))
  return plain(dtype, out)
}

/** The loop that was run last: making one takes longer than few elements do. */
let ready: { readonly op: LoopOp; readonly rounds: ReturnType<typeof roundsOf> } | null = null

/** A loop within elements. */
function tinyRounds(op: LoopOp, operands: readonly Node[], dtype: DType, shape: Shape): Memory {
  const n = sizeOf(shape)
  const out = smallArray(dtype, n)
  const lanes = operands.map((v, i) =>
    v.kind === 'const'
      ? { data: cell(v, i), at: 0, step: 0 }
      : { data: gathered(accessible(v)!, v.dtype, shape), at: 0, step: 1 },
  )
  if (ready?.op !== op) ready = { op, rounds: roundsOf(op, TINY) }
  ready.rounds.run(n, lanes, [{ k: loopOf(op).result, out }])
  return plain(dtype, out)
}

export function tinyReduce(op: ReduceOp, value: Node, axes: readonly number[]): Memory {
  const source = value.memory !== null ? value.memory.data : gathered(accessible(value)!, value.dtype, value.shape)
  return plain(value.dtype, reduceInJs(op, value.dtype, source, value.shape, axes))
}
