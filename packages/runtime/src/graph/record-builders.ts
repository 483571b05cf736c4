import {
  allocate,
  indexError,
  inferJoin,
  inferScan,
  inferScatter,
  make,
  type Node,
  type Scalar,
  type ScanOp,
  type ScatterOf,
  scanInto,
  scatterInto,
  scatterParts,
  sizeOf,
} from '@weldarray/ir'
import { joining } from '../tiers/joining.js'
import { computeBeforePart } from './deep.js'
import { areFew, inOrder, joined } from './few.js'
import { arrayMemory } from './memory.js'
import { constantLeaf, leaf, nextId, recordedOperation, reduce, reshape } from './record.js'
import { indexOf } from './record-gathers.js'
import { noteSite } from './sites.js'
import { isTiny } from './tiny.js'

/*
 * Recording scans, sums by an index, and parts one after the other: the builders that have nodes of their own.
 */

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
