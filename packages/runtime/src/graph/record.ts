import {
  allAxes,
  broadcastView,
  type ConstNode,
  composeViews,
  convert,
  type DType,
  inferMap,
  inferReduce,
  isContiguous,
  type MapOp,
  make,
  type Node,
  type ReduceOp,
  readsAll,
  type Scalar,
  type Shape,
  sameShape,
  sizeOf,
  type View,
  wholeView,
} from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import { counters } from '../config/counters.js'
import { evaluateEarly } from '../evaluate/evaluate.js'
import { LABOR } from '../schedule/costs.js'
import { isLaborious } from './concise.js'
import { constantMemory, type Memory, settleMemory } from './memory.js'
import { depthOf } from './met.js'
import { notePart } from './part-readers.js'
import { isWatched, watchPending, worthWatching } from './pending.js'
import { heavy, heldBy, isTooHeavy } from './reach.js'
import { foldedScalar, isTiny, tinyMap, tinyReduce } from './tiny.js'

/*
 * Recording: each function checks types and shapes, and returns a node that has not been computed.
 * The IR's strictness applies: one dtype, one shape (constants excepted); promotion and broadcasting come before.
 */

let lastId = 0

/** Nodes count up, so that operands have smaller ids than what is made of them. */
export const nextId = (): number => ++lastId

/** Counts a new node among the readers of its operands. What keeps much more alive than it will be is computed in time. */
function recorded(node: Node): Node {
  const { args } = node
  let reach = 0
  let depth = 0
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    arg.refs++
    // What a view is of may have been computed since the view was recorded.
    const source = arg.kind === 'view' ? arg.args[0] : arg
    reach += source.reach
    const below = depthOf(source)
    if (below > depth) depth = below
  }
  node.reach = reach
  node.depth = depth + weightOf(node)
  if (reach >= worthWatching()) {
    if (isWatched()) watchPending(node)
    if (reach > heavy() && isTooHeavy(node)) evaluateEarly(node)
  }
  return node
}

/** How many operations deep a node counts as. What is joined, and a part of what is pending, is computed part by part by whoever reads it. */
function weightOf(node: Node): number {
  if (node.kind === 'view') {
    const source = node.args[0]
    return source.memory === null && !readsAll(node, sizeOf(source.shape)) ? LABOR : 0
  }
  return node.kind === 'join' || isLaborious(node) ? LABOR : 1
}

/** Counts a new operation, too. */
export function recordedOperation(node: Node): Node {
  count()
  return recorded(node)
}

const NO_STRIDES: readonly number[] = []

/** A node whose elements are there, C-contiguous. `dtype`: that of the memory, or another that is stored so. */
export function leaf(memory: Memory, shape: Shape, dtype: DType = memory.dtype): Node {
  const node = make.input(nextId(), -1, dtype, shape, NO_STRIDES, 0)
  node.memory = memory
  settleMemory(memory)
  node.reach = heldBy(memory)
  return node
}

/** A node of elements that will be known when a trace is replayed. */
export const standIn = (shape: Shape, dtype: DType): Node => {
  const node = make.input(nextId(), -1, dtype, shape, NO_STRIDES, 0)
  node.refs = 1
  return node
}

/**
 * A constant as an array of one element. Operations take a constant for any shape; where elements are wanted it would be evaluated
 * and be a 0-d array from then on, to operations recorded before too.
 */
export const constantLeaf = (node: ConstNode): Node => leaf(constantMemory(node), [], node.dtype)

/** A 0-d constant, converted to `dtype`. */
export const constant = (value: Scalar, dtype: DType): Node => make.constant(nextId(), convert(value, dtype), dtype, false)

/** The affine function `offset + Σ i[k]·strides[k]` of the index, float64. */
export const iota = (view: View): Node => make.iota(nextId(), view.shape, view.strides, view.offset)

/** An elementwise operation of the op table; `dtype` for `cast` alone. An operation on constants is a constant. */
export function map(op: MapOp, args: readonly Node[], dtype?: DType): Node {
  const type = inferMap(op, args, dtype)
  if (op === 'pow' || op === 'div') {
    const better = asWritten(op, args)
    if (better !== null) return better
  }
  if (isTiny(type.shape, args)) {
    if (args.every((a) => a.kind === 'const')) return constant(foldedScalar(op, args, type.dtype), type.dtype)
    return leaf(tinyMap(op, args, type.dtype, type.shape), type.shape)
  }
  count()
  return recorded(make.map(nextId(), op, type.dtype, type.shape, args))
}

/** Whether 1/value is exact and neither is subnormal, so that multiplying by it rounds as dividing does. */
export function exactReciprocal(value: Scalar, dtype: DType): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value === 0) return null
  const exponent = Math.log2(Math.abs(value))
  const limit = dtype === 'float32' ? 125 : 1021
  return Number.isInteger(exponent) && 2 ** exponent === Math.abs(value) && Math.abs(exponent) <= limit ? 1 / value : null
}

/**
 * Powers with a constant exponent are what a user expects them to be, exactly, and divisions by powers of two are
 * multiplications: decided when they are written, since a plan does not know its constants.
 */
function asWritten(op: MapOp, args: readonly Node[]): Node | null {
  const c = args[1]
  if (args.length !== 2 || c!.kind !== 'const') return null
  if (op === 'div') {
    const reciprocal = exactReciprocal(c.value, c.dtype)
    return reciprocal === null || args[0]!.dtype !== c.dtype ? null : map('mul', [args[0]!, constant(reciprocal, c.dtype)])
  }
  if (c.value === 1) return args[0]!
  return c.value === 2 ? map('square', [args[0]!]) : c.value === -1 ? map('reciprocal', [args[0]!]) : null
}

/** The first recorded operation starts the compiler if there is nothing on disk, so that it loads while the program goes on. */
function count(): void {
  if (counters.recorded++ === 0) compiler.warmIfCold()
}

export const cast = (node: Node, dtype: DType): Node =>
  node.dtype === dtype ? node : node.kind === 'const' ? constant(node.value, dtype) : map('cast', [node], dtype)

/** A view of the C-order flattening of `node`; `node` itself where it changes nothing. */
export function view(node: Node, to: View): Node {
  if (sameShape(node.shape, to.shape) && to.offset === 0 && isContiguous(to)) return node
  // A view of a view is a view of what lies below, which may be there already.
  const direct = node.kind === 'view' ? composeViews(to, node) : null
  if (direct !== null) return view(node.args[0]!, direct)
  const part = make.view(nextId(), node, to.shape, to.strides, to.offset)
  notePart(node, part)
  return recorded(part)
}

export const reshape = (node: Node, shape: Shape): Node => (sameShape(node.shape, shape) ? node : view(node, wholeView(shape)))

/** `node` repeated to `shape`; constants need no repeating. The shapes are known to fit. */
export const broadcast = (node: Node, shape: Shape): Node =>
  node.kind === 'const' || sameShape(node.shape, shape) ? node : view(node, broadcastView(node.shape, shape))

/** A reduction over everything. */
export const reduceAll = (op: ReduceOp, node: Node): Node => reduce(op, node, allAxes(node.shape.length))

/** A reduction over sorted, distinct axes. */
export function reduce(op: ReduceOp, node: Node, axes: readonly number[]): Node {
  const type = inferReduce(op, node, axes)
  // (Of nothing there may be many results.)
  if (isTiny(node.shape, [node]) && isTiny(type.shape, [])) return leaf(tinyReduce(op, node, axes), type.shape)
  count()
  return recorded(make.reduce(nextId(), op, node, type.shape, axes))
}
