import type { NdArray } from '../operands/seam.js'
import type { ArrayInput, UfuncOptions } from '../types.js'
import { table } from './table/index.js'
import { call, type Row } from './ufunc.js'

/** A function of one array, element by element: the result has the operand's shape. */
export type Unary = (x: ArrayInput, options?: UfuncOptions | NdArray) => NdArray
/** A function of two arrays whose shapes broadcast. Throws `ShapeError` when they do not, `DTypeError` for dtypes without a loop. */
export type Binary = (x: ArrayInput, y: ArrayInput, options?: UfuncOptions | NdArray) => NdArray

type Functions = { readonly [K in keyof typeof table]: (typeof table)[K]['arity'] extends 1 ? Unary : Binary }

const make = (name: string, row: Row): Unary | Binary =>
  row.arity === 1
    ? (x: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) => call(name, row, [x], options, more)
    : (x: ArrayInput, y: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) =>
        call(name, row, [x, y], options, more)

const functions = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, make(name, row)])) as unknown as Functions

/** Arithmetic, with NumPy's promotion and wrapping integers. */
export const { add, subtract, multiply, divide, floor_divide, remainder, fmod, power, negative, positive, absolute, fabs } =
  functions
export const { square, sqrt, cbrt, reciprocal, sign, floor, ceil, trunc, rint, copysign, degrees, radians } = functions
/** NaN propagates through `minimum` and `maximum`; `fmin` and `fmax` ignore it. */
export const { minimum, maximum, fmin, fmax } = functions

export const { exp, exp2, expm1, log, log2, log10, log1p, sin, cos, tan, arcsin, arccos, arctan, arctan2 } = functions
export const { sinh, cosh, tanh, arcsinh, arccosh, arctanh, erf, erfc, hypot } = functions

/** Comparisons give bool; integers are compared exactly, whatever their dtypes. */
export const { less, less_equal, greater, greater_equal, equal, not_equal } = functions
export const { logical_and, logical_or, logical_xor, logical_not, isnan, isinf, isfinite, signbit } = functions
export const { bitwise_and, bitwise_or, bitwise_xor, invert, left_shift, right_shift } = functions

// NumPy's other names for them.
export {
  absolute as abs,
  arccos as acos,
  arccosh as acosh,
  arcsin as asin,
  arcsinh as asinh,
  arctan as atan,
  arctan2 as atan2,
  arctanh as atanh,
  degrees as rad2deg,
  divide as true_divide,
  invert as bitwise_invert,
  invert as bitwise_not,
  left_shift as bitwise_left_shift,
  power as pow,
  radians as deg2rad,
  remainder as mod,
  right_shift as bitwise_right_shift,
  trunc as fix,
}
