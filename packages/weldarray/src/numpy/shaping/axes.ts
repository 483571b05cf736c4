import { broadcastShapes, normalizeAxes } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { sharing, viewOf } from '../operands/arrays.js'
import type { ArrayInput, Axes } from '../types.js'
import { arrayOf, broadcast_to } from './layout.js'

/*
 * Arrays turned over along axes, and broadcast: views of the same elements.
 */

/**
 * The arrays broadcast against one another. NumPy's `numpy.broadcast_arrays`.
 * @example
 * np.broadcast_arrays([1, 2], [[3], [4]])
 * // [
 * //   array([[1., 2.],
 * //          [1., 2.]]),
 * //   array([[3., 3.],
 * //          [4., 4.]])
 * // ]
 */
export const broadcast_arrays = declare(
  'broadcast_arrays(...args: array)',
  <L extends ArrayInput[]>(...arrays: L): { -readonly [K in keyof L]: Same<L[K]> } => {
    const list = arrays.map((a) => arrayOf('broadcast_arrays', a))
    const shape = broadcastShapes('broadcast_arrays', ...list.map((x) => x.shape))
    return list.map((x) => broadcast_to(x, shape)) as never
  },
)

/**
 * Reversed along the axes given, or along all. NumPy's `numpy.flip`.
 * @example
 * np.flip([1, 2, 3]) // array([3., 2., 1.])
 */
export const flip = declare(
  'flip(m: array, {axis?: integers|null})',
  <X extends ArrayInput>(a: X, ...rest: Rest<[axis: Axes], { axis?: Axes }>): Same<X> => {
    const { axis = null } = optionsOf<{ axis?: Axes }>(rest)
    const x = arrayOf('flip', a)
    const { shape, strides, offset } = viewOf(x)
    const turned = new Set(normalizeAxes('flip', axis, shape.length))
    const last = (i: number): number => Math.max(0, shape[i]! - 1) * strides[i]!
    const start = [...turned].reduce((at, i) => at + last(i), offset)
    return sharing(x, { shape, strides: strides.map((s, i) => (turned.has(i) ? -s : s)), offset: start })
  },
)

/**
 * Rows upside down. NumPy's `numpy.flipud`.
 * @example
 * np.flipud([[1, 2], [3, 4]])
 * // array([[3., 4.],
 * //        [1., 2.]])
 */
export const flipud = declare('flipud(m: array)', <X extends ArrayInput>(a: X): Same<X> => flip(a, 0))
/**
 * Columns reversed. NumPy's `numpy.fliplr`.
 * @example
 * np.fliplr([[1, 2], [3, 4]])
 * // array([[2., 1.],
 * //        [4., 3.]])
 */
export const fliplr = declare('fliplr(m: array)', <X extends ArrayInput>(a: X): Same<X> => flip(a, 1))
