import { isContiguous, type Node, sizeOf } from '@weldarray/ir'
import { HeapMemory } from './heap-memory.js'
import type { Memory } from './memory.js'

/*
 * What was found out about elements that are there. Links, labels and permutations are taken by again and again, and masks select from one
 * array after the other: how far they reach, and how often they hold, is looked for once.
 */

/** From where to where some numbers reach. */
export interface Span {
  readonly least: number
  readonly greatest: number
}

export interface Ends extends Span {
  readonly areWhole: boolean
}

/** Of the elements of one memory, until they are written. */
export interface Known {
  ends: Ends | null
  span: Span | null
  /** How often a mask holds; -1 if nobody asked. */
  held: number
}

/** The node whose elements are all that a node has, if in another shape. */
function source(node: Node): Node {
  if (node.kind !== 'view' || node.memory !== null) return node
  const from = node.args[0]!
  return isContiguous(node) && sizeOf(from.shape) === sizeOf(node.shape) ? from : node
}

/** What is known of a node's elements, to be added to; null where nothing is kept: of what is pending, a part, or small. */
export function knownOf(node: Node): Known | null {
  const { memory } = source(node)
  if (!(memory instanceof HeapMemory)) return null
  memory.known ??= { ends: null, span: null, held: -1 }
  return memory.known
}

/** To be called before memory that somebody may know something of is written. */
export function forgetKnown(memory: Memory): void {
  if (memory instanceof HeapMemory) memory.known = null
}
