import {
  AxisError,
  broadcastShapes,
  checkRank,
  type DType,
  type Node,
  normalizeAxis,
  ShapeError,
  showShape,
  sizeOf,
  toDType,
  zeroOf,
} from '@weldarray/ir'
import { broadcast, cast, iota, leaf, map, reshape, view } from '@weldarray/runtime'
import type { Named, NamedBy, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { borrow, memoryOf, type NdArray, sharing, type Untyped, valueOf, viewOf, wrap } from '../operands/arrays.js'
import { indexArray } from '../operands/eager.js'
import { filled, op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { askedType, DEVICE, type DTypeOption, type DTypeRest, shapeOf } from './creation.js'

/** Column minus row, for the last two axes of `shape`. */
const diagonalNumber = (shape: readonly number[]): Node => {
  const rank = shape.length
  return iota({ shape, strides: shape.map((_, i) => (i === rank - 1 ? 1 : i === rank - 2 ? -1 : 0)), offset: 0 })
}

export interface TriOptions<T extends DTypeName = DTypeName> {
  /** Columns: as many as rows. */
  M?: number | null | undefined
  /** The diagonal: the main one is 0, those above are positive. */
  k?: number | undefined
  dtype?: T | undefined
}

export interface EyeOptions<T extends DTypeName = DTypeName> extends TriOptions<T> {
  device?: 'cpu' | null | undefined
}

/** Ones where the diagonal's number compares so with `k`. */
function comparedWithDiagonal(what: string, compare: 'eq' | 'le', rows: number, { M, k = 0, dtype }: TriOptions): Untyped {
  const shape = shapeOf(what, [rows, M ?? rows])
  return wrap(cast(op(compare, diagonalNumber(shape), k), toDType(dtype ?? 'float64')))
}

/**
 * Ones on the diagonal `k` (above the main one when positive), zeros elsewhere: `rows` by `columns` (`rows`). Lazy. NumPy's
 * `numpy.eye`.
 * @example
 * np.eye(3, 3, 1)
 * // array([[0., 1., 0.],
 * //        [0., 0., 1.],
 * //        [0., 0., 0.]])
 */
export const eye = declare(
  `eye(N: integer, {M?: integer|null, k?: integer, dtype?: dtype, *, ${DEVICE}})`,
  <T extends DTypeName = 'float64'>(
    rows: number,
    ...rest: Rest<[M: number | null, k: number, dtype: NamedBy<T>], EyeOptions<T>>
  ): NdArray<Named<T>> => comparedWithDiagonal('eye', 'eq', rows, optionsOf(rest)),
)

/**
 * The square identity matrix. NumPy's `numpy.identity`.
 * @example
 * np.identity(2)
 * // array([[1., 0.],
 * //        [0., 1.]])
 */
export const identity = declare(
  'identity(n: integer, {dtype?: dtype})',
  <T extends DTypeName = 'float64'>(n: number, ...rest: DTypeRest<T>): NdArray<Named<T>> =>
    eye(n, optionsOf<DTypeOption<T>>(rest)),
)

/**
 * Ones at and below diagonal `k`, zeros above. NumPy's `numpy.tri`.
 * @example
 * np.tri(3)
 * // array([[1., 0., 0.],
 * //        [1., 1., 0.],
 * //        [1., 1., 1.]])
 */
export const tri = declare(
  'tri(N: integer, {M?: integer|null, k?: integer, dtype?: dtype})',
  <T extends DTypeName = 'float64'>(
    rows: number,
    ...rest: Rest<[M: number | null, k: number, dtype: NamedBy<T>], TriOptions<T>>
  ): NdArray<Named<T>> => comparedWithDiagonal('tri', 'le', rows, optionsOf(rest)),
)

/** The diagonal `k`, by position or by name. */
type DiagonalRest = Rest<[k: number], { k?: number }>

const triangle = (what: string, keep: 'le' | 'ge', m: ArrayInput, k: number): Untyped => {
  const value = toValue(what, m)
  const { shape } = value
  const x = shape.length === 1 ? broadcast(value, [shape[0]!, shape[0]!]) : value
  if (shape.length === 0) throw new ShapeError(`${what}: got a 0-d array, expected at least one axis`)
  return wrap(map('select', [op(keep, diagonalNumber(x.shape), k), x, filled(0, x.dtype, [])]))
}

/**
 * The elements at and below diagonal `k` of the last two axes, zeros above. NumPy's `numpy.tril`.
 * @example
 * np.tril([[1, 2], [3, 4]])
 * // array([[1., 0.],
 * //        [3., 4.]])
 */
export const tril = declare(
  'tril(m: array, {k?: integer})',
  <X extends ArrayInput>(m: X, ...rest: DiagonalRest): Same<X> =>
    triangle('tril', 'le', m, optionsOf<{ k?: number }>(rest).k ?? 0),
)
/**
 * The elements at and above diagonal `k` of the last two axes, zeros below. NumPy's `numpy.triu`.
 * @example
 * np.triu([[1, 2], [3, 4]])
 * // array([[1., 2.],
 * //        [0., 4.]])
 */
export const triu = declare(
  'triu(m: array, {k?: integer})',
  <X extends ArrayInput>(m: X, ...rest: DiagonalRest): Same<X> =>
    triangle('triu', 'ge', m, optionsOf<{ k?: number }>(rest).k ?? 0),
)

export interface DiagonalOptions {
  /** The diagonal: the main one is 0, those above are positive. */
  offset?: number | undefined
  axis1?: number | undefined
  axis2?: number | undefined
}

/**
 * The diagonal of two axes as the last axis of a view. NumPy's `numpy.diagonal`.
 * @example
 * np.diagonal([[1, 2], [3, 4]]) // array([1., 4.])
 */
export const diagonal = declare(
  'diagonal(a: array, {offset?: integer, axis1?: integer, axis2?: integer})',
  <X extends ArrayInput>(a: X, ...rest: Rest<[offset: number, axis1: number, axis2: number], DiagonalOptions>): Same<X> => {
    const { offset = 0, axis1 = 0, axis2 = 1 } = optionsOf<DiagonalOptions>(rest)
    const x = arrayOf('diagonal', a)
    const { shape, strides, offset: at } = viewOf(x)
    const rank = shape.length
    if (rank < 2) throw new ShapeError(`diagonal: got shape ${showShape(shape)}, expected at least two axes`)
    const [i, j] = [normalizeAxis('diagonal', axis1, rank), normalizeAxis('diagonal', axis2, rank)]
    if (i === j) throw new AxisError(`diagonal: axis ${i} is given twice`)
    const length = Math.max(0, offset >= 0 ? Math.min(shape[i]!, shape[j]! - offset) : Math.min(shape[i]! + offset, shape[j]!))
    const others = shape.map((_, k) => k).filter((k) => k !== i && k !== j)
    const start = length === 0 ? at : at + (offset >= 0 ? offset * strides[j]! : -offset * strides[i]!)
    return sharing(x, {
      shape: [...others.map((k) => shape[k]!), length],
      strides: [...others.map((k) => strides[k]!), strides[i]! + strides[j]!],
      offset: start,
    })
  },
)

/**
 * The diagonal of a matrix (a view), or a matrix with a 1-d array on its diagonal. NumPy's `numpy.diag`.
 * @example
 * np.diag([1, 2])
 * // array([[1., 0.],
 * //        [0., 2.]])
 */
export const diag = declare('diag(v: array, {k?: integer})', <X extends ArrayInput>(v: X, ...rest: DiagonalRest): Same<X> => {
  const { k = 0 } = optionsOf<{ k?: number }>(rest)
  const x = arrayOf('diag', v)
  if (x.shape.length === 2) return diagonal(x, k)
  if (x.shape.length !== 1) throw new ShapeError(`diag: got shape ${showShape(x.shape)}, expected one or two axes`)
  const value = toValue('diag', x)
  return borrow([value], (data) => {
    const n = data.length + Math.abs(k)
    shapeOf('diag', [n, n])
    const memory = memoryOf(value.dtype, n * n)
    const to = memory.data as unknown as { [i: number]: unknown; fill(x: unknown): void }
    to.fill(zeroOf(value.dtype))
    const start = k >= 0 ? k : -k * n
    for (let i = 0; i < data.length; i++) to[start + i * (n + 1)] = data[i]
    return wrap(leaf(memory, [n, n]))
  })
})

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
