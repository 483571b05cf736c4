import {
  type DType,
  dtypeInfo,
  type Interner,
  isInteger,
  type MapNode,
  mapGraph,
  type Node,
  opOf,
  reachable,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from './pass.js'

/** How often each node is an operand or a root. */
function usesOf(roots: readonly Node[]): Map<Node, number> {
  const uses = new Map<Node, number>()
  const use = (node: Node): void => void uses.set(node, (uses.get(node) ?? 0) + 1)
  roots.forEach(use)
  for (const { args } of reachable(roots)) args.forEach(use)
  return uses
}

/** Of which operands a cast of the result is a cast, so that the operation may be done in the narrower dtype; null if it may not. */
function throughOperands({ op, dtype, args }: MapNode, to: DType): readonly number[] | null {
  if (op === 'select') return [1, 2]
  return opOf(op).modular && isInteger(dtype) && isInteger(to) ? args.map((_, i) => i) : null
}

/** Rewrites what is below casts to narrower dtypes. */
class Narrowing {
  /** What has become of the nodes so far. */
  readonly made = new Map<Node, Node>()

  constructor(
    private readonly interner: Interner,
    private readonly uses: ReadonlyMap<Node, number>,
  ) {}

  /** An operation that nobody else wants, done in another dtype; null where that cannot be, or where its operands would have to be cast for it. */
  inside(node: Node, dtype: DType): Node | null {
    if (node.kind !== 'map' || this.uses.get(node) !== 1 || dtypeInfo[node.dtype].bytes <= dtypeInfo[dtype].bytes) return null
    const through = throughOperands(node, dtype)
    if (through === null) return null
    const args: Node[] = []
    for (let i = 0; i < node.args.length; i++) {
      const arg = node.args[i]!
      const now = through.includes(i) ? this.#cast(arg, dtype) : this.made.get(arg)!
      if (now === null) return null
      args.push(now)
    }
    return this.interner.map(node.op, args, dtype)
  }

  /** A cast of an operand, where there was a cast before, or where there is one for all elements. */
  #cast(node: Node, dtype: DType): Node | null {
    // Of integers, low bits are those they had before they were widened.
    const isWidened = node.kind === 'map' && node.op === 'cast' && isInteger(node.dtype) && isInteger(dtype)
    const from = isWidened ? node.args[0]! : node
    return this.inside(from, dtype) ?? (isWidened || node.uniform ? this.interner.cast(this.made.get(from)!, dtype) : null)
  }
}

/**
 * `mask.mul(255).astype('uint8')`: the bits of a sum, a difference or a product that a narrower integer keeps are made of the same bits of its
 * operands, and what is chosen from two may be cast before. A register holds sixteen bytes, and two numbers of 64 bits.
 */
export const narrowing: Pass = {
  name: 'narrowing',
  about: 'what is cast to a narrower dtype is computed in it, where its low bits are made of low bits alone',
  run: (interner, roots) => {
    const work = new Narrowing(interner, usesOf(roots))
    return mapGraph(roots, (node, args, changed) => {
      const better = node.kind === 'map' && node.op === 'cast' ? work.inside(node.args[0]!, node.dtype) : null
      const now = better ?? (changed ? withOperands(interner, node, args) : node)
      work.made.set(node, now)
      return now
    })
  },
}
