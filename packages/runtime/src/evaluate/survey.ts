import { MemoryLimitError, type Node } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { heldBy } from '../graph/reach.js'
import { withCompanions } from '../graph/together.js'
import { heap } from '../heap/heap.js'
import { SEGMENT } from '../schedule/costs.js'
import { worthStoring } from './again.js'
import { worthKeeping } from './keeping.js'
import { knownPlan } from './plans.js'
import type { Walk } from './walk.js'

/** Looks at what is pending below `roots`, up to so many nodes; the roots, with what had better be computed or kept on this occasion. */
export function lookAt(walk: Walk, roots: readonly Node[], most = SEGMENT): readonly Node[] {
  const all = lookBack(walk, withCompanions(roots), most)
  return walk.isLarge ? all : lookAhead(walk, all)
}

/** With what was computed before, and is about to be computed again. */
export function lookBack(walk: Walk, roots: readonly Node[], most = SEGMENT): readonly Node[] {
  walk.run(roots, most)
  if (!walk.mayKeep || walk.isLarge) return roots
  const kept = worthKeeping(walk, roots)
  if (kept.length === 0) return roots
  const all = [...roots, ...kept]
  walk.askFor(all)
  return all
}

/** With what was needed again the last times that this was computed. */
function lookAhead(walk: Walk, roots: readonly Node[]): readonly Node[] {
  let all = roots
  for (let plan = knownPlan(walk); plan !== null && plan.again !== null; plan = knownPlan(walk)) {
    const more = worthStoring(plan, walk.nodes, all)
    if (more.length === 0) break
    all = [...all, ...more]
    walk.askFor(all)
  }
  return all
}

/** Throws `MemoryLimitError` if some of what a walk reads is in a file, and all of it does not fit into memory. */
export function checkRoom(walk: Walk): void {
  if (counters.bytesSpilled === 0) return
  const bytes = [...new Set(walk.memories.slice(0, walk.accessCount))].reduce((sum, memory) => sum + heldBy(memory), 0)
  if (bytes <= heap.limit) return
  const error = new MemoryLimitError(`operands of ${bytes} bytes do not fit into memory together`)
  error.bytes = bytes
  throw error
}
