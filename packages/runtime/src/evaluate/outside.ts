import { firstOutside, type GatherNode, IndexError, indexError, type Node, positionOf } from '@weldarray/ir'
import { laid } from '../graph/accessible.js'
import { siteOf } from '../graph/sites.js'
import type { Walk } from './walk.js'

/** What an evaluation took by index, when one of the indices was outside. */
export interface Gathers {
  readonly nodes: readonly GatherNode[]
  readonly error: IndexError
}

/** The gathers of a walk whose evaluation failed by an index; throws what failed it otherwise. */
export function gathersOf(error: unknown, walk: Walk): Gathers {
  if (!(error instanceof IndexError)) throw error
  const nodes: GatherNode[] = []
  for (let i = 0; i < walk.nodeCount; i++) {
    const node = walk.nodes[i]!
    if (node.kind === 'gather' && node.memory === null) nodes.push(node)
  }
  return { nodes, error }
}

/**
 * The error that names the first index outside. Kernels say no more than that there is one; which one it is, is looked for when it
 * is known that somebody has to be told: always the first in C order of the first gather that was recorded.
 */
export function whichIndex({ nodes, error }: Gathers, evaluate: (nodes: readonly Node[]) => void): IndexError {
  for (const node of nodes) {
    const [source, index] = node.args
    const below = index.kind === 'view' ? index.args[0] : index
    if (below.kind !== 'const') evaluate([below])
    const length = source.shape[node.axis]!
    const wrong = firstOutside(laid(index), node.shape, length, node.mode)
    if (wrong === null) continue
    const site = siteOf(node)
    const position = positionOf(node.shape, node, wrong.at)
    const late = indexError(site?.what ?? 'gather', wrong.index, position, length, index.dtype)
    if (site === undefined) return late
    late.message += '. It was found when the result was computed; the cause is the call that recorded it'
    late.cause = site.called
    return late
  }
  return error
}
