import type { Same } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'
import { arrayOf, reshape } from './layout.js'

/** NumPy's places for the axes that are missing: a row for two, a row of columns for three. */
export function atleast(rank: 1 | 2 | 3, a: ArrayInput): NdArray {
  const x = arrayOf(`atleast_${rank}d`, a)
  const [n, m] = x.shape
  if (x.shape.length >= rank) return x
  if (rank === 1) return reshape(x, [1])
  if (rank === 2) return reshape(x, [1, n ?? 1])
  return reshape(x, [x.shape.length < 2 ? 1 : n!, x.shape.length < 2 ? (n ?? 1) : m!, 1])
}

interface AtLeast {
  <X extends ArrayInput>(a: X): Same<X>
  <L extends readonly ArrayInput[]>(...arrays: L): { -readonly [K in keyof L]: Same<L[K]> }
}

const atLeastOf = (rank: 1 | 2 | 3): AtLeast =>
  declare(`atleast_${rank}d(...arys: array)`, (...arrays: readonly ArrayInput[]) => {
    const list = arrays.map((a) => atleast(rank, a))
    return list.length === 1 ? list[0]! : list
  }) as AtLeast

/**
 * With at least one axis; several arrays give a list. Views where possible. NumPy's `numpy.atleast_1d`.
 * @example
 * np.atleast_1d(3) // array([3.])
 */
export const atleast_1d = atLeastOf(1)
/**
 * With at least two axes: a 1-d array is a row. NumPy's `numpy.atleast_2d`.
 * @example
 * np.atleast_2d([1, 2]) // array([[1., 2.]])
 */
export const atleast_2d = atLeastOf(2)
/**
 * With at least three axes: a 1-d array has shape (1, n, 1), a matrix (m, n, 1). NumPy's `numpy.atleast_3d`.
 * @example
 * np.atleast_3d([1, 2]).shape // [ 1, 2, 1 ]
 */
export const atleast_3d = atLeastOf(3)
