import { mapGraph, withOperands } from '@weldarray/ir'
import type { Pass } from './pass.js'

/**
 * The graph again in an interner of its own: what became equal on the way is one node, what is not reachable is gone,
 * and nodes are numbered in the order in which they are needed.
 */
export const cse: Pass = {
  name: 'cse',
  about: 'common subexpressions joined, dead code dropped',
  anew: true,
  run: (interner, roots) => mapGraph(roots, (node, args) => withOperands(interner, node, args)),
}
