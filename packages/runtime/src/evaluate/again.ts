import { type Node, sizeOf } from '@weldarray/ir'
import { byteLength } from '../graph/memory.js'
import { isLargePart } from '../graph/reach.js'

/*
 * What one evaluation computed and threw away, and a later one needed again: the next time the first one's plan is run, it is stored there.
 * So a loop that looks at something made of its state, and goes on with the state, computes it once a turn. What was stored for nothing a few
 * times, since nobody read it, is not stored any more.
 */

/** What is known of a plan, by the places of its nodes: how often each may still be stored for nothing. */
export interface Learned {
  again: Map<number, number> | null
}

/** So often something is stored that nobody reads. */
const CREDIT = 4

const originOf = (node: Node): Learned | null => node.origin as Learned | null

/** Notes where a node is computed for the first time, and thrown away. */
export function computedBy(node: Node, plan: Learned): void {
  node.origin = plan
  node.originPlace = node.place
}

/** A node that was thrown away is stored after all. */
export function neededAgain(node: Node): void {
  const plan = originOf(node)
  if (plan !== null) (plan.again ??= new Map()).set(node.originPlace, CREDIT)
}

/** A node is read that may have been stored for that. */
export function readAgain(node: Node): void {
  const plan = originOf(node)!
  if (plan.again?.has(node.originPlace)) plan.again.set(node.originPlace, CREDIT)
  node.origin = null
}

/** Of the nodes that a plan computes, by their places, those that are worth storing: they were needed again. */
export function worthStoring(plan: Learned, nodes: readonly Node[], roots: readonly Node[]): Node[] {
  const found: Node[] = []
  for (const [place, credit] of plan.again!) {
    const node = nodes[place]!
    if (roots.includes(node) || isLargePart(byteLength(node.dtype, sizeOf(node.shape)))) continue
    if (credit === 0) {
      plan.again!.delete(place)
      continue
    }
    plan.again!.set(place, credit - 1)
    node.origin = plan
    node.originPlace = place
    found.push(node)
  }
  if (plan.again!.size === 0) plan.again = null
  return found
}
