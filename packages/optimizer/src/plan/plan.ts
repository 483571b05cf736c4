import type { CallOp, DType, Scalar, View } from '@weldarray/ir'
import type { Kernel } from '../kernel.js'

/**
 * Memory a plan works on, by number: first the slots of the graph's inputs, then what the plan computes.
 */
export interface Buffer {
  readonly dtype: DType
  readonly length: number
}

/** Where an access of a kernel goes: a buffer (or, for iota, plain numbers) and its strides in elements. */
export interface AccessBinding {
  /** Index of the buffer; -1 for iota. */
  readonly buffer: number
  /** Along the rows axes, then the runs axes, then the innermost axis. */
  readonly strides: readonly number[]
  readonly offset: number
  /** Of a gather or a scatter: how far apart neighbouring indices' elements are, how many there are, and in how many parts. */
  readonly gather?: { readonly scale: number; readonly length: number; readonly parts?: number }
}

/** A constant of a kernel: a value, or the number of the user's constant that is put in when the plan is run. */
export interface ParamBinding {
  readonly dtype: DType
  readonly value: Scalar
  /** -1: `value` is known. */
  readonly slot: number
}

/** What a kernel is run on: everything the kernel itself leaves open. */
export interface Binding {
  /** Lengths of the rows axes, the runs axes, the innermost axis. */
  readonly lengths: readonly number[]
  readonly accesses: readonly AccessBinding[]
  readonly params: readonly ParamBinding[]
  /** Buffers that the reductions' results go to. */
  readonly reduces: readonly number[]
  /** Product of the rows axes. */
  readonly rows: number
  /** Elements that are reduced to one; 0 for a map. */
  readonly runLength: number
  /** Elements in one row (the innermost axis, or for `inner` the whole reduced run). */
  readonly rowLength: number
}

/** One loop: a kernel and what it runs on. */
export interface LoopStep {
  readonly kind: 'loop'
  readonly kernel: Kernel
  /** Canonical text of the kernel: its key in the caches. */
  readonly text: string
  readonly binding: Binding
  /** Elements of the iteration space. */
  readonly size: number
  /** Buffers that nothing reads after this step. */
  readonly dies: readonly number[]
  /**
   * Buffers that nothing but this loop reads, in the order of its outermost axis, and that the calls directly before it make: no more of them
   * than a stretch has to be there at a time.
   */
  readonly feeds: readonly number[]
  /** Operations of the graph that were fused into this loop. */
  readonly fused: readonly string[]
}

/** What a call reads: a view of a buffer. */
export interface CallOperand {
  readonly buffer: number
  readonly dtype: DType
  readonly view: View
}

/** An operation with a schedule of its own. */
export interface CallStep {
  readonly kind: 'call'
  readonly op: CallOp
  readonly attributes: readonly number[]
  readonly operands: readonly CallOperand[]
  /** The buffer of its result, and what its elements are. */
  readonly result: number
  readonly dtype: DType
  /** Elements of the result. */
  readonly size: number
  readonly dies: readonly number[]
}

export type Step = LoopStep | CallStep

export interface Plan {
  readonly inputs: number
  readonly buffers: readonly Buffer[]
  readonly steps: readonly Step[]
  /** The buffer that holds each root. */
  readonly roots: readonly number[]
}
