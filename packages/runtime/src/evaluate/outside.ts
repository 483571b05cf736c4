import { firstOutside, type GatherNode, IndexError, indexError, type Node, positionOf, type ScatterNode } from '@weldarray/ir'
import { laid } from '../graph/accessible.js'
import { siteOf } from '../graph/sites.js'
import type { Walk } from './walk.js'

/** What an evaluation took or added by index, when one of the indices was outside. */
export interface Gathers {
  readonly nodes: readonly (GatherNode | ScatterNode)[]
  readonly error: IndexError
}

/** The gathers and scatters of a walk whose evaluation failed by an index; throws what failed it otherwise. */
export function gathersOf(error: unknown, walk: Walk): Gathers {
  if (!(error instanceof IndexError)) throw error
  const nodes: (GatherNode | ScatterNode)[] = []
  for (let i = 0; i < walk.nodeCount; i++) {
    const node = walk.nodes[i]!
    if ((node.kind === 'gather' || node.kind === 'scatter') && node.memory === null) nodes.push(node)
  }
  return { nodes, error }
}

/**
 * The error that names the first index outside. Kernels say no more than that there is one; which one it is, is looked for when it
 * is known that somebody has to be told: always the first in C order of the first gather or scatter that was recorded.
 */
export function whichIndex({ nodes, error }: Gathers, evaluate: (nodes: readonly Node[]) => void): IndexError {
  for (const node of nodes) {
    const index = node.kind === 'gather' ? node.args[1] : node.args[0]
    const below = index.kind === 'view' ? index.args[0] : index
    if (below.kind !== 'const') evaluate([below])
    const isGather = node.kind === 'gather'
    const length = isGather ? node.args[0].shape[node.axis]! : node.bins
    const mode = isGather ? node.mode : 'raise'
    const wrong = firstOutside(laid(index), isGather ? node.shape : index.shape, length, mode)
    if (wrong === null) continue
    const site = siteOf(node)
    const position = isGather ? positionOf(node.shape, node, wrong.at) : wrong.at
    const late = indexError(site?.what ?? node.kind, wrong.index, position, length, index.dtype, mode)
    if (site === undefined) return late
    late.message += '. It was found when the result was computed; the cause is the call that recorded it'
    late.cause = site.called
    return late
  }
  return error
}
