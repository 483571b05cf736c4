import { normalizeAxis } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import type { NdArray } from '../operands/arrays.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { argsort, sort } from './sorting.js'

/** Throws `ArgumentError` unless every place is one of the axis. */
function checkPlaces(what: string, a: NdArray, kth: number | readonly number[], axis: number | null): void {
  const length = axis === null || a.shape.length === 0 ? a.size : a.shape[normalizeAxis(what, axis, a.shape.length)]!
  // Of no elements NumPy asks for none.
  for (const k of a.size === 0 ? [] : typeof kth === 'number' ? [kth] : kth)
    if (!Number.isInteger(k) || k < -length || k >= length)
      throw new ArgumentError(`${what}: kth is ${k}, expected an integer from ${-length} to ${length - 1}`)
}

export interface PartitionOptions {
  axis?: number | null | undefined
  /** NumPy's way of doing it. */
  kind?: 'introselect' | undefined
}

export type PartitionRest = Rest<[axis: number | null, kind: 'introselect'], PartitionOptions>

/**
 * A copy in which the element at `kth` along an axis (the last) is where sorting would put it, with no larger ones before it
 * and no
 * smaller ones after it. The order of the others is not told; here they are sorted.
 *
 * NumPy's `numpy.partition`.
 * @example
 * np.partition([3, 1, 2], 1).get(1) // 2
 */
export const partition = declare(
  'partition(a: array, kth: integers, {axis?: integer|null, kind?: "introselect"})',
  <X extends ArrayInput>(a: X, kth: number | readonly number[], ...rest: PartitionRest): Same<X> => {
    const { axis = -1 } = optionsOf<PartitionOptions>(rest)
    const x = arrayOf('partition', a)
    checkPlaces('partition', x, kth, axis)
    return sort(x, axis)
  },
)

/**
 * The indices that `partition` reorders by. NumPy's `numpy.argpartition`.
 * @example
 * np.argpartition([3, 1, 2], 0).get(0) // 1
 */
export const argpartition = declare(
  'argpartition(a: array, kth: integers, {axis?: integer|null, kind?: "introselect"})',
  (a: ArrayInput, kth: number | readonly number[], ...rest: PartitionRest): NdArray<'int64'> => {
    const { axis = -1 } = optionsOf<PartitionOptions>(rest)
    const x = arrayOf('argpartition', a)
    checkPlaces('argpartition', x, kth, axis)
    return argsort(x, axis)
  },
)
