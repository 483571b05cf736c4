import { type Node, sizeOf } from '@weldarray/ir'
import { byteLength } from '../graph/memory.js'
import { isLargePart } from '../graph/reach.js'
import type { Walk } from './walk.js'

/**
 * What had better be stored with this evaluation: computations that an earlier one did and threw away, and that something new
 * needs again. So nothing is computed more than twice, and a loop that looks at a part of its history does not repeat it.
 */
export function worthKeeping(walk: Walk, roots: readonly Node[]): Node[] {
  const kept = new Set<Node>()
  const keepBelow = (arg: Node): void => {
    let node = arg
    // Slices and reshapes do not need their sources whole.
    while (node.kind === 'view' && node.memory === null && !walk.exact) node = node.args[0]
    if (node.met === 0 || node.memory !== null || node.kind === 'view' || node.kind === 'iota' || node.kind === 'const') return
    if (!isLargePart(byteLength(node.dtype, sizeOf(node.shape)))) kept.add(node)
  }
  for (let i = 0; i < walk.nodeCount; i++) {
    const node = walk.nodes[i]!
    if (node.memory !== null || node.met > 0) continue
    for (const arg of node.args) keepBelow(arg)
  }
  for (const root of roots) if (root.kind === 'view') keepBelow(root)
  for (const root of roots) kept.delete(root)
  return [...kept]
}
