import {
  type CallNode,
  type JoinNode,
  type Node,
  type ReduceNode,
  type ScanNode,
  type ScatterNode,
  type Shape,
  sizeOf,
  startsOf,
} from '@weldarray/ir'
import { builderOf, computedWith, hasNoLoop, isElementwise } from './builders.js'
import { findRegions, type Regions, weightOf } from './regions.js'

/** A part of a join, or of a join in it: its elements go where the join's are, beginning at the index `start`. */
export interface Placed {
  readonly node: Node
  readonly join: JoinNode
  readonly start: readonly number[]
}

/** Nodes that are computed by one loop nest over one iteration space. */
export interface Group {
  readonly stage: number
  readonly space: readonly number[]
  /** Elementwise results that are stored. */
  readonly stores: Node[]
  /** What is stored to a slice of something else. */
  readonly placed: Placed[]
  /** Reductions, all over the same axes. */
  readonly reduces: ReduceNode[]
  /** Scatters, all in as many parts. Nothing else is in their group: a call of their loop is a part. */
  readonly scatters: ScatterNode[]
  /** Every node computed inside the loop, operands first. */
  body: Node[]
}

/** Work that is worth writing to memory and reading back rather than doing again. */
const WORTH_KEEPING = 24
/** Results of a loop that together stay within this many: more are split over several loops. */
const MAX_RESULTS = 16

const spaceOf = (node: Node): Shape => builderOf(node).space(node)
const valuesOf = (result: Node): readonly Node[] => builderOf(result).values(result)

/**
 * The nodes a loop computes for these results: down to inputs, reductions, views, and what an earlier stage has
 * put into memory.
 */
function bodyOf(group: Group, regions: Regions): Node[] {
  const results = resultsOf(group)
  const at = group.stage
  const body = new Set<Node>()
  const stack: Node[] = []
  const visit = (node: Node): void => {
    if (!body.has(node)) {
      body.add(node)
      stack.push(node)
    }
  }
  for (const result of results) for (const value of valuesOf(result)) visit(value)
  for (const { node } of group.placed) visit(node)
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isComputedHere(node, at, regions, results)) continue
    for (const arg of computedWith(node)) visit(arg)
  }
  return [...body].sort((a, b) => a.id - b.id)
}

/** Whether a loop at stage `at` computes the node, instead of reading it. */
export function isComputedHere(node: Node, at: number, regions: Regions, results: readonly Node[]): boolean {
  if (!isElementwise(node)) return false
  return !(regions.materialised.has(node) && regions.stage.get(node)! < at) || results.includes(node)
}

/** What a loop scans on its way to its results, all along one axis. An axis of one element is none. */
export const scansOf = (group: Group, regions: Regions): ScanNode[] =>
  group.body.filter(
    (n): n is ScanNode => n.kind === 'scan' && n.shape[n.axis] !== 1 && isComputedHere(n, group.stage, regions, group.stores),
  )

const resultsOf = (group: Group): Node[] => [...group.stores, ...group.reduces, ...group.scatters]

/** Cost of computing a node inside a loop, given what the loop computes. */
function costs(group: Group, regions: Regions): Map<Node, number> {
  const cost = new Map<Node, number>()
  const results = resultsOf(group)
  for (const node of group.body) {
    let sum = 0
    if (isComputedHere(node, group.stage, regions, results)) {
      sum = weightOf(node)
      for (const arg of computedWith(node)) sum += cost.get(arg) ?? 0
    }
    cost.set(node, sum)
  }
  return cost
}

/** Of what is joined the largest pieces are stored first: the edges of a board are in the caches then. */
const placedIn = (group: Group): number => (group.placed.length > 0 ? sizeOf(group.space) : 0)

/** Puts results into groups: same stage, same space, and reductions over the same axes. */
function assign(regions: Regions): Group[] {
  const groups = new Map<string, Group[]>()
  const order: Group[] = []
  const groupFor = (stage: number, space: Shape, key: string): Group => {
    const list = groups.get(key) ?? []
    groups.set(key, list)
    let group = list[list.length - 1]
    if (group === undefined || group.placed.length + resultsOf(group).length >= MAX_RESULTS) {
      group = { stage, space, stores: [], placed: [], reduces: [], scatters: [], body: [] }
      list.push(group)
      order.push(group)
    }
    return group
  }
  const add = (node: Node, key: string): void => {
    const group = groupFor(regions.stage.get(node)!, spaceOf(node), key)
    if (node.kind === 'reduce') group.reduces.push(node)
    else if (node.kind === 'scatter') group.scatters.push(node)
    else group.stores.push(node)
  }
  const spaceIn = (node: Node, stage: number, shape: Shape): string => {
    const along = regions.scanning.get(node)?.along ?? -1
    return `${stage} [${shape}]${along < 0 ? '' : ` scan ${along}`}`
  }
  const results = regions.nodes.filter((n) => regions.materialised.has(n) && !hasNoLoop(n))
  const reduceKey = new Map<string, string>()
  for (const node of results) {
    if (node.kind !== 'reduce') continue
    const space = `${regions.stage.get(node)} [${spaceOf(node)}]`
    const key = `${space} over [${node.axes}]`
    if (!reduceKey.has(space)) reduceKey.set(space, key)
    add(node, key)
  }
  for (const node of results) {
    if (node.kind === 'reduce') continue
    const space = spaceIn(node, regions.stage.get(node)!, spaceOf(node))
    add(node, node.kind === 'scatter' ? `${space} in ${node.parts}` : (reduceKey.get(space) ?? space))
  }
  const place = (node: Node, join: JoinNode, start: readonly number[]): void => {
    if (node.kind === 'join' && !regions.materialised.has(node)) {
      placeParts(node, join, start)
      return
    }
    // What is in memory is read a stage later.
    const stage = regions.stage.get(node)! + (builderOf(node).waits || regions.cut.has(node) ? 1 : 0)
    const space = spaceIn(node, stage, node.shape)
    groupFor(stage, node.shape, reduceKey.get(space) ?? space).placed.push({ node, join, start })
  }
  const placeParts = ({ args, axis }: JoinNode, join: JoinNode, start: readonly number[]): void => {
    const starts = startsOf(args, axis)
    args.forEach((part, i) =>
      place(
        part,
        join,
        start.map((at, k) => (k === axis ? at + starts[i]! : at)),
      ),
    )
  }
  for (const join of regions.nodes)
    if (join.kind === 'join' && regions.materialised.has(join))
      placeParts(
        join,
        join,
        join.shape.map(() => 0),
      )
  return order.sort((a, b) => a.stage - b.stage || placedIn(b) - placedIn(a))
}

/**
 * Of what an earlier loop computes too, the nodes that this one needs for itself and that cost more than a load:
 * those used by something the earlier loop does not compute. What lies below them is not needed here any more.
 */
function worthKeeping(group: Group, earlier: ReadonlyMap<Node, Group>, regions: Regions): Node[] {
  const cost = costs(group, regions)
  const shared = (node: Node): boolean => (earlier.get(node)?.stage ?? group.stage) < group.stage
  const frontier = new Set<Node>()
  const use = (node: Node): void => {
    if (isElementwise(node) && shared(node) && cost.get(node)! > WORTH_KEEPING && sizeOf(node.shape) > 1) frontier.add(node)
  }
  for (const result of resultsOf(group)) for (const value of valuesOf(result)) use(value)
  for (const { node } of group.placed) use(node)
  for (const node of group.body) if (!shared(node)) for (const arg of computedWith(node)) use(arg)
  return [...frontier].filter((n) => !regions.materialised.has(n))
}

/**
 * The loops of a graph, in the order in which they run. A value that several loops need is computed in each of
 * them if that is cheap, and stored by the first and read by the later ones if it is not.
 */
export function formGroups(roots: readonly Node[]): { groups: Group[]; calls: CallNode[]; regions: Regions } {
  const regions = findRegions(roots)
  const groups = assign(regions)
  const rebuild = (group: Group): void => {
    group.body = bodyOf(group, regions)
  }
  const earlier = new Map<Node, Group>()
  for (const group of groups) {
    rebuild(group)
    for (const node of worthKeeping(group, earlier, regions)) {
      const home = earlier.get(node)!
      regions.materialised.add(node)
      regions.stage.set(node, home.stage)
      home.stores.push(node)
    }
    rebuild(group)
    for (const node of group.body)
      if (isElementwise(node) && !earlier.has(node) && isComputedHere(node, group.stage, regions, group.stores))
        earlier.set(node, group)
  }
  const calls = regions.nodes.filter((n): n is CallNode => n.kind === 'call')
  return { groups, calls, regions }
}
