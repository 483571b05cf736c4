import { type DType, isFloat, normalizeAxes, type ReduceOp, ShapeError, showShape, sizeOf, toDType } from '@weldarray/ir'
import { broadcast, cast, reduce, reshape, type Value } from '@weldarray/runtime'
import { write } from './destination.js'
import { toValue } from './operands.js'
import { filled, op, select, truth } from './pen.js'
import { type NdArray, wrap } from './seam.js'
import type { ArrayInput, Axes, ReduceOptions } from './types.js'

/** A reduction call with its options read: the operand's value, sorted axes, the mask of elements that count. */
export interface Reduction {
  readonly what: string
  readonly x: Value
  readonly axes: readonly number[]
  readonly keepdims: boolean
  readonly dtype: DType | undefined
  readonly ddof: number
  readonly mask: Value | undefined
  readonly out: NdArray | undefined
}

/** What reductions take after the array: an axis, axes, or options. */
export type ReduceArgument = Axes | ReduceOptions | undefined

const isOptions = (x: ReduceArgument): x is ReduceOptions => typeof x === 'object' && x !== null && !Array.isArray(x)

/** The options an argument stands for. */
export const reduceOptions = (argument: ReduceArgument): ReduceOptions => (isOptions(argument) ? argument : { axis: argument })

export function readReduction(what: string, a: ArrayInput, argument: ReduceArgument): Reduction {
  const x = toValue(what, a)
  const options = reduceOptions(argument)
  return {
    what,
    x,
    axes: normalizeAxes(what, options.axis, x.shape.length),
    keepdims: options.keepdims ?? false,
    dtype: options.dtype === undefined ? undefined : toDType(options.dtype),
    ddof: options.ddof ?? 0,
    mask: options.where === undefined ? undefined : broadcast(truth(toValue(what, options.where)), x.shape),
    out: options.out,
  }
}

/** The shape after reducing, the reduced axes kept with length 1. */
export const keptShape = (shape: readonly number[], axes: readonly number[]): number[] =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n))

/** How many elements go into each result. */
export const countOf = (shape: readonly number[], axes: readonly number[]): number =>
  axes.reduce((n, axis) => n * shape[axis]!, 1)

/** Spreads a reduced value over the shape it came from. */
export const spread = (reduced: Value, shape: readonly number[], axes: readonly number[]): Value =>
  broadcast(reshape(reduced, keptShape(shape, axes)), shape)

/** `otherwise` in place of the elements that do not count. */
export const counted = (r: Reduction, x: Value, otherwise: number): Value =>
  r.mask === undefined ? x : select(r.mask, x, otherwise)

/** The array a reduction returns: `keepdims` and `out` applied. */
export function finishReduction(r: Reduction, value: Value): NdArray {
  const shaped = r.keepdims ? reshape(value, keptShape(r.x.shape, r.axes)) : value
  return r.out === undefined ? wrap(shaped) : write(r.what, r.out, shaped)
}

/** float32 is summed and multiplied in float64: accurate to the last bit but one, whatever the length. */
export const accumulator = (dtype: DType): DType => (isFloat(dtype) ? 'float64' : dtype)

export function reduceIn(name: ReduceOp, x: Value, axes: readonly number[], dtype: DType): Value {
  const wide = cast(x, accumulator(dtype))
  return cast(reduce(name, wide, axes), dtype)
}

/** `any` and `all` of bool; of nothing, `empty`. */
export function reduceBool(name: 'min' | 'max', x: Value, axes: readonly number[], empty: 0 | 1): Value {
  if (sizeOf(x.shape) === 0)
    return filled(
      empty,
      'bool',
      x.shape.filter((_, i) => !axes.includes(i)),
    )
  return reduce(name, x, axes)
}

/** Throws `ShapeError` for a reduction that has no answer for no elements. */
export function needElements(what: string, x: Value, axes: readonly number[]): void {
  if (countOf(x.shape, axes) === 0)
    throw new ShapeError(
      `${what}: zero-size array of shape ${showShape(x.shape)} has no ${what}: the reduced axes must not be empty`,
    )
}

export const isnanOf = (x: Value): Value | null => (isFloat(x.dtype) ? op('isnan', x) : null)
