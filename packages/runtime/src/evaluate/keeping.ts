import { type Node, sizeOf } from '@weldarray/ir'
import { isConcise } from '../graph/concise.js'
import { byteLength } from '../graph/memory.js'
import { isHeld, readsWhole, timesMet } from '../graph/met.js'
import { isLargePart } from '../graph/reach.js'
import { neededAgain } from './again.js'
import type { Walk } from './walk.js'

/**
 * What had better be stored with this evaluation: computations that an earlier one did and threw away, and that something new
 * needs again; what a variable that is written in place holds; and products that are no more than what they were made of. So nothing is
 * computed more than twice, and a loop that looks at a part of its history does not repeat it.
 */
export function worthKeeping(walk: Walk, roots: readonly Node[]): Node[] {
  const kept = new Set<Node>()
  let made: Uint8Array | null = null
  const keepBelow = (arg: Node, reader: Node | null): void => {
    let node = arg
    while (node.kind === 'view' && node.memory === null && readsWhole(node)) node = node.args[0]
    if (node.memory !== null || node.kind === 'view' || node.kind === 'iota' || node.kind === 'const') return
    const inPart = reader?.kind === 'view' && !readsWhole(reader)
    if (timesMet(node) === 0 && (!isHeld(node) || inPart)) return
    if (isLargePart(byteLength(node.dtype, sizeOf(node.shape)))) return
    kept.add(node)
    neededAgain(node)
  }
  for (let i = 0; i < walk.nodeCount; i++) {
    const node = walk.nodes[i]!
    if (node.memory !== null || timesMet(node) > 0) continue
    for (const arg of node.args) keepBelow(arg, node)
    if (isConcise(node) && (made ??= madeInto(walk, roots))[i] === 0) kept.add(node)
  }
  for (const root of roots) if (root.kind === 'view') keepBelow(root, null)
  for (const root of roots) {
    kept.delete(root)
    if (timesMet(root) > 0) neededAgain(root)
  }
  return [...kept]
}

/** By the nodes' places, whether roots are made of them element by element: a root's elements are as good as theirs. */
let into = new Uint8Array(256)

function madeInto({ nodes, nodeCount }: Walk, roots: readonly Node[]): Uint8Array {
  if (into.length < nodeCount) into = new Uint8Array(2 * nodeCount)
  else into.fill(0, 0, nodeCount)
  for (const root of roots) into[root.place] = 1
  for (let i = nodeCount - 1; i >= 0; i--) {
    const node = nodes[i]!
    if (into[i] === 0 || node.memory !== null || (node.kind !== 'map' && node.kind !== 'view')) continue
    // What a view reads that is there has no place.
    for (const arg of node.args) if (nodes[arg.place] === arg) into[arg.place] = 1
  }
  return into
}
