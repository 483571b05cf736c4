import { normalizeAxis, ShapeError, showShape } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import { checkParts } from '../operands/parts.js'
import { arrayOf, moveaxis } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { array_split } from './joining.js'

/*
 * Arrays taken apart along an axis.
 */

const parts =
  (what: string, least: number, axis: (rank: number) => number) =>
  <X extends ArrayInput>(a: X, sections: number | readonly number[]): Same<X>[] => {
    const x = arrayOf(what, a)
    if (x.shape.length < least) throw new ShapeError(`${what}: got shape ${showShape(x.shape)}, expected at least ${least} axes`)
    const along = axis(x.shape.length)
    const length = x.shape[along]!
    if (typeof sections === 'number' && length % sections !== 0)
      throw new ShapeError(`${what}: a length of ${length} does not divide into ${sections} equal parts; use array_split`)
    return array_split(x, sections, along)
  }

/**
 * Parts side by side: along the second axis, or the only one. Views. NumPy's `numpy.hsplit`.
 * @example
 * np.hsplit([[1, 2, 3, 4]], 2) // [ array([[1., 2.]]), array([[3., 4.]]) ]
 */
export const hsplit = declare(
  'hsplit(ary: array, indices_or_sections: integers)',
  parts('hsplit', 1, (rank) => (rank === 1 ? 0 : 1)),
)
/**
 * Parts on top of one another: along the first axis. Views. NumPy's `numpy.vsplit`.
 * @example
 * np.vsplit([[1], [2]], 2) // [ array([[1.]]), array([[2.]]) ]
 */
export const vsplit = declare(
  'vsplit(ary: array, indices_or_sections: integers)',
  parts('vsplit', 2, () => 0),
)
/**
 * Parts along the third axis. Views. NumPy's `numpy.dsplit`.
 * @example
 * np.dsplit(np.zeros([1, 1, 4]), 2).length // 2
 */
export const dsplit = declare(
  'dsplit(ary: array, indices_or_sections: integers)',
  parts('dsplit', 3, () => 2),
)

/**
 * The slices along an axis (the first), as a list of views. NumPy's `numpy.unstack`.
 * @example
 * np.unstack([[1, 2], [3, 4]]) // [ array([1., 2.]), array([3., 4.]) ]
 */
export const unstack = declare(
  'unstack(x: array, *, {axis?: integer})',
  <X extends ArrayInput>(x: X, options: { axis?: number } = {}): Same<X>[] => {
    const a = arrayOf('unstack', x)
    const axis = normalizeAxis('unstack', options.axis ?? 0, a.shape.length)
    checkParts('unstack', a.shape[axis]!)
    const front = moveaxis(a, axis, 0)
    return Array.from({ length: a.shape[axis]! }, (_, i) => front.pick(i))
  },
)
