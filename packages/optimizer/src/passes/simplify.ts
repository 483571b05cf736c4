import { mapGraph, withOperands } from '@weldarray/ir'
import { algebraIndex } from '../rules/algebra.js'
import { foldConstants } from '../rules/fold.js'
import { rewrite } from '../rules/rule.js'
import type { Pass } from './pass.js'

/** Rules applied to each node until none fits; operands first, so one walk is enough for rules that look downwards. */
export const simplify: Pass = {
  name: 'algebra',
  about: 'exact algebra and constant folding',
  run: (interner, roots) =>
    mapGraph(roots, (node, args, changed) => {
      let current = changed ? withOperands(interner, node, args) : node
      while (current.kind === 'map') {
        const better = foldConstants(current, interner) ?? rewrite(current, interner, algebraIndex)
        if (better === null || better === current) break
        current = better
      }
      return current
    }),
}
