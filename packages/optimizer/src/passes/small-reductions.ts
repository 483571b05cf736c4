import {
  contiguousStrides,
  type Interner,
  isFloat,
  LANES,
  mapGraph,
  type Node,
  type ReduceNode,
  reduceOps,
  splitRuns,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from './pass.js'

/** The elements at position `p` of the reduced run, as a view of the source. */
function section(interner: Interner, node: ReduceNode, src: Node, from: number, to: number, p: number): Node {
  const strides = contiguousStrides(src.shape)
  const kept = strides.filter((_, axis) => axis < from || axis >= to)
  return interner.view(src, node.shape, kept, p * (strides[to - 1] ?? 0))
}

/** Whether no element is -0: squares, absolute values, sums, what was an integer. */
function isNeverNegativeZero(node: Node): boolean {
  if (node.kind === 'reduce') return node.op === 'sum'
  if (node.kind !== 'map') return false
  const [x, y] = node.args as [Node, Node]
  if (node.op === 'cast') return !isFloat(x.dtype) || (node.dtype === 'float64' && isNeverNegativeZero(x))
  return node.op === 'abs' || node.op === 'square' || (node.op === 'mul' && x === y)
}

/** The first element with what the reduction begins with, where that is not what changes nothing: of sums, where it may be -0. */
function begun(interner: Interner, { op, dtype }: ReduceNode, src: Node, first: Node): Node {
  const { combine, identity, begin } = reduceOps[op]
  if (Object.is(begin(dtype), identity(dtype)) || isNeverNegativeZero(src)) return first
  return interner.map(combine, [first, interner.literal(begin(dtype), dtype)])
}

/** Neighbours joined pairwise: what the lanes of a block do when each holds one element. */
function joinTree(interner: Interner, node: ReduceNode, parts: readonly Node[]): Node {
  let level = parts
  while (level.length > 1) {
    const next: Node[] = []
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? interner.map(reduceOps[node.op].combine, [level[i]!, level[i + 1]!]) : level[i]!)
    level = next
  }
  return level[0]!
}

const joinInOrder = (interner: Interner, node: ReduceNode, parts: readonly Node[]): Node =>
  parts.reduce((sum, part) => interner.map(reduceOps[node.op].combine, [sum, part]))

/**
 * A reduction of a few elements each (the channels of a pixel, two neighbouring rows) is an elementwise
 * expression of its sections, in exactly the order the reduction's definition gives: as a map, its vectors run
 * along a longer axis.
 */
export const smallReductions: Pass = {
  name: 'small-reductions',
  about: `reductions of at most ${LANES} elements become elementwise operations on sections`,
  run: (interner, roots) =>
    mapGraph(roots, (node, args, changed) => {
      if (node.kind !== 'reduce') return changed ? withOperands(interner, node, args) : node
      const src = args[0]!
      const same = changed ? interner.reduce(node.op, src, node.axes) : node
      const runs = splitRuns(src.shape, node.axes)
      const run = runs[0]
      if (runs.length !== 1 || run === undefined || run.length === 0 || run.length > LANES) return same
      if (run.outer * run.inner < 64 && run.length > 1) return same
      const parts = Array.from({ length: run.length }, (_, p) => section(interner, same, src, run.from, run.to, p))
      parts[0] = begun(interner, same, src, parts[0]!)
      return run.inner === 1 ? joinTree(interner, same, parts) : joinInOrder(interner, same, parts)
    }),
}
