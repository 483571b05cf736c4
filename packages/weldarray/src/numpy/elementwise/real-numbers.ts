import type { At, Same, Two } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { filled } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { type Unary, ufuncOf } from './from-rows.js'
import { arctan2, multiply } from './functions.js'

/*
 * Functions of complex numbers, of which there are none: every element is real.
 */

/**
 * The array itself: there are no complex elements. NumPy's `numpy.real`.
 * @example
 * np.real([1, 2]) // array([1., 2.])
 */
export const real = declare('real(val: array)', <X extends ArrayInput>(x: X): Same<X> => arrayOf('real', x))
/**
 * Zeros: there are no complex elements. NumPy's `numpy.imag`.
 * @example
 * np.imag([1, 2]) // array([0., 0.])
 */
export const imag = declare('imag(val: array)', <X extends ArrayInput>(x: X): Same<X> => {
  const value = toValue('imag', x)
  return wrap(filled(0, value.dtype, value.shape))
})
/**
 * The array itself, in int8 if it is bool: there are no complex elements. NumPy's `numpy.conjugate`.
 * @example
 * np.conjugate([1, 2]) // array([1., 2.])
 */
export const conjugate: Unary<'small'> = ufuncOf('conjugate', { arity: 1, typing: 'small', build: (_, [x]) => x! })
/**
 * The array itself: there are no complex elements. NumPy's `numpy.real_if_close`.
 * @example
 * np.real_if_close([1, 2]) // array([1., 2.])
 */
export const real_if_close = declare(
  'real_if_close(a: array, {tol?: number})',
  <X extends ArrayInput>(x: X, ..._: Rest<[tol: number], { tol?: number }>): Same<X> => arrayOf('real_if_close', x),
)
/**
 * π for negative numbers, 0 for others; in degrees with `deg`. Lazy. NumPy's `numpy.angle`.
 * @example
 * np.angle([1, -1]) // array([0.        , 3.14159265])
 */
export const angle = declare(
  'angle(z: array, {deg?: flag})',
  <X extends ArrayInput>(x: X, ...rest: Rest<[deg: boolean], { deg?: boolean }>): NdArray<Two<'float', At<X>, number>> => {
    const { deg = false } = optionsOf<{ deg?: boolean }>(rest)
    const a = arctan2(0, x)
    return (deg ? multiply(a, 180 / Math.PI) : a) as Untyped
  },
)
/**
 * True everywhere. NumPy's `numpy.isreal`.
 * @example
 * np.isreal([1, 2]) // array([ True,  True])
 */
export const isreal = declare(
  'isreal(x: array)',
  (x: ArrayInput): NdArray<'bool'> => wrap(filled(1, 'bool', toValue('isreal', x).shape)),
)
/**
 * False everywhere. NumPy's `numpy.iscomplex`.
 * @example
 * np.iscomplex([1, 2]) // array([False, False])
 */
export const iscomplex = declare(
  'iscomplex(x: array)',
  (x: ArrayInput): NdArray<'bool'> => wrap(filled(0, 'bool', toValue('iscomplex', x).shape)),
)
/**
 * Whether the elements could have imaginary parts: never. NumPy's `numpy.iscomplexobj`.
 * @example
 * np.iscomplexobj([1, 2]) // false
 */
export const iscomplexobj = declare('iscomplexobj(x: array)', (_: ArrayInput): boolean => false)
/**
 * Whether the elements are real by their dtype: always. NumPy's `numpy.isrealobj`.
 * @example
 * np.isrealobj([1, 2]) // true
 */
export const isrealobj = declare('isrealobj(x: array)', (_: ArrayInput): boolean => true)

export { conjugate as conj }
