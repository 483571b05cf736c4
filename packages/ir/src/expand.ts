import { isFloat } from './dtype.js'
import { Interner } from './interner.js'
import type { MapNode, Node } from './node.js'
import { Body } from './ops/body.js'
import { isKernelOp, isLoopOp, type LoopOp, loopOf, loopText, opOf } from './ops/index.js'
import { withOperands } from './rebuild.js'

/** One step of lowering a composite: its expansion, which may contain composites again. A primitive is returned as it is. */
function expandOnce(interner: Interner, node: MapNode, args: readonly Node[] = node.args): Node {
  if (isKernelOp(node.op)) return args === node.args ? node : interner.map(node.op, args, node.dtype)
  if (isLoopOp(node.op)) return interner.map(expandedLoop(node.op), args)
  const def = opOf(node.op)
  if (def.kind !== 'composite') throw new Error(`${node.op} is not made of others`)
  const dtype = args[0]!.dtype
  if (def.widen && dtype === 'float32') {
    const body = new Body(interner, 'float64', true)
    const wide = def.expand(body, ...args.map((a) => interner.cast(a, 'float64')))
    return isFloat(wide.dtype) ? interner.cast(wide, 'float32') : wide
  }
  return def.expand(new Body(interner, dtype, false), ...args)
}

/**
 * The graph with all composites replaced by primitives. Works on a queue, so deep graphs and deep expansions
 * use no stack: a node is lowered when its arguments have been.
 */
export function expandAll(interner: Interner, roots: readonly Node[]): Node[] {
  const done = new Map<Node, Node>()
  const stack: Node[] = [...roots]
  while (stack.length > 0) {
    const node = stack[stack.length - 1]!
    if (done.has(node)) {
      stack.pop()
      continue
    }
    const { args } = node
    const missing = args.filter((a) => !done.has(a))
    if (missing.length > 0) {
      stack.push(...missing)
      continue
    }
    const lowered = args.map((a) => done.get(a)!)
    if (node.kind !== 'map' || isKernelOp(node.op)) {
      done.set(node, withOperands(interner, node, lowered))
      stack.pop()
      continue
    }
    // The expansion is a graph over the lowered arguments; lower it in turn, then take its result.
    const expansion = expandOnce(interner, node, lowered)
    const known = done.get(expansion)
    if (known !== undefined) {
      done.set(node, known)
      stack.pop()
    } else {
      for (const a of lowered) done.set(a, a)
      stack.push(expansion)
    }
  }
  return roots.map((r) => done.get(r)!)
}

/** A loop whose body is made of primitives alone. */
export function expandedLoop(op: LoopOp): LoopOp {
  const { masked, carried, invariants, lines, test, next, limit, result } = loopOf(op)
  const interner = new Interner()
  const nodes: Node[] = [...carried, ...invariants].map((dtype, slot) => interner.param(slot, dtype))
  for (const line of lines)
    nodes.push(
      line.op === 'lit'
        ? interner.literal(line.value, line.dtype)
        : interner.map(
            line.op,
            line.args.map((a) => nodes[a]!),
            line.dtype,
          ),
    )
  const after = expandAll(
    interner,
    [...next, ...(test < 0 ? [] : [test])].map((n) => nodes[n]!),
  )
  const last = after[next.length] ?? null
  return `${loopText({ masked, carried, invariants, test: last, next: after.slice(0, next.length), limit })}.${result}` as LoopOp
}
