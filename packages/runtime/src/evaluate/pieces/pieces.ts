import {
  allocate,
  BLOCK,
  combiner,
  combineTree,
  type Node,
  type ReduceNode,
  type Scalar,
  sizeOf,
  splitRuns,
  type ViewNode,
} from '@weldarray/ir'
import { release, resolve } from '../../graph/lifetime.js'
import { allocateMemory, byteLength, freeMemory, type Memory } from '../../graph/memory.js'
import { isLargePart } from '../../graph/reach.js'
import { leaf, reduce, reshape } from '../../graph/record.js'
import { heap } from '../../heap/heap.js'
import { PIECE_BYTES, PIECE_PART, SEGMENT } from '../../schedule/costs.js'
import { NotInPieces, type Steps } from '../large.js'
import { isWhole, Parts } from './flat.js'

/*
 * What does not fit into memory is computed in pieces, if it is reduced in the end: each piece of a reduction's operand is computed from
 * pieces of what it is made of, reduced, and forgotten. Pieces are blocks of the reduction, two to the power of something, so that
 * their results are inner nodes of the tree that `reduction.ts` defines: the result has the bits it would have in one piece.
 */

/** Bytes of an element: what a narrow one is made of may be wide. */
const WIDEST = 8

const piecesBytes = (): number => Math.min(PIECE_BYTES, heap.limit / PIECE_PART)

/** The pending nodes below some, operands first; null if they are too many. */
function pendingBelow(roots: readonly Node[]): Node[] | null {
  const done = new Set<Node>()
  const stack = [...roots]
  while (stack.length > 0) {
    const node = stack[stack.length - 1]!
    const next = node.memory === null ? node.args.find((a) => a.memory === null && !done.has(a)) : undefined
    if (next !== undefined) stack.push(next)
    else {
      stack.pop()
      done.add(node)
      if (done.size > SEGMENT) return null
    }
  }
  return [...done].filter((n) => n.memory === null)
}

const takesMuch = ({ dtype, shape }: Node): boolean => isLargePart(byteLength(dtype, sizeOf(shape)) * 2)

/** Whether a node is a reduction of so much that it is computed in pieces, or a small part of so much. */
const isLarge = (node: Node): node is ReduceNode | ViewNode =>
  (node.kind === 'reduce' && takesMuch(node.args[0])) ||
  (node.kind === 'view' &&
    !takesMuch(node) &&
    node.args[0].memory === null &&
    takesMuch(node.args[0]) &&
    node.args[0].kind !== 'const')

/**
 * Computes the large reductions below some nodes in pieces, after which the nodes themselves may fit; null if there are none. What it asks
 * for may be refused memory: then the nodes are, too. `told` hears which part is done.
 */
export function inPieces(roots: readonly Node[], told: (done: number) => void = () => {}): Steps | null {
  const large = pendingBelow(roots)?.filter(isLarge) ?? []
  return large.length === 0 ? null : reductions(large, told)
}

function* reductions(large: readonly (ReduceNode | ViewNode)[], told: (done: number) => void): Steps {
  for (const [i, node] of large.entries()) {
    if (node.memory !== null) continue
    // Nobody else keeps it while others are computed.
    node.refs++
    try {
      yield* below(node.args[0])
      if (node.kind === 'view') yield* selection(node)
      else yield* reduction(node, (part) => told((i + part) / large.length))
    } finally {
      release(node, freeMemory)
    }
  }
}

/** What is needed whole below a node of which parts will be asked for. */
function* below(operand: Node): Steps {
  for (const node of pendingBelow([operand]) ?? [])
    if (isWhole(node)) yield [node]
    else if (node.kind === 'gather') yield [node.args[0]]
}

/** A small part of much: no more is computed than it needs. */
function* selection(node: ViewNode): Steps {
  if (node.memory !== null) return
  const part = reshape(new Parts().of(node, 0, sizeOf(node.shape)), node.shape)
  if (part.memory === null) {
    part.refs++
    yield [part]
  }
  take(part, node)
}

function* reduction(node: ReduceNode, told: (done: number) => void): Steps {
  const [operand] = node.args
  const [run] = splitRuns(operand.shape, node.axes)
  const { from, to, outer, length, inner } = run!
  const memory = allocateMemory(node.dtype, outer * inner)
  yield* runs(node, { outer, length, inner }, memory, told)
  if (node.memory !== null) {
    freeMemory(memory)
    return
  }
  const rest = node.axes.filter((axis) => axis < from || axis >= to)
  if (rest.length === 0) {
    resolve(node, memory, freeMemory)
    return
  }
  const gone = node.axes.filter((axis) => axis >= from && axis < to)
  const left = leaf(
    memory,
    operand.shape.filter((_, axis) => !gone.includes(axis)),
    node.dtype,
  )
  const whole = reduce(
    node.op,
    left,
    rest.map((axis) => axis - gone.filter((g) => g < axis).length),
  )
  whole.refs++
  yield [whole]
  take(whole, node)
}

/** Gives a node what another has been computed to. */
function take(whole: Node, node: Node): void {
  const { memory } = whole
  whole.memory = null
  if (node.memory === null) resolve(node, memory!, freeMemory)
  else freeMemory(memory!)
}

interface Sizes {
  readonly outer: number
  readonly length: number
  readonly inner: number
}

/** Reduces an operand, seen as [outer, length, inner], along the middle, to [outer, inner]. */
function* runs(node: ReduceNode, { outer, length, inner }: Sizes, to: Memory, told: (done: number) => void): Steps {
  const { op, dtype } = node
  const [operand] = node.args
  const most = Math.max(BLOCK, Math.floor(piecesBytes() / WIDEST))
  const row = length * inner
  const all = outer * row
  /** The elements `start` to `end` of the operand as [count, n, inner], reduced along the middle. */
  const piece = (start: number, end: number, count: number): Node => {
    const part = new Parts().of(operand, start, end)
    const n = (end - start) / count / inner
    const shape = [count, n, inner].filter((_, k) => k === 1 || (k === 0 ? count > 1 : inner > 1))
    const reduced = reduce(op, reshape(part, shape), [count > 1 ? 1 : 0])
    reduced.refs++
    return reduced
  }
  if (row <= most) {
    // Several rows at a time: more than one, so that the axis stays one.
    const rows = Math.max(1, Math.floor(most / row))
    for (let i = 0; i < outer; i += rows) {
      const count = Math.min(rows, outer - i)
      const reduced = piece(i * row, (i + count) * row, count)
      yield [reduced]
      to.data.set(reduced.memory!.data as never, i * inner)
      release(reduced, freeMemory)
      told(((i + count) * row) / all)
    }
    return
  }
  if (BLOCK * inner > 16 * most) throw new NotInPieces(node)
  const step = BLOCK * 2 ** Math.max(0, Math.floor(Math.log2(most / BLOCK / inner)))
  const count = Math.ceil(length / step)
  const partial = allocate(dtype, count * inner)
  for (let o = 0; o < outer; o++) {
    for (let p = 0; p < count; p++) {
      const reduced = piece(o * row + p * step * inner, o * row + Math.min(length, (p + 1) * step) * inner, 1)
      yield [reduced]
      partial.set(reduced.memory!.data as never, p * inner)
      release(reduced, freeMemory)
      told((o * row + Math.min(length, (p + 1) * step) * inner) / all)
    }
    const at = partial as unknown as Scalar[]
    for (let i = 0; i < inner; i++) combineTree(at, combiner(op, dtype), count, i, inner)
    to.data.set(partial.subarray(0, inner) as never, o * inner)
  }
}
