import { callOps, Interner, mapGraph, type Node, withOperands } from '@weldarray/ir'
import { factorise, valueOf } from '@weldarray/optimizer'
import type { Model } from '../evaluate/model.js'
import { repeats } from '../evaluate/node-words.js'
import type { Trace } from './trace.js'

/** The graph that an evaluation was of: the model with its lengths put in, and its constants unless they stay parameters. */
export function instantiate({ planned, variables, constants }: Trace, withConstants: boolean): Model {
  const interner = new Interner()
  const n = (x: number): number => (planned.pinned.has(x) ? x : valueOf(factorise(x, planned.variables), variables))
  const roots = mapGraph(planned.model.roots, (node, args): Node => {
    switch (node.kind) {
      case 'param':
        return withConstants ? interner.constant(constants[node.slot]!, node.dtype) : interner.param(node.slot, node.dtype)
      case 'input':
        return interner.input(node.slot, node.dtype, node.shape.map(n), node.strides.map(n), n(node.offset))
      case 'iota':
        return interner.iota(node.shape, node.strides, node.offset)
      case 'view':
        if (!repeats(node)) return interner.view(args[0]!, node.shape, node.strides, node.offset)
        return interner.view(args[0]!, node.shape.map(n), node.strides.map(n), 0)
      case 'gather':
        return interner.gather(args[0]!, args[1]!, node.shape.map(n), node)
      case 'scatter':
        return interner.scatter(args[0]!, args[1]!, { parts: node.parts, bins: n(node.bins) })
      case 'call': {
        const { attributes, length } = callOps[node.op]
        return interner.call(
          node.op,
          args,
          node.attributes.map((a, i) => (attributes[i] === length ? n(a) : a)),
        )
      }
      default:
        return withOperands(interner, node, args)
    }
  })
  return { interner, roots, target: null }
}
