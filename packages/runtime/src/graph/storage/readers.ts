import { type Node, sizeOf } from '@weldarray/ir'

/** More nodes than this are not looked through: a copy is cheaper than the search. */
const MOST_NODES = 64

/**
 * What has to be computed, beside `root` and below it, before `contents` can be overwritten without a copy of them: the nodes that read
 * `contents` and are held by others too. (`y[n] = f(y[n - 1])` leaves an array behind for each operation, which may be looked at as
 * long as nobody has collected it.) None where that is more than half of what the copy would be.
 */
export function readersBelow(root: Node, contents: Node): Node[] {
  const uses = new Map<Node, number>([[root, 0]])
  for (const node of uses.keys()) {
    for (const arg of node.args) {
      if (arg.memory !== null || arg.kind === 'const') continue
      uses.set(arg, (uses.get(arg) ?? 0) + 1)
    }
    if (uses.size > MOST_NODES) return []
  }
  const reading = new Set<Node>([contents])
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
  return 2 * elements <= sizeOf(contents.shape) ? found : []
}
