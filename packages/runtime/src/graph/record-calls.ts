import {
  allocate,
  type CallOp,
  callOps,
  contiguousStrides,
  type DType,
  firstOutside,
  type GatherNode,
  type GatherOf,
  INDEX_TYPES,
  type IndexMode,
  indexError,
  inferGather,
  inferJoin,
  inferScan,
  inferScatter,
  isFloat,
  make,
  type Node,
  refuses,
  type Scalar,
  type ScanOp,
  type ScatterOf,
  type Shape,
  scanInto,
  scatterInto,
  scatterParts,
  sizeOf,
  gatherInto as takeInto,
  wordsOf,
} from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { advanced, bigOf, type PcgState, wideOf } from '../library/pcg.js'
import { tracing } from '../replay/tracing.js'
import { LEAST_DRAWN, TINY } from '../schedule/costs.js'
import { joining } from '../tiers/joining.js'
import { isAccessible, laid } from './accessible.js'
import { computeBeforePart, computeBeforeProduct } from './deep.js'
import { inOrder, joined } from './few.js'
import { fewCalled } from './few-calls.js'
import { knownOf } from './known.js'
import { keeping } from './lifetime.js'
import { arrayMemory, byteLength, type Memory } from './memory.js'
import { isLargePart } from './reach.js'
import { cast, constantLeaf, leaf, nextId, recordedOperation, reduce, reduceAll, reshape, view } from './record.js'
import { noteSite } from './sites.js'
import { areWithin, FEW, spanOf } from './span.js'
import { isTiny } from './tiny.js'
import { mustBeWithin } from './told-span.js'

/*
 * Recording what is no elementwise operation, view or reduction: calls, whose operands are computed when somebody looks, and loads by
 * index, which become part of a loop.
 */

const areFew = (nodes: readonly Node[]): boolean => nodes.every((n) => sizeOf(n.shape) <= TINY)

/**
 * An operation of the table `callOps`, computed when somebody looks. `dtype`: that of the result, where arrays tell it from one that
 * is stored alike; `shape`: another shape of as many elements for it. Throws `DTypeError`, `ShapeError`, `AxisError`.
 */
export function call(
  op: CallOp,
  operands: readonly Node[],
  attributes: readonly number[] = [],
  dtype?: DType,
  shape?: Shape,
): Node {
  const args = operands.some(isConstant) ? operands.map((a) => (a.kind === 'const' ? constantLeaf(a) : a)) : operands
  const def = callOps[op]
  const type = def.infer(args, attributes)
  const result = dtype ?? type.dtype
  if (isTiny(type.shape, args) && areFew(args)) {
    const out = allocate(result, sizeOf(type.shape))
    def.compute(args.map(def.strided ? laid : inOrder), attributes, out)
    return leaf(arrayMemory(result, out), shape ?? type.shape, result)
  }
  const few = fewCalled(op, sizeOf(type.shape), args, attributes)
  if (few !== null) return leaf(few, shape ?? type.shape, result)
  if (def.laborious) for (let i = 0; i < args.length; i++) computeBeforeProduct(op, args, i)
  const node = recordedOperation(make.call(nextId(), op, result, type.shape, args, attributes))
  return shape === undefined ? node : reshape(node, shape)
}

const isConstant = (node: Node): boolean => node.kind === 'const'

/** An index in a dtype that loads take. */
const indexOf = (node: Node): Node =>
  INDEX_TYPES.includes(node.dtype) ? node : cast(node, isFloat(node.dtype) ? 'float64' : 'bigint64')

/** `node` repeated to a shape; a constant, too, has one then. */
const spread = (node: Node, shape: Shape, strides: readonly number[]): Node => view(node, { shape, strides, offset: 0 })

/**
 * The elements (or slices) of `source` at `indices` along an axis, in whose place the indices' shape stands. What is outside
 * is an `IndexError` in the name of `what`: now, if the indices are there, else when the result is computed.
 */
export function take(what: string, source: Node, indices: Node, axis: number, mode: IndexMode): Node {
  const index = indexOf(indices)
  const own = index.shape
  const before = source.shape.slice(0, axis)
  const after = source.shape.slice(axis + 1)
  const shape = [...before, ...own, ...after]
  // From no lines nothing is taken, wherever the indices lie.
  if (sizeOf(before) === 0) {
    if (!isUnknown(index)) keeping([index], () => checkWhole(what, index))
    return leaf(arrayMemory(source.dtype, allocate(source.dtype, 0)), shape, source.dtype)
  }
  const strides = [...before.map(() => 0), ...contiguousStrides(own), ...after.map(() => 0)]
  return record(what, source, index, spread(index, shape, strides), shape, { axis, span: own.length, mode })
}

/** The elements whose coordinate along `axis` is the index's element at the same place; the shapes are alike but for that axis. */
export const takeAlong = (what: string, source: Node, indices: Node, axis: number, mode: IndexMode): Node => {
  const index = indexOf(indices)
  return record(what, source, index, index, index.shape, { axis, span: 1, mode })
}

/** A load by index as the IR has it: `index` has the result's shape, or is a constant. */
export const gather = (what: string, source: Node, index: Node, shape: Shape, of: GatherOf): Node =>
  record(
    what,
    source,
    index,
    index.kind === 'const'
      ? spread(
          index,
          shape,
          shape.map(() => 0),
        )
      : index,
    shape,
    of,
  )

function record(what: string, given: Node, indices: Node, index: Node, shape: Shape, of: GatherOf): Node {
  const source = given.kind === 'const' ? constantLeaf(given) : given
  inferGather(source, index, shape, of)
  const length = source.shape[of.axis]!
  const known = isAccessible(indices)
  const areSure = refuses(of.mode) && mustBeWithin(indices, of.mode === 'natural' ? 0 : -length, length)
  // No loop will load, and look at, what is taken into an empty result: it is looked at now. Those that are moved inside are wrong if
  // something is taken from nothing, whatever they will be.
  const taken = sizeOf(shape) > 0
  if (!areSure && (taken ? known || length === 0 : !isUnknown(indices)))
    keeping([source, indices, index], () =>
      taken || refuses(of.mode) ? check(what, indices, length, of.mode) : checkWhole(what, indices),
    )
  if (isTiny(shape, [source, index]) && areFew([source])) return few(source, index, shape, of)
  const node = recordedOperation(make.gather(nextId(), source, index, shape, of))
  if (!areSure && !known && (refuses(of.mode) || isFloat(indices.dtype))) noteSite(node, what)
  return node
}

/**
 * So many floats of a PCG64 stream, drawn when somebody looks, and where the stream is after them; null where they are few enough to be drawn at
 * once.
 */
export function recordDraw(from: PcgState, count: number): { node: Node; after: PcgState } | null {
  const bytes = byteLength('float64', count)
  if (bytes < LEAST_DRAWN && !isLargePart(bytes)) return null
  const stream = { state: bigOf(from.state), increment: bigOf(from.increment) }
  const words = leaf(arrayMemory('biguint64', wordsOf(stream)), [4])
  return { node: call('draw', [words], [count]), after: { ...from, state: wideOf(advanced(stream, count)) } }
}

/** Rows of a source by other indices, as a gather along the first axis does it. */
export const gatherOf = (like: GatherNode, source: Node, index: Node, shape: Shape): Node =>
  recordedOperation(make.gather(nextId(), source, index, shape, { axis: 0, span: 1, mode: like.mode }))

/** Few elements, now. The indices are known to be inside. */
function few(source: Node, index: Node, shape: Shape, of: GatherOf): Node {
  const out = allocate(source.dtype, sizeOf(shape))
  takeInto(laid(source), laid(index), shape, of, out)
  return leaf(arrayMemory(source.dtype, out), shape, source.dtype)
}

/** Whether indices stand for what the calls of a traced function will give. */
const isUnknown = (indices: Node): boolean => tracing.now !== null && !isAccessible(indices)

/** Throws for the first of some indices that is no whole number: with any length, all others have their place. */
const checkWhole = (what: string, indices: Node): void => {
  if (isFloat(indices.dtype)) check(what, indices, 1, 'wrap')
}

/** Throws for the first of some indices, computed now if need be, that is outside. */
function check(what: string, indices: Node, length: number, mode: IndexMode): void {
  if (!isAccessible(indices)) evaluate([indices])
  if (!refuses(mode) && !isFloat(indices.dtype) && length > 0) return
  if (length > 0 && areInside(indices, length, mode)) return
  const wrong = firstOutside(laid(indices), indices.shape, length, mode)
  if (wrong !== null) throw indexError(what, wrong.index, wrong.at, length, indices.dtype, mode)
}

const areInside = (indices: Node, length: number, mode: IndexMode): boolean =>
  refuses(mode) ? areWithin(indices, mode === 'natural' ? 0 : -length, length) : spanOf(indices) !== null

/**
 * The elements of `value` where `mask`, of its shape, holds: 1-d. How many they are is counted now, by the loop that computes the mask;
 * the elements are computed when somebody looks. `beside`: what the mask is made of and is needed again; it is computed, and kept, too.
 */
export function compress(mask: Node, value: Node, beside: readonly Node[] = []): Node {
  const [held, from] = [mask, value].map((n) => (n.kind === 'const' ? constantLeaf(n) : n)) as [Node, Node]
  const few = fewHeld('compress', held, [from], [], beside)
  if (few !== null) return leaf(few, [few.length], value.dtype)
  const length = keeping([from], () => heldIn(held, beside))
  return call('compress', [held, from], [length], value.dtype)
}

/** A mask of few elements, and what is beside it, are computed sooner than their number alone. */
function computeFew(mask: Node, beside: readonly Node[]): void {
  if (!isAccessible(mask)) keeping([mask, ...beside], () => evaluate([...beside, mask]))
}

/** What a call takes by a mask of few elements, and so many as they are; null if it has to be recorded, for which they have to be counted. */
export function fewHeld(
  op: 'compress' | 'positions',
  mask: Node,
  more: readonly Node[],
  attributes: readonly number[],
  beside: readonly Node[],
): Memory | null {
  if (sizeOf(mask.shape) > FEW || !more.every(isAccessible)) return null
  keeping(more, () => computeFew(mask, beside))
  return fewCalled(op, 0, [mask, ...more], attributes)
}

/** How often a mask holds. It is in memory afterwards, and so is what is `beside` it. */
export function heldIn(mask: Node, beside: readonly Node[] = []): number {
  if (sizeOf(mask.shape) <= FEW) {
    computeFew(mask, beside)
    const { data } = inOrder(mask)
    let count = 0
    for (let i = 0; i < data.length; i++) count += data[i] as number
    return count
  }
  const told = knownOf(mask)?.held ?? -1
  const isComputed = told >= 0 && beside.every(isAccessible)
  const held = isComputed ? told : countHeld(mask, beside)
  const known = knownOf(mask)
  if (known !== null) known.held = held
  return held
}

function countHeld(mask: Node, beside: readonly Node[]): number {
  const total = reduceAll('sum', cast(mask, 'float64'))
  keeping([mask, ...beside, total], () => evaluate([...beside, mask, total]))
  return total.memory!.data[0] as number
}

/** What the elements along an axis come to, one after the other. Throws `AxisError`, `DTypeError`. */
export function scan(op: ScanOp, given: Node, axis: number): Node {
  const node = given.kind === 'const' ? constantLeaf(given) : given
  const { dtype, shape } = inferScan(op, node, axis)
  if (isTiny(shape, [node])) {
    const out = allocate(dtype, sizeOf(shape))
    scanInto(joining(op, dtype), dtype, inOrder(node).data, shape, axis, out)
    return leaf(arrayMemory(dtype, out), shape, dtype)
  }
  return recordedOperation(make.scan(nextId(), op, node, shape, axis))
}

/** Values added to bins by an index, a row of bins for each part, as the IR has it. Throws `ShapeError`, `DTypeError`. */
export function scatterInParts(index: Node, value: Node, of: ScatterOf): Node {
  const { dtype, shape } = inferScatter(index, value, of)
  if (isTiny(shape, [index, value]) && areFew([index])) {
    const out = allocate(dtype, sizeOf(shape))
    const values = value.kind === 'const' ? null : (inOrder(value).data as unknown as Scalar[])
    const indices = inOrder(index).data
    const wrong = scatterInto(indices, (i) => (value.kind === 'const' ? value.value : values![i]!), of, out)
    if (wrong >= 0) throw indexError('scatter', (indices as unknown as Scalar[])[wrong]!, wrong, of.bins, index.dtype)
    return leaf(arrayMemory(dtype, out), shape, dtype)
  }
  return recordedOperation(make.scatter(nextId(), dtype, shape, index, value, of))
}

/**
 * For each bin, the sum from zero of the values whose index tells it: both 1-d and computed in the loop that adds, or one value for all. In
 * parts of the elements that are told by their number alone, added in their order. What is outside is an `IndexError` in the name of `what`; null:
 * nothing is.
 */
export function scatter(what: string | null, indices: Node, value: Node, bins: number): Node {
  const index = indexOf(indices)
  const parts = scatterParts(sizeOf(index.shape), bins)
  const sums = scatterInParts(index, value, { parts, bins })
  if (what !== null && sums.memory === null) noteSite(sums, what)
  return parts === 1 ? reshape(sums, [bins]) : reduce('sum', sums, [0])
}

/**
 * Parts one after the other along an axis; their loops store to their place, and what is computed of them is computed of each part.
 * What is deep (the last step of a simulation on a torus) is read from memory: it is computed now, so that every step has the plan of the
 * first. Throws `ShapeError`, `DTypeError`.
 */
export function join(parts: readonly Node[], axis: number): Node {
  const { dtype, shape } = inferJoin(parts, axis)
  for (const part of parts) if (part.kind === 'view' && part.args[0].kind === 'map') computeBeforePart(part.args[0], part)
  if (isTiny(shape, parts)) return leaf(joined(parts, axis, dtype, shape), shape, dtype)
  return recordedOperation(make.join(nextId(), dtype, shape, parts, axis))
}
