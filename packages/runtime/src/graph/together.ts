import { type Node, sizeOf } from '@weldarray/ir'
import { byteLength } from './memory.js'
import { isLargePart } from './reach.js'

/*
 * Results of one call that are mostly one computation (`divmod`, `frexp`, `modf`): when one is looked at, the others that arrays still hold are
 * stored by the same loop. None keeps another alive, and nodes that are no such results, nearly all, have no field for it.
 */

const companions = new WeakMap<Node, readonly WeakRef<Node>[]>()
/** Whether there ever were any: programs without do not look. */
let areAny = false

export function computedTogether(nodes: readonly Node[]): void {
  const all = nodes.map((node) => new WeakRef(node))
  for (const node of nodes) if (node.memory === null) companions.set(node, all)
  areAny = true
}

const isWorthIt = (node: Node): boolean =>
  node.memory === null && node.refs > 0 && !isLargePart(byteLength(node.dtype, sizeOf(node.shape)))

function companionsOf(node: Node): readonly Node[] {
  return (companions.get(node) ?? []).flatMap((ref) => ref.deref() ?? []).filter(isWorthIt)
}

/** Nodes that are about to be computed, and what had better be with them. */
export function withCompanions(nodes: readonly Node[]): readonly Node[] {
  if (!areAny || !nodes.some((node) => companions.has(node))) return nodes
  return [...new Set([...nodes, ...nodes.flatMap(companionsOf)])]
}
