import { normalizeAxis, ShapeError } from '@weldarray/ir'
import type { At, Clipped, Key } from '../../types/dtype-of.js'
import type { Own } from '../../types/promotion.generated.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { not_equal, subtract } from '../elementwise/functions.js'
import { concatenate } from '../joining/joining.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { commonType, isWeak, settled } from '../operands/operands.js'
import { arrayOf, broadcast_to, copy, slice } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

export interface DiffOptions<P extends ArrayInput | null = ArrayInput | null, Q extends ArrayInput | null = ArrayInput | null> {
  n?: number | undefined
  axis?: number | undefined
  /** What stands before the array along the axis before differences are taken: an array, or a number for all lines. */
  prepend?: P | undefined
  /** What stands after it. */
  append?: Q | undefined
}

/**
 * Differences of neighbours along an axis (the last), `n` times; of bool, whether they differ. `prepend` and `append` stand before and
 * after the array. Lazy. NumPy's `numpy.diff`.
 * @example
 * np.diff([1, 4, 9], { prepend: 0 }) // array([1., 3., 5.])
 */
export const diff = declare(
  'diff(a: array, {n?: integer, axis?: integer, prepend?: array, append?: array})',
  <X extends ArrayInput, P extends ArrayInput | null = null, Q extends ArrayInput | null = null>(
    a: X,
    ...rest: Rest<[n: number, axis: number, prepend: P, append: Q], DiffOptions<P, Q>>
  ): NdArray<Own[Clipped<At<X>, P, Q> & Key]> => {
    const { n: times = 1, axis = -1, prepend, append } = optionsOf<DiffOptions>(rest)
    if (times < 0) throw new ShapeError(`diff: order ${times}, expected a non-negative integer`)
    let x: Untyped = arrayOf('diff', a) as Untyped
    if (times === 0) return x
    const along = normalizeAxis('diff', axis, x.shape.length)
    const line = Array.from(x.shape, (d, i) => (i === along ? 1 : d))
    const side = (s: ArrayInput | null | undefined): Untyped[] => {
      if (s === undefined || s === null) return []
      // A number takes the array's dtype, as in every meeting of the two.
      if (isWeak(s)) return [broadcast_to(wrap(settled(s, commonType('diff', [valueOf(x), s]))), line)]
      const part = arrayOf('diff', s)
      return [part.shape.length === 0 ? broadcast_to(part, line) : part]
    }
    if (prepend !== undefined || append !== undefined) x = concatenate([...side(prepend), x, ...side(append)], along)
    const spec = x.shape.map(() => ':').slice(0, along)
    // Each time takes one element away; when none is left, more times change nothing.
    if (times >= x.shape[along]!) return copy(slice(x, ...spec, ':0'))
    for (let i = 0; i < times; i++) {
      const [later, earlier] = [slice(x, ...spec, '1:'), slice(x, ...spec, ':-1')]
      x = x.dtype === ('bool' as string) ? not_equal(later, earlier) : (subtract(later, earlier) as Untyped)
    }
    return x
  },
)
