import { type Node, sizeOf } from '@weldarray/ir'
import { byteLength } from '../graph/heap-memory.js'
import { pendingNodes } from '../graph/pending.js'
import { heldBy } from '../graph/reach.js'
import { heap } from '../heap/heap.js'
import { MEASURES, type Measure } from '../heap/room.js'
import { SEGMENT } from '../schedule/costs.js'
import { evaluateEarly } from './evaluate.js'

/** A pending node, and what computing it frees at most: what it keeps alive, less its own elements. */
interface Relief {
  readonly node: Node
  readonly bytes: number
}

function reliefOf(node: Node): Relief {
  const seen = new Set<Node>([node])
  let bytes = -byteLength(node.dtype, sizeOf(node.shape))
  for (const n of seen) {
    if (n.memory !== null) bytes += heldBy(n.memory)
    else if (seen.size <= SEGMENT) for (const arg of n.args) seen.add(arg)
  }
  return { node, bytes }
}

/** What is pending and keeps much memory alive, the most first. */
export const reliefs = (): Relief[] =>
  pendingNodes()
    .map(reliefOf)
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)

/**
 * Computes pending graphs, those first that free most, until as much may be free as is asked for, then looks what is. (An operand that an
 * array still holds is not freed; only a collection tells.)
 */
export const evaluatePending: Measure = (bytes) => {
  let computed = 0
  let hoped = 0
  const rest = reliefs().filter(({ node }) => !failed.has(node))
  while (rest.length > 0) {
    const { node, bytes: relief } = rest.shift()!
    if (node.memory === null && isComputed(node)) {
      computed++
      hoped += relief
    }
    if (hoped === 0 || (hoped < bytes && rest.length > 0)) continue
    hoped = 0
    heap.collect()
    if (heap.fits(bytes)) break
  }
  return computed > 0
}

/** Nodes that could not be computed: they need more than there is, or fail for reasons of their own, which are told who looks at them. */
const failed = new WeakSet<Node>()

function isComputed(node: Node): boolean {
  try {
    evaluateEarly(node)
  } catch {
    // See above.
  }
  if (node.memory === null) failed.add(node)
  return node.memory !== null
}

MEASURES.pending = evaluatePending
