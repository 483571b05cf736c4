import { type Node, sizeOf } from '@weldarray/ir'
import { formGroups } from './groups.js'
import { lowerGroup } from './lower.js'
import type { Buffer, Plan, Step } from './plan.js'

/**
 * Loops in the order in which they run, and the memory between them. `inputs` is the number of input slots,
 * which are the first buffers; a buffer the plan made is dead after its last reader, unless it is a root.
 */
export function schedule(roots: readonly Node[], inputs: number): Plan {
  const { groups, regions } = formGroups(roots)
  const buffers: Buffer[] = []
  const numbers = new Map<Node, number>()
  const bufferOf = (node: Node): number => {
    let n = numbers.get(node)
    if (n === undefined) {
      n = inputs + buffers.length
      numbers.set(node, n)
      buffers.push({ dtype: node.dtype, length: sizeOf(node.shape) })
    }
    return n
  }
  const drafts = groups.map((g) => lowerGroup(g, regions, bufferOf))
  const rootBuffers = roots.map(bufferOf)

  const lastUse = new Map<number, number>()
  drafts.forEach((step, at) => {
    for (const access of step.binding.accesses) if (access.buffer >= inputs) lastUse.set(access.buffer, at)
    for (const buffer of step.binding.reduces) lastUse.set(buffer, at)
  })
  for (const root of rootBuffers) lastUse.delete(root)
  const dies: number[][] = drafts.map(() => [])
  for (const [buffer, at] of lastUse) dies[at]!.push(buffer)
  const steps: Step[] = drafts.map((step, at) => ({ ...step, dies: dies[at]! }))
  return { inputs, buffers, steps, roots: rootBuffers }
}
