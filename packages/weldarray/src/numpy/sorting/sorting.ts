import {
  contiguousStrides,
  type DType,
  dtypeInfo,
  isFloat,
  type Node,
  normalizeAxis,
  reduceOps,
  type Scalar,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import { call, cast, constant, reshape, takeAlong, view } from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { isWeak, scalarOf, toValue, typedPair } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/** The value to sort and the axis; `null` flattens. A 0-d array has `least` axes. */
function lines(what: string, a: ArrayInput, axis: number | null, least: 0 | 1): [Node, number] {
  const value = toValue(what, a)
  const whole = axis === null || (least === 1 && value.shape.length === 0)
  const along = axis === null ? 0 : normalizeAxis(what, axis, Math.max(value.shape.length, least))
  return [whole ? reshape(value, [sizeOf(value.shape)]) : value, along]
}

/** A value with one axis moved to another place. */
function moved(value: Node, from: number, to: number): Node {
  if (from === to) return value
  const strides = contiguousStrides(value.shape)
  const axes = value.shape.map((_, i) => i)
  axes.splice(to, 0, ...axes.splice(from, 1))
  return view(value, { shape: axes.map((i) => value.shape[i]!), strides: axes.map((i) => strides[i]!), offset: 0 })
}

/** Backwards along an axis. */
const turned = (x: NdArray, axis: number): Untyped => x.slice(...Array.from(x.shape, (_, i) => (i === axis ? '::-1' : ':')))

/** A call of each line along an axis. */
function perLine(op: 'sort' | 'argsort', [value, at]: [Node, number]): Untyped {
  const last = value.shape.length - 1
  const dtype = op === 'argsort' ? 'int64' : value.dtype
  return wrap(moved(call(op, [moved(value, at, last)], [], dtype), last, at))
}

/** NumPy's ways of sorting. */
export type SortKind = 'quicksort' | 'mergesort' | 'heapsort' | 'stable' | null

export interface SortOptions {
  axis?: number | null | undefined
  /** Accepted as NumPy's; whatever it says, equal elements keep their order. */
  kind?: SortKind | undefined
  stable?: boolean | null | undefined
  /** Largest first (false), equal elements still in their order: the array API standard's. NaN first. */
  descending?: boolean | undefined
}

export type SortRest = Rest<[axis: number | null, kind: SortKind], SortOptions>

const SORT =
  '{axis?: integer|null, kind?: "quicksort"|"mergesort"|"heapsort"|"stable"|null, *, stable?: flag|null, descending?: flag}'

/**
 * Sorted along an axis (the last), NaN at the end; a copy. `null` sorts the flattened array. Throws `AxisError` for a 0-d
 * array. NumPy's `numpy.sort`.
 * @example
 * np.sort([3, 1, 2]) // array([1., 2., 3.])
 */
export const sort = declare(`sort(a: array, ${SORT})`, <X extends ArrayInput>(a: X, ...rest: SortRest): Same<X> => {
  const { axis = -1, descending } = optionsOf<SortOptions>(rest)
  const [value, along] = lines('sort', a, axis, 0)
  const sorted = perLine('sort', [value, along])
  return descending ? turned(sorted, along) : sorted
})

/**
 * The indices (int64) that sort the array along an axis (the last); equal elements keep their order. NumPy's `numpy.argsort`.
 * @example
 * np.argsort([3, 1, 2]) // array([1, 2, 0])
 */
export const argsort = declare(`argsort(a: array, ${SORT})`, (a: ArrayInput, ...rest: SortRest): NdArray<'int64'> => {
  const { axis = -1, descending } = optionsOf<SortOptions>(rest)
  const [value, along] = lines('argsort', a, axis, 1)
  if (!descending) return perLine('argsort', [value, along])
  // Of the line from its end: equal elements, turned twice, keep their order.
  const places = perLine('argsort', [valueOf(turned(wrap(value), along)), along])
  return turned(places, along)
    .neg()
    .add(value.shape[along]! - 1) as Untyped
})

type Side = 'left' | 'right'

export interface SearchOptions {
  /** Before equal elements (`left`), or after them. */
  side?: Side | undefined
  /** The indices that sort the array, as `argsort` gives them. */
  sorter?: ArrayInput | null | undefined
}

/** The elements in the order of a sorter. Throws `IndexError`. */
function inOrder(value: Node, sorter: ArrayInput): Node {
  const order = toValue('searchsorted', sorter)
  if (!sameShape(order.shape, value.shape))
    throw new ShapeError(
      `searchsorted: a sorter of shape ${showShape(order.shape)} for an array of shape ${showShape(value.shape)}: expected as many`,
    )
  return takeAlong('searchsorted', value, order, 0, 'raise')
}

/**
 * A number among elements of any dtype, as it is: among whole numbers a fraction is before the next whole one, and what no element can
 * be is before or after all.
 */
function ofNumber(whole: Node, key: Scalar, side: Side): [all: Node, key: Node, side: Side] {
  const { dtype } = whole
  if (isFloat(dtype)) return [cast(whole, 'float64'), constant(Number(key), 'float64'), side]
  const x = Number(key)
  const isFraction = typeof key === 'number' && !Number.isInteger(key)
  const [least, greatest] = [BigInt(reduceOps.max.identity(dtype)), BigInt(reduceOps.min.identity(dtype))]
  const over =
    x !== x || x === Infinity || (!isFraction && x > -Infinity && BigInt(key) > greatest) || (isFraction && x > Number(greatest))
  if (over) return [whole, literalOf(greatest, dtype), 'right']
  if (x === -Infinity || (!isFraction && BigInt(key) < least) || (isFraction && x < Number(least)))
    return [whole, literalOf(least, dtype), 'left']
  return [whole, literalOf(BigInt(isFraction ? Math.ceil(x) : key), dtype), isFraction ? 'left' : side]
}

const literalOf = (x: bigint, dtype: DType): Node => constant(dtypeInfo[dtype].big ? x : Number(x), dtype)

/**
 * Where each element of `v` belongs in `a`, sorted and 1-d (int64): before equal elements, or after them (`right`). A number
 * may lie beyond the array's dtype.
 *
 * NumPy's `numpy.searchsorted`.
 * @example
 * np.searchsorted([1, 2, 3], [2, 5]) // array([1, 3])
 */
export const searchsorted = declare(
  'searchsorted(a: array, v: array, {side?: "left"|"right", sorter?: array|null})',
  (a: ArrayInput, v: ArrayInput, ...rest: Rest<[side: Side, sorter: ArrayInput | null], SearchOptions>): NdArray<'int64'> => {
    const { side = 'left', sorter = null } = optionsOf<SearchOptions>(rest)
    const given = toValue('searchsorted', a)
    const whole = sorter === null ? given : inOrder(given, sorter)
    if (whole.shape.length !== 1)
      throw new ShapeError(`searchsorted: an array of shape ${showShape(whole.shape)}, expected one axis`)
    const [all, keys, after] = isWeak(v)
      ? ofNumber(whole, scalarOf(v), side)
      : [...typedPair('searchsorted', wrap(whole), v), side]
    return wrap(call('searchsorted', [all, keys], [after === 'right' ? 1 : 0], 'int64'))
  },
)
