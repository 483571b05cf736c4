import type { Node, NodeKind, Shape } from '@weldarray/ir'

/** What a loop does with the values it computes, as far as the planner has to know. */
export interface Builder {
  /** The iteration space of the loop that makes the result. */
  readonly space: (result: Node) => Shape
  /** The node whose elements are handed to the builder. */
  readonly value: (result: Node) => Node
  /** The result is there once the loop has ended and not before: it is in memory, and who uses it waits for another stage. */
  readonly waits: boolean
}

const store: Builder = { space: (node) => node.shape, value: (node) => node, waits: false }

const merge: Builder = { space: (node) => node.args[0]!.shape, value: (node) => node.args[0]!, waits: true }

/** The builder of each kind of node that is not elementwise; all others are stored, if their elements are wanted at all. */
const builders: Partial<Record<NodeKind, Builder>> = { reduce: merge }

export const builderOf = (node: Node): Builder => builders[node.kind] ?? store
