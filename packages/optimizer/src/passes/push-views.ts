import {
  composeViews,
  isContiguous,
  type Node,
  reachable,
  sameShape,
  sizeOf,
  toCoordinates,
  type View,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from './pass.js'

/** A node as some consumer wants it: whole (null) or through a view of its flattening. */
type Demand = View | null

const keyOf = (d: Demand): string => (d === null ? '' : `[${d.shape}] [${d.strides}] ${d.offset}`)

const isWhole = (view: View, shape: readonly number[]): boolean =>
  view.offset === 0 && sameShape(view.shape, shape) && isContiguous(view)

/** What is the same everywhere, repeated to a shape; a view of it is one of another shape. */
const fillOf = (node: Node): Node | null => (node.kind === 'view' && node.args[0].uniform ? node.args[0] : null)

/** Whether any view at all can be taken of the node's operands instead: everything below is contiguous. */
function flatNodes(nodes: readonly Node[]): Set<Node> {
  const flat = new Set<Node>()
  for (const node of nodes) {
    const isRead = node.kind === 'input' || node.kind === 'iota' || node.kind === 'view'
    // Results of builders are in memory, whole.
    const is =
      fillOf(node) !== null || (node.kind === 'map' ? node.args.every((a) => flat.has(a)) : isRead ? isContiguous(node) : true)
    if (is) flat.add(node)
  }
  return flat
}

/**
 * Whether taking the views of the operands instead of the result is possible and saves work: together the views
 * must not select more elements than there are. (A stencil's five shifted views of one pending array do: it is
 * computed once, whole, and then read five times.)
 */
function worthPushing(node: Node, demands: Iterable<Demand>, flat: ReadonlySet<Node>): boolean {
  if (node.kind === 'map' && node.op === 'stored') return false
  let selected = 0
  for (const d of demands) {
    if (d === null) return false
    selected += sizeOf(d.shape)
    if (!flat.has(node) && toCoordinates(node.shape, d) === null) return false
  }
  return selected <= sizeOf(node.shape)
}

/**
 * Moves views towards the inputs, where they cost nothing: a slice of a sum is the sum of slices, so that a slice
 * of a pending array computes only the slice. A view stays above reductions and above whatever is wanted whole
 * as well; there, its source is materialised.
 */
export const pushViews: Pass = {
  name: 'views',
  about: 'slices, transposes, broadcasts and reshapes moved onto the inputs',
  run: (interner, roots) => {
    const nodes = reachable(roots)
    const flat = flatNodes(nodes)
    const demands = new Map<Node, Map<string, Demand>>()
    const want = (node: Node, d: Demand): void => {
      let of = demands.get(node)
      if (of === undefined) demands.set(node, (of = new Map()))
      const demand = d !== null && isWhole(d, node.shape) ? null : d
      of.set(keyOf(demand), demand)
    }
    for (const root of roots) want(root, null)

    // Consumers first: what each node is wanted as is known when it is visited.
    const pushed = new Set<Node>()
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]!
      const wanted = demands.get(node)!
      const fill = fillOf(node)
      if (fill !== null) want(fill, null)
      else if (node.kind === 'view') {
        const own: View = node
        const composed = [...wanted.values()].map((d) => (d === null ? own : composeViews(d, own)))
        if (composed.includes(null)) want(node.args[0], own)
        else {
          pushed.add(node)
          for (const d of composed) want(node.args[0], d)
        }
      } else if (node.kind === 'map' && worthPushing(node, wanted.values(), flat)) {
        pushed.add(node)
        for (const arg of node.args) for (const d of wanted.values()) want(arg, arg.uniform ? null : d)
      } else for (const arg of node.args) want(arg, null)
    }

    // Operands first: each node in each form it is wanted in.
    const built = new Map<Node, Map<string, Node>>()
    const get = (node: Node, d: Demand): Node => {
      const demand = node.uniform || (d !== null && isWhole(d, node.shape)) ? null : d
      return built.get(node)!.get(keyOf(demand))!
    }
    for (const node of nodes) {
      const forms = new Map<string, Node>()
      built.set(node, forms)
      let whole: Node | null = null
      for (const [key, d] of demands.get(node)!) forms.set(key, build(d))

      function build(d: Demand): Node {
        const fill = fillOf(node)
        if (fill !== null) {
          const { shape } = d ?? node
          return interner.view(
            get(fill, null),
            shape,
            shape.map(() => 0),
            0,
          )
        }
        if (node.kind === 'view' && pushed.has(node)) return get(node.args[0], d === null ? node : composeViews(d, node))
        if (node.kind === 'map' && pushed.has(node))
          return interner.map(
            node.op,
            node.args.map((a) => get(a, d)),
            node.dtype,
          )
        if ((node.kind === 'input' || node.kind === 'iota') && d !== null) {
          const direct = composeViews(d, node)
          if (direct !== null)
            return node.kind === 'input'
              ? interner.input(node.slot, node.dtype, direct.shape, direct.strides, direct.offset)
              : interner.iota(direct.shape, direct.strides, direct.offset)
        }
        if (whole === null) {
          const own = node.kind === 'view' ? [get(node.args[0], node)] : node.args.map((a) => get(a, null))
          whole = node.kind === 'view' ? own[0]! : withOperands(interner, node, own)
        }
        return d === null ? whole : interner.view(whole, d.shape, d.strides, d.offset)
      }
    }
    return roots.map((r) => get(r, null))
  },
}
