import { type MapOp, type Node, opOf, reachable } from '@weldarray/ir'
import { builderOf, isElementwise, isInPlace, readBy } from './builders.js'
import { NO_SCANNING, type Scanning, scanningOf, storedFirst } from './scanning.js'

/** A loop within an element: always worth keeping. */
const LOOP = 64

/** Rough cost of an elementwise operation, in units of an addition; a load from memory costs about 8. */
export function weight(op: MapOp): number {
  const def = opOf(op)
  if (def.kind === 'loop') return LOOP
  if (def.kind === 'composite') return def.widen ? 32 : 4
  return def.slow ? 4 : 1
}

/** The same of any node that a loop computes. */
export const weightOf = (node: Node): number =>
  node.kind === 'map' ? weight(node.op) : node.kind === 'gather' ? GATHER : node.kind === 'scan' ? SCAN : 0

/** A load from anywhere. */
const GATHER = 8

/** A step of a scan, and all steps before it: done once only. */
const SCAN = 32

/** Longest chain of operations in one kernel, and most operations below one node; past these a value is materialised. */
const MAX_HEIGHT = 512
const MAX_COUNT = 4096

export interface Regions {
  /** Nodes whose elements are put into memory. */
  readonly materialised: Set<Node>
  /** When a node can be computed: every view of a computed node and every use of a reduction waits a stage. */
  readonly stage: Map<Node, number>
  /** Nodes cut off to keep kernels small; they are read back a stage later. */
  readonly cut: ReadonlySet<Node>
  /** What the loop of each node scans. */
  readonly scanning: ReadonlyMap<Node, Scanning>
  /** All nodes, operands first. */
  readonly nodes: readonly Node[]
}

/** Joins that are nothing but parts of joins: their own parts are stored to where they end up. */
function joinsInJoins(nodes: readonly Node[], roots: readonly Node[]): Set<Node> {
  const inside = new Set<Node>(nodes.filter((n) => n.kind === 'join'))
  for (const root of roots) inside.delete(root)
  for (const node of nodes) if (node.kind !== 'join') for (const arg of node.args) inside.delete(arg)
  return inside
}

/** What has to be in memory, and in which stage everything is computed. */
export function findRegions(roots: readonly Node[]): Regions {
  const nodes = reachable(roots)
  const materialised = new Set<Node>(roots)
  const inside = joinsInJoins(nodes, roots)
  for (const node of nodes) {
    if (builderOf(node).waits && !inside.has(node)) materialised.add(node)
    for (const operand of readBy(node)) if (!isInPlace(node, operand)) materialised.add(operand)
  }
  const cut = new Set<Node>()
  const stage = new Map<Node, number>()
  const height = new Map<Node, number>()
  const count = new Map<Node, number>()
  const scanning = new Map<Node, Scanning>()
  const scanned = (node: Node): Scanning => scanning.get(node) ?? NO_SCANNING
  const scans = nodes.some((n) => n.kind === 'scan')
  for (const node of nodes) {
    let at = 0
    let tall = 0
    let many = 0
    const reads = readBy(node)
    const fromMemory = (arg: Node): boolean =>
      (reads.includes(arg) && !isInPlace(node, arg)) || (builderOf(arg).waits && !inside.has(arg)) || cut.has(arg)
    if (scans) {
      const beside = node.args.filter((a) => !fromMemory(a) && !reads.includes(a))
      for (const operand of storedFirst(node, beside, scanned, (a) => count.get(a)!)) {
        cut.add(operand)
        materialised.add(operand)
      }
      scanning.set(
        node,
        scanningOf(
          node,
          beside.filter((a) => !cut.has(a)),
          scanned,
        ),
      )
    }
    for (const arg of node.args) {
      const there = fromMemory(arg)
      at = Math.max(at, stage.get(arg)! + (there ? 1 : 0))
      if (!there) {
        tall = Math.max(tall, height.get(arg)!)
        many += count.get(arg)!
      }
    }
    if (isElementwise(node)) {
      const own = weightOf(node)
      tall += own
      many += own
      if (tall > MAX_HEIGHT || many > MAX_COUNT) {
        cut.add(node)
        materialised.add(node)
      }
    }
    stage.set(node, at)
    height.set(node, tall)
    count.set(node, many)
  }
  return { materialised, stage, cut, scanning, nodes }
}
