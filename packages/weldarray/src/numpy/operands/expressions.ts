import { type DType, dtypeInfo, type MapOp, type Node, type Scalar } from '@weldarray/ir'
import { cast, constant, map, settledMemory, view } from '@weldarray/runtime'

/*
 * Short names to write expressions over recorded values with. Numbers take the dtype of the other operand.
 */
export type Term = Node | number

const typed = (x: Term, like: DType): Node => (typeof x === 'number' ? literal(x, like) : x)

/** A number as a constant of `dtype`. */
export const literal = (x: number, dtype: DType): Node => constant(dtypeInfo[dtype].big ? BigInt(x) : x, dtype)

export function op(name: string, ...args: Term[]): Node {
  const like = args.findLast((a): a is Node => typeof a !== 'number')!.dtype
  return map(
    name as MapOp,
    args.map((a) => typed(a, like)),
  )
}

export function select(condition: Node, x: Term, y: Term): Node {
  const like = typeof x !== 'number' ? x.dtype : (y as Node).dtype
  return map('select', [condition, typed(x, like), typed(y, like)])
}

export const isnan = (x: Node): Node => map('ne', [x, x])

/** Whether each element is non-zero (NaN is), as bool. */
export const truth = (x: Node): Node => cast(x, 'bool')

/** A value of which each element is read several times: in memory, so that it is computed once. */
export const once = (x: Node): Node => (x.kind === 'const' || settledMemory(x) !== null ? x : map('stored', [x]))

/** An array that has one value everywhere; no memory until it is looked at. */
export const filled = (value: Scalar, dtype: DType, shape: readonly number[]): Node => spreadOut(constant(value, dtype), shape)

/** A 0-d value as an array that has it everywhere. (A constant is an operand of any shape, but has none of its own.) */
export function spreadOut(one: Node, shape: readonly number[]): Node {
  if (shape.length === 0) return one
  return view(one, { shape, strides: shape.map(() => 0), offset: 0 })
}
