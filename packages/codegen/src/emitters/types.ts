import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Width } from '../wasm/lanes.js'
import type { Arg, Ops, Ref, Scope } from '../wasm/scope.js'
import type { Shaped, Value, Vector } from '../wasm/vector.js'

/** The dtype of an operation's operands (the last one's, where they differ) and of its result. */
export interface OpType {
  readonly from: DType
  readonly to: DType
  /** Bytes of the operands' lanes in SIMD code, where integers are not in lanes of 32 bits or more. */
  readonly width?: Width
}

/**
 * How one primitive operation is written in each tier. bool is 0/1 in scalar code and JS, and a mask of all
 * ones or zeros, as wide as the lanes it was made from, in SIMD code.
 */
export interface Emitter {
  /** One element. */
  readonly scalar: (e: Scope, t: OpType, ...args: Arg[]) => Ref
  /** One register of elements; lane n of the result depends on lane n of the arguments alone. `null`: no such form for this dtype. */
  readonly simd?: (e: Scope, t: OpType, ...args: Arg[]) => Ref | null
  /** A whole vector value, for operations that change the lane width or look at an argument as a scalar. */
  readonly vector?: (v: Vector, t: OpType, ...args: Value[]) => Shaped | null
  /**
   * There is a SIMD form for lanes of one and two bytes, too, that wraps by itself; or there is one where the operands listed are
   * the same for all elements.
   */
  readonly short?: true | readonly number[]
  /** The JavaScript expression for one element; an argument is a name or a literal. */
  readonly js: (t: OpType, ...args: string[]) => string
  /** The result may leave the range of an integer narrower than its lane and must be wrapped. */
  readonly leaves?: boolean
}

export const laneOf = (dtype: DType): 'i32' | 'i64' | 'f32' | 'f64' => dtypeInfo[dtype].lane

/** The instruction's name for the operands' signedness: `lt` of uint32 is `lt_u`, of float64 `lt`. */
export const signed = (name: string, dtype: DType): string => {
  const { kind } = dtypeInfo[dtype]
  return kind === 'float' ? name : kind === 'signed' ? `${name}_s` : `${name}_u`
}

export const isSmall = (dtype: DType): boolean => dtypeInfo[dtype].bytes < 4 && dtype !== 'bool'

/** The SIMD instructions for an operation's operands. */
export const vectorOps = (e: Scope, { from, width }: OpType): Ops => e.v(laneOf(from), width)
