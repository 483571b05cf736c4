import {
  expandAll,
  expandedLoop,
  Interner,
  isKernelOp,
  isLoopOp,
  type KernelOp,
  type MapOp,
  type Node,
  reachable,
} from '@weldarray/ir'
import { type Instruction, type Kernel, resultsOf } from '@weldarray/optimizer'
import { withShortSums } from './short-sums.js'
import type * as primitive from './wasm/kernel.js'

/** An operation on values, as opposed to a load of any kind, a constant, or a scan. */
type Operation = Instruction & { readonly op: MapOp; readonly args: readonly number[] }

const isOperation = (c: Instruction): c is Operation => 'args' in c && c.op !== 'gather' && c.op !== 'scan'

const isPrimitive = (kernel: Kernel): kernel is Kernel<KernelOp> =>
  kernel.code.every((c) => !isOperation(c) || isKernelOp(c.op)) && kernel.scans.every(({ op }) => !isLoopOp(op) || isKernelOp(op))

/**
 * The kernel with every operation replaced by what it is made of, equal parts of different operations computed once, and its sums taking
 * short values as they are.
 */
export function toPrimitives(given: Kernel): Kernel<KernelOp> {
  const kernel = withShortSums(given)
  if (isPrimitive(kernel)) return kernel
  const { code } = kernel
  const interner = new Interner()
  const nodes: Node[] = []
  code.forEach((c, i) => {
    // What is not computed from values stands for itself: an input by the number of its instruction.
    if (isOperation(c))
      nodes.push(
        interner.map(
          c.op,
          c.args.map((a) => nodes[a]!),
          c.dtype,
        ),
      )
    else if (c.op === 'lit' && 'value' in c) nodes.push(interner.literal(c.value, c.dtype))
    else nodes.push(interner.input(i, c.dtype, []))
  })
  const expanded = expandAll(interner, nodes)
  const own: primitive.Instruction[] = []
  const places = new Map<Node, number>()
  const placeOf = (i: number): number => places.get(expanded[i]!)!
  function write(roots: readonly Node[]): void {
    for (const node of reachable(roots))
      if (!places.has(node)) {
        const instruction = written(node)
        places.set(node, own.push(instruction) - 1)
      }
  }
  function written(node: Node): primitive.Instruction {
    if (node.kind === 'map') return { op: node.op as KernelOp, dtype: node.dtype, args: node.args.map((a) => places.get(a)!) }
    if (node.kind === 'const') return { op: 'lit', dtype: node.dtype, value: node.value }
    const c = code[(node as Node & { kind: 'input' }).slot]! as primitive.Instruction
    if (!('args' in c)) return c
    write(c.args.map((a) => expanded[a]!))
    return { ...c, args: c.args.map(placeOf) }
  }
  write([...resultsOf(kernel), ...kernel.scans.map((s) => s.value)].map((i) => expanded[i]!))
  return {
    ...kernel,
    code: own,
    stores: kernel.stores.map((s) => ({ ...s, value: placeOf(s.value) })),
    reduces: kernel.reduces.map((r) => ({ ...r, value: placeOf(r.value) })),
    scans: kernel.scans.map(({ op, dtype, value }) => ({
      op: isLoopOp(op) ? expandedLoop(op) : op,
      dtype,
      value: placeOf(value),
    })),
    scatters: kernel.scatters.map((s) => ({ ...s, index: placeOf(s.index), value: placeOf(s.value) })),
  }
}
