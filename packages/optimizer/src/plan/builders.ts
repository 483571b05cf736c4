import { callOps, isContiguous, isScalar, type Node, type NodeKind, type Shape } from '@weldarray/ir'

/** What a loop does with the values it computes, as far as the planner has to know. */
export interface Builder {
  /** The iteration space of the loop that makes the result. */
  readonly space: (result: Node) => Shape
  /** The nodes whose elements are handed to the builder. */
  readonly values: (result: Node) => readonly Node[]
  /** The result is there once the loop has ended and not before: it is in memory, and who uses it waits for another stage. */
  readonly waits: boolean
}

const store: Builder = { space: (node) => node.shape, values: (node) => [node], waits: false }

const merge: Builder = { space: (node) => node.args[0]!.shape, values: (node) => node.args, waits: true }

const scatter: Builder = merge

/** No loop makes its result. */
const call: Builder = { ...store, waits: true }

/** Its parts' loops store to slices of it: nothing is left to do. */
const join: Builder = { ...store, waits: true }

/** The builder of each kind of node that is not elementwise; all others are stored, if their elements are wanted at all. */
const builders: Partial<Record<NodeKind, Builder>> = { reduce: merge, scatter, call, join }

export const builderOf = (node: Node): Builder => builders[node.kind] ?? store

/** Whether no loop is made for the node itself. */
export const hasNoLoop = (node: Node): boolean => node.kind === 'call' || node.kind === 'join'

/** Nodes that a loop computes element by element, and hands on to what it computes of them. */
export const isElementwise = (node: Node): boolean => node.kind === 'map' || node.kind === 'gather' || node.kind === 'scan'

const NONE: readonly Node[] = []

/** The operands that a loop computes together with the node, where it computes the node. */
export function computedWith(node: Node): readonly Node[] {
  if (node.kind === 'map' || node.kind === 'scan') return node.args
  return node.kind === 'gather' ? node.args.slice(1) : NONE
}

/** The operands that are read from memory, at other places than the node's own. */
export function readBy(node: Node): readonly Node[] {
  if (node.kind === 'view') return isScalar(node.args[0]) ? NONE : node.args
  if (node.kind === 'gather') return node.args.slice(0, 1)
  return node.kind === 'call' ? node.args : NONE
}

/** Whether an operand is in memory as `node` needs it, without a loop that puts it there: an input, or a view, in a layout that it takes. */
export function isInPlace(node: Node, operand: Node): boolean {
  // A view of an input that is still there is none that strides can tell.
  if (node.kind === 'view') return false
  const strided = node.kind !== 'call' || callOps[node.op].strided
  if (operand.kind === 'input') return strided || isContiguous(operand)
  return node.kind === 'call' && strided && isLaidOut(operand)
}

/** A view of something that is put into memory. */
const isLaidOut = (node: Node): node is Node & { kind: 'view' } =>
  node.kind === 'view' && !isScalar(node.args[0]) && node.args[0].kind !== 'input'
