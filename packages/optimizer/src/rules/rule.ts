import type { Interner, MapNode, Node } from '@weldarray/ir'

/**
 * One rewrite of one node. The law for rules:
 * 1. The right side has the same bits for every operand, NaN, -0, infinities and subnormals included.
 * 2. It is never more work than the left side.
 * 3. A rule never undoes another.
 * 4. Rules look at a node, its operands and their operands, no deeper.
 */
export interface Rule {
  /** Pattern and result, as a reader would write them. */
  readonly law: string
  /** The node that stands for `node`, or null if the rule does not apply. */
  readonly apply: (node: MapNode, interner: Interner) => Node | null
}
