import {
  ArgumentError,
  meeting,
  type Node,
  normalizeAxis,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  toDType,
} from '@weldarray/ir'
import { cast, reshape } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { Asked, DTypeOfAll, Met, MetAll, Out, Outcome } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type Casting, checkCast } from '../dtypes/casting.js'
import { type NdArray, type Untyped, valueOf } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { join } from './parts-in-a-row.js'

export interface JoinOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  axis?: number | null | undefined
  dtype?: T | undefined
  /** How far the elements may change to become `dtype` (`same_kind`). */
  casting?: Casting | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
}

/** What is joined along an axis, of the dtype that the arrays meet in unless there is another way to know it. */
type Joining<Axis> = <const L extends readonly ArrayInput[], T extends DTypeName = never, O = never>(
  arrays: L,
  axis?: Axis | JoinOptions<T, O>,
  ...rest: Rest<[out: Out<O> | null], JoinOptions<T, O>>
) => Outcome<T, O, DTypeOfAll<L>>

/** The arrays in their common dtype, or the one asked for. Throws `DTypeError` for a cast that loses more than `casting` allows. */
function values(what: string, arrays: readonly ArrayInput[], { dtype: asked, casting, out }: JoinOptions = {}): Node[] {
  if (arrays.length === 0) throw new ShapeError(`${what}: got no arrays, expected at least one`)
  if (asked !== undefined && out !== undefined)
    throw new ArgumentError(`${what}: got both out and dtype, expected one of them: the dtype is that of out`)
  const list = new Array<Node>(arrays.length)
  for (let i = 0; i < list.length; i++) list[i] = toValue(what, arrays[i]!)
  const dtype = asked === undefined ? meeting(list, (v) => v.dtype)! : toDType(asked)
  for (let i = 0; i < list.length; i++) {
    checkCast(what, list[i]!.dtype, dtype, casting)
    list[i] = cast(list[i]!, dtype)
  }
  return list
}

const received = (what: string, result: NdArray, options: JoinOptions | undefined): Untyped =>
  options?.out === undefined ? result : into(what, options.out, valueOf(result), options.casting)

/**
 * Arrays one after the other along an axis they all have (`null`: flattened first). Throws `ShapeError`, and `DTypeError` for casts. NumPy's `numpy.concatenate`.
 * @example
 * np.concatenate([[1, 2], [3]]) // array([1., 2., 3.])
 */
export const concatenate = declare(
  'concatenate(arrays: arrays, axis?: integer|null, {out?: ndarray, *, dtype?: dtype, casting?: casting})',
  ((arrays: readonly ArrayInput[], axis: number | null | JoinOptions = 0, options?: JoinOptions): Untyped => {
    const list = values('concatenate', arrays, options)
    if (axis === null) {
      const flat = list.map((v) => reshape(v, [sizeOf(v.shape)]))
      return received('concatenate', join('concatenate', flat, 0), options)
    }
    if (list[0]!.shape.length === 0) throw new ShapeError('concatenate: 0-d arrays have no axis to join along; use stack')
    const along = normalizeAxis('concatenate', axis as number, list[0]!.shape.length)
    return received('concatenate', join('concatenate', list, along), options)
  }) as Joining<number | null>,
)

/**
 * Arrays of one shape along a new axis. Throws `ShapeError`, and `DTypeError` for casts. NumPy's `numpy.stack`.
 * @example
 * np.stack([[1, 2], [3, 4]], 1)
 * // array([[1., 3.],
 * //        [2., 4.]])
 */
export const stack = declare('stack(arrays: arrays, axis?: integer, {out?: ndarray, *, dtype?: dtype, casting?: casting})', ((
  arrays: readonly ArrayInput[],
  axis: number | JoinOptions = 0,
  options?: JoinOptions,
): Untyped => {
  const list = values('stack', arrays, options)
  const at = normalizeAxis('stack', axis as number, list[0]!.shape.length + 1)
  const parts = list.map((v) => reshape(v, [...v.shape.slice(0, at), 1, ...v.shape.slice(at)]))
  for (const v of list)
    if (!sameShape(v.shape, list[0]!.shape))
      throw new ShapeError(`stack: shapes ${showShape(list[0]!.shape)} and ${showShape(v.shape)} differ, expected one shape`)
  return received('stack', join('stack', parts, at), options)
}) as Joining<number>)

const atLeast = (v: Node, rank: number): Node =>
  v.shape.length >= rank ? v : reshape(v, [...new Array<number>(rank - v.shape.length).fill(1), ...v.shape])

/**
 * Rows on top of one another: 1-d arrays become rows. NumPy's `numpy.vstack`.
 * @example
 * np.vstack([[1, 2], [3, 4]])
 * // array([[1., 2.],
 * //        [3., 4.]])
 */
export const vstack = declare(
  'vstack(tup: arrays, {*, dtype?: dtype, casting?: casting})',
  <const L extends readonly ArrayInput[], T extends DTypeName = never>(
    arrays: L,
    options?: Omit<JoinOptions<T>, 'axis' | 'out'>,
  ): Asked<T, DTypeOfAll<L>> =>
    join(
      'vstack',
      values('vstack', arrays, options).map((v) => atLeast(v, 2)),
      0,
    ),
)

/**
 * Side by side: along the second axis, 1-d arrays along their only one. NumPy's `numpy.hstack`.
 * @example
 * np.hstack([[1, 2], [3]]) // array([1., 2., 3.])
 */
export const hstack = declare(
  'hstack(tup: arrays, {*, dtype?: dtype, casting?: casting})',
  <const L extends readonly ArrayInput[], T extends DTypeName = never>(
    arrays: L,
    options?: Omit<JoinOptions<T>, 'axis' | 'out'>,
  ): Asked<T, DTypeOfAll<L>> => {
    const list = values('hstack', arrays, options).map((v) => atLeast(v, 1))
    return join('hstack', list, list[0]!.shape.length === 1 ? 0 : 1)
  },
)

/**
 * Along the third axis; arrays of fewer axes get them. NumPy's `numpy.dstack`.
 * @example
 * np.dstack([[1, 2], [3, 4]])
 * // array([[[1., 3.],
 * //         [2., 4.]]])
 */
export const dstack = declare('dstack(tup: arrays)', <const L extends readonly ArrayInput[]>(arrays: L): MetAll<L> => {
  const deep = (v: Node): Node =>
    v.shape.length >= 3 ? v : reshape(v, v.shape.length === 2 ? [...v.shape, 1] : [1, sizeOf(v.shape), 1])
  return join('dstack', values('dstack', arrays).map(deep), 2)
})

/**
 * 1-d arrays as the columns of a matrix. NumPy's `numpy.column_stack`.
 * @example
 * np.column_stack([[1, 2], [3, 4]])
 * // array([[1., 3.],
 * //        [2., 4.]])
 */
export const column_stack = declare(
  'column_stack(tup: arrays)',
  <const L extends readonly ArrayInput[]>(arrays: L): MetAll<L> =>
    join(
      'column_stack',
      values('column_stack', arrays).map((v) => (v.shape.length < 2 ? reshape(v, [sizeOf(v.shape), 1]) : v)),
      1,
    ),
)

/**
 * `values` after `a`, along an axis or flattened. NumPy's `numpy.append`.
 * @example
 * np.append([1, 2], [3, 4]) // array([1., 2., 3., 4.])
 */
export const append = declare(
  'append(arr: array, values: array, {axis?: integer|null})',
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    more: Y,
    ...rest: Rest<[axis: number | null], { axis?: number | null }>
  ): Met<X, Y> => {
    const { axis = null } = optionsOf<{ axis?: number | null }>(rest)
    return concatenate([a, more], axis) as Untyped
  },
)
