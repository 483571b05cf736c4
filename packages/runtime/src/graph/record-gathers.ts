import {
  allocate,
  contiguousStrides,
  firstOutside,
  type GatherNode,
  type GatherOf,
  INDEX_TYPES,
  type IndexMode,
  indexError,
  inferGather,
  isFloat,
  make,
  type Node,
  refuses,
  type Shape,
  sizeOf,
  gatherInto as takeInto,
} from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { tracing } from '../replay/tracing.js'
import { isAccessible, laid } from './accessible.js'
import { areFew } from './few.js'
import { keeping } from './lifetime.js'
import { arrayMemory } from './memory.js'
import { cast, constantLeaf, leaf, nextId, recordedOperation, view } from './record.js'
import { noteSite } from './sites.js'
import { areWithin, spanOf } from './span.js'
import { isTiny } from './tiny.js'
import { mustBeWithin } from './told-span.js'

/*
 * Recording loads by index, which become part of a loop.
 */

/** An index in a dtype that loads take. */
export const indexOf = (node: Node): Node =>
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
