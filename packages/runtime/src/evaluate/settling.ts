import type { Node } from '@weldarray/ir'
import { copyFew } from '../graph/few.js'
import { resolve } from '../graph/lifetime.js'
import { allocateMemory, freeMemory, type Memory } from '../graph/memory.js'

const isPending = (node: Node): boolean => node.memory === null && !copyFew(node)

/** Those of the nodes that have no elements yet, each once. Few elements of what is there are copied at once. */
export function pendingOf(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length === 1) return isPending(nodes[0]!) ? nodes : []
  return [...new Set(nodes.filter(isPending))]
}

/**
 * Gives the nodes their elements, except those that have got them meanwhile. Two nodes that are one computation are
 * two memories: either may be written in place.
 */
export function settle(nodes: readonly Node[], memories: readonly Memory[], free: typeof freeMemory | null = freeMemory): void {
  if (nodes.length === 1) {
    if (nodes[0]!.memory === null) resolve(nodes[0]!, memories[0]!, free)
    else freeMemory(memories[0]!)
    return
  }
  const given = new Set<Memory>()
  nodes.forEach((node, i) => {
    if (node.memory !== null) return
    let memory = memories[i]!
    if (given.has(memory)) {
      const copy = allocateMemory(memory.dtype, memory.length)
      copy.data.set(memory.data as never)
      memory = copy
    }
    given.add(memory)
    resolve(node, memory, free)
  })
  for (const memory of memories) if (!given.has(memory)) freeMemory(memory)
}
