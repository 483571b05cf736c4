/*
 * The elementwise functions: made from the rows in table/, under NumPy's names and its other names for them.
 */
export * from './elementwise.generated.js'
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
} from './elementwise.generated.js'
export type { Binary, Unary } from './from-rows.js'
