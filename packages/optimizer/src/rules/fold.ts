import { expandAll, type Interner, type MapNode, type Node } from '@weldarray/ir'

/** A composite of constants alone is a constant, by its own expansion. (Primitives of constants never come to be nodes.) */
export function foldConstants(node: MapNode, interner: Interner): Node | null {
  if (!node.args.every((a) => a.kind === 'const')) return null
  const [lowered] = expandAll(interner, [node])
  return lowered!
}
