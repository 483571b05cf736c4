import type { MapOp, Shape } from '@weldarray/ir'
import { broadcast, cast, constant, map, type Value, view } from '@weldarray/runtime'
import { literal } from '../numpy/operands/pen.js'
import type { Compiled } from './compile.js'
import type { Term } from './terms.js'

/** Records what a function was compiled to over its arguments, which have the shape already (or none, if constant). */
export function record(compiled: Compiled, args: readonly Value[], shape: Shape): Value[] {
  const made = new Map<Term, Value>()
  const build = (term: Term): Value => {
    switch (term.kind) {
      case 'param':
        return args[term.value]!
      case 'capture':
        return constant(compiled.constants[term.value]!, term.dtype)
      case 'lit':
        return literal(term.value, term.dtype)
      case 'map': {
        const operands = term.args.map((a) => made.get(a)!)
        return term.op === 'cast' ? cast(operands[0]!, term.dtype) : map(term.op as MapOp, operands)
      }
      default:
        throw new Error(`a ${term.kind} is in a loop only`)
    }
  }
  for (const term of reachable(compiled.results)) made.set(term, build(term))
  return compiled.results.map((r) => repeated(made.get(r)!, shape))
}

/** All terms that the roots depend on, operands first. */
export function reachable(roots: readonly Term[]): Term[] {
  const seen = new Set(roots)
  const stack = [...seen]
  for (let term = stack.pop(); term !== undefined; term = stack.pop())
    for (const arg of term.args)
      if (!seen.has(arg)) {
        seen.add(arg)
        stack.push(arg)
      }
  return [...seen].sort((a, b) => a.id - b.id)
}

/** What does not depend on the arguments, everywhere. */
const repeated = (value: Value, shape: Shape): Value =>
  value.kind === 'const' && shape.length > 0
    ? view(value, { shape, strides: shape.map(() => 0), offset: 0 })
    : broadcast(value, shape)
