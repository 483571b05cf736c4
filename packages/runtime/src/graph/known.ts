import { isContiguous, type Node, sameShape, sizeOf, type View } from '@weldarray/ir'
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

/** Of the elements of one memory, or of a part of it, until they are written. */
export interface Known {
  ends: Ends | null
  span: Span | null
  /** How often a mask holds; -1 if nobody asked. */
  held: number
}

/** What is known of all elements of a memory, and of the parts of it that were asked for last. */
export class KnownParts implements Known {
  ends: Ends | null = null
  span: Span | null = null
  held = -1
  /** Elements of small parts that were looked at, though nothing is kept of them. */
  #seen = 0
  #parts: { readonly view: View; readonly known: Known }[] | null = null

  /** Whether small parts of so many elements have been looked at that the whole had better be. */
  sees(elements: number, length: number): boolean {
    this.#seen += elements
    return this.#seen * WORTH_THE_WHOLE >= length
  }

  of(view: View): Known {
    const parts = (this.#parts ??= [])
    for (let i = 0; i < parts.length; i++) if (isSame(parts[i]!.view, view)) return parts[i]!.known
    const known: Known = { ends: null, span: null, held: -1 }
    if (parts.length === MOST_PARTS) parts.shift()
    const { shape, strides, offset } = view
    parts.push({ view: { shape, strides, offset }, known })
    return known
  }
}

/** A whole is looked at once so many parts of this many, batches of a permutation, say, were looked at by themselves. */
const WORTH_THE_WHOLE = 4

/** Parts of one memory of which something is kept: columns of a table of links, say. */
const MOST_PARTS = 16
/** So few elements of a part are looked at again sooner than something is kept of it. */
const LEAST_KEPT = 1024

const isSame = (a: View, b: View): boolean =>
  a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides)

/** The node whose elements are all that a node has, if in another shape. */
function source(node: Node): Node {
  if (node.kind !== 'view' || node.memory !== null) return node
  const from = node.args[0]!
  return isContiguous(node) && sizeOf(from.shape) === sizeOf(node.shape) ? from : node
}

/** What is known of a node's elements, to be added to; null where nothing is kept: of what is small. */
export function knownOf(node: Node): Known | null {
  const from = source(node)
  if (from.memory === null) return knownOfPart(from)
  return from.memory instanceof HeapMemory ? (from.memory.known ??= new KnownParts()) : null
}

function knownOfPart(node: Node): Known | null {
  if (node.kind === 'const' || sizeOf(node.shape) < LEAST_KEPT) return null
  if (node.kind !== 'view' || node.args[0].memory === null) return knownOfPending(node)
  const { memory } = node.args[0]
  return memory instanceof HeapMemory ? (memory.known ??= new KnownParts()).of(node) : null
}

/** The whole of which a small part is about to be looked at, if that is worth looking at instead: for all of its parts. */
export function wholeOf(part: Node): Node | null {
  if (part.kind !== 'view' || part.memory !== null || sizeOf(part.shape) >= LEAST_KEPT) return null
  const [whole] = part.args
  if (!(whole.memory instanceof HeapMemory)) return null
  const known = (whole.memory.known ??= new KnownParts())
  return known.ends !== null || known.sees(sizeOf(part.shape), sizeOf(whole.shape)) ? whole : null
}

/** What is known of nodes before they have their elements: these will be what they are, and may be written once they are there. */
const ofPending = new WeakMap<Node, Known>()

function knownOfPending(node: Node): Known {
  let known = ofPending.get(node)
  if (known === undefined) ofPending.set(node, (known = { ends: null, span: null, held: -1 }))
  return known
}

/** To be called before memory that somebody may know something of is written. */
export function forgetKnown(memory: Memory): void {
  if (memory instanceof HeapMemory) memory.known = null
}
