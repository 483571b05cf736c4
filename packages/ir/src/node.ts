import type { CallOp } from './calls/index.js'
import type { DType, Scalar } from './dtype.js'
import type { GatherOf } from './gather.js'
import type { Memory } from './memory.js'
import type { MapOp, ReduceOp } from './ops/index.js'
import type { ScanOp } from './scan.js'
import type { ScatterOf } from './scatter.js'
import type { Shape } from './shape.js'

/**
 * A node of a graph: the one form in which a computation is recorded, compiled, printed and interpreted. Types and shapes
 * are fixed when it is made. While a user records, every call makes a node; the compiler's first pass interns them, so that
 * equal computations are one node (`Interner`).
 */
interface Base {
  /** Arguments have smaller ids: the position in the interner that made the node, or a count of what was recorded. */
  readonly id: number
  readonly dtype: DType
  readonly shape: Shape
  readonly args: readonly Node[]
  /** The same for every index, so that it has no shape and is an operand of arrays of any: a constant, or an operation on constants alone. */
  readonly uniform: boolean
  /** The elements, once they are computed. The runtime's; the compiler does not look at it. */
  memory: Memory | null
  /**
   * Who may still read the node: unevaluated nodes that have it as argument, storages whose contents it is, evaluations under
   * way. It may be too high (a dropped array never says goodbye), never too low.
   */
  refs: number
  /** Scratch of whoever walks over a recorded graph: a stamp that says whose `place` is, and a number. */
  stamp: number
  place: number
  /** Bytes of memory that the node keeps alive while it is pending, those of shared operands counted for each use. */
  reach: number
  /** Operations on the longest way from the node to something that is there. */
  depth: number
  /** How many evaluations computed the node without keeping it. */
  met: number
  /** The plan that computed the node without keeping it, or that kept it lest it be computed again, and the node's place there. */
  origin: unknown
  originPlace: number
  /** What `explain()` tells of the evaluation that computed it. */
  trace: unknown
  /** Of what an array holds that is written in place: the parts that were read, which may wait to be computed with. */
  readers: ViewNode[] | null
}

/** Memory that is there already. Element `i` is at `offset + Σ i[k]·strides[k]`, in elements of slot `slot`, or of `memory` where one is recorded. */
export interface InputNode extends Base {
  readonly kind: 'input'
  readonly slot: number
  readonly strides: readonly number[]
  readonly offset: number
}

/**
 * A 0-d value. A `literal` belongs to the structure of the computation (a polynomial's coefficient) and is
 * compiled in; any other constant came from the user and is handed to the kernel as a parameter.
 */
export interface ConstNode extends Base {
  readonly kind: 'const'
  readonly value: Scalar
  readonly literal: boolean
}

/** A 0-d value that is known when a plan is run: the user's constant number `slot`. */
export interface ParamNode extends Base {
  readonly kind: 'param'
  readonly slot: number
}

/** The affine function `offset + Σ i[k]·strides[k]` of the index, as float64 (exact below 2^53). */
export interface IotaNode extends Base {
  readonly kind: 'iota'
  readonly strides: readonly number[]
  readonly offset: number
}

/** An elementwise operation. Every argument has the node's shape or is a constant. */
export interface MapNode extends Base {
  readonly kind: 'map'
  readonly op: MapOp
}

/**
 * Element `i` is element `offset + Σ i[k]·strides[k]` of its argument flattened in C order.
 * Slices, transposes, broadcasts (stride 0), reversals and reshapes are all of this form.
 */
export interface ViewNode extends Base {
  readonly kind: 'view'
  readonly args: readonly [Node]
  readonly strides: readonly number[]
  readonly offset: number
}

/** A reduction over `axes` (sorted, distinct); they are gone from the shape. Order of combination: `reduction.ts`. */
export interface ReduceNode extends Base {
  readonly kind: 'reduce'
  readonly args: readonly [Node]
  readonly op: ReduceOp
  readonly axes: readonly number[]
}

/** A load whose address is computed: `gather.ts`. The index has the node's shape or is a constant. */
export interface GatherNode extends Base, GatherOf {
  readonly kind: 'gather'
  readonly args: readonly [source: Node, index: Node]
  /** `axis`, `span`, and the mode's number: what decides, as a list. */
  readonly attributes: readonly number[]
}

/** Parts of one dtype, alike but along an axis (the only attribute), one after the other: `join.ts`. */
export interface JoinNode extends Base {
  readonly kind: 'join'
  readonly axis: number
  readonly attributes: readonly number[]
}

/** Sums whose places are computed, in parts: `scatter.ts`. The value has the index's shape or is a constant. */
export interface ScatterNode extends Base, ScatterOf {
  readonly kind: 'scatter'
  readonly args: readonly [index: Node, value: Node]
  /** `parts` and `bins`. */
  readonly attributes: readonly number[]
}

/** What the elements up to each one along an axis (the only attribute) come to: `scan.ts`. */
export interface ScanNode extends Base {
  readonly kind: 'scan'
  readonly args: readonly [Node]
  readonly op: ScanOp
  readonly axis: number
  readonly attributes: readonly number[]
}

/** An operation with a schedule of its own, on operands that are there: `calls/`. */
export interface CallNode extends Base {
  readonly kind: 'call'
  readonly op: CallOp
  readonly attributes: readonly number[]
}

export type Node =
  | InputNode
  | ConstNode
  | ParamNode
  | IotaNode
  | MapNode
  | ViewNode
  | ReduceNode
  | GatherNode
  | JoinNode
  | ScanNode
  | ScatterNode
  | CallNode

export type NodeKind = Node['kind']

/** A constant, whose value is known now or when the plan is run. */
export const isScalar = (node: Node): node is ConstNode | ParamNode => node.kind === 'const' || node.kind === 'param'

/** All nodes the roots depend on, arguments first. Iterative: graphs may be a million nodes deep. */
export function reachable(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>(roots)
  const stack = [...seen]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const arg of node.args) {
      if (!seen.has(arg)) {
        seen.add(arg)
        stack.push(arg)
      }
    }
  }
  return [...seen].sort((a, b) => a.id - b.id)
}
