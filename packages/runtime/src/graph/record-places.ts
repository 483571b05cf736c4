import {
  CHANGES,
  type Change,
  type DType,
  dtypeInfo,
  firstOutside,
  type IndexMode,
  indexError,
  isFloat,
  type Node,
  refuses,
  type Shape,
  scatterParts,
  sizeOf,
  type View,
} from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { isAccessible, laid } from './accessible.js'
import { keeping } from './lifetime.js'
import { broadcast, cast, constant, constantLeaf, iota, leaf, map, reshape, view } from './record.js'
import { scatter } from './record-builders.js'
import { call } from './record-calls.js'
import { gather, indexOf } from './record-gathers.js'
import { fewHeld, heldIn } from './record-masks.js'
import { spanOf } from './span.js'
import { mustBeWithin } from './told-span.js'

/*
 * Places of an array by number: indices as places, which are checked now where they are there and else by the loop that computes them;
 * where masks hold; and an array with places changed.
 */

/** dtype of positions among so many elements. */
export const placeType = (size: number): DType => (size < 2 ** 31 ? 'int32' : 'bigint64')

const number = (x: number, dtype: DType): Node => constant(dtypeInfo[dtype].big ? BigInt(x) : x, dtype)
const operation = (op: 'add' | 'mul' | 'lt' | 'floorrem' | 'maximum' | 'minimum', x: Node, y: number): Node =>
  map(op, [x, number(y, x.dtype)])

/** What indices that are inside (or in a mode that brings them there) stand for. */
function counted(given: Node, length: number, mode: IndexMode, dtype: DType, isNatural: boolean): Node {
  const index = isFloat(given.dtype) ? cast(given, 'bigint64') : given
  if (mode === 'wrap') return cast(operation('floorrem', index, length), dtype)
  if (mode === 'clip') return cast(operation('minimum', operation('maximum', index, 0), length - 1), dtype)
  const at = cast(index, dtype)
  return isNatural ? at : map('select', [operation('lt', at, 0), operation('add', at, length), at])
}

/** As many zeros as there are indices: loaded by them from an axis of their length, so that the loop notes what is outside. */
function noted(what: string, index: Node, length: number, mode: IndexMode, dtype: DType): Node {
  const zeros = view(constantLeaf(number(0, dtype) as never), { shape: [length], strides: [0], offset: 0 })
  return gather(what, zeros, index, index.shape, { axis: 0, span: index.shape.length, mode })
}

/**
 * The places of an axis that indices stand for, in `dtype`. What is outside is an `IndexError` in the name of `what`: now, if the indices are
 * there, else when the places are computed.
 */
export function places(what: string, given: Node, length: number, mode: IndexMode, dtype: DType): Node {
  const indices = given.kind === 'const' ? constantLeaf(given) : given
  const index = indexOf(indices)
  if (sizeOf(index.shape) === 0) return cast(index, dtype)
  const least = mode === 'natural' ? 0 : -length
  if (isAccessible(indices) || length === 0) {
    const span = spanOf(indices)
    if (span === null || length === 0 || (refuses(mode) && (span.least < least || span.greatest >= length)))
      keeping([index], () => throwFor(what, index, length, mode))
    return counted(index, length, mode, dtype, mode === 'natural' || (span !== null && span.least >= 0))
  }
  const isSure = mustBeWithin(index, least, length)
  const at = counted(index, length, mode, dtype, mode === 'natural' || (isSure && mustBeWithin(index, 0, length)))
  if (isSure || (!refuses(mode) && !isFloat(index.dtype))) return at
  return map('add', [at, noted(what, index, length, mode, dtype)])
}

/** Throws for the first index that is outside. */
function throwFor(what: string, index: Node, length: number, mode: IndexMode): void {
  if (!isAccessible(index)) evaluate([index])
  const wrong = firstOutside(laid(index), index.shape, length, mode)
  if (wrong !== null) throw indexError(what, wrong.index, wrong.at, length, index.dtype, mode)
}

/** The numbers from 0 on, in `dtype`, repeated along axes whose step is 0. */
export const counting = (shape: Shape, strides: readonly number[], offset: number, dtype: DType): Node =>
  cast(iota({ shape, strides, offset }), dtype)

/** Where, in C order, a mask holds: int32, or int64 if `wide`. How often it does is counted now, as `compress` does; the positions wait. */
export function positionsOf(mask: Node, wide: boolean, beside: readonly Node[] = []): Node {
  const held = mask.kind === 'const' ? constantLeaf(mask) : mask
  const dtype = wide ? 'int64' : 'int32'
  const few = fewHeld('positions', held, [], [0, wide ? 1 : 0], beside)
  if (few !== null) return leaf(few, [few.length], dtype)
  const count = heldIn(held, beside)
  return call('positions', [held], [count, wide ? 1 : 0], dtype)
}

/** Whether a value is +0 everywhere, whatever its shape. */
function isZero(node: Node): boolean {
  const value = node.kind === 'view' ? node.args[0]! : node
  return value.kind === 'const' && Object.is(Number(value.value), 0)
}

/** Whether sums of so many elements in so many bins have the bits of adding one after the other. */
const isInTurn = (dtype: DType, count: number, bins: number): boolean => !isFloat(dtype) || scatterParts(count, bins) === 1

/**
 * A copy of an array, with places changed one after the other by as many values, or by one. They are known to be inside. What is added to zeros
 * is a sum for each place, computed in the loop that adds.
 */
export function update(change: Change, target: Node, positions: Node, values: Node): Node {
  const { dtype, shape } = target
  const [count, bins] = [sizeOf(positions.shape), sizeOf(shape)]
  if (change === 'add' && dtype !== 'bool' && isZero(target) && isInTurn(dtype, count, bins)) {
    const value = sizeOf(values.shape) === count ? reshape(values, [count]) : broadcast(reshape(values, []), [count])
    return reshape(scatter(null, reshape(positions, [count]), value, bins), shape)
  }
  return call('update', [target, positions, values], [CHANGES.indexOf(change)], dtype)
}

/** A copy of an array whose elements that a view of it selects (all are inside) are those of `values`, which has the view's shape. */
export function withPart(target: Node, { shape, strides, offset }: View, values: Node): Node {
  return update('set', target, counting(shape, strides, offset, placeType(sizeOf(target.shape))), values)
}
