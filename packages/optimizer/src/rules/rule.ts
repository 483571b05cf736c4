import {
  acceptsKind,
  DTYPES,
  type DType,
  dtypeInfo,
  type Interner,
  type Kind,
  type MapNode,
  type MapOp,
  mapOps,
  type Node,
} from '@weldarray/ir'
import { type Bindings, build, matches, type Operation, type Pattern, type Replacement, textOf } from './pattern.js'

/**
 * One rewrite of one node. The law for rules:
 * 1. The right side has the same bits for every operand, NaN, -0, infinities and subnormals included.
 * 2. It is never more work than the left side.
 * 3. A rule never undoes another.
 * 4. Rules look at a node, its operands and their operands, no deeper.
 *
 * Where the right side would have another dtype or shape than the node, the rule does not apply: `select(c, 1, 1)` is an array.
 */
export interface Rule {
  readonly left: Operation<Pattern>
  readonly right: Replacement
  /** The kinds of dtype of the node for which it holds. */
  readonly kinds: readonly Kind[]
}

const numbers: readonly Kind[] = ['signed', 'unsigned', 'float']
export const everything: readonly Kind[] = ['bool', ...numbers]
export const whole: readonly Kind[] = ['bool', 'signed', 'unsigned']
export const float: readonly Kind[] = ['float']

export const rule = (left: Operation<Pattern>, right: Replacement, kinds: readonly Kind[] = everything): Rule => ({
  left,
  right,
  kinds,
})

/** Pattern and result, as a reader would write them. */
export const lawOf = ({ left, right, kinds }: Rule): string => {
  const where = kinds === everything ? '' : ` (${kinds.join(', ')})`
  return `${textOf(left)} → ${textOf(right)}${where}`
}

/** The dtypes that nodes of the rule's operation may have and for which it holds. */
export const dtypesOf = ({ left, kinds }: Rule): DType[] =>
  DTYPES.filter((d) => kinds.includes(dtypeInfo[d].kind) && acceptsKind(mapOps[left.op].accepts, d))

/** The node that stands for `node`, or null if the rule does not apply. */
export function apply({ left, right, kinds }: Rule, node: MapNode, interner: Interner): Node | null {
  if (!kinds.includes(dtypeInfo[node.dtype].kind)) return null
  const bindings: Bindings = new Map()
  if (!matches(left, node, bindings)) return null
  const better = build(right, bindings, node.dtype, interner)
  return better !== null && better.dtype === node.dtype && better.shape.length === node.shape.length ? better : null
}

/** Rules by the operation at the root of their left sides. */
export type RuleIndex = ReadonlyMap<MapOp, readonly Rule[]>

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const index = new Map<MapOp, Rule[]>()
  for (const one of rules) {
    const { op } = one.left
    const same = index.get(op)
    if (same === undefined) index.set(op, [one])
    else same.push(one)
  }
  return index
}

/** What the first rule that applies makes of a node; null if none does. */
export function rewrite(node: MapNode, interner: Interner, index: RuleIndex): Node | null {
  for (const one of index.get(node.op) ?? []) {
    const better = apply(one, node, interner)
    if (better !== null) return better
  }
  return null
}
