import {
  allAxes,
  type CallNode,
  type Interner,
  isFloat,
  mapGraph,
  type Node,
  type ReduceOp,
  reachable,
  reduceOps,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from './pass.js'

/** The same elements before a mask has chosen among them. */
interface Chosen {
  readonly mask: Node
  readonly count: number
  readonly value: Node
}

const isSelection = (node: Node): node is CallNode => node.kind === 'call' && node.op === 'compress'

/** Whether the order in which elements are joined changes no bit: sums of floats have one, along what is selected. */
const hasNoOrder = (op: ReduceOp, node: Node): boolean => op === 'min' || op === 'max' || !isFloat(node.dtype)

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

/** How often each node is an operand; roots once more. */
function uses(roots: readonly Node[]): Map<Node, number> {
  const count = new Map<Node, number>()
  const use = (node: Node): void => {
    count.set(node, (count.get(node) ?? 0) + 1)
  }
  for (const root of roots) use(root)
  for (const node of reachable(roots)) for (const arg of new Set(node.args)) use(arg)
  return count
}

/** Whether several selections are made for this node alone. */
const joinsSelections = (node: Node, used: ReadonlyMap<Node, number>): boolean => {
  const selections = new Set(node.args.filter(isSelection))
  return selections.size > 1 && [...selections].every((s) => used.get(s) === 1)
}

/**
 * Where the order of elements does not matter, a reduction of what a mask selects is one of everything, in which the others are
 * what changes nothing: Weld's predication. And what joins several selections by one mask is one selection.
 */
export const selections: Pass = {
  name: 'selections',
  about: 'reductions of what a mask selects become reductions of everything, several selections by one mask one',
  run: (interner, roots) => {
    const known = new Map<Node, Chosen>()
    const used = uses(roots)
    return mapGraph(roots, (original, args, changed) => {
      let node = changed ? withOperands(interner, original, args) : original
      if (node.kind === 'reduce' && hasNoOrder(node.op, node)) {
        const chosen = known.get(node.args[0])
        if (chosen === undefined) return node
        const { mask, value } = chosen
        const others = interner.literal(reduceOps[node.op].identity(value.dtype), value.dtype)
        return interner.reduce(node.op, interner.map('select', [mask, value, others]), allAxes(value.shape.length))
      }
      const chosen = before(interner, node, known)
      if (chosen === null) return node
      if (joinsSelections(original, used)) node = interner.call('compress', [chosen.mask, chosen.value], [chosen.count])
      known.set(node, chosen)
      return node
    })
  },
}
