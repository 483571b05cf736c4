import { contiguousStrides, type DType, IndexError, type Node, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { cast, compressed, join, places, placeType, positionsOf, recordTake, reshape } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfInput, Out, Outcome, Same } from '../../types/dtype-of.js'
import { axisOrFirst, checkScalar, maskFor } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type Casting, checkCast } from '../dtypes/casting.js'
import { dtypeOf, type NdArray, type Untyped, valueOf, wrap, writeValue } from '../operands/arrays.js'
import { converted, fitted, into, masked, toStore, toWrite, write } from '../operands/destination.js'
import { build } from '../operands/eager.js'
import { op, truth } from '../operands/expressions.js'
import { isWeak, operand, toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { changePlaces, inTurns } from './changing.js'

/** Flat positions of the elements of `a` that are not zero; int32 where that is enough, unless `wide`. */
const heldPlaces = (what: string, a: ArrayInput, wide: boolean): Node => {
  const mask = truth(toValue(what, a))
  return positionsOf(mask, wide || placeType(sizeOf(mask.shape)) === 'bigint64')
}

/** Flat positions as indices along each axis. They are divided as doubles, which are exact for positions of 32 bits; longer ones as what they are. */
function unravelled(flat: Node, shape: readonly number[]): Node[] {
  const isShort = flat.dtype === 'int32'
  const p = isShort ? cast(flat, 'float64') : flat
  const divided = (x: Node, by: number): Node => (isShort ? op('trunc', op('div', x, by)) : op('floordiv', x, by))
  return contiguousStrides(shape).map((step, axis) => {
    const whole = step <= 1 ? p : divided(p, step)
    const along = axis === 0 ? whole : op('sub', whole, op('mul', divided(whole, Math.max(1, shape[axis]!)), shape[axis]!))
    return cast(along, 'int64')
  })
}

/**
 * The indices of the elements that are not zero: one array (int64) per axis. How many they are is counted at the call, which they are is
 * computed when somebody looks. NumPy's `numpy.nonzero`.
 * @example
 * np.nonzero([[0, 5], [6, 0]]) // [ array([0, 1]), array([1, 0]) ]
 */
export const nonzero = declare('nonzero(a: array)', (a: ArrayInput): NdArray<'int64'>[] => {
  const value = toValue('nonzero', a)
  const { shape } = value
  if (shape.length === 0) throw new ShapeError('nonzero: a 0-d array has no axes; use a 1-d array')
  if (shape.length === 1) return [flatnonzero(a)]
  return unravelled(heldPlaces('nonzero', a, false), shape).map((v) => wrap(v))
})

/**
 * The positions, in the flattened array, of the elements that are not zero (int64). NumPy's `numpy.flatnonzero`.
 * @example
 * np.flatnonzero([0, 5, 0, 6]) // array([1, 3])
 */
export const flatnonzero = declare(
  'flatnonzero(a: array)',
  (a: ArrayInput): NdArray<'int64'> => wrap(heldPlaces('flatnonzero', a, true)),
)

/**
 * The indices of the elements that are not zero: a row (int64) for each. NumPy's `numpy.argwhere`.
 * @example
 * np.argwhere([[0, 5], [6, 0]])
 * // array([[0, 1],
 * //        [1, 0]])
 */
export const argwhere = declare('argwhere(a: array)', (a: ArrayInput): NdArray<'int64'> => {
  const { shape } = toValue('argwhere', a)
  const flat = heldPlaces('argwhere', a, false)
  const count = sizeOf(flat.shape)
  if (shape.length === 0) return build('int64', [count, 0], () => {})
  const columns = unravelled(flat, shape).map((v) => reshape(v, [count, 1]))
  return wrap(columns.length === 1 ? columns[0]! : join(columns, 1))
})

/** What `take` and `put` do with an index outside the array. */
export type IndexMode = 'raise' | 'wrap' | 'clip'

/** Whatever is integral is an index: integers of any dtype, floats that are whole. Masks are not. */
function indexValue(what: string, indices: ArrayInput): Node {
  const x = toValue(what, indices)
  if (x.dtype === 'bool' && x.shape.length > 0 && sizeOf(x.shape) > 0)
    throw new IndexError(`${what}: the indices are booleans, expected integers; use compress or extract for masks`)
  return x
}

export interface TakeOptions<O = NdArray<AnyDType>> {
  /** What becomes of an index outside the array (`raise`): an error, counted around the axis, or brought to its ends. */
  mode?: IndexMode | undefined
  axis?: number | null | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
}

/** What `take` takes behind the axis. */
export type TakeRest<O> = Rest<[out: Out<O> | null, mode: IndexMode], TakeOptions<O>>

/**
 * The elements (or, with an axis, the slices) at `indices`; the indices' shape takes the axis's place. Throws `IndexError`.
 * NumPy's `numpy.take`.
 * @example
 * np.take([10, 20, 30], [2, 0]) // array([30., 10.])
 */
export const take = declare(
  'take(a: array, indices: array, axis?: integer|null, {out?: ndarray, mode?: "raise"|"wrap"|"clip"})',
  <X extends ArrayInput, O = never>(
    a: X,
    indices: ArrayInput,
    axis?: number | null | TakeOptions<O>,
    ...rest: TakeRest<O>
  ): Outcome<never, O, DTypeOfInput<X>> =>
    taken('take', a, indices, axis as number | null | undefined, optionsOf<TakeOptions>(rest)) as never,
)

function taken(
  what: string,
  a: ArrayInput,
  indices: ArrayInput,
  axis: number | null | undefined,
  { mode = 'raise', out }: TakeOptions = {},
): Untyped {
  const source = toValue(what, a)
  const flat = axis === undefined || axis === null || source.shape.length === 0
  const along = axis === undefined || axis === null ? 0 : axisOrFirst(what, axis, source.shape.length)
  const value = flat ? reshape(source, [sizeOf(source.shape)]) : source
  const result = recordTake(what, value, indexValue(what, indices), along, mode)
  return out === undefined ? wrap(result) : into(what, out, result)
}

export interface CompressOptions<O = NdArray<AnyDType>> {
  axis?: number | null | undefined
  out?: Out<O> | undefined
}

/**
 * The slices along an axis (or the elements of the flattened array) where a 1-d condition holds. NumPy's `numpy.compress`.
 * @example
 * np.compress([true, false, true], [1, 2, 3]) // array([1., 3.])
 */
export const compress = declare(
  'compress(condition: array, a: array, axis?: integer|null, {out?: ndarray})',
  <X extends ArrayInput, O = never>(
    condition: ArrayInput,
    a: X,
    axis?: number | null | CompressOptions<O>,
    ...rest: Rest<[out: Out<O> | null], CompressOptions<O>>
  ): Outcome<never, O, DTypeOfInput<X>> => {
    const options = optionsOf<CompressOptions>(rest)
    const mask = truth(toValue('compress', condition))
    if (mask.shape.length !== 1)
      throw new ShapeError(`compress: the condition has shape ${showShape(mask.shape)}, expected one axis`)
    const { shape } = toValue('compress', a)
    const along = axis ?? null
    if ((along === null || (along === 0 && shape.length === 1)) && sizeOf(mask.shape) === sizeOf(shape)) {
      const result = chosen(mask, toValue('compress', a))
      return (options.out === undefined ? result : into('compress', options.out, valueOf(result))) as never
    }
    return taken('compress', a, wrap(positionsOf(mask, false)), along as number | null, options) as never
  },
)

/** The elements of an array where a mask of as many elements holds. */
const chosen = (mask: Node, value: Node): Untyped => wrap(compressed(mask, reshape(value, mask.shape)))

/**
 * The elements where a condition of the array's shape holds, 1-d. NumPy's `numpy.extract`.
 * @example
 * np.extract([true, false, true], [1, 2, 3]) // array([1., 3.])
 */
export const extract = declare(
  'extract(condition: array, arr: array)',
  <X extends ArrayInput>(condition: ArrayInput, arr: X): Same<X> => {
    const mask = truth(toValue('extract', condition))
    const value = toValue('extract', arr)
    if (sizeOf(mask.shape) === sizeOf(value.shape)) return chosen(mask, value)
    return taken('extract', arr, wrap(positionsOf(mask, false)), null)
  },
)

/** What is to become of an index outside the array. */
export type ModeRest = Rest<[mode: IndexMode], { mode?: IndexMode }>

/**
 * Writes values (repeated as often as needed) at positions of the flattened array. Throws `IndexError`. NumPy's `numpy.put`.
 * @example
 * const x = np.zeros(4)
 * np.put(x, [0, -1], [5, 6])
 * x // array([5., 0., 0., 6.])
 */
export const put = declare(
  'put(a: ndarray, ind: array, v: array, {mode?: "raise"|"wrap"|"clip"})',
  (target: NdArray<AnyDType>, indices: ArrayInput, values: ArrayInput, ...rest: ModeRest): void => {
    const { mode = 'raise' } = optionsOf<{ mode?: IndexMode }>(rest)
    const given = toWrite('put', values, target)
    const index = indexValue('put', indices)
    const at = places('put', index, target.size, mode, placeType(target.size))
    if (sizeOf(given.shape) === 0) return
    const count = sizeOf(at.shape)
    changePlaces(target, reshape(at, [count]), inTurns('put', given, count))
  },
)

/**
 * Writes values, in order and repeated as needed, where a mask of the array's size holds. Throws `DTypeError` for an array
 * that is not safe to cast. NumPy's `numpy.place`.
 * @example
 * const x = np.arange(4)
 * np.place(x, x.gt(1), [9, 8])
 * x // array([0., 1., 9., 8.])
 */
export const place = declare(
  'place(arr: ndarray, mask: array, vals: array)',
  (target: NdArray<AnyDType>, mask: ArrayInput, values: ArrayInput): void => {
    const value = toWrite('place', values, target, 'safe')
    const held = truth(toValue('place', mask))
    if (sizeOf(held.shape) !== target.size)
      throw new ShapeError(`place: a mask of ${sizeOf(held.shape)} elements for an array of ${target.size}: expected as many`)
    const at = positionsOf(held, false)
    const count = sizeOf(at.shape)
    if (sizeOf(value.shape) === 0 && count > 0) throw new ShapeError('place: there are no values to write')
    changePlaces(target, at, inTurns('place', value, count))
  },
)

export interface CopyOptions {
  casting?: Casting | undefined
  where?: ArrayInput | undefined
}

/**
 * Writes `source`, broadcast, over `target`; with `where`, only where the mask holds. Same-kind casts unless told otherwise.
 * NumPy's `numpy.copyto`.
 * @example
 * const x = np.zeros(3)
 * np.copyto(x, [1, 2, 3], { where: [true, false, true] })
 * x // array([1., 0., 3.])
 */
export const copyto = declare(
  'copyto(dst: ndarray, src: array, {casting?: casting, where?: array})',
  (target: NdArray<AnyDType>, source: ArrayInput, ...rest: Rest<[casting: Casting, where: ArrayInput], CopyOptions>): void => {
    const { casting = 'same_kind', where } = optionsOf<CopyOptions>(rest)
    const x = operand('copyto', source)
    const dtype: DType = dtypeOf(target)
    if (isWeak(x)) checkScalar('copyto', x, dtype, casting === 'unsafe' ? 'unsafe' : 'same_kind')
    const value = toStore(x, target)
    if (where === undefined) {
      write('copyto', target, value, casting)
      return
    }
    checkCast('copyto', value.dtype, dtype, casting)
    const shape = Array.from(target.shape)
    const mask = maskFor('copyto', where, shape)
    writeValue(target, masked(mask, fitted('copyto', converted(value, target, dtype), shape, dtype), valueOf(target), shape))
  },
)
