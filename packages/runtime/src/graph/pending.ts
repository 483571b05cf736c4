import { listNodes, type Node } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { askMembers } from '../heap/weak-set.js'
import { LEAST_WATCHED, WATCHED_FROM, WATCHED_PART } from '../schedule/costs.js'

/*
 * Pending nodes that keep much memory alive, so that they can be computed when there is no other memory. In a weak *set*: any other
 * reference would keep them alive in collections of the young (`heap/census.ts`).
 */

const watched = new WeakSet<Node>()

/** Bytes that a node has to keep alive to be watched. */
export const worthWatching = (): number => Math.min(LEAST_WATCHED, settings.maxMemory / WATCHED_PART)

/**
 * Whether there is so much in memory that pending nodes are watched. What was recorded before keeps no more than this part of memory alive,
 * all of it together, and to watch one costs as much as to record two.
 */
export const isWatched = (): boolean => counters.bytesHeld > settings.maxMemory / WATCHED_FROM

export function watchPending(node: Node): void {
  watched.add(node)
}

/** The watched nodes that are pending still, and no operand of another. Those that have died since the last collection are among them. */
export function pendingNodes(): Node[] {
  const alive = new Set(listNodes(() => askMembers(watched)).filter((n) => n.memory === null && n.args.length > 0))
  const operands = new Set<Node>()
  for (const node of alive) for (const arg of node.args) operands.add(arg)
  return [...alive].filter((n) => !operands.has(n))
}
