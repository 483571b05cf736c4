import { ShapeError, showShape } from '@weldarray/ir'
import type { Asked, At, Met, Same } from '../../types/dtype-of.js'
import type { Sum } from '../../types/promotion.generated.js'
import { declare } from '../arguments/declare.js'
import { diagonal as diagonalOf } from '../creation/matrices.js'
import type { Untyped } from '../operands/arrays.js'
import { sum } from '../reductions/reductions.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, Axes, DTypeName } from '../types.js'
import { outer as outerOf, matmul as product } from './matmul.js'
import { cross as crossOf, tensordot as tensordotOf, vecdot as vecdotOf } from './products.js'

/*
 * Functions that `linalg` has beside those of the same names in the main namespace: as the array API standard calls them.
 */

/**
 * The matrix product over the last two axes, the others broadcast. NumPy's `numpy.linalg.matmul`.
 * @example
 * np.linalg.matmul([[1, 2]], [[3], [4]]) // array([[11.]])
 */
export const matmul = declare(
  'matmul(x1: array, x2: array)',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y): Met<X, Y> => product(x, y),
)

/**
 * The product of every element of a 1-d array with every one of another. NumPy's `numpy.linalg.outer`.
 * @example
 * np.linalg.outer([1, 2], [3, 4])
 * // array([[3., 4.],
 * //        [6., 8.]])
 */
export const outer = declare(
  'outer(x1: array, x2: array)',
  <X extends ArrayInput, Y extends ArrayInput>(x1: X, x2: Y): Met<X, Y> => {
    const [a, b] = [arrayOf('outer', x1), arrayOf('outer', x2)]
    if (a.shape.length !== 1 || b.shape.length !== 1)
      throw new ShapeError(`outer: got shapes ${showShape(a.shape)} and ${showShape(b.shape)}, expected one axis each`)
    return outerOf(a, b)
  },
)

/**
 * The vector product of vectors of three elements along an axis (the last). NumPy's `numpy.linalg.cross`.
 * @example
 * np.linalg.cross([1, 0, 0], [0, 1, 0]) // array([0., 0., 1.])
 */
export const cross = declare(
  'cross(x1: array, x2: array, *, {axis?: integer})',
  <X extends ArrayInput, Y extends ArrayInput>(x1: X, x2: Y, { axis = -1 }: { axis?: number } = {}): Met<X, Y> => {
    const [a, b] = [arrayOf('cross', x1), arrayOf('cross', x2)]
    if (a.shape.at(axis) !== 3 || b.shape.at(axis) !== 3)
      throw new ShapeError(
        `cross: shapes ${showShape(a.shape)} and ${showShape(b.shape)}, expected three elements along axis ${axis}`,
      )
    return crossOf(a, b, { axis }) as Untyped
  },
)

/**
 * Sums of products over `axes`: so many last axes of `x1` and first of `x2` (2), or a list of axes of each. NumPy's
 * `numpy.linalg.tensordot`.
 * @example
 * np.linalg.tensordot([[1, 2], [3, 4]], [1, 2], { axes: 1 }) // array([ 5., 11.])
 */
export const tensordot = declare(
  'tensordot(x1: array, x2: array, *, {axes?: integer|iterable})',
  <X extends ArrayInput, Y extends ArrayInput>(
    x1: X,
    x2: Y,
    { axes = 2 }: { axes?: number | readonly [Axes, Axes] } = {},
  ): Met<X, Y> => tensordotOf(x1, x2, axes),
)

/**
 * The sum of products of vectors along an axis (the last) of both, the others broadcast. Lazy. NumPy's `numpy.linalg.vecdot`.
 * @example
 * np.linalg.vecdot([[1, 2], [3, 4]], [1, 1]) // array([3., 7.])
 */
export const vecdot = declare(
  'vecdot(x1: array, x2: array, *, {axis?: integer})',
  <X extends ArrayInput, Y extends ArrayInput>(x1: X, x2: Y, options: { axis?: number } = {}): Met<X, Y> =>
    vecdotOf(x1, x2, options),
)

/**
 * The diagonal of the last two axes, a view. NumPy's `numpy.linalg.diagonal`.
 * @example
 * np.linalg.diagonal([[1, 2], [3, 4]]) // array([1., 4.])
 */
export const diagonal = declare(
  'diagonal(x: array, *, {offset?: integer})',
  <X extends ArrayInput>(x: X, options: { offset?: number } = {}): Same<X> => diagonalOf(x, options.offset ?? 0, -2, -1),
)

/**
 * The sum of the diagonal of the last two axes. Lazy. NumPy's `numpy.linalg.trace`.
 * @example
 * np.linalg.trace([[1, 2], [3, 4]]).item() // 5
 */
export const trace = declare(
  'trace(x: array, *, {offset?: integer, dtype?: dtype|null})',
  <X extends ArrayInput, T extends DTypeName = never>(
    x: X,
    { offset = 0, dtype }: { offset?: number; dtype?: T | null | undefined } = {},
  ): Asked<T, Sum[At<X>]> =>
    sum(diagonal(x, { offset }), { axis: -1, ...(dtype === undefined || dtype === null ? {} : { dtype }) }) as Untyped,
)
