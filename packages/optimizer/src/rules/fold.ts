import { expandAll, type Interner, type MapNode, type Node, withOperands } from '@weldarray/ir'

/** A composite of constants alone is a constant, by its own expansion. (Primitives of constants never come to be nodes.) */
export function foldConstants(node: MapNode, interner: Interner): Node | null {
  if (!node.args.every((a) => a.kind === 'const')) return null
  const [lowered] = expandAll(interner, [node], (n, args) => withOperands(interner, n, args))
  return lowered!
}
