import type { DType, TypedArray } from '../dtype.js'
import type { Inferred, TypeOf } from '../infer.js'
import type { View } from '../view.js'

/** Elements that a call reads: `data` by the view. */
export interface Laid {
  readonly dtype: DType
  readonly data: TypedArray
  readonly view: View
}

/** An operation that is no loop over elements: it has a schedule of its own, and works on operands that are there. */
export interface CallDef {
  readonly arity: number
  /** Names of the whole numbers that belong to a call, in the order in which they are given. */
  readonly attributes: readonly string[]
  /** Which of them is a length, so that a plan serves all of its values. */
  readonly length?: string
  /** Operands are read by their strides. Others are put into memory in C order first. */
  readonly strided: boolean
  /** Whether an element of the result takes many times the work of reading one, so that none is computed again without need. */
  readonly laborious?: boolean
  /** Whether any stretch of the result, in C order, can be computed by itself, in about its share of the time. */
  readonly inStretches?: boolean
  /** Of results that are whole numbers from 0 on: what they are less than. */
  readonly below?: (args: readonly TypeOf[]) => number
  /** The type of the result. Throws `DTypeError` or `ShapeError`. */
  readonly infer: (args: readonly TypeOf[], attributes: readonly number[]) => Inferred
  /** What it means: slowly and obviously, written to `to`, an array of the result's length. All tiers give these bits. */
  readonly compute: (args: readonly Laid[], attributes: readonly number[], to: TypedArray) => void
}
