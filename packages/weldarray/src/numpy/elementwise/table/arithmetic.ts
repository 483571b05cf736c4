import type { Node } from '@weldarray/ir'

import { op, select } from '../../operands/expressions.js'
import { power } from '../power.js'
import type { Row } from '../ufunc.js'
import { binary, isSigned, named, unary } from './builders.js'

/** C's remainder, which has the sign of the dividend; from the floored one, which is exact and has the divisor's. */
function truncatedRemainder(x: Node, y: Node): Node {
  const r = op('floorrem', x, y)
  if (!isSigned(x)) return r
  const crossed = op('and', op('ne', r, 0), op('xor', op('lt', x, 0), op('lt', y, 0)))
  return select(crossed, op('sub', r, y), r)
}

/** 1/x in integers: 0 but for 1 and -1 (and 0, where NumPy's answer is the machine's). */
function integerReciprocal(x: Node): Node {
  const one = op('eq', x, 1)
  const unit = isSigned(x) ? op('or', one, op('eq', x, -1)) : one
  return select(unit, x, 0)
}

const rounded = { int: 'same', bool: 'same' }

/** Degrees and radians: one multiplication by the ratio, as NumPy's C code has it. */
const scaled =
  (ratio: number, narrow: number) =>
  (x: Node): Node =>
    op('mul', x, x.dtype === 'float32' ? narrow : ratio)

const f = Math.fround
const PI32 = f(Math.PI)

export const arithmetic = {
  /**
   * The sum of `x` and `y`; of bools, or.
   * @example np.add([1, 2], [10, 20]) // array([11., 22.])
   */
  add: binary('arithmetic', 'add', { method: 'add', bool: 'or' }),
  /**
   * `x` less `y`. Not defined for bool: `logical_xor` is.
   * @example np.subtract([10, 20], [1, 2]) // array([ 9., 18.])
   */
  subtract: binary('arithmetic', 'sub', { method: 'sub' }),
  /**
   * The product of `x` and `y`; of bools, and.
   * @example np.multiply([1, 2, 3], 10) // array([10., 20., 30.])
   */
  multiply: binary('arithmetic', 'mul', { method: 'mul', bool: 'and' }),
  /**
   * `x` divided by `y`: integers give fractions, division by zero gives infinities and NaN.
   * @example np.divide([1, -1, 0], 0) // array([ inf, -inf,  nan])
   */
  divide: binary('divide', 'div', { method: 'div' }),
  /**
   * The largest whole number not above `x / y`. Integers divided by zero are 0, as in NumPy.
   * @example np.floor_divide([7, -7], 2) // array([ 3., -4.])
   */
  floor_divide: binary('small', 'floor_divide'),
  /**
   * What is left of `x` by `floor_divide`, with the sign of `y`.
   * @example np.remainder([7, -7], 3) // array([1., 2.])
   */
  remainder: binary('small', 'remainder', { method: 'mod' }),
  /**
   * What is left of `x` by division, with the sign of `x`, as C and JavaScript's `%` have it.
   * @example np.fmod([7, -7], 3) // array([ 1., -1.])
   */
  fmod: binary('small', 'fmod', { int: truncatedRemainder }),
  /**
   * `x` to the power of `y`. Integers to negative integers throw, as in NumPy.
   * @example np.power([1, 2, 3], 2) // array([1., 4., 9.])
   */
  power: named('small', 'pow', power),
  /**
   * `-x`; unsigned integers wrap. Not defined for bool: `logical_not` is.
   * @example np.negative([1, -2]) // array([-1.,  2.])
   */
  negative: unary('arithmetic', 'neg', { method: 'neg' }),
  /**
   * `x` itself, as a new array. Not defined for bool.
   * @example np.positive([1, -2]) // array([ 1., -2.])
   */
  positive: unary('arithmetic', 'same'),
  /**
   * The distance of `x` from zero.
   * @example np.absolute([-1.5, 2]) // array([1.5, 2. ])
   */
  absolute: unary('arithmetic', 'abs', { method: 'abs', bool: 'same' }),
  /**
   * The distance of `x` from zero, computed in floating numbers.
   * @example np.fabs([-1, 2]) // array([1., 2.])
   */
  fabs: unary('float', 'abs'),
  /**
   * `x` times `x`.
   * @example np.square([1, 2, 3]) // array([1., 4., 9.])
   */
  square: unary('small', 'square', { method: 'square' }),
  /**
   * The square root; NaN of negative numbers.
   * @example np.sqrt([4, 9, -1]) // array([ 2.,  3., nan])
   */
  sqrt: unary('float', 'sqrt', { method: 'sqrt' }),
  /**
   * The cube root, of negative numbers too.
   * @example np.cbrt([8, -27]) // array([ 2., -3.])
   */
  cbrt: unary('float', 'cbrt', { method: 'cbrt' }),
  /**
   * `1 / x`; in integers 0 but for 1 and -1.
   * @example np.reciprocal([2, 4]) // array([0.5 , 0.25])
   */
  reciprocal: unary('small', 'reciprocal', { method: 'reciprocal', int: integerReciprocal }),
  /**
   * -1, 0 or 1 as `x` is below, at or above zero; NaN of NaN. Not defined for bool.
   * @example np.sign([-3, 0, 5]) // array([-1.,  0.,  1.])
   */
  sign: unary('arithmetic', 'sign', { method: 'sign' }),
  /**
   * The largest whole number not above `x`; integers stay as they are.
   * @example np.floor([1.7, -1.7]) // array([ 1., -2.])
   */
  floor: unary('arithmetic', 'floor', { method: 'floor', ...rounded }),
  /**
   * The smallest whole number not below `x`; integers stay as they are.
   * @example np.ceil([1.2, -1.2]) // array([ 2., -1.])
   */
  ceil: unary('arithmetic', 'ceil', { method: 'ceil', ...rounded }),
  /**
   * `x` without its fraction; integers stay as they are.
   * @example np.trunc([1.7, -1.7]) // array([ 1., -1.])
   */
  trunc: unary('arithmetic', 'trunc', { method: 'trunc', ...rounded }),
  /**
   * The nearest whole number, halves to the even one.
   * @example np.rint([0.5, 1.5, 2.4]) // array([0., 2., 2.])
   */
  rint: unary('float', 'nearest'),
  /**
   * The smaller of `x` and `y`; NaN where one is NaN.
   * @example np.minimum([1, 5], [3, 2]) // array([1., 2.])
   */
  minimum: binary('any', 'minimum', { method: 'minimum' }),
  /**
   * The larger of `x` and `y`; NaN where one is NaN.
   * @example np.maximum([1, NaN], 2) // array([ 2., nan])
   */
  maximum: binary('any', 'maximum', { method: 'maximum' }),
  /**
   * The smaller of `x` and `y`; of NaN and a number, the number.
   * @example np.fmin([1, NaN], 2) // array([1., 2.])
   */
  fmin: binary('any', 'fmin'),
  /**
   * The larger of `x` and `y`; of NaN and a number, the number.
   * @example np.fmax([1, NaN], 2) // array([2., 2.])
   */
  fmax: binary('any', 'fmax'),
  /**
   * `x` with the sign of `y`.
   * @example np.copysign([1, 2], -0) // array([-1., -2.])
   */
  copysign: binary('float', 'copysign'),
  /**
   * Radians as degrees.
   * @example np.degrees([0, Math.PI]) // array([  0., 180.])
   */
  degrees: unary('float', scaled(180 / Math.PI, f(180 / PI32))),
  /**
   * Degrees as radians.
   * @example np.radians([0, 180]) // array([0.        , 3.14159265])
   */
  radians: unary('float', scaled(Math.PI / 180, f(PI32 / 180))),
} satisfies Record<string, Row>
