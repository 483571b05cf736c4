import { type Node, sizeOf } from '@weldarray/ir'
import { formGroups } from './groups.js'
import { lowerGroup } from './lower.js'
import type { Buffer, Plan, Step } from './plan.js'

/** Where a root's elements go instead of a buffer of their own: into a slot, by these strides. Nothing of the graph reads that slot. */
export interface Target {
  readonly slot: number
  readonly strides: readonly number[]
}

/**
 * Loops in the order in which they run, and the memory between them. `inputs` is the number of input slots,
 * which are the first buffers; a buffer the plan made is dead after its last reader, unless it is a root.
 */
export function schedule(roots: readonly Node[], inputs: number, target: Target | null = null): Plan {
  const { groups, regions } = formGroups(roots)
  const buffers: Buffer[] = []
  const numbers = new Map<Node, number>()
  if (target !== null) numbers.set(roots[0]!, target.slot)
  const bufferOf = (node: Node): number => {
    let n = numbers.get(node)
    if (n === undefined) {
      n = inputs + buffers.length
      numbers.set(node, n)
      buffers.push({ dtype: node.dtype, length: sizeOf(node.shape) })
    }
    return n
  }
  const drafts = groups.map((g) =>
    lowerGroup(g, regions, bufferOf, target === null ? null : { node: roots[0]!, strides: target.strides }),
  )
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
