import type { Node } from '@weldarray/ir'
import { type Memory, settleMemory } from './memory.js'
import { heldBy } from './reach.js'

type Changing = { -readonly [K in 'kind' | 'args']: Node[K] }

const NONE: readonly Node[] = []

/** Takes one reference away; frees memory nobody can reach and lets go of operands, however long the chain. */
export function release(node: Node, free: (memory: Memory) => void): void {
  if (--node.refs > 0) return
  const stack: Node[] = [node]
  for (let n = stack.pop(); n !== undefined; n = stack.pop()) {
    if (n.memory !== null) {
      free(n.memory)
      n.memory = null
    }
    for (const arg of n.args) if (--arg.refs <= 0) stack.push(arg)
    ;(n as Changing).args = NONE
  }
}

/**
 * Evaluation's one change to a node: it has its elements now and needs its operands no more. A constant stays one, since it
 * stands for any shape in the operations that have it as operand. Without `free` its operands are left as they are, counted as if it
 * still read them.
 */
export function resolve(node: Node, memory: Memory, free: ((memory: Memory) => void) | null): void {
  const { args } = node
  node.memory = memory
  settleMemory(memory)
  node.reach = heldBy(memory)
  node.depth = 0
  if (node.kind !== 'const') (node as Changing).kind = 'input'
  ;(node as Changing).args = NONE
  if (free !== null) for (let i = 0; i < args.length; i++) release(args[i]!, free)
}

/**
 * Keeps nodes until the function it returns is called, and lets go of them then as whoever evaluates them does; what nobody owned before is not
 * freed by it.
 */
export function hold(nodes: readonly Node[], free: ((memory: Memory) => void) | null): () => void {
  const owned = nodes.filter((n) => n.refs > 0)
  for (const node of owned) node.refs++
  return () => {
    for (const node of owned)
      if (free === null) node.refs--
      else release(node, free)
  }
}

/** Does something with nodes that nobody may refer to yet, whatever is evaluated and let go of meanwhile; they are to be operands afterwards. */
export function keeping<T>(nodes: readonly Node[], run: () => T): T {
  for (const node of nodes) node.refs++
  try {
    return run()
  } finally {
    for (const node of nodes) node.refs--
  }
}
