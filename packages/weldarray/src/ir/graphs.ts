import {
  ArgumentError,
  DTypeError,
  Interner,
  isInside,
  mapGraph,
  type Node,
  ShapeError,
  sizeOf,
  withOperands,
} from '@weldarray/ir'
import * as runtime from '@weldarray/runtime'
import { handOut, nodes as nodesOf, recordedAll } from './recorded.js'

/** A graph that names its inputs by number, as `print`, `interpret` and the passes take it, and the nodes they stand for. */
export interface Graph {
  readonly interner: Interner
  readonly roots: readonly Node[]
  /** By slot. They have their elements. */
  readonly inputs: readonly Node[]
}

/** What is pending below `nodes`, interned: for printing, or for recording it again over other arrays (`bind`). */
export function graphOf(nodes: readonly Node[]): Graph {
  const interner = new Interner()
  const inputs: Node[] = []
  const roots = mapGraph(recordedAll('graphOf', nodes), (node, args) => {
    if (node.kind !== 'input') return withOperands(interner, node, args)
    inputs.push(node)
    return interner.input(inputs.length - 1, node.dtype, node.shape)
  })
  return { interner, roots, inputs }
}

/** An input of a graph, as a view of the node that is bound to it. */
function read(node: Node & { kind: 'input' }, inputs: readonly Node[]): Node {
  const source = inputs[node.slot]
  if (source === undefined) throw new ArgumentError(`bind: the graph reads input ${node.slot}, got ${inputs.length} inputs`)
  if (source.dtype !== node.dtype)
    throw new DTypeError(`bind: input ${node.slot} has dtype ${source.dtype}, the graph reads ${node.dtype}`)
  if (!isInside(node, sizeOf(source.shape)))
    throw new ShapeError(
      `bind: input ${node.slot} has ${sizeOf(source.shape)} elements, which shape [${node.shape}], strides [${node.strides}], offset ${node.offset} leave`,
    )
  return runtime.view(source, node)
}

/**
 * A graph made with an `Interner`, or read by `parse`, recorded over memory: slot `k` reads the elements of `inputs[k]`. What comes back
 * can be evaluated, and used as any recorded node. Throws `ArgumentError`, `DTypeError`, `ShapeError` for inputs that do not fit.
 */
export function bind(roots: readonly Node[], inputs: readonly Node[]): Node[] {
  const graph = nodesOf('bind', roots)
  const over = recordedAll('bind', inputs)
  const record = (node: Node, args: readonly Node[]): Node => {
    switch (node.kind) {
      case 'input':
        return read(node, over)
      case 'const':
        return runtime.constant(node.value, node.dtype)
      case 'param':
        throw new ArgumentError(`bind: the value of parameter ${node.slot} is not known; write a constant in its place`)
      case 'iota':
        return runtime.iota(node)
      case 'map':
        return runtime.map(node.op, args, node.dtype)
      case 'view':
        return runtime.view(args[0]!, node)
      case 'reduce':
        return runtime.reduce(node.op, args[0]!, node.axes)
      case 'gather':
        return runtime.gather('gather', args[0]!, args[1]!, node.shape, node)
      case 'join':
        return runtime.join(args, node.axis)
      case 'scan':
        return runtime.scan(node.op, args[0]!, node.axis)
      case 'scatter':
        return runtime.scatterInParts(args[0]!, args[1]!, node)
      case 'call':
        return runtime.call(node.op, args, node.attributes)
    }
  }
  // Nodes that are still to become operands are held: what keeps much memory alive is computed while it is recorded.
  return mapGraph(graph, (node, args) => handOut(record(node, args)))
}
