import { isFloat, sameShape } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { dtypeOf, type NdArray, type Untyped } from '../operands/arrays.js'
import { isWeak } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { absolute, add, equal, isfinite, isnan, less_equal, logical_and, logical_or, multiply, subtract } from './functions.js'

/** What tells how close is close. */
type ClosenessRest = Rest<[rtol: ArrayInput, atol: ArrayInput, equal_nan: boolean], Closeness>

export interface Closeness {
  /** Difference allowed relative to the second operand (1e-5). */
  rtol?: ArrayInput
  /** Difference allowed besides (1e-8). */
  atol?: ArrayInput
  /** Whether NaN is close to NaN (false). */
  equal_nan?: boolean
}

/** Of integers float64, in which no difference wraps. */
const floating = (x: ArrayInput): Untyped => {
  const array = arrayOf('isclose', x)
  return isFloat(dtypeOf(array)) ? array : array.astype('float64')
}

/**
 * Where two arrays, broadcast, differ by at most `atol + rtol·|b|`; infinities of one sign are close. Lazy. NumPy's
 * `numpy.isclose`.
 * @example
 * np.isclose([1, 2], [1 + 1e-9, 2.1]) // array([ True, False])
 */
export const isclose = declare(
  'isclose(a: array, b: array, {rtol?: array, atol?: array, equal_nan?: flag})',
  (a: ArrayInput, b: ArrayInput, ...rest: ClosenessRest): NdArray<'bool'> => {
    const { rtol = 1e-5, atol = 1e-8, equal_nan = false } = optionsOf<Closeness>(rest)
    const y = isWeak(b) ? b : floating(b)
    const x = isWeak(b) && !isWeak(a) ? floating(a) : a
    const margin = [rtol, atol, b].every(isWeak)
      ? Number(atol) + Number(rtol) * Math.abs(Number(b))
      : add(atol, multiply(rtol, absolute(y)))
    const near = logical_and(less_equal(absolute(subtract(x, y)), margin), isfinite(y))
    const same = logical_or(near, equal(x, y))
    return equal_nan ? logical_or(same, logical_and(isnan(x), isnan(y))) : same
  },
)

/**
 * Whether all elements are close. Evaluates. NumPy's `numpy.allclose`.
 * @example
 * np.allclose([1, 2], [1, 2 + 1e-9]) // true
 */
export const allclose = declare(
  'allclose(a: array, b: array, {rtol?: array, atol?: array, equal_nan?: flag})',
  (a: ArrayInput, b: ArrayInput, ...rest: ClosenessRest): boolean => all(isclose(a, b, optionsOf<Closeness>(rest))),
)

/**
 * Whether two arrays have one shape and equal elements; `equal_nan`: NaN equals NaN. Evaluates. NumPy's `numpy.array_equal`.
 * @example
 * np.array_equal([1, 2], [1, 2]) // true
 */
export const array_equal = declare(
  'array_equal(a1: array, a2: array, {equal_nan?: flag})',
  (a: ArrayInput, b: ArrayInput, ...rest: Rest<[equal_nan: boolean], { equal_nan?: boolean }>): boolean => {
    const { equal_nan = false } = optionsOf<{ equal_nan?: boolean }>(rest)
    const [x, y] = [arrayOf('array_equal', a), arrayOf('array_equal', b)]
    if (!sameShape(x.shape, y.shape)) return false
    const same = equal(x, y)
    return all(equal_nan ? logical_or(same, logical_and(isnan(x), isnan(y))) : same)
  },
)
