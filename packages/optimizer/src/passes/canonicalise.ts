import {
  type Interner,
  isScalar,
  mapGraph,
  type Node,
  opOf,
  type ReduceNode,
  sizeOf,
  splitRuns,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from './pass.js'

/** Constants to the right, otherwise the older operand first: equal sums and products become the same node. */
function sortOperands(args: readonly Node[]): readonly Node[] {
  const [a, b] = args as [Node, Node]
  const swap = isScalar(a) ? !isScalar(b) : !isScalar(b) && b.id < a.id
  return swap ? [b, a] : args
}

/** A reduction over several runs of axes becomes one reduction a run, in the order that `reduction.ts` defines. */
function splitReduction(interner: Interner, node: ReduceNode, src: Node): Node {
  if (sizeOf(src.shape) === 0) return interner.reduce(node.op, src, node.axes)
  let current = src
  for (const { from, to } of splitRuns(src.shape, node.axes))
    current = interner.reduce(
      node.op,
      current,
      Array.from({ length: to - from }, (_, i) => from + i),
    )
  return interner.reshape(current, node.shape)
}

/** One form for what can be written in several. */
export const canonicalise: Pass = {
  name: 'canonicalise',
  about: 'operands of commutative operations sorted, reductions split into single runs of axes',
  run: (interner, roots) =>
    mapGraph(roots, (node, args, changed) => {
      if (node.kind === 'map' && opOf(node.op).commutative) {
        const sorted = sortOperands(args)
        return sorted === args && !changed ? node : interner.map(node.op, sorted, node.dtype)
      }
      if (node.kind === 'reduce') return splitReduction(interner, node, args[0]!)
      return changed ? withOperands(interner, node, args) : node
    }),
}
