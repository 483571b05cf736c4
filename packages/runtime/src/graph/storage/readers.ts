import { type Node, sizeOf } from '@weldarray/ir'

/** More nodes than this are not looked through: a copy is cheaper than the search. */
const MOST_NODES = 64

/**
 * What has to be computed, beside `root` and below it, before `contents` can be overwritten without a copy of them: the nodes that read
 * `contents` and are held by others too. (`y[n] = f(y[n - 1])` leaves an array behind for each operation, which may be looked at as
 * long as nobody has collected it.) None where that is more than half of what the copy would be.
 */
export function readersBelow(root: Node, contents: Node): Node[] {
  // So few that looking through a list is less than keeping a table.
  const nodes: Node[] = [root]
  const uses: number[] = [0]
  for (let i = 0; i < nodes.length; i++) {
    const { args } = nodes[i]!
    for (let k = 0; k < args.length; k++) {
      const arg = args[k]!
      if (arg.memory !== null || arg.kind === 'const') continue
      const known = nodes.indexOf(arg)
      if (known >= 0) uses[known]!++
      else {
        if (nodes.length > MOST_NODES) return []
        nodes.push(arg)
        uses.push(1)
      }
    }
  }
  const reading: Node[] = [contents]
  const found: Node[] = []
  let elements = 0
  // Arguments have smaller ids.
  for (const node of nodes.slice().sort((a, b) => a.id - b.id)) {
    if (!readsAny(node, reading)) continue
    reading.push(node)
    if (node === root || node.refs <= uses[nodes.indexOf(node)]!) continue
    found.push(node)
    elements += sizeOf(node.shape)
  }
  return 2 * elements <= sizeOf(contents.shape) ? found : []
}

function readsAny({ args }: Node, list: readonly Node[]): boolean {
  for (let k = 0; k < args.length; k++) if (list.includes(args[k]!)) return true
  return false
}
