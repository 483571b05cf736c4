import {
  ArgumentError,
  checkFits,
  type DType,
  DTypeError,
  isFloat,
  type Node,
  normalizeAxes,
  normalizeAxis,
  ShapeError,
  showShape,
} from '@weldarray/ir'
import { broadcast, cast } from '@weldarray/runtime'
import { spreadOut } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, Axes, WeakScalar } from '../types.js'

/*
 * Checks that take more than an argument by itself: its array's shape, or a dtype.
 */

/** NumPy takes axis 0 or -1 of a 0-d array for none (a number, not a list of them). */
const isScalarAxis = (axis: Axes | undefined, rank: number): boolean => rank === 0 && (axis === 0 || axis === -1)

/** The sorted axes a reduction goes over; `undefined` and `null` are all. Throws `AxisError`. */
export const reducedAxes = (what: string, axis: Axes | undefined, rank: number): number[] =>
  isScalarAxis(axis, rank) ? [] : normalizeAxes(what, axis, rank)

/** The axis of an array that 0-d arrays have too: they count as 1-d. Throws `AxisError`. */
export const axisOrFirst = (what: string, axis: number, rank: number): number =>
  normalizeAxis(what, axis, Math.max(rank, isScalarAxis(axis, rank) ? 1 : rank))

/**
 * A mask, broadcast to a shape. Lists may hold 0 and 1; arrays must be bool. Throws `DTypeError` and `ShapeError`.
 */
export function maskOf(what: string, x: ArrayInput): Node {
  const mask = toValue(what, x)
  if (mask.dtype !== 'bool' && !Array.isArray(x) && typeof x !== 'number')
    throw new DTypeError(`${what}: where is a mask of dtype ${mask.dtype}, expected bool: compare, or cast with astype('bool')`)
  return cast(mask, 'bool')
}

export const maskFor = (what: string, x: ArrayInput, shape: readonly number[]): Node => {
  const mask = maskOf(what, x)
  // Broadcasting one way only: a mask does not make the array larger.
  if (mask.shape.length > shape.length || mask.shape.some((n, i) => n !== 1 && n !== shape[shape.length - mask.shape.length + i]))
    throw new ShapeError(`${what}: a mask of shape ${showShape(mask.shape)} does not broadcast to ${showShape(shape)}`)
  return mask.shape.length === 0 ? spreadOut(mask, shape) : broadcast(mask, shape)
}

/**
 * A scalar as elements of `dtype` hold it. A whole number must fit an integer dtype (NumPy raises too); `same_kind` also
 * refuses fractions for integers, and numbers for bool. Throws `DTypeError`.
 */
export function checkScalar(what: string, x: WeakScalar, dtype: DType, casting: 'same_kind' | 'unsafe' = 'unsafe'): void {
  if (typeof x === 'boolean' || isFloat(dtype)) return
  const whole = typeof x === 'bigint' || Number.isInteger(x)
  if (whole && dtype !== 'bool') checkFits(what, dtype, BigInt(x))
  else if (casting === 'same_kind')
    throw new DTypeError(
      `${what}: the number ${x} cannot be stored as ${dtype} by the rule 'same_kind'; convert it first, or allow it with casting 'unsafe'`,
    )
}

/** Throws `ArgumentError` where two options are given of which one is expected. */
export function checkOneOf(what: string, options: object, first: string, second: string): void {
  const given = options as Record<string, unknown>
  if ((given[first] ?? null) !== null && (given[second] ?? null) !== null)
    throw new ArgumentError(`${what}: got both ${first} and ${second}, expected one of them`)
}

/** Checks the numbers of a list as `checkScalar` does; arrays of other dtypes wrap instead. */
export function checkList(what: string, x: unknown, dtype: DType): void {
  if (isFloat(dtype) || dtype === 'bool') return
  if (typeof x === 'number' || typeof x === 'bigint') checkScalar(what, x, dtype)
  else if (Array.isArray(x)) for (let i = 0; i < x.length; i++) checkList(what, x[i], dtype)
}
