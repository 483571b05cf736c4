import { type JoinNode, type Node, sizeOf } from '@weldarray/ir'
import { isAccessible } from '../graph/accessible.js'
import { countNow, joinNow } from '../graph/few.js'
import { byteLength, type freeMemory } from '../graph/memory.js'
import { heap } from '../heap/heap.js'
import { MOST_BYTES_COUNTED, MOST_BYTES_CUT, MOST_PART_CUT, MOST_ROWS_JOINED, PLANS_FOR_CUTS } from '../schedule/costs.js'
import { knownPlan, timesPlanned } from './plans.js'
import type { Walk } from './walk.js'

/*
 * Lengths of slices of what is pending, of joins and of counted numbers are in plans. A program that has others each time (the lags of a
 * correlation, differences of what a mask selects, a border that grows) would make a plan each time, which takes longer than its loops. So
 * once a structure has had a few plans, what is sliced or joined is computed before; slices of what is in memory have one plan for all.
 */

/** What had better be computed before a graph. */
export interface Before {
  readonly nodes: readonly Node[]
  /** Joins of what is there then. */
  readonly joins: readonly JoinNode[]
}

const bytesOf = ({ dtype, shape }: Node): number => byteLength(dtype, sizeOf(shape))

/** Counted numbers that are counted more slowly here than a plan is made for them. */
const isManyNumbers = (node: Node): boolean => node.kind === 'iota' && bytesOf(node) > MOST_BYTES_COUNTED

/** Copies of rows that a join takes. */
const rowsOf = ({ args, axis, shape }: JoinNode): number => args.length * sizeOf(shape.slice(0, axis))

/** What had better be computed before the graph of a walk; null while its structure has few plans, and where much would have to be stored. */
export function computedBefore(walk: Walk): Before | null {
  if (walk.isLarge || walk.cuts.length === 0 || knownPlan(walk) !== null || timesPlanned(walk) < PLANS_FOR_CUTS) return null
  const cuts = [...new Set(walk.cuts)]
  const bytes = cuts.reduce((sum, node) => sum + bytesOf(node), 0)
  if (bytes > Math.min(MOST_BYTES_CUT, (heap.limit - heap.held) * MOST_PART_CUT) || cuts.some(isManyNumbers)) return null
  const nodes: Node[] = []
  const joins: JoinNode[] = []
  for (const node of cuts)
    if (node.kind === 'iota') countNow(node)
    else if (node.kind !== 'join') nodes.push(node)
    else if (rowsOf(node) <= MOST_ROWS_JOINED) {
      nodes.push(...node.args.filter((part) => !isAccessible(part)))
      joins.push(node)
    }
  return nodes.length + joins.length > 0 || walk.cuts.some((node) => node.memory !== null) ? { nodes, joins } : null
}

/** Joins what has been computed. Some may have been, with it; others were let go of while it was awaited, and have no parts any more. */
export function joinBefore({ joins }: Before, free: typeof freeMemory | null): void {
  const isOpen = ({ memory, args }: JoinNode): boolean => memory === null && args.length > 0
  for (const node of joins) if (isOpen(node) && node.args.every(isAccessible)) joinNow(node, free)
}
