import { callOps, isContiguous, isScalar, type Node, type NodeKind, type Shape } from '@weldarray/ir'

/** What a loop does with the values it computes, as far as the planner has to know. */
export interface Builder {
  /** The iteration space of the loop that makes the result. */
  readonly space: (result: Node) => Shape
  /** The nodes whose elements are handed to the builder. */
  readonly values: (result: Node) => readonly Node[]
  /** The result is there once the loop has ended and not before: it is in memory, and who uses it waits for another stage. */
  readonly waits: boolean
  /** No loop is made for the node itself. */
  readonly hasNoLoop: boolean
  /** A loop computes it element by element, and hands it on to what it computes of it. */
  readonly isElementwise: boolean
  /** The operands that a loop computes together with the node, where it computes the node. */
  readonly computedWith: (node: Node) => readonly Node[]
  /** The operands that are read from memory, at other places than the node's own. */
  readonly readBy: (node: Node) => readonly Node[]
}

const NONE: readonly Node[] = []
const none = (): readonly Node[] => NONE
const operands = (node: Node): readonly Node[] => node.args

/** What is there, or stored if its elements are wanted at all. */
const store: Builder = {
  space: (node) => node.shape,
  values: (node) => [node],
  waits: false,
  hasNoLoop: false,
  isElementwise: false,
  computedWith: none,
  readBy: none,
}

const elementwise: Builder = { ...store, isElementwise: true, computedWith: operands }

const merge: Builder = { ...store, space: (node) => node.args[0]!.shape, values: operands, waits: true }

/** The builder of each kind of node. */
const builders: Readonly<Record<NodeKind, Builder>> = {
  input: store,
  const: store,
  param: store,
  iota: store,
  map: elementwise,
  view: { ...store, readBy: (node) => (isScalar(node.args[0]!) ? NONE : node.args) },
  gather: { ...elementwise, computedWith: (node) => node.args.slice(1), readBy: (node) => node.args.slice(0, 1) },
  scan: elementwise,
  reduce: merge,
  scatter: merge,
  call: { ...store, waits: true, hasNoLoop: true, readBy: operands },
  // Its parts' loops store to slices of it: nothing is left to do.
  join: { ...store, waits: true, hasNoLoop: true },
}

export const builderOf = (node: Node): Builder => builders[node.kind]
export const hasNoLoop = (node: Node): boolean => builders[node.kind].hasNoLoop
export const isElementwise = (node: Node): boolean => builders[node.kind].isElementwise
export const computedWith = (node: Node): readonly Node[] => builders[node.kind].computedWith(node)
export const readBy = (node: Node): readonly Node[] => builders[node.kind].readBy(node)

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
