import { DTYPES, type DType, dtypeInfo, type Interner, type MapNode, mapOps, type Node } from '@weldarray/ir'
import type { Pattern, Rule } from '@weldarray/optimizer'
import { type Random, randomScalar } from '@weldarray/testing'

export const LENGTH = 40

/** Constants that rules look for, and their neighbours. */
const CONSTANTS = [0, -0, 1, -1, 2, 0.5, -0.25, 1024, 3, 2 ** -140, 2 ** 1000, 2 ** 49 + 2 ** -3]

/** What an instance is made of: `plain` has just what the pattern says, others have constants and expressions, and near misses. */
export interface Instance {
  readonly node: MapNode
  /** The dtypes of the inputs it reads, by slot. */
  readonly slots: readonly DType[]
}

/** A node that looks like the left side of `rule`, or nearly so; null where construction folds it to something else. */
export function instanceOf(rule: Rule, dtype: DType, interner: Interner, random: Random, plain: boolean): Instance | null {
  const slots: DType[] = []
  const names = new Map<string, Node>()

  const input = (d: DType): Node => interner.input(slots.push(d) - 1, d, [LENGTH])
  const constant = (d: DType, value: number): Node =>
    interner.constant(dtypeInfo[d].big ? BigInt(Math.trunc(value)) : value, d, random.next() < 0.3)

  function anything(d: DType): Node {
    const r = plain ? 0 : random.next()
    if (r < 0.6) return input(d)
    if (r < 0.8) return interner.constant(randomScalar(random, d), d)
    return interner.map(d === 'bool' ? 'not' : 'neg', [input(d)])
  }

  /** Dtypes of the operands of an operation whose result is `d`. */
  function operandTypes({ op, args }: Extract<Pattern, { is: 'op' }>, d: DType): readonly DType[] {
    const { result, arity } = mapOps[op]
    if (result === 'select') return ['bool', d, d]
    // A cast of a cast may come back to where it began.
    if (result === 'cast') return [args[0]!.is === 'op' || random.next() < 0.3 ? random.pick(DTYPES) : dtype]
    return new Array<DType>(arity).fill(result === 'bool' ? random.pick(DTYPES) : d)
  }

  function make(pattern: Pattern, d: DType): Node {
    switch (pattern.is) {
      case 'any': {
        const known = names.get(pattern.name)
        // Another node of the same name's place must keep the rule from applying, unless it holds anyway.
        if (known !== undefined && (plain || (known.dtype === d && random.next() < 0.9))) return known
        const node = anything(d)
        if (known === undefined) names.set(pattern.name, node)
        return node
      }
      case 'value':
        return constant(d, plain || random.next() < 0.7 ? pattern.value : random.pick(CONSTANTS))
      case 'constant':
        return random.next() < 0.7 ? constant(d, random.pick(CONSTANTS)) : interner.constant(randomScalar(random, d), d)
      case 'op': {
        const types = operandTypes(pattern, d)
        return interner.map(
          pattern.op,
          pattern.args.map((arg, i) => make(arg, types[i]!)),
          d,
        )
      }
    }
  }

  const node = make(rule.left, dtype)
  return node.kind === 'map' && node.op === rule.left.op ? { node, slots } : null
}
