import type { Node, Shape } from '@weldarray/ir'
import { broadcast, cast, constant, map, view } from '@weldarray/runtime'
import { literal } from '../numpy/operands/expressions.js'
import type { Compiled } from './compile.js'
import type { Term } from './terms.js'

/** Records what a function was compiled to over its arguments, which have the shape already (or none, if constant). */
export function record(compiled: Compiled, args: readonly Node[], shape: Shape): Node[] {
  const { operations, constants, results } = compiled
  const made = new Map<Term, Node>()
  const build = (term: Term): Node => {
    switch (term.kind) {
      case 'param':
        return args[term.value]!
      case 'capture':
        return constant(constants[term.value]!, term.dtype)
      case 'lit':
        return literal(term.value, term.dtype)
      case 'carried':
        throw new Error('what a loop carries is used outside of it')
      case 'result':
        return map(
          operations.nameOf(term),
          operations.operandsOf(term).map((a) => made.get(a)!),
        )
      case 'map': {
        const operands = term.args.map((a) => made.get(a)!)
        return term.op === 'cast' ? cast(operands[0]!, term.dtype) : map(term.op!, operands)
      }
    }
  }
  for (const term of operations.reachable(results)) made.set(term, build(term))
  return results.map((r) => repeated(made.get(r)!, shape))
}

/** What does not depend on the arguments, everywhere. */
const repeated = (value: Node, shape: Shape): Node =>
  value.kind === 'const' && shape.length > 0
    ? view(value, { shape, strides: shape.map(() => 0), offset: 0 })
    : broadcast(value, shape)
