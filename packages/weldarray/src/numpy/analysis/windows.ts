import { floatFor } from '@weldarray/ir'
import { cast } from '@weldarray/runtime'
import type { Floating } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import { integerOf } from '../arguments/values.js'
import { ones, zeros } from '../creation/creation.js'
import { arange } from '../creation/ranges.js'
import { where } from '../elementwise/choosing.js'
import { add, cos, multiply, sqrt } from '../elementwise/functions.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/** Odd numbers from 1 - M to M - 1, of which windows are made; null for windows of at most one element. */
const places = (what: string, M: number): NdArray<'float64'> | null => {
  integerOf(what, 'M', M)
  return M <= 1 ? null : arange(1 - M, M, 2)
}
const short = (M: number): Untyped => (M < 1 ? zeros([0]) : ones([1]))

/**
 * Windows of `M` elements, symmetric and largest in the middle. Lazy. NumPy's `numpy.bartlett`.
 * @example
 * np.bartlett(5) // array([0. , 0.5, 1. , 0.5, 0. ])
 */
export const bartlett = declare('bartlett(M: integer)', (M: number): NdArray<'float64'> => {
  const n = places('bartlett', M)
  if (n === null) return short(M)
  const step = n.div(M - 1)
  return where(n.leq(0), add(step, 1), add(step.neg(), 1))
})
/**
 * Blackman's window: three terms of cosines. Lazy. NumPy's `numpy.blackman`.
 * @example
 * np.blackman(5).round(2) // array([-0.  ,  0.34,  1.  ,  0.34, -0.  ])
 */
export const blackman = declare('blackman(M: integer)', (M: number): NdArray<'float64'> => {
  const n = places('blackman', M)
  return n === null
    ? short(M)
    : add(add(multiply(cos(n.mul(Math.PI).div(M - 1)), 0.5), 0.42), multiply(cos(n.mul(2 * Math.PI).div(M - 1)), 0.08))
})
/**
 * Hamming's window: a cosine on a base. Lazy. NumPy's `numpy.hamming`.
 * @example
 * np.hamming(5) // array([0.08, 0.54, 1.  , 0.54, 0.08])
 */
export const hamming = declare('hamming(M: integer)', (M: number): NdArray<'float64'> => {
  const n = places('hamming', M)
  return n === null ? short(M) : add(multiply(cos(n.mul(Math.PI).div(M - 1)), 0.46), 0.54)
})
/**
 * Von Hann's window: a raised cosine. Lazy. NumPy's `numpy.hanning`.
 * @example
 * np.hanning(5) // array([0. , 0.5, 1. , 0.5, 0. ])
 */
export const hanning = declare('hanning(M: integer)', (M: number): NdArray<'float64'> => {
  const n = places('hanning', M)
  return n === null ? short(M) : add(multiply(cos(n.mul(Math.PI).div(M - 1)), 0.5), 0.5)
})

/**
 * The modified Bessel function of the first kind and order 0, by Chebyshev series. float32 for float32, else float64; lazy. NumPy's `numpy.i0`.
 * @example
 * np.i0([0, 1]) // array([1.        , 1.26606588])
 */
export const i0 = declare('i0(x: array)', <X extends ArrayInput>(x: X): Floating<X> => {
  const value = toValue('i0', x)
  return wrap(cast(op('i0', cast(value, 'float64')), floatFor(value.dtype))) as never
})

/**
 * Kaiser's window: `beta` chooses between a narrow middle and low sides. NumPy's `numpy.kaiser`.
 * @example
 * np.kaiser(5, 14).round(4) // array([0.    , 0.1649, 1.    , 0.1649, 0.    ])
 */
export const kaiser = declare('kaiser(M: integer, beta: number)', (M: number, beta: number): NdArray<'float64'> => {
  if (M <= 1) return places('kaiser', M) ?? short(M)
  const alpha = (M - 1) / 2
  const n = arange(M).sub(alpha).div(alpha)
  return i0(multiply(sqrt(add(n.mul(n).neg(), 1)), beta)).div(i0(beta))
})
