import type { DType, Scalar } from './dtype.js'
import type { MapOp, ReduceOp } from './ops/index.js'
import type { Shape } from './shape.js'

interface Base {
  /** Position in the interner that made the node; arguments always have smaller ids. */
  readonly id: number
  readonly dtype: DType
  readonly shape: Shape
}

/** Memory that is there already. Element `i` is at `offset + Σ i[k]·strides[k]`, in elements of slot `slot`. */
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
  readonly args: readonly Node[]
}

/**
 * Element `i` is element `offset + Σ i[k]·strides[k]` of `src` flattened in C order.
 * Slices, transposes, broadcasts (stride 0), reversals and reshapes are all of this form.
 */
export interface ViewNode extends Base {
  readonly kind: 'view'
  readonly src: Node
  readonly strides: readonly number[]
  readonly offset: number
}

/** A reduction over `axes` (sorted, distinct); they are gone from the shape. Order of combination: `reduction.ts`. */
export interface ReduceNode extends Base {
  readonly kind: 'reduce'
  readonly op: ReduceOp
  readonly src: Node
  readonly axes: readonly number[]
}

export type Node = InputNode | ConstNode | IotaNode | MapNode | ViewNode | ReduceNode

const NONE: readonly Node[] = []

/** The nodes a node reads. */
export function operands(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'map':
      return node.args
    case 'view':
    case 'reduce':
      return [node.src]
    default:
      return NONE
  }
}

/** All nodes the roots depend on, arguments first. Iterative: graphs may be a million nodes deep. */
export function reachable(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>(roots)
  const stack = [...seen]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const arg of operands(node)) {
      if (!seen.has(arg)) {
        seen.add(arg)
        stack.push(arg)
      }
    }
  }
  return [...seen].sort((a, b) => a.id - b.id)
}
