import {
  compare,
  contiguousStrides,
  type DType,
  type Node,
  normalizeAxis,
  type Scalar,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import {
  call,
  firsts,
  gatherNow as gather,
  leaf,
  type Memory,
  order,
  positions,
  reshape,
  selected,
  sorted,
  takeAlong,
  view,
  withMemory,
} from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { Untyped } from '../operands/arrays.js'
import { countFallback, type NdArray, wrap } from '../operands/arrays.js'
import { build, type Cells, eagerly, indexArray } from '../operands/eager.js'
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

/** A call of each line along an axis. */
function perLine(op: 'sort' | 'argsort', [value, at]: [Node, number]): Untyped {
  const last = value.shape.length - 1
  const dtype = op === 'argsort' ? 'int64' : value.dtype
  return wrap(moved(call(op, [moved(value, at, last)], [], dtype), last, at))
}

export interface SortOptions {
  axis?: number | null | undefined
  /** Accepted as NumPy's; whatever it says, equal elements keep their order. */
  kind?: 'quicksort' | 'mergesort' | 'heapsort' | 'stable' | null | undefined
  stable?: boolean | null | undefined
}

const SORT = 'axis?: integer|null, {kind?: "quicksort"|"mergesort"|"heapsort"|"stable"|null, *, stable?: flag|null}'

/**
 * Sorted along an axis (the last), NaN at the end; a copy. `null` sorts the flattened array. Throws `AxisError` for a 0-d
 * array. NumPy's `numpy.sort`.
 * @example
 * np.sort([3, 1, 2]) // array([1., 2., 3.])
 */
export const sort = declare(
  `sort(a: array, ${SORT})`,
  <X extends ArrayInput>(a: X, axis: number | null | SortOptions = -1, _?: SortOptions): Same<X> => {
    return perLine('sort', lines('sort', a, axis as number | null, 0))
  },
)

/**
 * The indices (int64) that sort the array along an axis (the last); equal elements keep their order. NumPy's `numpy.argsort`.
 * @example
 * np.argsort([3, 1, 2]) // array([1, 2, 0])
 */
export const argsort = declare(
  `argsort(a: array, ${SORT})`,
  (a: ArrayInput, axis: number | null | SortOptions = -1, _?: SortOptions): NdArray<'int64'> => {
    return perLine('argsort', lines('argsort', a, axis as number | null, 1))
  },
)

export interface UniqueOptions {
  return_index?: boolean | undefined
  return_inverse?: boolean | undefined
  return_counts?: boolean | undefined
}

/**
 * The distinct elements, sorted (all NaN are one). With options, a list like NumPy's tuple: the elements, then the index
 * of the first of each, the position of every element among them, and how often each occurs, as asked for (int64).
 *
 * NumPy's `numpy.unique`.
 * @example
 * np.unique([3, 1, 3]) // array([1., 3.])
 */
export function unique<X extends ArrayInput>(ar: X): Same<X>
export function unique<X extends ArrayInput>(ar: X, options: UniqueOptions): [values: Same<X>, ...indices: NdArray<'int64'>[]]
export function unique(...args: unknown[]): NdArray | NdArray[] {
  return distinct(...(args as [ArrayInput])) as Untyped
}

const distinct = declare(
  'unique(ar: array, {return_index?: flag, return_inverse?: flag, return_counts?: flag})',
  (a: ArrayInput, options: UniqueOptions = {}): NdArray | NdArray[] => {
    const value = toValue('unique', a)
    const size = sizeOf(value.shape)
    countFallback('unique', 'a kernel of its own')
    return withMemory([value], (task, from) => {
      if (!options.return_index && !options.return_inverse && !options.return_counts) {
        const all = task.adopt(sorted(task, from, 1, size))
        const result = selected(task, task.adopt(firsts(task, all)), all)
        return wrap(leaf(result, [result.length], value.dtype))
      }
      const places = task.adopt(order(task, from, 1, size))
      const all = task.adopt(gather(task, from, places, { outer: 1, length: size, inner: 1 }, 'raise') as Memory)
      const begins = task.adopt(positions(task, task.adopt(firsts(task, all)), 'bigint64'))
      const at = (source: Memory, dtype: DType): Untyped =>
        wrap(leaf(gather(task, source, begins, { outer: 1, length: size, inner: 1 }, 'raise') as Memory, [begins.length], dtype))
      const list = [at(all, value.dtype)]
      if (options.return_index) list.push(at(places, 'int64'))
      if (options.return_inverse) list.push(inverse(places, begins, value.shape))
      if (options.return_counts) list.push(lengths(begins, size))
      return list
    })
  },
)

/** Non-negative 64-bit integers as words, every second of which is 0: bigints are slow one by one. */
const wordsOf = ({ data }: Memory): Uint32Array => new Uint32Array(data.buffer, data.byteOffset, 2 * data.length)

/** Which of the runs that begin at `begins` each element belongs to, given where the elements of the runs come from. */
function inverse(places: Memory, begins: Memory, shape: readonly number[]): Untyped {
  const [from, starts] = [wordsOf(places), wordsOf(begins)]
  return build('int64', shape, (_, raw) => {
    const to = new Uint32Array(raw.buffer, raw.byteOffset, 2 * raw.length)
    for (let run = 0; run < begins.length; run++) {
      const end = run + 1 < begins.length ? starts[2 * run + 2]! : places.length
      for (let i = starts[2 * run]!; i < end; i++) {
        const at = 2 * from[2 * i]!
        to[at] = run
        to[at + 1] = 0
      }
    }
  })
}

/** How long the runs are that begin at `begins`, of `size` elements in all. */
function lengths(begins: Memory, size: number): Untyped {
  const starts = wordsOf(begins)
  const count = begins.length
  return build('int64', [count], (_, raw) => {
    const to = new Uint32Array(raw.buffer, raw.byteOffset, 2 * count)
    for (let run = 0; run < count; run++) {
      to[2 * run] = (run + 1 < count ? starts[2 * run + 2]! : size) - starts[2 * run]!
      to[2 * run + 1] = 0
    }
  })
}

export interface SearchOptions {
  /** Before equal elements (`left`), or after them. */
  side?: 'left' | 'right' | undefined
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
 * Where each element of `v` belongs in `a`, sorted and 1-d (int64): before equal elements, or after them (`right`). A number
 * may lie beyond the array's dtype.
 *
 * NumPy's `numpy.searchsorted`.
 * @example
 * np.searchsorted([1, 2, 3], [2, 5]) // array([1, 3])
 */
export const searchsorted = declare(
  'searchsorted(a: array, v: array, {side?: "left"|"right", sorter?: array|null})',
  (
    a: ArrayInput,
    v: ArrayInput,
    ...rest: Rest<[side: 'left' | 'right', sorter: ArrayInput | null], SearchOptions>
  ): NdArray<'int64'> => {
    const { side = 'left', sorter = null } = optionsOf<SearchOptions>(rest)
    const given = toValue('searchsorted', a)
    const whole = sorter === null ? given : inOrder(given, sorter)
    if (whole.shape.length !== 1)
      throw new ShapeError(`searchsorted: an array of shape ${showShape(whole.shape)}, expected one axis`)
    // A number is compared as it is: JavaScript compares numbers and bigints exactly.
    if (isWeak(v)) return eagerly('searchsorted', [whole], (cells) => indexArray([positionIn(cells, scalarOf(v), side)], []))
    const [all, keys] = typedPair('searchsorted', wrap(whole), v)
    return wrap(call('searchsorted', [all, keys], [side === 'right' ? 1 : 0], 'int64'))
  },
)

/** By bisection; NaN sorts last. */
export function positionIn(cells: Cells, key: Scalar, side: 'left' | 'right'): number {
  const before = side === 'left' ? -1 : 0
  let low = 0
  for (let high = cells.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (compare(cells[middle]!, key) <= before) low = middle + 1
    else high = middle
  }
  return low
}
