import type { Interner } from './interner.js'
import { type Node, reachable } from './node.js'

/** `node` with other operands, in `interner`. */
export function withOperands(interner: Interner, node: Node, args: readonly Node[]): Node {
  switch (node.kind) {
    case 'input':
      return interner.input(node.slot, node.dtype, node.shape, node.strides, node.offset)
    case 'const':
      return interner.constant(node.value, node.dtype, node.literal)
    case 'param':
      return interner.param(node.slot, node.dtype)
    case 'iota':
      return interner.iota(node.shape, node.strides, node.offset)
    case 'map':
      return interner.map(node.op, args, node.dtype)
    case 'view':
      return interner.view(args[0]!, node.shape, node.strides, node.offset)
    case 'reduce':
      return interner.reduce(node.op, args[0]!, node.axes)
    case 'gather':
      return interner.gather(args[0]!, args[1]!, node.shape, node)
    case 'join':
      return interner.join(args, node.axis)
    case 'scan':
      return interner.scan(node.op, args[0]!, node.axis, args[0]!.uniform ? node.shape : undefined)
    case 'scatter':
      return interner.scatter(args[0]!, args[1]!, node)
    case 'call':
      return interner.call(node.op, args, node.attributes)
  }
}

/**
 * The graph rewritten bottom-up: `visit` sees each node once with its operands already rewritten (`changed` tells
 * whether any of them is another node now) and returns what stands for it. Iterative and linear.
 */
export function mapGraph(roots: readonly Node[], visit: (node: Node, args: readonly Node[], changed: boolean) => Node): Node[] {
  const done = new Map<Node, Node>()
  for (const node of reachable(roots)) {
    const { args } = node
    let changed = false
    const next = new Array<Node>(args.length)
    for (let i = 0; i < args.length; i++) {
      next[i] = done.get(args[i]!)!
      if (next[i] !== args[i]) changed = true
    }
    done.set(node, visit(node, changed ? next : args, changed))
  }
  return roots.map((r) => done.get(r)!)
}
