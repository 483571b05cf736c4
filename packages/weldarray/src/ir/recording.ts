import {
  ArgumentError,
  broadcastShapes,
  checkRank,
  type DType,
  didYouMean,
  isInside,
  isMapOp,
  type MapOp,
  mapOps,
  type Node,
  normalizeAxes,
  normalizeAxis,
  type ReduceOp,
  reduceOps,
  type Scalar,
  type Shape,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  toDType,
  type View,
} from '@weldarray/ir'
import * as runtime from '@weldarray/runtime'
import { describe } from '../numpy/arguments/kinds.js'
import { asItIs, handOut, recorded, recordedAll } from './recorded.js'

/*
 * Recording for other libraries: the runtime's own functions, behind checks of what a caller may get wrong.
 */

function checkReduction(what: string, op: ReduceOp): void {
  if (typeof op !== 'string' || !Object.hasOwn(reduceOps, op))
    throw new ArgumentError(
      `${what}: there is no reduction ${describe(op)}, expected one of ${Object.keys(reduceOps).join(', ')}`,
    )
}

function listOf(what: string, of: string, list: readonly number[]): number[] {
  if (!Array.isArray(list)) throw new ArgumentError(`${what}: ${of} is no list, expected a list of whole numbers`)
  return asItIs(list)
}

const axesOf = (what: string, axes: number | readonly number[]): number[] =>
  (typeof axes === 'number' ? [axes] : listOf(what, 'axes', axes)).map((axis) => axisOf(what, axis))

function axisOf(what: string, axis: number): number {
  if (typeof axis !== 'number') throw new ArgumentError(`${what}: an axis is ${describe(axis)}, expected a whole number`)
  return axis
}

function shapeOf(what: string, given: Shape): Shape {
  const shape = listOf(what, 'the shape', given)
  checkRank(what, shape.length)
  for (const n of shape)
    if (!Number.isInteger(n) || n < 0)
      throw new ShapeError(`${what}: a length of ${describe(n)} in the shape, expected whole numbers from 0 up`)
  return shape
}

function viewOf(what: string, view: View): View {
  if (typeof view !== 'object' || view === null)
    throw new ArgumentError(`${what}: got ${describe(view)}, expected a view: { shape, strides, offset }`)
  const shape = shapeOf(what, view.shape)
  const strides = listOf(what, 'strides', view.strides)
  const { offset } = view
  if (strides.length !== shape.length || !strides.every(Number.isInteger) || !Number.isInteger(offset))
    throw new ShapeError(
      `${what}: strides [${strides.map(describe)}] and offset ${describe(offset)} for shape ${showShape(shape)}, expected a whole number for each axis and one for the offset`,
    )
  return { shape, strides, offset }
}

/**
 * A constant: 0-d, and an operand of arrays of any shape. Plans do not know constants, so another value finds the same loops.
 * Throws `ArgumentError` for what is no number, `DTypeError`.
 * @param value converted to `dtype` as a typed array's store converts
 */
export function constant(value: Scalar, dtype: DType = typeof value === 'bigint' ? 'bigint64' : 'float64'): Node {
  if (typeof value !== 'number' && typeof value !== 'bigint')
    throw new ArgumentError(`constant: got ${describe(value)}, expected a number or a bigint`)
  return handOut(runtime.constant(value, toDType(dtype)))
}

/**
 * The affine function `offset + Σ i[k]·strides[k]` of the index, as float64; it takes no memory where it is fused.
 * Throws `ShapeError` where strides or offset are not whole numbers, or where they may add up to one that float64 does not hold.
 */
export function iota(view: View): Node {
  const counted = viewOf('iota', view)
  const reach = counted.shape.reduce((sum, n, k) => sum + Math.abs(n * counted.strides[k]!), Math.abs(counted.offset))
  if (!Number.isSafeInteger(reach))
    throw new ShapeError(`iota: its numbers reach to ±${reach}, expected sums that float64 holds, to ±${Number.MAX_SAFE_INTEGER}`)
  return handOut(runtime.iota(counted))
}

/**
 * An elementwise operation of the table `mapOps`. Operands have one dtype (`cast` them before) and one shape (`broadcast` them
 * before); constants have every shape. Throws `ArgumentError`, `DTypeError`, `ShapeError`.
 * @param dtype the dtype of the result of `cast`; the other operations tell theirs
 */
export function map(op: MapOp, args: readonly Node[], dtype?: DType): Node {
  if (typeof op !== 'string' || !isMapOp(op))
    throw new ArgumentError(
      `map: there is no operation ${describe(op)}.${typeof op === 'string' ? didYouMean(op, Object.keys(mapOps)) : ''}`,
    )
  return handOut(runtime.map(op, recordedAll(op, args), dtype === undefined ? undefined : toDType(dtype)))
}

/** `node` converted to `dtype`, as typed-array stores convert; itself where it has that dtype. Throws `ArgumentError`, `DTypeError`. */
export const cast = (node: Node, dtype: DType): Node => handOut(runtime.cast(recorded('cast', node), toDType(dtype)))

/**
 * Element `i` is element `offset + Σ i[k]·strides[k]` of `node` flattened in C order: slices, transposes, reversals. Nothing is
 * copied. Throws `ShapeError` for a view that leaves its source.
 */
export function view(node: Node, to: View): Node {
  recorded('view', node)
  const seen = viewOf('view', to)
  if (!isInside(seen, sizeOf(node.shape)))
    throw new ShapeError(
      `view: shape ${showShape(seen.shape)}, strides [${seen.strides}], offset ${seen.offset} leave the ${sizeOf(node.shape)} elements of shape ${showShape(node.shape)}`,
    )
  return handOut(runtime.view(node, seen))
}

/** The elements in C order in another shape of as many elements. Throws `ShapeError`. */
export function reshape(node: Node, shape: Shape): Node {
  recorded('reshape', node)
  const to = shapeOf('reshape', shape)
  if (sizeOf(to) !== sizeOf(node.shape))
    throw new ShapeError(
      `reshape: shape ${showShape(node.shape)} has ${sizeOf(node.shape)} elements, ${showShape(to)} has ${sizeOf(to)}`,
    )
  return handOut(runtime.reshape(node, to))
}

/** `node` repeated to `shape` by NumPy's rule, without copies; a constant fills it. Throws `ShapeError` where it does not fit. */
export function broadcast(node: Node, shape: Shape): Node {
  recorded('broadcast', node)
  const to = shapeOf('broadcast', shape)
  if (!sameShape(broadcastShapes('broadcast', node.shape, to), to))
    throw new ShapeError(`broadcast: shape ${showShape(node.shape)} does not broadcast to ${showShape(to)}`)
  if (node.kind === 'const') return handOut(runtime.view(node, { shape: to, strides: to.map(() => 0), offset: 0 }))
  return handOut(runtime.broadcast(node, to))
}

/**
 * A reduction of the table `reduceOps` over `axes` (all of them where none are given), which are gone from the shape; the dtype is
 * the operand's, so that a sum that needs more range is a sum of a `cast`. The order of combination is fixed: the bits do not depend
 * on threads or on what it is fused with. Throws `ArgumentError`, `DTypeError`, `AxisError`, and `ShapeError` for an extreme of nothing.
 */
export function reduce(op: ReduceOp, node: Node, axes?: number | readonly number[]): Node {
  checkReduction('reduce', op)
  recorded(op, node)
  const over = axes === undefined ? undefined : axesOf(op, axes)
  return handOut(runtime.reduce(op, node, normalizeAxes(op, over, node.shape.length)))
}

/**
 * What the elements along an axis come to, one after the other, by a reduction of the table `reduceOps`; dtype and shape are the operand's. A loop
 * computes it with what it is of and what is computed of it; the order of combination is fixed. Throws `ArgumentError`, `AxisError`, `DTypeError`.
 */
export function scan(op: ReduceOp, node: Node, axis: number): Node {
  checkReduction('scan', op)
  recorded('scan', node)
  return handOut(runtime.scan(op, node, normalizeAxis('scan', axisOf('scan', axis), node.shape.length)))
}

/**
 * For each of `bins` bins, the sum from zero of the values whose index tells it. `index` is 1-d (`int32`, 64-bit integers, or whole `float64`),
 * `value` as long or a constant, of any dtype but bool; both are computed in the loop that adds. The order of additions follows from the
 * lengths. Throws `DTypeError`, `ShapeError`; an index outside is an `IndexError` when somebody looks.
 */
export function scatter(index: Node, value: Node, bins: number): Node {
  recordedAll('scatter', [index, value])
  if (!Number.isSafeInteger(bins) || bins < 0)
    throw new ShapeError(`scatter: got ${typeof bins === 'number' ? bins : typeof bins} bins, expected a whole number from 0 up`)
  return handOut(runtime.scatter('scatter', index, value, bins))
}
