import { dtypeInfo, isInside, normalizeAxis, ShapeError, showShape } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { dtypeOf, sharing, viewOf } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'
import { arrayOf } from './layout.js'

export { broadcast_shapes } from '../joining/editing.js'
/*
 * NumPy's `lib.stride_tricks`: views of the same memory in which elements show several times.
 */
export { broadcast_arrays } from './axes.js'
export { broadcast_to } from './layout.js'

export interface StridesOptions {
  shape?: readonly number[] | null
  /** In bytes, as NumPy's. */
  strides?: readonly number[] | null
}

/**
 * A view with any shape and strides (in bytes) from the array's first element on. Throws `ShapeError` where it would leave the
 * array's memory. Views can be written to: there is no `writeable`. NumPy's `numpy.lib.stride_tricks.as_strided`.
 * @example
 * np.lib.stride_tricks.as_strided([1, 2, 3, 4], [3, 2], [8, 8])
 * // array([[1., 2.],
 * //        [2., 3.],
 * //        [3., 4.]])
 */
export const as_strided = declare(
  'as_strided(x: array, {shape?: list|null, strides?: list|null})',
  <X extends ArrayInput>(
    x: X,
    ...rest: Rest<[shape: readonly number[] | null, strides: readonly number[] | null], StridesOptions>
  ): Same<X> => {
    const o = optionsOf<StridesOptions>(rest)
    const a = arrayOf('as_strided', x)
    const { bytes } = dtypeInfo[dtypeOf(a)]
    const own = viewOf(a)
    const shape = (o.shape ?? own.shape).map((n) => integerOf('as_strided', 'a length', n, 0))
    const strides = o.strides === undefined || o.strides === null ? [...own.strides] : o.strides.map((s) => s / bytes)
    if (strides.length !== shape.length || strides.some((s) => !Number.isInteger(s)))
      throw new ArgumentError(
        `as_strided: strides (${(o.strides ?? []).join(', ')}) for shape ${showShape(shape)}, expected a whole number of elements of ${bytes} bytes for each axis`,
      )
    const view = { shape, strides, offset: own.offset }
    // Its own memory, whole: no element beyond it can be looked at.
    const low = own.shape.reduce((n, d, i) => n + Math.min(0, (d - 1) * own.strides[i]!), own.offset)
    const high = own.shape.reduce((n, d, i) => n + Math.max(0, (d - 1) * own.strides[i]!), own.offset)
    if (!isInside({ ...view, offset: view.offset - low }, a.size === 0 ? 0 : high - low + 1))
      throw new ShapeError(
        `as_strided: shape ${showShape(shape)} with strides (${strides.map((s) => s * bytes).join(', ')}) reaches beyond the array's elements`,
      )
    return sharing(a, view)
  },
)

/**
 * All windows of a length (or lengths, one for each axis given, or for all axes) as new last axes of a view. NumPy's
 * `numpy.lib.stride_tricks.sliding_window_view`.
 * @example
 * np.lib.stride_tricks.sliding_window_view([1, 2, 3, 4], 3)
 * // array([[1., 2., 3.],
 * //        [2., 3., 4.]])
 */
export const sliding_window_view = declare(
  'sliding_window_view(x: array, window_shape: integers, {axis?: integers|null})',
  <X extends ArrayInput>(
    x: X,
    window_shape: number | readonly number[],
    ...rest: Rest<[axis: number | readonly number[] | null], { axis?: number | readonly number[] | null }>
  ): Same<X> => {
    const { axis = null } = optionsOf<{ axis?: number | readonly number[] | null }>(rest)
    const a = arrayOf('sliding_window_view', x)
    const { shape, strides, offset } = viewOf(a)
    const lengths = typeof window_shape === 'number' ? [window_shape] : window_shape
    const axes =
      axis === null
        ? shape.map((_, i) => i)
        : (typeof axis === 'number' ? [axis] : axis).map((i) => normalizeAxis('sliding_window_view', i, shape.length))
    if (lengths.length !== axes.length)
      throw new ShapeError(`sliding_window_view: ${lengths.length} window lengths for ${axes.length} axes, expected as many`)
    const rest2 = [...shape]
    axes.forEach((at, i) => {
      rest2[at]! -= integerOf('sliding_window_view', 'a window length', lengths[i], 0) - 1
      if (rest2[at]! < 1)
        throw new ShapeError(`sliding_window_view: a window of ${lengths[i]} is longer than axis ${at} of length ${shape[at]}`)
    })
    return sharing(a, { shape: [...rest2, ...lengths], strides: [...strides, ...axes.map((i) => strides[i]!)], offset })
  },
)
