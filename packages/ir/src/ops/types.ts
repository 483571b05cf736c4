import type { DType, Scalar } from '../dtype.js'
import type { Node } from '../node.js'
import type { Body } from './body.js'

/** The element types an operation is defined for. `bits`: integers and bool. */
export type Accepts = 'any' | 'numeric' | 'float' | 'float64' | 'integer' | 'bits'

/** `same`: the operands' dtype. `bool`: a comparison. `select`: the dtype of the 2nd and 3rd operand. `cast`: told by the node. `loop`: told by its name. */
export type Result = 'same' | 'bool' | 'select' | 'cast' | 'loop'

interface Common {
  readonly arity: 1 | 2 | 3
  readonly accepts: Accepts
  readonly result: Result
  /** Exact under exchange of the two operands, so that canonicalisation may sort them. */
  readonly commutative?: boolean
  /** The low bits of an integer result are made of the low bits of the operands: in a narrower dtype it has the same ones. */
  readonly modular?: boolean
}

/**
 * An operation every tier implements: its meaning is `ref`, a function of single elements
 * (0/1 for bool), whose result is then converted to the result's dtype.
 */
export interface Primitive extends Common {
  readonly kind: 'primitive'
  /** Specified for some operands only: for what composites make of it. */
  readonly partial?: boolean
  /** Takes several times as long as an addition. */
  readonly slow?: boolean
  /** Takes a number's representation apart, for which JavaScript writes it to memory and reads it back. */
  readonly apart?: boolean
  /** Given the dtype of its last operand, which all have but a condition. */
  // biome-ignore lint/suspicious/noExplicitAny: operands are number or bigint according to dtype
  readonly ref: (dtype: DType) => (...args: any[]) => Scalar
}

/** An operation that is an expression of others: its meaning, on every tier, is `expand`. */
export interface Composite extends Common {
  readonly kind: 'composite'
  /**
   * Receives operands of dtype float64 when `widen` is set and the operation's dtype is float32;
   * `body.narrow` then tells that float32 accuracy is enough.
   */
  readonly expand: (body: Body, ...args: Node[]) => Node
  /** float32 is computed in float64 and rounded once. */
  readonly widen?: boolean
}

/** Rounds whose number depends on the data (`loop.ts`). */
export interface LoopDef extends Omit<Common, 'arity'> {
  readonly kind: 'loop'
  readonly arity: number
}

export type OpDef = Primitive | Composite | LoopDef
