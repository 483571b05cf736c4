import { gatherStrides, type IndexMode, type Node, reachable, type Shape } from '@weldarray/ir'
import type { Instruction } from '../kernel.js'
import { computedWith } from './builders.js'
import type { RawAccess } from './collapse.js'
import type { Expression } from './expression.js'
import type { ParamBinding } from './plan.js'

export interface Read {
  readonly use: 'load' | 'iota' | 'gather'
  readonly node: Node
  readonly raw: RawAccess
  /** Of a gather, whose index is no part of it: gathers that differ in the index alone are one access. */
  readonly mode?: IndexMode
  readonly key?: string
}

/** An access that an index of the body adds to. */
function gathering(node: Node & { kind: 'gather' }, source: Node & { kind: 'input' }): Read {
  const { axis, span, mode } = node
  return {
    use: 'gather',
    node: source,
    mode,
    key: `${axis} ${span} ${mode}`,
    raw: {
      buffer: source.slot,
      strides: gatherStrides(source.strides, node),
      offset: source.offset,
      gather: { scale: source.strides[axis]!, length: source.shape[axis]! },
    },
  }
}

/** All that is loaded as it is, and not only taken from. */
function operandsOf(values: readonly Node[], nodes: readonly Node[]): Set<Node> {
  const used = new Set(values)
  for (const node of nodes) for (const arg of computedWith(node)) used.add(arg)
  return used
}

/** The instructions of a loop body, and what each access and parameter stands for. */
export function linearise({ values, scans }: Expression, space: Shape) {
  const code: Instruction[] = []
  const reads: Read[] = []
  const params: ParamBinding[] = []
  const index = new Map<Node, number>()
  const nodes = reachable(values)
  const operands = operandsOf(values, nodes)
  for (const node of nodes) {
    if (!operands.has(node)) continue
    index.set(node, code.length)
    switch (node.kind) {
      case 'input':
      case 'iota': {
        const use = node.kind === 'input' ? 'load' : 'iota'
        code.push({ op: use, dtype: node.dtype, slot: reads.length })
        // A 0-d read inside a larger space is the same element everywhere.
        const strides = node.shape.length === space.length ? node.strides : space.map(() => 0)
        reads.push({ use, node, raw: { buffer: node.kind === 'input' ? node.slot : -1, strides, offset: node.offset } })
        break
      }
      case 'const':
        if (node.literal) code.push({ op: 'lit', dtype: node.dtype, value: node.value })
        else {
          code.push({ op: 'param', dtype: node.dtype, slot: params.length })
          params.push({ dtype: node.dtype, value: node.value, slot: -1 })
        }
        break
      case 'param':
        code.push({ op: 'param', dtype: node.dtype, slot: params.length })
        params.push({ dtype: node.dtype, value: 0, slot: node.slot })
        break
      case 'map':
        code.push({ op: node.op, dtype: node.dtype, args: node.args.map((a) => index.get(a)!) })
        break
      case 'scan':
        code.push({ op: 'scan', dtype: node.dtype, scan: scans.indexOf(node), args: [index.get(node.args[0])!] })
        break
      case 'gather': {
        const read = gathering(node, node.args[0] as Node & { kind: 'input' })
        let slot = reads.findIndex((r) => r.node === read.node && r.use === 'gather' && r.key === read.key)
        if (slot < 0) slot = reads.push(read) - 1
        code.push({ op: 'gather', dtype: node.dtype, slot, args: [index.get(node.args[1])!] })
        break
      }
      default:
        throw new Error(`a ${node.kind} cannot be inside a loop`)
    }
  }
  const at = (node: Node): number => index.get(node)!
  return { code, reads, params, values: values.map(at), scans: scans.map((s) => at(s.args[0]!)) }
}
