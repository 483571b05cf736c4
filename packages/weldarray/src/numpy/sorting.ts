import { normalizeAxis, type Scalar, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { reshape, type Value } from '@weldarray/runtime'
import { declare } from './arguments/declare.js'
import { build, type Cells, eagerly, indexArray } from './eager.js'
import { isWeak, scalarOf, toValue, typedPair } from './operands.js'
import { forEachLine } from './scans.js'
import type { NdArray } from './seam.js'
import type { ArrayInput } from './types.js'

/** NumPy's order: NaN after everything else. */
const compare = (a: Scalar, b: Scalar): number => (a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(a !== a) - Number(b !== b))

/** The value to sort and the axis; `null` flattens. A 0-d array has `least` axes. */
function lines(what: string, a: ArrayInput, axis: number | null, least: 0 | 1): [Value, number] {
  const value = toValue(what, a)
  const whole = axis === null || (least === 1 && value.shape.length === 0)
  const along = axis === null ? 0 : normalizeAxis(what, axis, Math.max(value.shape.length, least))
  return [whole ? reshape(value, [sizeOf(value.shape)]) : value, along]
}

export interface SortOptions {
  axis?: number | null | undefined
  /** Accepted as NumPy's; whatever it says, equal elements keep their order. */
  kind?: 'quicksort' | 'mergesort' | 'heapsort' | 'stable' | null | undefined
}

const SORT = 'axis?: integer|null, {kind?: "quicksort"|"mergesort"|"heapsort"|"stable"|null}'

/** Sorted along an axis (the last), NaN at the end; a copy. `null` sorts the flattened array. Throws `AxisError` for a 0-d array. */
export const sort = declare(
  `sort(a: array, ${SORT})`,
  (a: ArrayInput, axis: number | null | SortOptions = -1, _?: SortOptions): NdArray => {
    const [value, along] = lines('sort', a, axis as number | null, 0)
    return eagerly('sort', [value], (cells) =>
      build(value.dtype, value.shape, (to, raw) => {
        const line = raw.slice(0, value.shape[along]!)
        const cell = line as unknown as Cells
        forEachLine(value.shape, along, (start, step, length) => {
          for (let i = 0; i < length; i++) cell[i] = cells[start + i * step]!
          line.sort()
          for (let i = 0; i < length; i++) to[start + i * step] = cell[i]!
        })
      }),
    )
  },
)

/** Stable order of `length` cells from `start`. */
export function orderOf(cells: Cells, start: number, step: number, length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, i) => i).sort(
    (i, j) => compare(cells[start + i * step]!, cells[start + j * step]!) || i - j,
  )
}

/** The indices (bigint64) that sort the array along an axis (the last); equal elements keep their order. */
export const argsort = declare(
  `argsort(a: array, ${SORT})`,
  (a: ArrayInput, axis: number | null | SortOptions = -1, _?: SortOptions): NdArray => {
    const [value, along] = lines('argsort', a, axis as number | null, 1)
    return eagerly('argsort', [value], (cells) =>
      build('bigint64', value.shape, (to) =>
        forEachLine(value.shape, along, (start, step, length) => {
          orderOf(cells, start, step, length).forEach((i, k) => {
            to[start + k * step] = BigInt(i)
          })
        }),
      ),
    )
  },
)

export interface UniqueOptions {
  return_index?: boolean | undefined
  return_inverse?: boolean | undefined
  return_counts?: boolean | undefined
}

/**
 * The distinct elements, sorted (all NaN are one). With options, a list like NumPy's tuple: the elements, then the index
 * of the first of each, the position of every element among them, and how often each occurs, as asked for (bigint64).
 */
export function unique(ar: ArrayInput): NdArray
export function unique(ar: ArrayInput, options: UniqueOptions): NdArray[]
export function unique(...args: unknown[]): NdArray | NdArray[] {
  return distinct(...(args as [ArrayInput]))
}

const distinct = declare(
  'unique(ar: array, {return_index?: flag, return_inverse?: flag, return_counts?: flag})',
  (a: ArrayInput, options: UniqueOptions = {}): NdArray | NdArray[] => {
    const value = toValue('unique', a)
    return eagerly('unique', [value], (cells) => {
      const order = orderOf(cells, 0, 1, cells.length)
      const first: number[] = []
      const inverse = new Uint32Array(cells.length)
      const counts: number[] = []
      order.forEach((at, k) => {
        if (k === 0 || compare(cells[order[k - 1]!]!, cells[at]!) !== 0) {
          first.push(at)
          counts.push(0)
        }
        inverse[at] = first.length - 1
        counts[counts.length - 1]!++
      })
      const list = [
        build(value.dtype, [first.length], (to) => {
          for (let i = 0; i < first.length; i++) to[i] = cells[first[i]!]!
        }),
      ]
      if (options.return_index) list.push(indexArray(first))
      if (options.return_inverse) list.push(indexArray(inverse, value.shape))
      if (options.return_counts) list.push(indexArray(counts))
      return list.length === 1 ? list[0]! : list
    })
  },
)

export interface SearchOptions {
  /** Before equal elements (`left`), or after them. */
  side?: 'left' | 'right' | undefined
}

/**
 * Where each element of `v` belongs in `a`, sorted and 1-d (bigint64): before equal elements, or after them (`right`). A number
 * may lie beyond the array's dtype.
 */
export const searchsorted = declare(
  'searchsorted(a: array, v: array, {side?: "left"|"right"})',
  (a: ArrayInput, v: ArrayInput, options?: SearchOptions | 'left' | 'right'): NdArray => {
    const side = (options as SearchOptions | undefined)?.side ?? 'left'
    const whole = toValue('searchsorted', a)
    if (whole.shape.length !== 1)
      throw new ShapeError(`searchsorted: an array of shape ${showShape(whole.shape)}, expected one axis`)
    // A number is compared as it is: JavaScript compares numbers and bigints exactly.
    if (isWeak(v)) return eagerly('searchsorted', [whole], (cells) => indexArray([positionIn(cells, scalarOf(v), side)], []))
    const [sorted, wanted] = typedPair('searchsorted', a, v)
    return eagerly('searchsorted', [sorted, wanted], (cells, keys) =>
      indexArray(
        Array.from(keys as ArrayLike<Scalar>, (key) => positionIn(cells, key, side)),
        wanted.shape,
      ),
    )
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
