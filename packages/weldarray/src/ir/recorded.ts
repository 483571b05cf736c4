import { ArgumentError, type Node } from '@weldarray/ir'

/**
 * A node on its way to a caller, who may keep it and use it again at any time: it counts as read from now on, so that neither
 * evaluation nor a write in place takes it apart. The garbage collector gives its memory back.
 */
export function handOut(node: Node): Node {
  node.refs++
  return node
}

const kindOf = (x: unknown): string =>
  x === null ? 'null' : Array.isArray(x) ? 'a list' : typeof x === 'object' ? (x.constructor?.name ?? 'an object') : typeof x

/** What a caller gave as a node, recorded or of an `Interner`. Throws `ArgumentError` for anything else. */
function aNode(what: string, x: Node): Node {
  if (typeof x !== 'object' || x === null || typeof x.kind !== 'string' || !Array.isArray(x.args))
    throw new ArgumentError(
      `${what}: got ${kindOf(x)}, expected a node: nodeOf(array) makes one of an array, constant(value) of a number`,
    )
  return x
}

/** A list as it is now: what is checked is what is recorded, though the caller's list may be another at the next look. */
export const asItIs = <T>(list: readonly T[]): T[] => Array.from({ length: list.length }, (_, i) => list[i]!)

/** What a caller gave as a list of such. */
export function nodes(what: string, list: readonly Node[]): readonly Node[] {
  if (!Array.isArray(list)) throw new ArgumentError(`${what}: got ${kindOf(list)}, expected a list of nodes`)
  return asItIs(list).map((node) => aNode(what, node))
}

/** What a caller gave as a node. Throws `ArgumentError` for anything but a node that was recorded. */
export function recorded(what: string, x: Node): Node {
  aNode(what, x)
  // Everything that was handed out has a reader; what an `Interner` made has none.
  if (!(x.refs > 0))
    throw new ArgumentError(
      `${what}: got a node of an Interner or of parse(), which names no memory: bind(roots, inputs) records it over arrays`,
    )
  return x
}

export function recordedAll(what: string, list: readonly Node[]): readonly Node[] {
  return nodes(what, list).map((node) => recorded(what, node))
}
