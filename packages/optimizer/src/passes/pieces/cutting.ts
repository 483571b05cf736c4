import { type Node, reachable, sizeOf, startsOf } from '@weldarray/ir'
import { both, boxOf, type Cuts, cutsIn, piecesOf, sameCuts } from './box.js'

/** Most boxes that one result is computed in, and most nodes that cutting a graph may make of it. */
const MOST_PIECES = 36
const MOST_NODES = 32_768

/** How results that read joins are cut. */
export interface Cutting {
  /** Operands first. */
  readonly nodes: readonly Node[]
  /** Of nodes that can be computed box by box: where the joins below them end. No others are in it. */
  readonly cuts: ReadonlyMap<Node, Cuts>
  /** Which operands of such a node are computed in its boxes; the others are read. */
  readonly together: ReadonlyMap<Node, readonly boolean[]>
}

type Users = ReadonlyMap<Node, ReadonlySet<Node>>

function usersOf(nodes: readonly Node[]): Users {
  const users = new Map<Node, Set<Node>>(nodes.map((n) => [n, new Set()]))
  for (const node of nodes) for (const arg of node.args) users.get(arg)!.add(node)
  return users
}

/** Whether it costs nothing to take a node's elements twice. */
export const isRead = (node: Node): boolean =>
  node.kind !== 'map' && node.kind !== 'reduce' && node.kind !== 'gather' && node.kind !== 'scan' && node.kind !== 'call'

/** Joins, and boxes of joins, that nobody needs in memory, and whose parts may be computed once more or are read anyway. */
function seenThrough(nodes: readonly Node[], roots: ReadonlySet<Node>, users: Users): Set<Node> {
  const boxes = new Set<Node>()
  const isJoined = (n: Node): boolean => n.kind === 'join' || boxes.has(n)
  for (const node of nodes) if (node.kind === 'view' && isJoined(node.args[0]) && boxOf(node) !== null) boxes.add(node)
  const seen = new Set<Node>()
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!
    if (!isJoined(node) || roots.has(node) || sizeOf(node.shape) === 0) continue
    const by = [...users.get(node)!]
    const isOnlyRead = by.every((u) => u.kind === 'map' || u.kind === 'join' || (boxes.has(u) && seen.has(u)))
    if (isOnlyRead && (by.length === 1 || node.args.every(isRead))) seen.add(node)
  }
  for (const node of nodes) if (boxes.has(node) && !seen.has(node.args[0]!)) seen.delete(node)
  return seen
}

/** What is asked for, and what leads there through operations that can be cut: the rest ends in memory, for what reads all of it. */
function endsInResults(nodes: readonly Node[], roots: ReadonlySet<Node>, seen: ReadonlySet<Node>, users: Users): Set<Node> {
  const ends = new Set<Node>()
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!
    if (roots.has(node) || [...users.get(node)!].some((u) => (u.kind === 'map' || seen.has(u)) && ends.has(u))) ends.add(node)
  }
  return ends
}

/** Which joins are read through, and where that cuts what reads them; null where there is nothing to cut. */
export function cuttingOf(roots: readonly Node[]): Cutting | null {
  const nodes = reachable(roots)
  if (!nodes.some((n) => n.kind === 'join')) return null
  const asked = new Set(roots)
  const users = usersOf(nodes)
  const seen = seenThrough(nodes, asked, users)
  if (![...seen].some((n) => [...users.get(n)!].some((u) => u.kind === 'map'))) return null

  const most = Math.max(4, Math.min(MOST_PIECES, MOST_NODES / nodes.length))
  const cuts = new Map<Node, Cuts>()
  const together = new Map<Node, boolean[]>()
  /** After how many others that are put into memory a node can be computed. */
  const level = new Map<Node, number>()
  const ends = endsInResults(nodes, asked, seen, users)
  const isResult = (n: Node): boolean =>
    n.kind === 'map' && (asked.has(n) || [...users.get(n)!].some((u) => u.kind !== 'map' && !seen.has(u)))

  const cut = (node: Node, at: Cuts, inBoxes: boolean[]): void => {
    cuts.set(node, at)
    together.set(node, inBoxes)
  }
  function joined(node: Node & { kind: 'join' }): void {
    const { args, axis, shape } = node
    const starts = startsOf(args, axis)
    let at: Cuts = shape.map((n, k) => (k === axis ? [...new Set(starts)].filter((s) => s > 0 && s < n) : []))
    if (piecesOf(at) > most) return
    const inBoxes = args.map((part, i) => {
      const own = cuts.get(part)
      if (own === undefined || isResult(part)) return false
      const more = both(
        at,
        own.map((list, k) => (k === axis ? list.map((x) => x + starts[i]!) : list)),
      )
      if (piecesOf(more) > most) return false
      at = more
      return true
    })
    cut(node, at, inBoxes)
  }
  function mapped(node: Node): void {
    const { args } = node
    let at: Cuts = node.shape.map(() => [])
    const last = Math.max(0, ...args.map((a) => level.get(a)!))
    const inBoxes = args.map((arg) => {
      const own = cuts.get(arg)
      if (own === undefined || isResult(arg)) return false
      const more = both(at, own)
      if (piecesOf(more) > most) return false
      at = more
      return true
    })
    // Another result is computed again in the same loop, if it can be and is cut alike. It is read, otherwise, and where this is only
    // for what reads all of it: a sum takes in what it is computed of, if that is in memory.
    if (ends.has(node))
      args.forEach((arg, i) => {
        const own = cuts.get(arg)
        if (own === undefined || !isResult(arg) || level.get(arg) !== last) return
        if (inBoxes.includes(true) && !sameCuts(at, own)) return
        at = own
        inBoxes[i] = true
      })
    if (inBoxes.includes(true)) cut(node, at, inBoxes)
  }
  for (const node of nodes) {
    if (node.kind === 'map') mapped(node)
    else if (seen.has(node) && node.kind === 'join') joined(node)
    else if (seen.has(node) && node.kind === 'view') {
      const own = cuts.get(node.args[0])
      if (own !== undefined) cut(node, cutsIn(own, boxOf(node)!), [true])
    }
    const own = together.get(node)
    const waits = node.kind !== 'map' && own === undefined
    const isThere = (a: Node): boolean => a.args.length === 0
    const after = node.args.map((a, i) => level.get(a)! + (isThere(a) || own?.[i] || !(waits || cuts.has(a)) ? 0 : 1))
    level.set(node, Math.max(0, ...after))
  }
  return { nodes, cuts, together }
}
