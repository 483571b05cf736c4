import { sizeOf } from '@weldarray/ir'
import { isCacheEmpty } from '../cache/disk-cache.js'
import { engineLacks } from '../compiler/engine.js'
import { forcedTier } from '../execute/tier.js'
import { OPERATION_NS, SHORT_NS } from '../schedule/costs.js'
import { team } from '../team/team.js'
import type { NodeWords } from './node-words.js'

/** What the operations of a graph cost at least, as the schedule estimates it. */
function leastTime({ nodes, nodeCount }: NodeWords): number {
  let operations = 0
  for (let i = 0; i < nodeCount; i++) {
    const { kind, memory, shape, args } = nodes[i]!
    if (memory !== null) continue
    if (kind === 'map') operations += sizeOf(shape)
    else if (kind === 'reduce') operations += sizeOf(args[0]!.shape)
  }
  return OPERATION_NS * operations
}

/**
 * Starts the worker threads before the first plan of what will want them is made: both take a process as long, and threads start beside
 * it. Not where no kernel is there yet: loops begin without them then, and what has to be compiled needs the other cores.
 */
export function warmFor(walk: NodeWords): void {
  const tier = forcedTier()
  if (team.isWarm || tier === 'js' || tier === 'interpreter' || leastTime(walk) <= SHORT_NS) return
  if (engineLacks() === null && !isCacheEmpty()) team.warm()
}
