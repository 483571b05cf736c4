import type { AnyDType } from '../../../array/types.js'
import type { Same } from '../../../types/dtype-of.js'
import { type NdArray, sharing } from '../../operands/arrays.js'
import { arrayOf } from '../../shaping/layout.js'
import type { ArrayInput } from '../../types.js'
import { type SlicePart, sliceView } from '../slicing.js'
import { At } from './at.js'
import { type IndexPart, isFancy, readParts } from './index-parts.js'
import { select } from './select.js'

export { At } from './at.js'
export type { IndexPart } from './index-parts.js'

/**
 * What NumPy's brackets select: `slice(a, '1:-1, ::2')`, a part per axis, masks and arrays of integers, alone or mixed.
 * A view for slices and integers, a new array where an array selects. Throws `IndexError`.
 * @example
 * np.slice([[1, 2, 3], [4, 5, 6]], ':, ::2')
 * // array([[1., 3.],
 * //        [4., 6.]])
 */
export function slice<X extends ArrayInput>(a: X, ...spec: IndexPart[]): Same<X> {
  const x = arrayOf('slice', a)
  if (isFancy(spec)) return select('slice', x, readParts('slice', spec))
  return sharing(x, sliceView({ shape: x.shape, strides: x.stride, offset: x.offset }, spec as SlicePart[]))
}

/**
 * The elements an index selects, to be read and written in place: `at(x, mask).set(0)`, `at(x, idx).add(1)`.
 * @example
 * const x = np.arange(5)
 * np.at(x, x.gt(2)).set(0) // array([0., 1., 2., 0., 0.])
 */
export function at<D extends AnyDType>(a: NdArray<D>, ...index: IndexPart[]): At<D> {
  return new At(a, index)
}
