import type { Row } from '../ufunc.js'
import { binary, type Of, unary } from './builders.js'

/** Elementary functions: computed in float32 for float32 (and integers of up to 16 bits), else in float64. */
const f = (op: string, method?: string): Of<1, 'float'> => unary('float', op, method === undefined ? {} : { method })

export const elementary = {
  /**
   * e to the power of `x`.
   * @example np.exp([0, 1]) // array([1.        , 2.71828183])
   */
  exp: f('exp', 'exp'),
  /**
   * 2 to the power of `x`.
   * @example np.exp2([0, 1, 10]) // array([1.000e+00, 2.000e+00, 1.024e+03])
   */
  exp2: f('exp2'),
  /**
   * `exp(x) - 1`, exact near zero.
   * @example np.expm1([0, 1e-10]) // array([0.e+00, 1.e-10])
   */
  expm1: f('expm1', 'expm1'),
  /**
   * The natural logarithm; -inf of 0, NaN of negative numbers.
   * @example np.log([1, Math.E, 0]) // array([  0.,   1., -inf])
   */
  log: f('log', 'log'),
  /**
   * The logarithm to base 2.
   * @example np.log2([1, 8]) // array([0., 3.])
   */
  log2: f('log2', 'log2'),
  /**
   * The logarithm to base 10.
   * @example np.log10([1, 1000]) // array([0., 3.])
   */
  log10: f('log10', 'log10'),
  /**
   * `log(1 + x)`, exact near zero.
   * @example np.log1p([0, 1e-10]) // array([0.e+00, 1.e-10])
   */
  log1p: f('log1p', 'log1p'),
  /**
   * The sine of an angle in radians.
   * @example np.sin([0, Math.PI / 2]) // array([0., 1.])
   */
  sin: f('sin', 'sin'),
  /**
   * The cosine of an angle in radians.
   * @example np.cos([0, Math.PI]) // array([ 1., -1.])
   */
  cos: f('cos', 'cos'),
  /**
   * The tangent of an angle in radians.
   * @example np.tan([0, 1]) // array([0.        , 1.55740772])
   */
  tan: f('tan', 'tan'),
  /**
   * The angle, from -π/2 to π/2, whose sine is `x`; NaN beyond ±1.
   * @example np.arcsin([0, 1]) // array([0.        , 1.57079633])
   */
  arcsin: f('asin', 'asin'),
  /**
   * The angle, from 0 to π, whose cosine is `x`; NaN beyond ±1.
   * @example np.arccos([1, -1]) // array([0.        , 3.14159265])
   */
  arccos: f('acos', 'acos'),
  /**
   * The angle, from -π/2 to π/2, whose tangent is `x`.
   * @example np.arctan([0, Infinity]) // array([0.        , 1.57079633])
   */
  arctan: f('atan', 'atan'),
  /**
   * The hyperbolic sine.
   * @example np.sinh([0, 1]) // array([0.        , 1.17520119])
   */
  sinh: f('sinh', 'sinh'),
  /**
   * The hyperbolic cosine.
   * @example np.cosh([0, 1]) // array([1.        , 1.54308063])
   */
  cosh: f('cosh', 'cosh'),
  /**
   * The hyperbolic tangent.
   * @example np.tanh([0, 1]) // array([0.        , 0.76159416])
   */
  tanh: f('tanh', 'tanh'),
  /**
   * The inverse of `sinh`.
   * @example np.arcsinh([0, 1]) // array([0.        , 0.88137359])
   */
  arcsinh: f('asinh'),
  /**
   * The inverse of `cosh`; NaN below 1.
   * @example np.arccosh([1, 2]) // array([0.       , 1.3169579])
   */
  arccosh: f('acosh'),
  /**
   * The inverse of `tanh`; NaN beyond ±1.
   * @example np.arctanh([0, 0.5]) // array([0.        , 0.54930614])
   */
  arctanh: f('atanh'),
  /**
   * The error function (SciPy's `special.erf`).
   * @example np.erf([0, 1]) // array([0.        , 0.84270079])
   */
  erf: f('erf', 'erf'),
  /**
   * `1 - erf(x)`, exact where that is small (SciPy's `special.erfc`).
   * @example np.erfc([0, 10]) // array([1.00000000e+00, 2.08848758e-45])
   */
  erfc: f('erfc', 'erfc'),
  /**
   * The angle, from -π to π, of the point (`y`, `x`): the first operand is the ordinate.
   * @example np.arctan2([1, -1], [1, -1]) // array([ 0.78539816, -2.35619449])
   */
  arctan2: binary('float', 'atan2'),
  /**
   * The square root of `x² + y²`, without overflow on the way.
   * @example np.hypot([3, 5], [4, 12]) // array([ 5., 13.])
   */
  hypot: binary('float', 'hypot'),
} satisfies Record<string, Row>
