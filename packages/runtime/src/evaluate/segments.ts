import type { Value } from '../graph/value.js'
import { SEGMENT } from '../schedule/costs.js'

/**
 * Values to compute first, in this order, so that no evaluation sees a graph of more than about `SEGMENT` nodes:
 * every so many nodes of the graph in topological order. Empty for all but enormous graphs. Iterative.
 */
export function segmentEnds(roots: readonly Value[]): Value[] {
  const done = new Set<Value>()
  const ends: Value[] = []
  const stack: Value[] = [...roots]
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
