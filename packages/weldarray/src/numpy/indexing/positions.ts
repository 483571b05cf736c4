import { contiguousStrides, IndexError, type Scalar, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import type { Untyped } from '../operands/arrays.js'
import { type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { alike } from '../operands/each.js'
import { type Cells, eagerly, indexArray } from '../operands/eager.js'
import { toValue, typedPair } from '../operands/operands.js'
import { whole } from '../operands/whole.js'
import { arrayOf, flip, moveaxis } from '../shaping/layout.js'
import { positionIn } from '../sorting/sorting.js'
import type { ArrayInput } from '../types.js'
import type { IndexMode } from './indexing.js'

type Order = 'C' | 'F'

/** Strides of the positions, in C order (rows first) or F order (columns first). */
const stepsOf = (shape: readonly number[], order: Order): number[] =>
  order === 'C' ? contiguousStrides(shape) : shape.map((_, i) => sizeOf(shape.slice(0, i)))

/**
 * The indices, one array for each axis, of positions in the flattened array. Throws `IndexError`. NumPy's
 * `numpy.unravel_index`.
 * @example
 * np.unravel_index([5, 2], [2, 3]) // [ array([1, 0]), array([2, 2]) ]
 */
export const unravel_index = declare(
  'unravel_index(indices: array, shape: integers, {order?: "C"|"F"})',
  (
    indices: ArrayInput,
    shape: number | readonly number[],
    ...rest: Rest<[order: Order], { order?: Order }>
  ): NdArray<'int64'>[] => {
    const { order = 'C' } = optionsOf<{ order?: Order }>(rest)
    const lengths = typeof shape === 'number' ? [shape] : [...shape]
    const size = sizeOf(lengths)
    const steps = stepsOf(lengths, order)
    const value = toValue('unravel_index', indices)
    return eagerly('unravel_index', [value], (cells) => {
      const positions = whole('unravel_index', cells)
      for (const p of positions)
        if (p < 0 || p >= size)
          throw new IndexError(
            `unravel_index: position ${p} is out of bounds for shape ${showShape(lengths)} of ${size} elements`,
          )
      return lengths.map((n, axis) =>
        indexArray(
          positions.map((p) => Math.floor(p / steps[axis]!) % n),
          value.shape,
        ),
      )
    })
  },
)

/**
 * The positions in the flattened array of indices, one array for each axis. Throws `IndexError` unless `mode` is `'wrap'` or
 * `'clip'`. NumPy's `numpy.ravel_multi_index`.
 * @example
 * np.ravel_multi_index([[1, 0], [2, 2]], [2, 3]) // array([5, 2])
 */
export const ravel_multi_index = declare(
  'ravel_multi_index(multi_index: arrays, dims: list, {mode?: "raise"|"wrap"|"clip"|strings, order?: "C"|"F"})',
  (
    multi_index: readonly ArrayInput[],
    dims: readonly number[],
    ...rest: Rest<
      [mode: IndexMode | readonly IndexMode[], order: Order],
      { mode?: IndexMode | readonly IndexMode[]; order?: Order }
    >
  ): NdArray<'int64'> => {
    const { mode = 'raise', order = 'C' } = optionsOf<{ mode?: IndexMode | readonly IndexMode[]; order?: Order }>(rest)
    if (multi_index.length !== dims.length)
      throw new ShapeError(`ravel_multi_index: ${multi_index.length} indices for ${dims.length} axes, expected as many`)
    const modes = typeof mode === 'string' ? dims.map(() => mode) : mode
    if (modes.length !== dims.length || !modes.every((m) => m === 'raise' || m === 'wrap' || m === 'clip'))
      throw new ArgumentError(
        `ravel_multi_index: the modes are ${modes.join(', ')}, expected 'raise', 'wrap' or 'clip' for each of ${dims.length} axes`,
      )
    if (dims.length === 0) throw new ShapeError('ravel_multi_index: got no axes, expected at least one')
    const steps = stepsOf(dims, order)
    const values = alike('ravel_multi_index', multi_index)
    return eagerly('ravel_multi_index', values, (...cells) => {
      const size = sizeOf(values[0]!.shape)
      const total = new Float64Array(size)
      cells.forEach((list, axis) => {
        const n = dims[axis]!
        const numbers = whole('ravel_multi_index', list)
        for (let i = 0; i < size; i++) {
          let k = numbers[list.length === 1 ? 0 : i]!
          if (modes[axis] === 'wrap') k = ((k % n) + n) % n
          else if (modes[axis] === 'clip') k = Math.min(Math.max(k, 0), n - 1)
          else if (k < 0 || k >= n)
            throw new IndexError(`ravel_multi_index: index ${k} is out of bounds for axis ${axis} of length ${n}`)
          total[i]! += k * steps[axis]!
        }
      })
      return indexArray(total, values[0]!.shape)
    })
  },
)

/**
 * The number of the bin (increasing or decreasing edges) each element is in: bin i is from edge i - 1 up to edge i, its lower
 * end included (with `right` its upper). NumPy's `numpy.digitize`.
 * @example
 * np.digitize([0.5, 2.5], [0, 1, 2, 3]) // array([1, 3])
 */
export const digitize = declare(
  'digitize(x: array, bins: array, right?: flag)',
  (x: ArrayInput, bins: ArrayInput, right: boolean | { right?: boolean } = false): NdArray<'int64'> => {
    const closed = typeof right === 'object' ? (right.right ?? false) : right
    const edges = arrayOf('digitize', bins)
    if (edges.shape.length !== 1) throw new ShapeError(`digitize: bins of shape ${showShape(edges.shape)}, expected one axis`)
    const n = edges.size
    const falling = n > 1 && Number(edges.get(0)) > Number(edges.get(n - 1))
    const [wanted, sorted] = typedPair('digitize', x, falling ? flip(edges) : edges)
    return eagerly('digitize', [wanted, sorted], (cells, among) => {
      for (let i = 1; i < n; i++)
        if (!(among[i - 1]! <= among[i]!)) throw new ArgumentError('digitize: the edges must increase or decrease')
      const side = closed ? 'left' : 'right'
      return indexArray(
        Array.from(cells as ArrayLike<Scalar>, (v) => {
          const at = positionIn(among, v, side)
          return falling ? n - at : at
        }),
        wanted.shape,
      )
    })
  },
)

/**
 * The indices that sort along an axis (the last) by several keys, the last one first. The rows of an array are its keys.
 * NumPy's `numpy.lexsort`.
 * @example
 * np.lexsort([[1, 2, 1], [0, 0, -1]]) // array([2, 0, 1])
 */
export const lexsort = declare(
  'lexsort(keys: array, {axis?: integer})',
  (keys: readonly ArrayInput[] | ArrayInput, ...rest: Rest<[axis: number], { axis?: number }>): NdArray<'int64'> => {
    const { axis = -1 } = optionsOf<{ axis?: number }>(rest)
    const list = Array.isArray(keys)
      ? keys.map((k) => arrayOf('lexsort', k as ArrayInput))
      : [...arrayOf('lexsort', keys as ArrayInput)].map((k) => arrayOf('lexsort', k as ArrayInput))
    if (list.length === 0) throw new ShapeError('lexsort: got no keys, expected at least one')
    const first = list[0]!
    if (list.some((k) => String(k.shape) !== String(first.shape)))
      throw new ShapeError('lexsort: the keys have different shapes, expected one')
    if (first.shape.length === 0) return indexArray([0], [])
    const lines = list.map((k) => valueOf(wrap(valueOf(moveaxis(k, axis, -1)))))
    const { shape } = lines[0]!
    const n = shape.at(-1)!
    const sorted = eagerly('lexsort', lines, (...cells: Cells[]) => {
      const to = new Float64Array(sizeOf(shape))
      for (let start = 0; n > 0 && start < to.length; start += n) {
        const ranks = cells.map((c) => ranksOf(c, start, n))
        const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => {
          for (let k = ranks.length - 1; k >= 0; k--) {
            const d = ranks[k]![i]! - ranks[k]![j]!
            if (d !== 0) return d
          }
          return i - j
        })
        to.set(order, start)
      }
      return indexArray(to, shape)
    })
    return moveaxis(sorted, -1, axis) as Untyped
  },
)

/** Smaller first, NaN last. */
const before = (x: Scalar, y: Scalar): number => (x < y ? -1 : x > y ? 1 : Number(x !== x) - Number(y !== y))

/** The place of each cell among the distinct ones. */
function ranksOf(cells: Cells, start: number, n: number): Float64Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => before(cells[start + i]!, cells[start + j]!) || i - j)
  const ranks = new Float64Array(n)
  let rank = 0
  order.forEach((at, k) => {
    const [x, y] = [cells[start + order[Math.max(0, k - 1)]!]!, cells[start + at]!]
    if (k > 0 && !(x === y || (x !== x && y !== y))) rank++
    ranks[at] = rank
  })
  return ranks
}
