import { type Node, sizeOf } from '@weldarray/ir'
import { isAccessible } from '../accessible.js'

/** More nodes than this are not looked through: a copy is cheaper than the search. */
const MOST_NODES = 64
/** … but for large copies: as many more as there are of these elements, up to four times as many. */
const ELEMENTS_A_NODE = 256

/**
 * What has to be computed, beside `root` and below it, before `read` (contents, or parts of them) can be overwritten without a copy of
 * `size` elements: the nodes that read it and are held by others too. (`y[n] = f(y[n])` leaves an array behind for each operation, which may
 * be looked at as long as nobody has collected it.) None where they are more elements than the copy would be.
 */
export function readersBelow(root: Node, read: readonly Node[], size: number): Node[] {
  const most = Math.min(Math.max(MOST_NODES, size / ELEMENTS_A_NODE), 4 * MOST_NODES)
  const uses = new Map<Node, number>([[root, 0]])
  for (const { args } of uses.keys())
    for (let k = 0; k < args.length; k++) {
      const arg = args[k]!
      if (arg.memory !== null || arg.kind === 'const') continue
      const known = uses.get(arg) ?? 0
      if (known === 0 && uses.size > most) return []
      uses.set(arg, known + 1)
    }
  const reading = new Set(read)
  const found: Node[] = []
  let elements = 0
  // Arguments have smaller ids.
  for (const node of [...uses.keys()].sort((a, b) => a.id - b.id)) {
    if (!node.args.some((arg) => reading.has(arg))) continue
    reading.add(node)
    if (node === root || node.refs <= uses.get(node)!) continue
    found.push(node)
    elements += sizeOf(node.shape)
  }
  return elements <= size ? found : []
}

/**
 * Whether nothing but `root` reads the parts `read`, and it does so element by element, by elementwise operations that nothing else reads:
 * then it may write over them, each element where it was. Other operations below may read what is there, too, if they are part of the loop.
 */
export function readsInStep(root: Node, read: readonly Node[]): boolean {
  if (root.kind !== 'map' || root.memory !== null || root.refs > 1) return false
  const inStep: Node[] = [root]
  const others: Node[] = []
  let uses = 0
  for (let i = 0; i < inStep.length; i++)
    for (const arg of inStep[i]!.args) {
      if (read.includes(arg)) uses++
      else if (arg.kind === 'map' && arg.memory === null && arg.refs === 1) inStep.push(arg)
      else others.push(arg)
      if (inStep.length + others.length > MOST_NODES) return false
    }
  return uses === read.reduce((sum, { refs }) => sum + refs, 0) && others.every(isPartOfALoop)
}

/** Whether a node is computed by the loop that reads it: elementwise operations and views, few in all. */
function isPartOfALoop(node: Node): boolean {
  const below = [node]
  for (let i = 0; i < below.length; i++) {
    const { kind, memory, args } = below[i]!
    if (memory !== null || kind === 'const') continue
    if ((kind !== 'map' && kind !== 'view') || below.push(...args) > MOST_NODES) return false
  }
  return true
}

/** A part of so many elements is stored over what it reads once so many times fewer, which it is made of, have been computed. */
const CONCISE = 8

/** What `root`, of so many elements, is made of and is no part of a loop over these: sums, products, and what has fewer elements; if it is little in all. */
export function conciseBelow(root: Node, size: number): Node[] {
  const nodes: Node[] = [root]
  const found: Node[] = []
  let elements = 0
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if (isAccessible(node)) continue
    const length = sizeOf(node.shape)
    const isElementwise = node.kind === 'map' || node.kind === 'view'
    if (!isElementwise || length * CONCISE <= size) {
      found.push(node)
      elements += length
    }
    // What is below a sum reads in another order, and what others hold of it would read once more.
    if (isElementwise) for (const arg of node.args) if (!nodes.includes(arg)) nodes.push(arg)
    if (nodes.length > MOST_NODES) return []
  }
  return elements * CONCISE <= size ? found : []
}
