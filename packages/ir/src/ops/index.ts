import type { DType, Scalar } from '../dtype.js'
import { arithmetic } from './arithmetic.js'
import { floatParts } from './float-parts.js'
import { isLoopOp, type LoopOp, loopOf, loopOperands, loopRef } from './loop.js'
import { elementary } from './math/index.js'
import { type PrimitiveOp, primitives } from './primitives.js'
import type { Composite, OpDef, Primitive } from './types.js'

export * from './loop.js'
export { PLACE, type PrimitiveOp, primitives, ROOT_HALF, TO_BINADE } from './primitives.js'
export { type ReduceOp, reduceOps } from './reductions.js'

/** The op table: every elementwise operation, defined once. */
const table = { ...primitives, ...arithmetic, ...floatParts, ...elementary } satisfies Record<string, Primitive | Composite>

/** The operations of the table. */
export type NamedOp = keyof typeof table

/** Elementwise operations: those of the table, and loops, whose name is their body. */
export type MapOp = NamedOp | LoopOp

export const mapOps: Readonly<Record<NamedOp, Primitive | Composite>> = table

const isNamedOp = (name: string): name is NamedOp => Object.hasOwn(table, name)

export const isMapOp = (name: string): name is MapOp => isNamedOp(name) || isLoopOp(name)

/** What is to be known of an operation. */
export function opOf(op: MapOp): OpDef {
  if (!isLoopOp(op)) return table[op]
  return { kind: 'loop', arity: loopOperands(loopOf(op)).length, accepts: 'any', result: 'loop' }
}

/** What kernels are made of: primitives, and loops of them. */
export type KernelOp = PrimitiveOp | LoopOp

export const isKernelOp = (op: MapOp): op is KernelOp =>
  isLoopOp(op) ? loopOf(op).lines.every((l) => l.op === 'lit' || isKernelOp(l.op)) : table[op].kind === 'primitive'

/** The meaning of such an operation on single elements, given the dtype of its operands. */
export function meaningOf(op: KernelOp, from: DType): Ref {
  return isLoopOp(op) ? loopRef(loopOf(op), (inner, dtype) => meaningOf(inner as KernelOp, dtype)) : primitives[op].ref(from)
}

// biome-ignore lint/suspicious/noExplicitAny: operands are number or bigint according to dtype
type Ref = (...args: any[]) => Scalar
