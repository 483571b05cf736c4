import { broadcastShapes, checkRank, type DType, type Node, sizeOf, toDType } from '@weldarray/ir'
import { broadcast, cast, iota, reshape, view } from '@weldarray/runtime'
import type { Named, NamedBy, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { indexArray } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { askedType, type DTypeRest, shapeOf } from './creation.js'

export interface GridOptions {
  /** `xy` (the first two axes exchanged) or `ij`. */
  indexing?: 'xy' | 'ij' | undefined
  /** Each array along its own axis alone (the others of length 1): they broadcast to the grid. */
  sparse?: boolean | undefined
}

/** One array for each. */
interface Meshgrid {
  <L extends ArrayInput[]>(...arrays: L): { -readonly [K in keyof L]: Same<L[K]> }
  <L extends ArrayInput[]>(...args: [...L, GridOptions]): { -readonly [K in keyof L]: Same<L[K]> }
}

/**
 * Each 1-d array spread over the grid of all; `indexing` 'xy' (the first two axes exchanged) or 'ij'. Lazy. NumPy's
 * `numpy.meshgrid`.
 * @example
 * np.meshgrid([1, 2], [10, 20])
 * // [
 * //   array([[1., 2.],
 * //          [1., 2.]]),
 * //   array([[10., 10.],
 * //          [20., 20.]])
 * // ]
 */
export const meshgrid: Meshgrid = declare('meshgrid(...xi: array, {indexing?: "xy"|"ij", sparse?: flag})', ((
  options: GridOptions | undefined,
  ...args: ArrayInput[]
): NdArray[] => {
  const values = args.map((a) => toValue('meshgrid', a)).map((v) => reshape(v, [sizeOf(v.shape)]))
  checkRank('meshgrid', values.length)
  const swap = (options?.indexing ?? 'xy') === 'xy' && values.length > 1
  const place = (i: number): number => (swap && i < 2 ? 1 - i : i)
  const lines = values.map((v, i) =>
    reshape(
      v,
      values.map((_, k) => (k === place(i) ? v.shape[0]! : 1)),
    ),
  )
  if (options?.sparse) return lines.map(wrap)
  const shape = broadcastShapes('meshgrid', ...lines.map((v) => v.shape))
  return lines.map((v) => wrap(broadcast(v, shape)))
}) as never)

interface Indices {
  (dimensions: number | readonly number[], options?: { dtype?: undefined; sparse?: boolean }): NdArray<'int64'>[]
  <T extends DTypeName = 'int64'>(
    dimensions: number | readonly number[],
    ...rest: Rest<[dtype: NamedBy<T>, sparse: boolean], { dtype?: T | undefined; sparse?: boolean }>
  ): NdArray<Named<T>>[]
}

/**
 * The index along each axis of a grid: one array per axis, each of the grid's shape. Lazy. NumPy's `numpy.indices`.
 * @example
 * np.indices([2, 2])
 * // [
 * //   array([[0, 0],
 * //          [1, 1]]),
 * //   array([[0, 1],
 * //          [0, 1]])
 * // ]
 */
export const indices: Indices = declare(
  'indices(dimensions: integers, {dtype?: dtype, sparse?: flag})',
  (dimensions: number | readonly number[], ...rest: readonly unknown[]): Untyped[] => {
    const options = optionsOf<{ dtype?: DTypeName; sparse?: boolean }>(rest)
    const shape = shapeOf('indices', dimensions)
    // Along an axis the numbers are there, and each is read as often as the grid has it.
    const all: Untyped[] = shape.map((length, axis) => {
      const line = cast(valueOf(indexArray(Array.from({ length }, (_, i) => i))), toDType(options.dtype ?? 'int64'))
      return wrap(view(line, { shape, strides: shape.map((_, i) => (i === axis ? 1 : 0)), offset: 0 }))
    })
    if (!options.sparse) return all
    return all.map((x, axis) => x.slice(...shape.map((_, i) => (i === axis ? ':' : ':1'))))
  },
)

const indexValues = (shape: readonly number[], dtype: DType): Node[] =>
  shape.map((_, axis) => cast(iota({ shape, strides: shape.map((_, i) => (i === axis ? 1 : 0)), offset: 0 }), dtype))

/**
 * What `f` makes of the arrays of indices (float64 unless a dtype is given): `fromfunction((i, j) => np.add(i, j), [3, 3])`.
 * NumPy's `numpy.fromfunction`.
 * @example
 * np.fromfunction((i, j) => i.add(j), [2, 3])
 * // array([[0., 1., 2.],
 * //        [1., 2., 3.]])
 */
export const fromfunction = declare(
  'fromfunction(function: function, shape: integers, {dtype?: dtype})',
  (f: (...indices: NdArray[]) => ArrayInput, shape: number | readonly number[], ...rest: DTypeRest<DTypeName>): NdArray => {
    const to = shapeOf('fromfunction', shape)
    return arrayOf('fromfunction', f(...indexValues(to, askedType(optionsOf(rest)) ?? 'float64').map(wrap)))
  },
)
