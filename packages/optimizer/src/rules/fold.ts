import { type ConstNode, type Interner, type MapNode, type Node, type PrimitiveOp, expandAll, mapOps, primitives, withOperands } from '@weldarray/ir'

/**
 * An operation on constants alone is a constant, computed by the operation's own definition.
 * The result is a literal only if all operands are.
 */
export function foldConstants(node: MapNode, interner: Interner): Node | null {
  if (!node.args.every((a) => a.kind === 'const')) return null
  if (mapOps[node.op].kind === 'composite') {
    const [lowered] = expandAll(interner, [node], (n, args) => {
      const next = withOperands(interner, n, args)
      return next.kind === 'map' ? (foldConstants(next, interner) ?? next) : next
    })
    return lowered!
  }
  const args = node.args as readonly ConstNode[]
  const dtype = node.op === 'cast' ? args[0]!.dtype : args[args.length - 1]!.dtype
  const value = primitives[node.op as PrimitiveOp].ref(dtype)(...args.map((a) => a.value))
  return interner.constant(value, node.dtype, args.every((a) => a.literal))
}
