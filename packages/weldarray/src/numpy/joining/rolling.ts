import { AxisError, contiguousStrides, type Node, normalizeAxis, sizeOf } from '@weldarray/ir'
import {
  assembled,
  isAccessible,
  leaf,
  type Memory,
  join as recordJoin,
  reshape,
  type Task,
  view,
  withMemory,
} from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { countFallback, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, Axes } from '../types.js'

/**
 * The elements shifted along an axis (or axes, each by its shift), those pushed out coming in at the other end; without an
 * axis, flattened. What is computed with the result reads the elements where they are, unless shifts are far. Throws `AxisError`.
 * NumPy's `numpy.roll`.
 * @example
 * np.roll([1, 2, 3], 1) // array([3., 1., 2.])
 */
export const roll = declare(
  'roll(a: array, shift: integers, {axis?: integers|null})',
  <X extends ArrayInput>(a: X, shift: number | readonly number[], ...rest: Rest<[axis: Axes], { axis?: Axes }>): Same<X> => {
    const { axis } = optionsOf<{ axis?: Axes }>(rest)
    const value = toValue('roll', a)
    const { shape } = value
    if (axis === undefined || axis === null) {
      const flat = reshape(value, [sizeOf(shape)])
      const shifts = typeof shift === 'number' ? [shift] : shift
      return wrap(reshape(rolled(flat, [shifts.reduce((sum, n) => sum + n, 0)]), shape))
    }
    const axes = (typeof axis === 'number' ? [axis] : axis).map((i) => normalizeAxis('roll', i, shape.length))
    const shifts = typeof shift === 'number' ? [shift] : shift
    if (shifts.length !== axes.length && shifts.length !== 1 && axes.length !== 1)
      throw new AxisError(`roll: ${shifts.length} shifts for ${axes.length} axes, expected as many, or one of either`)
    const by = shape.map(() => 0)
    for (let i = 0; i < Math.max(shifts.length, axes.length); i++)
      by[axes.length === 1 ? axes[0]! : axes[i]!]! += shifts.length === 1 ? shifts[0]! : shifts[i]!
    return wrap(rolled(value, by))
  },
)

/** A node whose elements are shifted by so many along each axis. */
function rolled(value: Node, shifts: readonly number[]): Node {
  const by = value.shape.map((n, k) => (n === 0 ? 0 : ((shifts[k]! % n) + n) % n))
  if (by.every((n) => n === 0)) return value
  const isNear = by.every((n, k) => Math.min(n, value.shape[k]! - n) <= NEAR)
  // Each shift has a plan of its own: those of stencils are few.
  if (isNear || !isAccessible(value)) return joined(value, by)
  countFallback('roll', 'a kernel of its own')
  return withMemory([value], (task, [memory]) => {
    const turnedBy = by.flatMap((n, along) => (n === 0 ? [] : [{ along, n }]))
    const result = turnedBy.reduce((from, { along, n }, i) => {
      if (i > 0) task.adopt(from)
      return turned(task, from, value.shape, along, n)
    }, memory)
    return leaf(result, value.shape, value.dtype)
  })
}

/** Shifts up to here are those of stencils. */
const NEAR = 8

/** As slices of the array, joined. */
function joined(value: Node, by: readonly number[]): Node {
  const strides = contiguousStrides(value.shape)
  const partsFrom = (offset: number, shape: readonly number[]): Node => {
    const axis = shape.length
    if (axis === by.length) return view(value, { shape, strides, offset })
    const n = value.shape[axis]!
    const ends =
      by[axis] === 0
        ? [[0, n]]
        : [
            [n - by[axis]!, n],
            [0, n - by[axis]!],
          ]
    const parts = ends.map(([from, to]) => partsFrom(offset + from! * strides[axis]!, [...shape, to! - from!]))
    return parts.length === 1 ? parts[0]! : recordJoin(parts, axis)
  }
  return partsFrom(0, [])
}

/** Elements of which the last `by` along an axis come first. */
function turned(task: Task, from: Memory, shape: readonly number[], along: number, by: number): Memory {
  const inner = sizeOf(shape.slice(along + 1))
  const pitch = shape[along]! * inner
  const [rows, width] = [sizeOf(shape.slice(0, along)), by * inner]
  const rest = pitch - width
  return assembled(task, from.dtype, rows, pitch, [
    { from, pitch, start: rest, to: 0, width },
    { from, pitch, start: 0, to: width, width: rest },
  ])
}
