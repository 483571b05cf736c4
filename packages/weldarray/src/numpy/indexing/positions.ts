import { contiguousStrides, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { broadcast, call, cast, places } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { borrow, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { alike } from '../operands/each.js'
import { indexArray } from '../operands/eager.js'
import { literal, op } from '../operands/expressions.js'
import { toValue, typedPair } from '../operands/operands.js'
import { partsOf } from '../operands/parts.js'
import { flip } from '../shaping/axes.js'
import { arrayOf, moveaxis } from '../shaping/layout.js'
import { argsort } from '../sorting/sorting.js'
import type { ArrayInput } from '../types.js'
import type { IndexMode } from './indexing.js'
import { take_along_axis } from './selecting.js'

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
    const at = places('unravel_index', value, size, 'natural', 'bigint64')
    return lengths.map((n, axis) => {
      const whole = steps[axis]! > 1 ? op('floordiv', at, steps[axis]!) : at
      return wrap(cast(op('floorrem', whole, Math.max(1, n)), 'int64'))
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
    const terms = values.map((value, axis) => {
      const how = modes[axis] === 'raise' ? 'natural' : modes[axis]!
      const at = places(`ravel_multi_index, axis ${axis}`, value, dims[axis]!, how, 'bigint64')
      return op('mul', broadcast(at, values[0]!.shape), steps[axis]!)
    })
    return wrap(
      cast(
        terms.reduce((sum, term) => op('add', sum, term)),
        'int64',
      ),
    )
  },
)

/**
 * The number of the bin (increasing or decreasing edges) each element is in: bin i is from edge i - 1 up to edge i, its lower
 * end included (with `right` its upper). NumPy's `numpy.digitize`.
 * @example
 * np.digitize([0.5, 2.5], [0, 1, 2, 3]) // array([1, 3])
 */
export const digitize = declare(
  'digitize(x: array, bins: array, {right?: flag})',
  (x: ArrayInput, bins: ArrayInput, ...rest: Rest<[right: boolean], { right?: boolean }>): NdArray<'int64'> => {
    const { right = false } = optionsOf<{ right?: boolean }>(rest)
    const edges = arrayOf('digitize', bins)
    if (edges.shape.length !== 1) throw new ShapeError(`digitize: bins of shape ${showShape(edges.shape)}, expected one axis`)
    const n = edges.size
    const falling = borrow([valueOf(edges)], areFalling)
    const [wanted, sorted] = typedPair('digitize', x, falling ? flip(edges) : edges)
    const at = call('searchsorted', [sorted, wanted], [right ? 0 : 1], 'int64')
    return wrap(falling ? op('sub', literal(n, 'int64'), at) : at)
  },
)

/** Whether edges decrease; a NaN is beyond all others, on the side where it stands. Throws `ArgumentError` for those without an order. */
function areFalling(cells: ArrayLike<number | bigint>): boolean {
  let i = 1
  while (i < cells.length && cells[i] === cells[0]) i++
  const falling = i < cells.length && !(cells[0]! < cells[i]!)
  for (i++; i < cells.length; i++)
    if (falling ? cells[i - 1]! < cells[i]! : cells[i - 1]! > cells[i]!)
      throw new ArgumentError('digitize: the edges must increase or decrease')
  return falling
}

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
      : partsOf('lexsort', arrayOf('lexsort', keys as ArrayInput)).map((k) => arrayOf('lexsort', k as ArrayInput))
    if (list.length === 0) throw new ShapeError('lexsort: got no keys, expected at least one')
    const first = list[0]!
    if (list.some((k) => String(k.shape) !== String(first.shape)))
      throw new ShapeError('lexsort: the keys have different shapes, expected one')
    if (first.shape.length === 0) return indexArray([0], [])
    // Sorts keep the order of what is equal: by the least key first, then by each of the others.
    const lines = list.map((k) => moveaxis(k, axis, -1))
    const order = lines.slice(1).reduce(
      (places: NdArray, key) => {
        const inOrder = take_along_axis(key, places, -1)
        return take_along_axis(places, argsort(inOrder, -1), -1)
      },
      argsort(lines[0]!, -1),
    )
    return moveaxis(order, -1, axis) as Untyped
  },
)
