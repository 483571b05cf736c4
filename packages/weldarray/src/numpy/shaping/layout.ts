import {
  AxisError,
  broadcastShapes,
  broadcastView,
  checkRank,
  isContiguous,
  normalizeAxes,
  normalizeAxis,
  ShapeError,
  sameShape,
  showShape,
  toDType,
  ValueError,
} from '@weldarray/ir'
import { cast, reshape as reshapeValue } from '@weldarray/runtime'
import { orderOf } from '../../array/axis-order.js'
import type { Named, Same } from '../../types/dtype-of.js'
import { reducedAxes } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { shapeOf } from '../creation/creation.js'
import { type SlicePart, sliceView } from '../indexing/slicing.js'
import { isNdArray, type NdArray, sharing, type Untyped, valueOf, viewOf, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, Axes, DTypeName } from '../types.js'
import { reshapeStrides, resolveShape } from './reshaping.js'

/*
 * Other shapes of the same elements. Results share the array's memory (writes through one are seen through the other)
 * except where a docstring says that it copies; typed arrays and nested arrays are copied first.
 */

/** `a` itself if it is an array of this library, else a new one with its elements. */
export const arrayOf = (what: string, a: ArrayInput): Untyped => (isNdArray(a) ? a : wrap(toValue(what, a)))

/** In which order elements are told: the last index changes first (`C`), the first one (`F`), or as they lie in memory (`A`). */
export type Order = 'C' | 'F' | 'A'
export interface OrderOption {
  order?: Order
}

/** As `Order`, and by how far axes step in memory (`K`). */
export type OrderOrSteps = Order | 'K'
interface StepsOption {
  order?: OrderOrSteps
}
export type StepsRest = Rest<[order: OrderOrSteps], StepsOption>

/** The array with its axes in the order in which its elements are to be told. */
function toldBy(x: NdArray, order: OrderOrSteps | undefined): Untyped {
  if (order !== 'K') return inColumns(x, order) ? transpose(x) : (x as Untyped)
  const { strides } = viewOf(x)
  const axes = strides.map((_, i) => i).sort((i, j) => Math.abs(strides[j]!) - Math.abs(strides[i]!))
  return permuted(x, axes)
}

/** Whether elements are to be told column by column. */
export function inColumns(x: NdArray, order: Order | undefined): boolean {
  if (order !== 'A') return order === 'F'
  const { shape, strides } = viewOf(x)
  return (
    !isContiguous({ shape, strides, offset: 0 }) &&
    isContiguous({ shape: [...shape].reverse(), strides: [...strides].reverse(), offset: 0 })
  )
}

interface ReshapeOptions extends OrderOption {
  copy?: boolean | null
}

/**
 * The array in another shape; one length may be -1. Copies when the elements are not evenly spaced. Throws `ShapeError`.
 * NumPy's `numpy.reshape`.
 * @example
 * np.reshape([1, 2, 3, 4], [2, -1])
 * // array([[1., 2.],
 * //        [3., 4.]])
 */
export const reshape = declare(
  'reshape(a: array, shape: integers, {order?: "C"|"F"|"A", *, copy?: flag|null})',
  <X extends ArrayInput>(a: X, shape: number | readonly number[], ...rest: Rest<[order: Order], ReshapeOptions>): Same<X> => {
    const { order, copy: asked = null } = optionsOf<ReshapeOptions>(rest)
    const x = arrayOf('reshape', a)
    if (inColumns(x, order)) {
      const to = resolveShape('reshape', typeof shape === 'number' ? [shape] : shape, Array.from(x.shape))
      return transpose(reshape(transpose(x), to.reverse(), { copy: asked }))
    }
    const view = viewOf(x)
    const to = resolveShape('reshape', typeof shape === 'number' ? [shape] : shape, view.shape)
    const strides = reshapeStrides(view, to)
    if (asked === false && (strides === null || !isNdArray(a)))
      throw new ValueError(`reshape: shape ${showShape(view.shape)} becomes ${showShape(to)} by a copy alone, and copy is false`)
    if (asked === true) return wrap(reshapeValue(valueOf(x), to))
    return strides === null ? wrap(reshapeValue(valueOf(x), to)) : sharing(x, { shape: to, strides, offset: view.offset })
  },
)

/**
 * The elements in C order, 1-d: a view of an array that has them so, else a copy (NumPy's rule; `reshape` shares wherever
 * strides can do it). NumPy's `numpy.ravel`.
 * @example
 * np.ravel([[1, 2], [3, 4]]) // array([1., 2., 3., 4.])
 */
export const ravel = declare(
  'ravel(a: array, {order?: "C"|"F"|"A"|"K"})',
  <X extends ArrayInput>(a: X, ...rest: StepsRest): Same<X> => {
    const x = toldBy(arrayOf('ravel', a), optionsOf<StepsOption>(rest).order)
    return isContiguous(viewOf(x)) ? reshape(x, [x.size]) : flatten(x)
  },
)

/**
 * A 1-d copy of the elements in C order.
 * @example
 * np.flatten([[1, 2], [3, 4]]) // array([1., 2., 3., 4.])
 */
export const flatten = declare(
  'flatten(a: array, {order?: "C"|"F"|"A"|"K"})',
  <X extends ArrayInput>(a: X, ...rest: StepsRest): Same<X> => {
    const value = valueOf(toldBy(arrayOf('flatten', a), optionsOf<StepsOption>(rest).order))
    return wrap(reshapeValue(value, resolveShape('flatten', [value.shape.reduce((n, d) => n * d, 1)], value.shape)))
  },
)

/** The part that NumPy's slice notation selects: `slice(a, '1:-1, ::2')` or a part per axis. Throws `IndexError`. */
export function slice(a: ArrayInput, ...spec: SlicePart[]): Untyped {
  const x = arrayOf('slice', a)
  return sharing(x, sliceView(viewOf(x), spec))
}

const permuted = (x: NdArray, axes: readonly number[]): Untyped => {
  const view = viewOf(x)
  return sharing(x, { shape: axes.map((i) => view.shape[i]!), strides: axes.map((i) => view.strides[i]!), offset: view.offset })
}

/**
 * The axes in another order; without `axes` reversed. Throws `AxisError` unless each axis is named once. NumPy's
 * `numpy.transpose`.
 * @example
 * np.transpose([[1, 2, 3], [4, 5, 6]])
 * // array([[1., 4.],
 * //        [2., 5.],
 * //        [3., 6.]])
 */
export const transpose = declare(
  'transpose(a: array, {axes?: list|null})',
  <X extends ArrayInput>(a: X, ...rest: Rest<[axes: readonly number[] | null], { axes?: readonly number[] | null }>): Same<X> => {
    const { axes = null } = optionsOf<{ axes?: readonly number[] | null }>(rest)
    const x = arrayOf('transpose', a)
    const rank = x.shape.length
    return permuted(x, axes === null ? Array.from({ length: rank }, (_, i) => rank - 1 - i) : orderOf(axes, rank))
  },
)

/**
 * Two axes exchanged. NumPy's `numpy.swapaxes`.
 * @example
 * np.swapaxes(np.zeros([2, 3]), 0, 1).shape // [ 3, 2 ]
 */
export const swapaxes = declare(
  'swapaxes(a: array, axis1: integer, axis2: integer)',
  <X extends ArrayInput>(a: X, first: number, second: number): Same<X> => {
    const x = arrayOf('swapaxes', a)
    const rank = x.shape.length
    const [i, j] = [normalizeAxis('swapaxes', first, rank), normalizeAxis('swapaxes', second, rank)]
    return permuted(
      x,
      Array.from({ length: rank }, (_, k) => (k === i ? j : k === j ? i : k)),
    )
  },
)

/**
 * Axes moved to other places; the rest keeps its order. NumPy's `numpy.moveaxis`.
 * @example
 * np.moveaxis(np.zeros([2, 3, 4]), 0, -1).shape // [ 3, 4, 2 ]
 */
export const moveaxis = declare(
  'moveaxis(a: array, source: integers, destination: integers)',
  <X extends ArrayInput>(a: X, source: number | readonly number[], destination: number | readonly number[]): Same<X> => {
    const x = arrayOf('moveaxis', a)
    const rank = x.shape.length
    const list = (s: number | readonly number[]): number[] =>
      (typeof s === 'number' ? [s] : [...s]).map((i) => normalizeAxis('moveaxis', i, rank))
    const [from, to] = [list(source), list(destination)]
    if (from.length !== to.length)
      throw new AxisError(`moveaxis: ${from.length} source axes and ${to.length} destinations, expected as many of both`)
    normalizeAxes('moveaxis', from, rank)
    normalizeAxes('moveaxis', to, rank)
    const order = Array.from({ length: rank }, (_, i) => i).filter((i) => !from.includes(i))
    for (const k of to.map((_, i) => i).sort((p, q) => to[p]! - to[q]!)) order.splice(to[k]!, 0, from[k]!)
    return permuted(x, order)
  },
)

/**
 * A copy in another dtype; converts as typed-array stores do (float to integer truncates and wraps). Lazy. NumPy's
 * `numpy.astype`.
 * @example
 * np.astype([1.7, -1.7], 'int32') // array([ 1, -1], dtype=int32)
 */
export const astype = declare(
  'astype(x: array, dtype: dtype, {*, copy?: flag, device?: "cpu"|null})',
  <T extends DTypeName>(a: ArrayInput, dtype: T, options: { copy?: boolean; device?: 'cpu' | null } = {}): NdArray<Named<T>> => {
    const to = toDType(dtype)
    if (options.copy === false && isNdArray(a) && (a.dtype as string) === to) return a as Untyped
    return wrap(cast(toValue('astype', a), to))
  },
)

/**
 * A copy. Lazy: elements are copied when either array is written. NumPy's `numpy.copy`.
 * @example
 * np.copy([1, 2]) // array([1., 2.])
 */
export const copy = declare('copy(a: array)', <X extends ArrayInput>(a: X): Same<X> => wrap(toValue('copy', a)))

export { permuted }

/*
 * Axes added, taken away, turned and repeated: views of the same elements.
 */

/**
 * The array repeated to a larger shape, without copying: its elements show several times. Throws `ShapeError`. NumPy's
 * `numpy.broadcast_to`.
 * @example
 * np.broadcast_to([1, 2], [2, 2])
 * // array([[1., 2.],
 * //        [1., 2.]])
 */
export const broadcast_to = declare(
  'broadcast_to(array: array, shape: integers)',
  <X extends ArrayInput>(a: X, shape: number | readonly number[]): Same<X> => {
    const x = arrayOf('broadcast_to', a)
    const view = viewOf(x)
    const to = shapeOf('broadcast_to', shape)
    if (!sameShape(broadcastShapes('broadcast_to', view.shape, to), to))
      throw new ShapeError(`broadcast_to: shape ${showShape(view.shape)} does not broadcast to ${showShape(to)}`)
    const lead = to.length - view.shape.length
    const still = broadcastView(view.shape, to).strides
    return sharing(x, { shape: to, strides: still.map((s, i) => (s === 0 ? 0 : view.strides[i - lead]!)), offset: view.offset })
  },
)

/**
 * Without axes of length 1: all of them, or those given. Throws `ShapeError` for an axis of another length. NumPy's
 * `numpy.squeeze`.
 * @example
 * np.squeeze([[[1], [2]]]) // array([1., 2.])
 */
export const squeeze = declare(
  'squeeze(a: array, {axis?: integers|null})',
  <X extends ArrayInput>(a: X, ...rest: Rest<[axis: Axes], { axis?: Axes }>): Same<X> => {
    const { axis = null } = optionsOf<{ axis?: Axes }>(rest)
    const x = arrayOf('squeeze', a)
    const { shape, strides, offset } = viewOf(x)
    const given = axis === null ? null : reducedAxes('squeeze', axis, shape.length)
    for (const i of given ?? []) if (shape[i] !== 1) throw new ShapeError(`squeeze: axis ${i} has length ${shape[i]}, expected 1`)
    const kept = shape.map((_, i) => i).filter((i) => (given === null ? shape[i] !== 1 : !given.includes(i)))
    return sharing(x, { shape: kept.map((i) => shape[i]!), strides: kept.map((i) => strides[i]!), offset })
  },
)

/**
 * With new axes of length 1 at the places they have in the result. NumPy's `numpy.expand_dims`.
 * @example
 * np.expand_dims([1, 2], 0) // array([[1., 2.]])
 */
export const expand_dims = declare(
  'expand_dims(a: array, axis: integers)',
  <X extends ArrayInput>(a: X, axis: number | readonly number[]): Same<X> => {
    const x = arrayOf('expand_dims', a)
    const { shape, strides, offset } = viewOf(x)
    const places = typeof axis === 'number' ? [axis] : axis
    checkRank('expand_dims', shape.length + places.length)
    const fresh = new Set(normalizeAxes('expand_dims', places, shape.length + places.length))
    let from = 0
    const order = Array.from({ length: shape.length + fresh.size }, (_, i) => (fresh.has(i) ? -1 : from++))
    return sharing(x, {
      shape: order.map((i) => (i < 0 ? 1 : shape[i]!)),
      strides: order.map((i) => (i < 0 ? 0 : strides[i]!)),
      offset,
    })
  },
)
