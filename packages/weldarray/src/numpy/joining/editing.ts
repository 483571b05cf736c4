import { broadcastShapes, IndexError, normalizeAxes, normalizeAxis, showShape, sizeOf } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { empty, shapeOf } from '../creation/creation.js'
import { equal } from '../elementwise/functions.js'
import { compress, nonzero } from '../indexing/indexing.js'
import { sliceRange } from '../indexing/slicing.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { toWrite } from '../operands/destination.js'
import { build } from '../operands/eager.js'
import { max, min } from '../reductions/reductions.js'
import { all } from '../reductions/truth.js'
import { flip } from '../shaping/axes.js'
import { arrayOf, broadcast_to, moveaxis, ravel, reshape, swapaxes } from '../shaping/layout.js'
import type { ArrayInput, Axes } from '../types.js'
import { inserted } from './inserting.js'
import { concatenate } from './joining.js'

export { transpose as permute_dims } from '../shaping/layout.js'
/** `concatenate` under the array API standard's name. */
export { concatenate as concat, vstack as row_stack } from './joining.js'

/**
 * An axis moved before another. NumPy's older `moveaxis`. NumPy's `numpy.rollaxis`.
 * @example
 * np.rollaxis(np.zeros([2, 3, 4]), 2).shape // [ 4, 2, 3 ]
 */
export const rollaxis = declare(
  'rollaxis(a: array, axis: integer, {start?: integer})',
  <X extends ArrayInput>(a: X, axis: number, ...rest: Rest<[start: number], { start?: number }>): Same<X> => {
    const { start = 0 } = optionsOf<{ start?: number }>(rest)
    const x = arrayOf('rollaxis', a)
    const rank = x.shape.length
    const from = normalizeAxis('rollaxis', axis, rank)
    const to = start < 0 ? start + rank : start
    if (!Number.isInteger(to) || to < 0 || to > rank)
      throw new ArgumentError(`rollaxis: start is ${start}, expected an integer from ${-rank} to ${rank}`)
    return moveaxis(x, from, to > from ? to - 1 : to)
  },
)

interface TurnOptions {
  k?: number
  axes?: readonly [number, number]
}

/**
 * Turned by `k` quarters in the plane of two axes (the first two), from the first towards the second. A view. NumPy's
 * `numpy.rot90`.
 * @example
 * np.rot90([[1, 2], [3, 4]])
 * // array([[2., 4.],
 * //        [1., 3.]])
 */
export const rot90 = declare(
  'rot90(m: array, {k?: integer, axes?: list})',
  <X extends ArrayInput>(m: X, ...rest: Rest<[k: number, axes: readonly [number, number]], TurnOptions>): Same<X> => {
    const { k = 1, axes = [0, 1] } = optionsOf<TurnOptions>(rest)
    const x = arrayOf('rot90', m)
    const [i, j] = axes.map((axis) => normalizeAxis('rot90', axis, x.shape.length)) as [number, number]
    if (axes.length !== 2 || i === j) throw new ArgumentError(`rot90: axes (${axes}), expected two different ones`)
    const turns = ((k % 4) + 4) % 4
    if (turns === 0) return x.slice('...')
    if (turns === 2) return flip(flip(x, i), j)
    return turns === 1 ? swapaxes(flip(x, j), i, j) : flip(swapaxes(x, i, j), j)
  },
)

/**
 * The elements, repeated or cut off as needed, in another shape; a copy. NumPy's `numpy.resize`.
 * @example
 * np.resize([1, 2, 3], [2, 4])
 * // array([[1., 2., 3., 1.],
 * //        [2., 3., 1., 2.]])
 */
export const resize = declare(
  'resize(a: array, new_shape: integers)',
  <X extends ArrayInput>(a: X, shape: number | readonly number[]): Same<X> => {
    const lengths = typeof shape === 'number' ? [shape] : [...shape]
    for (const n of lengths) integerOf('resize', 'a length', n, 0)
    const flat: Untyped = ravel(a)
    const size = sizeOf(lengths)
    if (flat.size === 0) return empty(lengths, flat.dtype) as Untyped
    const times = Math.ceil(size / flat.size)
    const long: Untyped = times <= 1 ? flat : ravel(broadcast_to(flat, [times, flat.size]))
    return reshape(long.slice(`:${size}`), lengths).clone()
  },
)

/**
 * Without what holds zeros alone at the ends of axes (of all, or those given): `'f'` at the front, `'b'` at the back. A view. NumPy's
 * `numpy.trim_zeros`.
 * @example
 * np.trim_zeros([0, 0, 1, 2, 0]) // array([1., 2.])
 */
export const trim_zeros = declare(
  'trim_zeros(filt: array, {trim?: string, axis?: integers|null})',
  <X extends ArrayInput>(a: X, ...rest: Rest<[trim: string, axis: Axes], { trim?: string; axis?: Axes }>): Same<X> => {
    const { trim = 'fb', axis = null } = optionsOf<{ trim?: string; axis?: Axes }>(rest)
    const x = arrayOf('trim_zeros', a)
    const sides = trim.toLowerCase()
    if (!['fb', 'bf', 'f', 'b'].includes(sides))
      throw new ArgumentError(`trim_zeros: trim is '${trim}', expected 'f', 'b' or 'fb'`)
    const axes = normalizeAxes('trim_zeros', axis, x.shape.length)
    if (x.shape.length === 0) return x
    const found = nonzero(x)
    const spec = Array.from(x.shape, (_, i) => {
      if (!axes.includes(i)) return ':'
      const at = found[i]!
      if (at.size === 0) return ':0'
      const [low, high] = [Number(min(at).item()), Number(max(at).item())]
      return `${sides.includes('f') ? low : ''}:${sides.includes('b') ? high + 1 : ''}`
    })
    return x.slice(...spec)
  },
)

interface AxisOption {
  axis?: number | null
}

/** What `delete` and `insert` take for places: an integer, a slice as text, a mask or a list of integers. */
export type Places = number | bigint | string | ArrayInput

/** The places along an axis of length `n`, not negative. `most`: the largest place. */
function placesOf(what: string, places: Places, n: number, most: number): { list: number[]; single: boolean } {
  if (typeof places === 'string') {
    const { start, step, count } = sliceRange(places, n)
    return { list: Array.from({ length: count }, (_, i) => start + i * step), single: false }
  }
  const x = arrayOf(what, places)
  const isMask = (x.dtype as string) === 'bool'
  if (isMask && (x.shape.length !== 1 || (what === 'delete' && x.size !== n)))
    throw new IndexError(`${what}: a mask of shape ${showShape(x.shape)} for a length of ${n}`)
  if (x.shape.length > 1 && what === 'insert')
    throw new IndexError(`insert: places of shape ${showShape(x.shape)}, expected at most one axis`)
  const list = isMask ? [...x].flatMap((on, i) => (Number(on) ? [i] : [])) : [...ravel(x)].map((v) => Number(v))
  for (const i of list)
    if (!Number.isInteger(i) || i < -n || i > most)
      throw new IndexError(`${what}: place ${i} is out of bounds for a length of ${n}: expected ${-n} to ${most}`)
  return { list: list.map((i) => (i < 0 ? i + n : i)), single: x.shape.length === 0 }
}

const lineOf = (what: string, a: ArrayInput, axis: number | null): [NdArray, number] => {
  const x = arrayOf(what, a)
  if (axis === null) return [ravel(x), 0]
  return [x, normalizeAxis(what, axis, x.shape.length)]
}

/** So few places are left out by joining what is between them. */
const FEW_PLACES = 16

function without(x: NdArray, places: readonly number[], axis: number): Untyped {
  const n = x.shape[axis]!
  const parts: Untyped[] = []
  let from = 0
  for (const place of [...places, n].sort((p, q) => p - q)) {
    if (place > from) parts.push(x.slice(...new Array<string>(axis).fill(':'), `${from}:${place}`))
    from = Math.max(from, place + 1)
  }
  // Nothing is left.
  if (parts.length === 0) parts.push(x.slice(...new Array<string>(axis).fill(':'), ':0'))
  return parts.length === 1 ? (parts[0]!.clone() as Untyped) : (concatenate(parts, axis) as Untyped)
}

/**
 * A copy without the slices at the places given (an integer, `'1:3'`, a mask, a list) along an axis, or without those elements
 * of the flattened array. NumPy's `numpy.delete`.
 * @example
 * np.delete([1, 2, 3], 1) // array([1., 3.])
 */
const deleteAt = declare(
  'delete(arr: array, obj: string|array, {axis?: integer|null})',
  <X extends ArrayInput>(a: X, places: Places, ...rest: Rest<[axis: number | null], AxisOption>): Same<X> => {
    const { axis = null } = optionsOf<AxisOption>(rest)
    const [x, along] = lineOf('delete', a, axis)
    const n = x.shape[along]!
    const { list } = placesOf('delete', places, n, n - 1)
    if (list.length <= FEW_PLACES) return without(x, list, along)
    const keep = build('bool', [n], (to, raw) => {
      raw.fill(1 as never)
      for (const i of list) to[i] = 0
    })
    return compress(keep, x, along) as Untyped
  },
)

export { deleteAt as delete }

/**
 * A copy with `values` before the places given (an integer, `'1:3'`, a mask, a list), along an axis or in the flattened array. Values
 * broadcast to as many slices as there are
 * places, and are converted to the array's dtype.
 *
 * NumPy's `numpy.insert`.
 * @example
 * np.insert([1, 2, 3], 1, 9) // array([1., 9., 2., 3.])
 */
export const insert = declare(
  'insert(arr: array, obj: string|array, values: array, {axis?: integer|null})',
  <X extends ArrayInput>(a: X, places: Places, values: ArrayInput, ...rest: Rest<[axis: number | null], AxisOption>): Same<X> => {
    const { axis = null } = optionsOf<AxisOption>(rest)
    const [x, along] = lineOf('insert', a, axis)
    const n = x.shape[along]!
    const { list, single } = placesOf('insert', places, n, n)
    let source = wrap(toWrite('insert', values, x)).astype(x.dtype as 'float64')
    const rank = x.shape.length
    if (source.shape.length < rank)
      source = reshape(source, [...new Array<number>(rank - source.shape.length).fill(1), ...source.shape])
    // One place given as a number takes the first axis of the values for the one that grows.
    if (single && axis !== null) source = moveaxis(source, 0, along)
    const one = list.length === 1
    const count = one ? source.shape[along]! : list.length
    const order = (one ? new Array<number>(count).fill(list[0]!) : list).map((place, i) => [place, i] as const)
    order.sort((p, q) => p[0] - q[0] || p[1] - q[1])
    const shape = Array.from(x.shape, (d, i) => (i === along ? count : d))
    const fresh = broadcast_to(source, shape)
    return inserted(x, fresh, order, along)
  },
)

/**
 * The shape that shapes broadcast to. Throws `ShapeError`.
 * @example
 * np.broadcast_shapes([2, 1], [3]) // [ 2, 3 ]
 */
export const broadcast_shapes = declare(
  'broadcast_shapes(...args: integers)',
  (...shapes: readonly (number | readonly number[])[]): number[] => [
    ...broadcastShapes('broadcast_shapes', ...shapes.map((s) => shapeOf('broadcast_shapes', s))),
  ],
)

/**
 * Whether two arrays broadcast to one another and are equal then. Evaluates. NumPy's `numpy.array_equiv`.
 * @example
 * np.array_equiv([1, 2], [[1, 2], [1, 2]]) // true
 */
export const array_equiv = declare('array_equiv(a1: array, a2: array)', (a: ArrayInput, b: ArrayInput): boolean => {
  const [x, y] = [arrayOf('array_equiv', a), arrayOf('array_equiv', b)]
  try {
    broadcastShapes('array_equiv', x.shape, y.shape)
  } catch {
    return false
  }
  return all(equal(x, y))
})
