import {
  type DType,
  isFloat,
  type Node,
  promoteTypes,
  type ReduceOp,
  ShapeError,
  showShape,
  sizeOf,
  toDType,
} from '@weldarray/ir'
import { broadcast, cast, constant, reduce, reshape } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import { checkOneOf, checkScalar, maskFor, reducedAxes } from '../arguments/checks.js'
import { dtypeOf, type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { filled, op, select } from '../operands/expressions.js'
import { scalarOf, toValue } from '../operands/operands.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions, WeakScalar } from '../types.js'

/** A reduction call with its options read: the operand's value, sorted axes, the mask of elements that count. */
export interface Reduction {
  readonly what: string
  readonly x: Node
  readonly axes: readonly number[]
  readonly keepdims: boolean
  readonly dtype: DType | undefined
  readonly ddof: number
  /** The mean, where it is known. */
  readonly mean: Node | undefined
  readonly mask: Node | undefined
  readonly out: NdArray<AnyDType> | undefined
  readonly initial: WeakScalar | undefined
}

/** What reductions take after the array: an axis, axes, or options. */
export type ReduceArgument<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> = Axes | ReduceOptions<T, O> | undefined

/** `ddof`, or by the array API standard's name. */
function divisorsLess(what: string, options: ReduceOptions): number {
  checkOneOf(what, options, 'ddof', 'correction')
  return options.correction ?? options.ddof ?? 0
}

/** A reduction's arguments, as its declaration has read them. */
export function readReduction(what: string, a: ArrayInput, axis: Axes | undefined, options: ReduceOptions = {}): Reduction {
  const x = toValue(what, a)
  return {
    what,
    x,
    axes: reducedAxes(what, axis, x.shape.length),
    keepdims: options.keepdims ?? false,
    dtype: options.dtype === undefined ? undefined : toDType(options.dtype),
    ddof: divisorsLess(what, options),
    mean: options.mean === undefined ? undefined : toValue(what, options.mean),
    mask: options.where === undefined ? undefined : maskFor(what, options.where, x.shape),
    out: options.out,
    initial: options.initial,
  }
}

/** The shape after reducing, the reduced axes kept with length 1. */
export const keptShape = (shape: readonly number[], axes: readonly number[]): number[] =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n))

/** How many elements go into each result. */
export const countOf = (shape: readonly number[], axes: readonly number[]): number =>
  axes.reduce((n, axis) => n * shape[axis]!, 1)

/** Spreads a reduced value over the shape it came from. */
export const spread = (reduced: Node, shape: readonly number[], axes: readonly number[]): Node =>
  broadcast(reshape(reduced, keptShape(shape, axes)), shape)

/** `otherwise` in place of the elements that do not count. */
export const counted = (r: Reduction, x: Node, otherwise: number | Node): Node =>
  r.mask === undefined ? x : select(r.mask, x, otherwise)

/** The array a reduction returns: `keepdims` and `out` applied. */
export function finishReduction(r: Reduction, value: Node): Untyped {
  const shaped = r.keepdims ? reshape(value, keptShape(r.x.shape, r.axes)) : value
  return r.out === undefined ? wrap(shaped) : into(r.what, r.out, shaped)
}

/** `initial` as the reduction's dtype holds it. Throws `DTypeError` for a whole number beyond it. */
export function initialOf(r: Reduction, dtype: DType): Node | undefined {
  if (r.initial === undefined) return undefined
  checkScalar(r.what, r.initial, dtype)
  return constant(scalarOf(r.initial), dtype)
}

/** NumPy's rule for sums and products: without a dtype, that in which the elements meet the array they go to. */
export const typeWithOut = (own: DType, out: NdArray<AnyDType> | undefined): DType | undefined =>
  out === undefined ? undefined : promoteTypes(own, dtypeOf(out))

/** And whatever they are, they go there. */
export const asOut = (value: Node, out: NdArray<AnyDType> | undefined): Node =>
  out === undefined ? value : cast(value, dtypeOf(out))

/** float32 is summed and multiplied in float64: accurate to the last bit but one, whatever the length. */
export const accumulator = (dtype: DType): DType => (isFloat(dtype) ? 'float64' : dtype)

export function reduceIn(name: ReduceOp, x: Node, axes: readonly number[], dtype: DType): Node {
  const wide = cast(x, accumulator(dtype))
  return cast(reduce(name, wide, axes), dtype)
}

/** `any` and `all` of bool; of nothing, `empty`. */
export function reduceBool(name: 'min' | 'max', x: Node, axes: readonly number[], empty: 0 | 1): Node {
  if (sizeOf(x.shape) === 0)
    return filled(
      empty,
      'bool',
      x.shape.filter((_, i) => !axes.includes(i)),
    )
  return reduce(name, x, axes)
}

/** Throws `ShapeError` for a reduction that has no answer for no elements. */
export function needElements(what: string, x: Node, axes: readonly number[]): void {
  if (countOf(x.shape, axes) === 0)
    throw new ShapeError(
      `${what}: zero-size array of shape ${showShape(x.shape)} has no ${what}: the reduced axes must not be empty`,
    )
}

export const isnanOf = (x: Node): Node | null => (isFloat(x.dtype) ? op('isnan', x) : null)
