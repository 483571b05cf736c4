import { normalizeAxis, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { declare } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { stack } from '../joining/joining.js'
import { countFallback, type NdArray } from '../operands/arrays.js'
import { arrayOf, expand_dims, moveaxis, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

/**
 * A function of each 1-d slice along an axis; what it returns stands in the axis's place. NumPy's `numpy.apply_along_axis`.
 * @example
 * np.apply_along_axis((x) => x.sum(), 1, [[1, 2], [3, 4]]) // array([3., 7.])
 */
export const apply_along_axis = declare(
  'apply_along_axis(func1d: function, axis: integer, arr: array, ...args: any)',
  (f: (line: NdArray, ...args: never[]) => ArrayInput, axis: number, a: ArrayInput, ...args: unknown[]): NdArray => {
    const x = arrayOf('apply_along_axis', a)
    const along = normalizeAxis('apply_along_axis', axis, x.shape.length)
    const lead = Array.from(x.shape).filter((_, i) => i !== along)
    const count = sizeOf(lead)
    if (count === 0) throw new ShapeError(`apply_along_axis: shape ${showShape(x.shape)} has no slices along axis ${axis}`)
    countFallback('apply_along_axis', 'not compiled')
    // Lines are there, side by side, and what comes of each is computed before the next: many pending ones would be a graph of them all.
    const lines = reshape(moveaxis(x, along, -1), [count, x.shape[along]!]).evaluate()
    const results = Array.from({ length: count }, (_, i) =>
      arrayOf('apply_along_axis', f(lines.pick(i), ...(args as never[]))).evaluate(),
    )
    const own = Array.from(results[0]!.shape)
    const all = reshape(stack(results), [...lead, ...own])
    // The axes of the results, which are last, to where the axis was.
    return moveaxis(
      all,
      own.map((_, i) => lead.length + i),
      own.map((_, i) => along + i),
    )
  },
)

/**
 * A function `(array, axis)` called for one axis after the other; axes it takes away come back with length 1. NumPy's
 * `numpy.apply_over_axes`.
 * @example
 * np.apply_over_axes(np.sum, [[1, 2], [3, 4]], [0, 1]) // array([[10.]])
 */
export const apply_over_axes = declare(
  'apply_over_axes(func: function, a: array, axes: integers)',
  (f: (a: NdArray, axis: number) => ArrayInput, a: ArrayInput, axes: number | readonly number[]): NdArray => {
    let x = arrayOf('apply_over_axes', a)
    const rank = x.shape.length
    for (const axis of typeof axes === 'number' ? [axes] : axes) {
      const along = normalizeAxis('apply_over_axes', axis, rank)
      const result = arrayOf('apply_over_axes', f(x, along))
      x = result.shape.length === rank ? result : expand_dims(result, along)
      if (x.shape.length !== rank)
        throw new ArgumentError(
          `apply_over_axes: the function made shape ${showShape(result.shape)} of ${rank} axes, expected ${rank} or one less`,
        )
    }
    return x
  },
)
