import { type Interner, type Node, startsOf, withOperands } from '@weldarray/ir'
import type { Pass } from '../pass.js'
import { type Box, boxOf, type Cuts, elementsIn, lengthsBetween, within } from './box.js'
import { type Cutting, cuttingOf } from './cutting.js'

/** What is wanted of a node: a box of it, or all (null). */
type Demand = Box | null

const keyOf = (box: Demand): string => (box === null ? '' : `${box.start} of ${box.shape}`)

/** What is handed to an operand of a node, or read of it, for a box of the node. */
type Ask = (operand: number, box: Demand) => void

/** All boxes of an array that is cut. */
function* grid(cuts: Cuts, shape: readonly number[], axis = 0): Generator<Box> {
  if (axis === shape.length) yield { start: [], shape: [] }
  else
    for (const [from, length] of lengthsBetween(cuts[axis]!, shape[axis]!))
      for (const rest of grid(cuts, shape, axis + 1)) yield { start: [from, ...rest.start], shape: [length, ...rest.shape] }
}

/** The part of a join that a box lies in, and where that is in the part. */
function partAt(node: Node & { kind: 'join' }, box: Box): [part: number, inside: Box] {
  const { axis, args } = node
  const starts = startsOf(args, axis)
  const at = box.start[axis]!
  const part = args.findIndex((a, i) => starts[i]! <= at && at < starts[i]! + a.shape[axis]!)
  return [part, { start: box.start.map((x, k) => (k === axis ? x - starts[part]! : x)), shape: box.shape }]
}

/** What a node that is cut needs for one of its boxes. */
function operandsFor(node: Node, box: Box, ask: Ask): void {
  if (node.kind === 'join') ask(...partAt(node, box))
  else if (node.kind === 'view') ask(0, within(boxOf(node)!.start, box))
  else node.args.forEach((arg, i) => ask(i, arg.uniform ? null : box))
}

/** Which boxes of each node are wanted, results first. */
function demandsOn({ nodes, cuts, together }: Cutting, roots: readonly Node[]): Map<Node, Map<string, Demand>> {
  const demands = new Map<Node, Map<string, Demand>>(nodes.map((n) => [n, new Map()]))
  const want = (node: Node, box: Demand): void => {
    demands.get(node)!.set(keyOf(box), box)
  }
  for (const root of roots) want(root, null)
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!
    const wanted = demands.get(node)!
    const at = cuts.get(node)
    if (at === undefined) {
      for (const arg of node.args) want(arg, null)
      continue
    }
    if (wanted.has('')) for (const box of grid(at, node.shape)) want(node, box)
    const inBoxes = together.get(node)!
    for (const box of wanted.values())
      if (box !== null) operandsFor(node, box, (k, inside) => want(node.args[k]!, inBoxes[k] ? inside : null))
  }
  return demands
}

/** The boxes of an array that is cut, one after the other along its axes. */
function assembled(
  interner: Interner,
  cuts: Cuts,
  shape: readonly number[],
  piece: (box: Box) => Node,
  start: readonly number[] = [],
  lengths: readonly number[] = [],
): Node {
  const axis = start.length
  if (axis === shape.length) return piece({ start, shape: lengths })
  const parts = [...lengthsBetween(cuts[axis]!, shape[axis]!)].map(([from, length]) =>
    assembled(interner, cuts, shape, piece, [...start, from], [...lengths, length]),
  )
  return parts.length === 1 ? parts[0]! : interner.join(parts, axis)
}

/**
 * Elementwise operations on what is joined are joins of operations on the parts, so that each is a loop with loads of its own
 * and what was joined need not be put into memory. Rolled arrays are joins of slices: a stencil at the edges of a torus is
 * nine loops, and one for all that lies inside. Where the ends of several joins cut an axis, every result is cut there.
 */
export const joins: Pass = {
  name: 'joins',
  about: 'what is computed of joined arrays is computed of their parts, and joined',
  run: (interner, roots) => {
    const cutting = cuttingOf(roots)
    if (cutting === null) return roots
    const { nodes, cuts, together } = cutting
    const demands = demandsOn(cutting, roots)
    const built = new Map<Node, Map<string, Node>>()
    const get = (node: Node, box: Demand): Node => built.get(node)!.get(keyOf(box))!
    const make = (node: Node, box: Demand): Node => {
      const at = cuts.get(node)
      if (at === undefined)
        return withOperands(
          interner,
          node,
          node.args.map((a) => get(a, null)),
        )
      if (box === null) return assembled(interner, at, node.shape, (piece) => get(node, piece))
      const operands: Node[] = []
      operandsFor(node, box, (k, inside) => {
        const arg = node.args[k]!
        const isRead = inside !== null && !together.get(node)![k]
        operands.push(isRead ? elementsIn(interner, get(arg, null), inside) : get(arg, inside))
      })
      return node.kind === 'map' ? interner.map(node.op, operands, node.dtype) : operands[0]!
    }
    for (const node of nodes) {
      const forms = new Map<string, Node>()
      built.set(node, forms)
      for (const [key, box] of demands.get(node)!) if (box !== null) forms.set(key, make(node, box))
      if (demands.get(node)!.has('')) forms.set('', make(node, null))
    }
    return roots.map((r) => get(r, null))
  },
}
