import { AxisError, type Node, normalizeAxis, ShapeError, showShape, toDType, zeroOf } from '@weldarray/ir'
import { broadcast, cast, iota, leaf, map } from '@weldarray/runtime'
import type { Named, NamedBy, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { borrow, memoryOf, type NdArray, sharing, type Untyped, viewOf, wrap } from '../operands/arrays.js'
import { filled, op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { DEVICE, type DTypeOption, type DTypeRest, shapeOf } from './creation.js'

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
