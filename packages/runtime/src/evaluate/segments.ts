import type { Node } from '@weldarray/ir'

import { SEGMENT } from '../schedule/costs.js'

/** A segment is planned whole, however many nodes it has got: to look for its segments again might never end. */
export const ALL = Number.POSITIVE_INFINITY

/**
 * Values to compute first, in this order, so that no evaluation sees a graph of more than about `SEGMENT` nodes:
 * every so many nodes of the graph in topological order. Empty for all but enormous graphs. Iterative.
 */
export function segmentEnds(roots: readonly Node[]): Node[] {
  const done = new Set<Node>()
  const ends: Node[] = []
  const stack: Node[] = [...roots]
  let since = 0
  while (stack.length > 0) {
    const value = stack[stack.length - 1]!
    if (value.memory !== null || done.has(value)) {
      stack.pop()
      continue
    }
    let ready = true
    for (const arg of value.args)
      if (arg.memory === null && !done.has(arg)) {
        stack.push(arg)
        ready = false
      }
    if (!ready) continue
    stack.pop()
    done.add(value)
    if (++since >= SEGMENT && value.kind === 'map') {
      ends.push(value)
      since = 0
    }
  }
  return ends.filter((v) => !roots.includes(v))
}
