import {
  broadcastShapes,
  contiguousStrides,
  DTypeError,
  IndexError,
  isFloat,
  isInteger,
  type Node,
  normalizeAxis,
  ShapeError,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import { broadcast, counting, places, placeType, reshape as reshapeValue, takeAlong } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfAll, MetAll, Out, Outcome, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, valueOf, wrap, writeValue } from '../operands/arrays.js'
import { fitted, into, toWrite } from '../operands/destination.js'
import { alike } from '../operands/each.js'
import { select as choice, filled, op, truth } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { partsOf } from '../operands/parts.js'
import { arrayOf, broadcast_to, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { changePlaces, inTurns, readNow } from './changing.js'
import { at } from './fancy/index.js'
import type { IndexMode } from './indexing.js'

/** The choices, broadcast together. Throws `ShapeError` for none. */
function choicesOf(what: string, arrays: readonly ArrayInput[], shape: readonly number[]): Node[] {
  if (arrays.length === 0) throw new ShapeError(`${what}: got no choices, expected at least one`)
  return alike(what, arrays, undefined, shape)
}

export interface ChooseOptions<O = NdArray<AnyDType>> {
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
  /** What numbers beyond the list are. */
  mode?: IndexMode | undefined
}

/** What `choose` takes behind the choices. */
export type ChooseRest<O> = Rest<[out: Out<O> | null, mode: IndexMode], ChooseOptions<O>>

/**
 * The element of the list of `choices` that each number of `a` names; all broadcast together. Numbers beyond the list are an
 * `IndexError`, or are taken modulo its length (`wrap`) or brought into it (`clip`). Lazy.
 *
 * NumPy's `numpy.choose`.
 * @example
 * np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]) // array([ 1., 20.,  3.])
 */
export const choose = declare(
  'choose(a: array, choices: arrays, {out?: ndarray, mode?: "raise"|"wrap"|"clip"})',
  <const L extends readonly ArrayInput[], O = never>(
    a: ArrayInput,
    choices: L,
    ...rest: ChooseRest<O>
  ): Outcome<never, O, DTypeOfAll<L>> => {
    const options = optionsOf<ChooseOptions>(rest)
    const mode = options.mode ?? 'raise'
    const index = toValue('choose', a)
    if (isFloat(index.dtype) && !(Array.isArray(a) || typeof a === 'number'))
      throw new DTypeError(`choose: numbers of dtype ${index.dtype}, expected integers: cast with astype('int32')`)
    const values = choicesOf(
      'choose',
      Array.isArray(choices) ? choices : (partsOf('choose', arrayOf('choose', choices as never)) as ArrayInput[]),
      index.shape,
    )
    const n = values.length
    const shape = values[0]!.shape
    const numbers = places('choose', index, n, mode === 'raise' ? 'natural' : mode, 'int32')
    const which = broadcast(numbers, shape)
    const chosen = values.slice(1).reduce((sum, v, i) => choice(op('eq', which, i + 1), v, sum), values[0]!)
    return (options.out === undefined ? wrap(chosen) : into('choose', options.out, chosen)) as never
  },
)

/**
 * For each element, the first of `choices` whose condition holds, else `fallback` (0). All broadcast together. Lazy. NumPy's
 * `numpy.select`.
 * @example
 * const x = np.arange(5)
 * np.select([x.lt(2), x.gt(3)], [x, x.mul(10)], -1) // array([ 0.,  1., -1., -1., 40.])
 */
export const select = declare(
  'select(condlist: arrays, choicelist: arrays, {default?: array})',
  <const L extends readonly ArrayInput[], F extends ArrayInput = 0>(
    conditions: readonly ArrayInput[],
    choices: L,
    ...rest: Rest<[fallback: F], { default?: F }>
  ): MetAll<[...L, F]> => {
    const { default: fallback = 0 } = optionsOf<{ default?: ArrayInput }>(rest)
    if (conditions.length !== choices.length || conditions.length === 0)
      throw new ShapeError(
        `select: ${conditions.length} conditions and ${choices.length} choices, expected as many of both, at least one`,
      )
    const masks = conditions.map((c) => {
      const value = toValue('select', c)
      if (value.dtype !== 'bool')
        throw new DTypeError(`select: a condition of dtype ${value.dtype}, expected bool: compare first`)
      return value
    })
    const shape = broadcastShapes('select', ...masks.map((m) => m.shape))
    const values = choicesOf('select', [...choices, fallback], shape)
    const joint = values[0]!.shape
    const otherwise = values.pop()!
    return wrap(values.reduceRight((others, v, i) => choice(broadcast(masks[i]!, joint), v, others), otherwise))
  },
)

/** The conditions for an array of that rank: those of a list, the rows of an array with one axis more, or one. */
function conditionsOf(given: readonly ArrayInput[] | ArrayInput, rank: number): readonly ArrayInput[] {
  if (Array.isArray(given) && typeof given[0] === 'object') return given
  const whole = arrayOf('piecewise', given as ArrayInput)
  return whole.shape.length > rank ? partsOf('piecewise', whole) : [whole]
}

/**
 * A function of its parts: where `conditions[i]` holds, `functions[i]` of those elements (or that number); the last condition
 * that holds
 * wins. One function more than conditions is for the elements where none holds, else these are 0. The dtype is the array's.
 *
 * NumPy's `numpy.piecewise`.
 * @example
 * np.piecewise([-2, 3], [[true, false], [false, true]], [0, (x) => x.mul(10)]) // array([ 0., 30.])
 */
export const piecewise = declare(
  'piecewise(x: array, condlist: array|arrays, funclist: iterable, ...args: any)',
  <X extends ArrayInput>(
    x: X,
    conditions: readonly ArrayInput[] | ArrayInput,
    given: Iterable<ArrayInput | ((part: NdArray, ...args: unknown[]) => ArrayInput)>,
    ...args: readonly unknown[]
  ): Same<X> => {
    const functions = [...given]
    const from = arrayOf('piecewise', x)
    const shape = [...from.shape]
    const masks = conditionsOf(conditions, shape.length).map((c) => truth(toValue('piecewise', c)))
    if (functions.length !== masks.length && functions.length !== masks.length + 1)
      throw new ShapeError(
        `piecewise: ${functions.length} functions for ${masks.length} conditions, expected ${masks.length} or ${masks.length + 1}`,
      )
    if (functions.length > masks.length) {
      const some = masks.reduce((a, b) => op('or', a, b))
      masks.push(op('eq', some, 0))
    }
    const result = wrap(filled(0, valueOf(from).dtype, shape))
    masks.forEach((mask, i) => {
      const on = broadcast_to(wrap(mask), shape)
      const f = functions[i]!
      if (typeof f !== 'function') at(result, on).set(f)
      else {
        const part = at(from, on).get()
        if (part.size > 0) at(result, on).set(f(part, ...args))
      }
    })
    return result
  },
)

/**
 * Writes values, in the array's own order and repeated as needed, where a mask of its shape holds: `a[i] = values[i % n]`. Throws `DTypeError`
 * for an array that is not safe to cast.
 * NumPy's `numpy.putmask`.
 * @example
 * const x = np.arange(4)
 * np.putmask(x, x.gt(1), 0)
 * x // array([0., 1., 0., 0.])
 */
export const putmask = declare(
  'putmask(a: ndarray, mask: array, values: array)',
  (a: NdArray<AnyDType>, mask: ArrayInput, values: ArrayInput): void => {
    const value = valueOf(a)
    const on = truth(toValue('putmask', mask))
    const source = toWrite('putmask', values, a, 'safe')
    if (sizeOf(on.shape) !== sizeOf(value.shape))
      throw new ShapeError(
        `putmask: a mask of shape ${showShape(on.shape)} for an array of shape ${showShape(value.shape)}: expected the same size`,
      )
    const size = sizeOf(value.shape)
    if (sizeOf(source.shape) === 0 || size === 0) return
    const turns = inTurns('putmask', source, size)
    const from = sizeOf(turns.shape) === 1 ? broadcast(reshapeValue(turns, []), value.shape) : reshapeValue(turns, value.shape)
    writeValue(a, choice(reshapeValue(on, value.shape), from, value))
  },
)

/** Indices along an axis, of as many axes as the array has. Throws `DTypeError`, `ShapeError`. */
function indicesAlong(what: string, a: NdArray<AnyDType>, indices: ArrayInput): Node {
  const index = toValue(what, indices)
  if (!isInteger(index.dtype) && !Array.isArray(indices) && !isFloat(index.dtype))
    throw new DTypeError(`${what}: indices of dtype ${index.dtype}, expected integers`)
  if (index.shape.length !== a.shape.length)
    throw new ShapeError(
      `${what}: indices of shape ${showShape(index.shape)} for an array of shape ${showShape(a.shape)}: expected as many axes`,
    )
  return index
}

/** The shape of two arrays, each with its own length along an axis and spread along the others. Throws `IndexError`. */
function spreadBut(what: string, one: readonly number[], other: readonly number[], axis: number): readonly number[] {
  const rest = (shape: readonly number[]): number[] => shape.map((n, i) => (i === axis ? 1 : n))
  try {
    return broadcastShapes(what, rest(one), rest(other))
  } catch {
    throw new IndexError(
      `${what}: indices of shape ${showShape(other)} do not broadcast with an array of shape ${showShape(one)} but for axis ${axis}`,
    )
  }
}

/**
 * For each place of `indices`, the element of the array's line along `axis` (the last; `null` for the flattened array) that it
 * names: undoes `argsort`. NumPy's `numpy.take_along_axis`.
 * @example
 * np.take_along_axis([[3, 1], [2, 4]], np.argsort([[3, 1], [2, 4]]), 1)
 * // array([[1., 3.],
 * //        [2., 4.]])
 */
export const take_along_axis = declare(
  'take_along_axis(arr: array, indices: array, {axis?: integer|null})',
  <X extends ArrayInput>(a: X, indices: ArrayInput, ...rest: Rest<[axis: number | null], { axis?: number | null }>): Same<X> => {
    const { axis = -1 } = optionsOf<{ axis?: number | null }>(rest)
    const x = axis === null ? reshape(a, [-1]) : arrayOf('take_along_axis', a)
    const along = normalizeAxis('take_along_axis', axis ?? 0, x.shape.length)
    const index = indicesAlong('take_along_axis', x, indices)
    const others = spreadBut('take_along_axis', Array.from(x.shape), index.shape, along)
    const spread = (v: Node): Node => broadcast(v, others.with(along, v.shape[along]!))
    return wrap(takeAlong('take_along_axis', spread(valueOf(x)), spread(index), along, 'raise'))
  },
)

/**
 * Writes `values` to the places that `take_along_axis` reads. NumPy's `numpy.put_along_axis`.
 * @example
 * const x = np.zeros([2, 2])
 * np.put_along_axis(x, [[1], [0]], 5, 1)
 * x
 * // array([[0., 5.],
 * //        [5., 0.]])
 */
export const put_along_axis = declare(
  'put_along_axis(arr: ndarray, indices: array, values: array, axis: integer|null)',
  (a: NdArray<AnyDType>, indices: ArrayInput, values: ArrayInput, axis: number | null): void => {
    const x = axis === null ? reshape(a, [-1]) : a
    const along = normalizeAxis('put_along_axis', axis ?? 0, x.shape.length)
    const index = readNow(indicesAlong('put_along_axis', x, indices), x)
    const own = Array.from(x.shape)
    const shape = spreadBut('put_along_axis', own, index.shape, along).with(along, index.shape[along]!)
    const dtype = placeType(x.size)
    const steps = contiguousStrides(own)
    const others = steps.map((step, i) => (i === along || own[i] === 1 ? 0 : step))
    const rest = counting(shape, others, 0, dtype)
    const place = broadcast(places('put_along_axis', index, own[along]!, 'raise', dtype), shape)
    const value = toWrite('put_along_axis', values, x)
    const source = sizeOf(value.shape) === 1 ? value : fitted('put_along_axis', value, shape, value.dtype)
    changePlaces(x, op('add', op('mul', place, steps[along]!), rest), source)
  },
)
