import { type Node, sizeOf } from '@weldarray/ir'
import { byteLength } from './memory.js'
import { isLargePart } from './reach.js'

/*
 * Results of one call that are mostly one computation (`divmod`, `frexp`, `modf`): when one is looked at, the others that arrays still hold are
 * stored by the same loop. Nodes refer to each other for that only as long as they are pending.
 */

export function computedTogether(nodes: readonly Node[]): void {
  for (const node of nodes) if (node.memory === null) node.together = nodes
}

const isWorthIt = (node: Node): boolean =>
  node.memory === null && node.refs > 0 && !isLargePart(byteLength(node.dtype, sizeOf(node.shape)))

/** Nodes that are about to be computed, and what had better be with them. */
export function withCompanions(nodes: readonly Node[]): readonly Node[] {
  if (nodes.every((node) => node.together === null)) return nodes
  return [...new Set([...nodes, ...nodes.flatMap((node) => node.together?.filter(isWorthIt) ?? [])])]
}
