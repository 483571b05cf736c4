import {
  contiguousStrides,
  type Interner,
  LANES,
  mapGraph,
  type Node,
  type ReduceNode,
  reachable,
  splitRuns,
  withOperands,
} from '@weldarray/ir'
import { LITERAL } from '../plan/template.js'
import { hasNoOrder } from './no-order.js'
import type { Pass } from './pass.js'

/** Axes from the outermost to the innermost. */
type Order = readonly number[]
/** Of what is read in any order as well. */
const ANY: Order = []

const isKept = (order: Order): boolean => order.every((axis, k) => axis === k)
const areAlike = (a: Order, b: Order): boolean => a.length === b.length && a.every((axis, k) => axis === b[k])

/**
 * The order of axes in which elements that are read by strides lie: innermost is the axis along which neighbours are, before it the one whose
 * step is as long as that axis, and so on; the others stay as they are. Lengths that decide nothing have stand-ins of no order, so that
 * neighbours are known by their small step.
 */
function orderOf(shape: readonly number[], strides: readonly number[]): Order {
  const real = shape.map((_, axis) => axis).filter((axis) => shape[axis] !== 1)
  const steps = strides.map(Math.abs)
  if (shape.includes(0) || real.some((axis) => steps[axis] === 0)) return ANY
  let step = Math.min(...real.map((axis) => steps[axis]!))
  const inner: number[] = []
  while (inner.length > 0 || step <= LITERAL) {
    const next = real.find((axis) => !inner.includes(axis) && steps[axis] === step)
    if (next === undefined) break
    inner.unshift(next)
    step *= shape[next]!
  }
  return [...shape.keys()].filter((axis) => !inner.includes(axis)).concat(inner)
}

/** The order in which the elements lie that a node is computed from; null if there is none. */
function readingOrder(node: Node, known: ReadonlyMap<Node, Order | null>): Order | null {
  if (node.uniform || node.kind === 'iota') return ANY
  if (node.kind === 'input') return orderOf(node.shape, node.strides)
  if (node.kind === 'view') {
    const source = known.get(node.args[0])
    return source != null && isKept(source) ? orderOf(node.shape, node.strides) : null
  }
  if (node.kind !== 'map' || node.op === 'stored') return null
  let order: Order | null = ANY
  for (const arg of node.args) {
    const own = known.get(arg)!
    if (own === null) return null
    if (own.length === 0) continue
    if (order.length === 0) order = own
    else if (!areAlike(order, own)) return null
  }
  return order
}

/** A reduction of elements in another order, its result in the order that it had. */
function reduceInOrder(interner: Interner, { op, axes }: ReduceNode, src: Node, order: Order): Node {
  const strides = contiguousStrides(src.shape)
  const turned = interner.view(
    src,
    order.map((axis) => src.shape[axis]!),
    order.map((axis) => strides[axis]!),
    0,
  )
  const reduced = interner.reduce(
    op,
    turned,
    order.flatMap((axis, k) => (axes.includes(axis) ? [k] : [])),
  )
  const rows = order.filter((axis) => !axes.includes(axis))
  const kept = [...rows].sort((a, b) => a - b)
  const steps = contiguousStrides(reduced.shape)
  const places = kept.map((axis) => rows.indexOf(axis))
  return isKept(places)
    ? reduced
    : interner.view(
        reduced,
        places.map((k) => reduced.shape[k]!),
        places.map((k) => steps[k]!),
        0,
      )
}

/** Whether another order has no more runs of axes to reduce, and rows that vectors fit into. */
function isBetter({ axes }: ReduceNode, shape: readonly number[], order: Order): boolean {
  if (axes.length === shape.length) return true
  const turned = order.map((axis) => shape[axis]!)
  const gone = order.flatMap((axis, k) => (axes.includes(axis) ? [k] : []))
  return turned.at(-1)! > LANES && splitRuns(turned, gone).length <= splitRuns(shape, axes).length
}

/** The reductions that take another order: of what nobody else wants in the order it has, in which it would be stored. */
function turnedIn(nodes: readonly Node[], roots: readonly Node[], orders: ReadonlyMap<Node, Order | null>): Set<Node> {
  const turned = new Set(
    nodes.filter((node) => {
      if (node.kind !== 'reduce' || !hasNoOrder(node.op, node)) return false
      const order = orders.get(node.args[0])!
      return order !== null && !isKept(order) && isBetter(node, node.args[0].shape, order)
    }),
  )
  for (let before = -1; turned.size > 0 && turned.size !== before; ) {
    before = turned.size
    const wanted = new Set(roots)
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]!
      if (!turned.has(node) && (node.kind !== 'map' || wanted.has(node))) for (const arg of node.args) wanted.add(arg)
    }
    const stored = new Set<Node>()
    for (const node of nodes)
      if (node.kind === 'map' && (wanted.has(node) || node.args.some((arg) => stored.has(arg)))) stored.add(node)
    for (const node of turned) if (stored.has(node.args[0]!)) turned.delete(node)
  }
  return turned
}

/**
 * Where the order of elements does not matter, what lies transposed is reduced in the order in which it lies: the largest element of a
 * transposed matrix is that of the matrix.
 */
export const memoryOrder: Pass = {
  name: 'memory-order',
  about: 'reductions without an order go through transposed elements as these lie in memory',
  run: (interner, roots) => {
    const nodes = reachable(roots)
    if (!nodes.some((node) => node.kind === 'reduce' && hasNoOrder(node.op, node))) return roots
    const orders = new Map<Node, Order | null>()
    for (const node of nodes) orders.set(node, readingOrder(node, orders))
    const turned = turnedIn(nodes, roots, orders)
    if (turned.size === 0) return roots
    return mapGraph(roots, (node, args, changed) => {
      if (node.kind === 'reduce' && turned.has(node)) return reduceInOrder(interner, node, args[0]!, orders.get(node.args[0])!)
      return changed ? withOperands(interner, node, args) : node
    })
  },
}
