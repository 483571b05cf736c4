import { allAxes, type CallNode, type Interner, mapGraph, type Node, reduceOps, withOperands } from '@weldarray/ir'
import { hasNoOrder } from './no-order.js'
import type { Pass } from './pass.js'

/** The same elements before a mask has chosen among them. */
interface Chosen {
  readonly mask: Node
  readonly count: number
  readonly value: Node
}

const isSelection = (node: Node): node is CallNode => node.kind === 'call' && node.op === 'compress'

/** What elementwise operations on selections by one mask would be on all elements; null for anything else. */
function before(interner: Interner, node: Node, known: ReadonlyMap<Node, Chosen>): Chosen | null {
  if (isSelection(node)) return { mask: node.args[0]!, count: node.attributes[0]!, value: node.args[1]! }
  if (node.kind !== 'map') return null
  const parts = node.args.map((a) => (a.uniform ? null : known.get(a)))
  const one = parts.find((p) => p != null)
  if (one == null || parts.some((p) => p === undefined || (p !== null && (p.mask !== one.mask || p.count !== one.count))))
    return null
  const args = node.args.map((a, i) => parts[i]?.value ?? a)
  return { ...one, value: interner.map(node.op, args, node.dtype) }
}

/**
 * Where the order of elements does not matter, a reduction of what a mask selects is one of everything, in which the others are
 * what changes nothing: Weld's predication.
 */
export const selections: Pass = {
  name: 'selections',
  about: 'reductions of what a mask selects become reductions of everything',
  run: (interner, roots) => {
    const known = new Map<Node, Chosen>()
    return mapGraph(roots, (original, args, changed) => {
      const node = changed ? withOperands(interner, original, args) : original
      if (node.kind === 'reduce' && hasNoOrder(node.op, node)) {
        const chosen = known.get(node.args[0])
        if (chosen === undefined) return node
        const { mask, value } = chosen
        const others = interner.literal(reduceOps[node.op].identity(value.dtype), value.dtype)
        return interner.reduce(node.op, interner.map('select', [mask, value, others]), allAxes(value.shape.length))
      }
      const chosen = before(interner, node, known)
      if (chosen === null) return node
      known.set(node, chosen)
      return node
    })
  },
}
