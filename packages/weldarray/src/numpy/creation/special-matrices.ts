import { checkRank, promoteTypes, ShapeError, showShape } from '@weldarray/ir'
import type { AnyDType } from '../../array/types.js'
import type { Met, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { integerOf } from '../arguments/values.js'
import { logical_not, multiply } from '../elementwise/functions.js'
import { at } from '../indexing/fancy/index.js'
import { nonzero } from '../indexing/indexing.js'
import { resize } from '../joining/editing.js'
import { stack } from '../joining/joining.js'
import { type NdArray, sharing, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { toWrite, write } from '../operands/destination.js'
import { flip } from '../shaping/axes.js'
import { arrayOf, ravel, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { ones, zeros } from './creation.js'
import { diag, tri } from './matrices.js'
import { arange } from './ranges.js'

/** Which diagonal. */
type Diagonal = Rest<[k: number], { k?: number }>
const diagonalOf = (rest: Diagonal): number => optionsOf<{ k?: number }>(rest).k ?? 0

/**
 * The Kronecker product: every element of `a` times the whole of `b`, in blocks. Lazy. NumPy's `numpy.kron`.
 * @example
 * np.kron([1, 10], [1, 2]) // array([ 1.,  2., 10., 20.])
 */
export const kron = declare('kron(a: array, b: array)', <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y): Met<X, Y> => {
  const [x, y] = [arrayOf('kron', a), arrayOf('kron', b)]
  const rank = Math.max(x.shape.length, y.shape.length)
  const full = (s: readonly number[]): number[] => [...new Array<number>(rank - s.length).fill(1), ...s]
  const [p, q] = [full(x.shape), full(y.shape)]
  const product = multiply(
    reshape(
      x,
      p.flatMap((n) => [n, 1]),
    ),
    reshape(
      y,
      q.flatMap((n) => [1, n]),
    ),
  )
  return reshape(
    product,
    p.map((n, i) => n * q[i]!),
  )
})

/**
 * Powers of the elements of a 1-d array in columns, `N` (as many as elements) of them, the highest first unless `increasing`.
 * NumPy's `numpy.vander`.
 * @example
 * np.vander([1, 2, 3], 3)
 * // array([[1., 1., 1.],
 * //        [4., 2., 1.],
 * //        [9., 3., 1.]])
 */
export const vander = declare(
  'vander(x: array, {N?: integer|null, increasing?: flag})',
  <X extends ArrayInput>(
    x: X,
    ...rest: Rest<[N: number | null, increasing: boolean], { N?: number | null; increasing?: boolean }>
  ): Met<X, NdArray<'int64'>> => {
    const { N = null, increasing = false } = optionsOf<{ N?: number | null; increasing?: boolean }>(rest)
    const given = arrayOf('vander', x)
    // Powers are of a dtype that holds what Python's integers do.
    const v = given.astype(promoteTypes(given.dtype, 'int64'))
    if (v.shape.length !== 1) throw new ShapeError(`vander: got shape ${showShape(v.shape)}, expected one axis`)
    const n = N === null ? v.size : integerOf('vander', 'N', N, 0)
    // Products, one column after the other, as NumPy makes them: powers would round differently.
    const columns: Untyped[] = [ones([v.size], v.dtype)]
    for (let i = 1; i < n; i++) columns.push(multiply(columns[i - 1]!, v))
    if (n === 0) return zeros([v.size, 0], v.dtype) as Untyped
    const m = stack(columns, 1)
    return increasing ? m : flip(m, 1)
  },
)

/**
 * A matrix with the flattened array on its diagonal `k`. NumPy's `numpy.diagflat`.
 * @example
 * np.diagflat([[1, 2]])
 * // array([[1., 0.],
 * //        [0., 2.]])
 */
export const diagflat = declare(
  'diagflat(v: array, {k?: integer})',
  <X extends ArrayInput>(v: X, ...rest: Diagonal): Same<X> => diag(ravel(arrayOf('diagflat', v)), diagonalOf(rest)),
)

/** Writes values, repeated as needed, to the diagonal that is a view of the array: of as many elements as its shortest axis. */
function writeDiagonal(a: NdArray<AnyDType>, source: Untyped): void {
  const count = Math.min(...a.shape)
  const stride = a.stride.reduce((sum, n) => sum + n, 0)
  const to = sharing(a, { shape: [count], strides: [stride], offset: a.offset })
  const values = source.size === 1 ? source : resize(source, count)
  write('fill_diagonal', to, valueOf(values), 'unsafe')
}

/**
 * Writes values, repeated as needed, on the diagonal; of a matrix with more rows than columns again below with `wrap`. NumPy's
 * `numpy.fill_diagonal`.
 * @example
 * const x = np.zeros([2, 2])
 * np.fill_diagonal(x, 5)
 * x
 * // array([[5., 0.],
 * //        [0., 5.]])
 */
export const fill_diagonal = declare(
  'fill_diagonal(a: ndarray, val: array, {wrap?: flag})',
  (a: NdArray<AnyDType>, val: ArrayInput, ...rest: Rest<[wrap: boolean], { wrap?: boolean }>): void => {
    const { wrap: again = false } = optionsOf<{ wrap?: boolean }>(rest)
    const { shape } = a
    if (shape.length < 2) throw new ShapeError(`fill_diagonal: got shape ${showShape(shape)}, expected at least two axes`)
    if (shape.length > 2 && shape.some((n) => n !== shape[0]))
      throw new ShapeError(`fill_diagonal: got shape ${showShape(shape)}, expected equal lengths`)
    const source = ravel(wrap(toWrite('fill_diagonal', val, a)))
    if (source.size === 0) throw new ShapeError('fill_diagonal: there are no values to write')
    const columns = shape[1]!
    if (!again || shape.length > 2 || shape[0]! <= columns) {
      writeDiagonal(a, source)
      return
    }
    // Of a tall matrix the diagonal begins anew below itself, with a row in between.
    const step = columns + 1
    const end = a.size
    const positions = Array.from({ length: Math.ceil(end / step) }, (_, i) => i * step)
    const index = positions.map((p) => {
      const list = new Array<number>(shape.length)
      for (let axis = shape.length - 1, rest = p; axis >= 0; rest = Math.floor(rest / shape[axis]!), axis--)
        list[axis] = rest % shape[axis]!
      return list
    })
    if (index.length === 0) return
    const values = source.size === 1 ? source : source.take(positions.map((_, i) => i % source.size))
    at(a, ...shape.map((_, axis) => index.map((list) => list[axis]!))).set(values)
  },
)

/**
 * The indices of the diagonal of an array of `ndim` (2) axes of length `n`: one array (integers) for each axis. NumPy's
 * `numpy.diag_indices`.
 * @example
 * np.diag_indices(2) // [ array([0, 1]), array([0, 1]) ]
 */
export const diag_indices = declare(
  'diag_indices(n: integer, {ndim?: integer})',
  (n: number, ...rest: Rest<[ndim: number], { ndim?: number }>): NdArray<'int64'>[] => {
    const { ndim = 2 } = optionsOf<{ ndim?: number }>(rest)
    const line = arange(integerOf('diag_indices', 'n', n, 0), 'int64')
    checkRank('diag_indices', ndim)
    return Array.from({ length: integerOf('diag_indices', 'ndim', ndim, 1) }, () => line)
  },
)

/**
 * The indices of the diagonal of an array with equal lengths. NumPy's `numpy.diag_indices_from`.
 * @example
 * np.diag_indices_from(np.eye(2)) // [ array([0, 1]), array([0, 1]) ]
 */
export const diag_indices_from = declare('diag_indices_from(arr: array)', (arr: ArrayInput): NdArray<'int64'>[] => {
  const { shape } = arrayOf('diag_indices_from', arr)
  if (shape.length < 2 || shape.some((n) => n !== shape[0]))
    throw new ShapeError(`diag_indices_from: got shape ${showShape(shape)}, expected at least two axes of one length`)
  return diag_indices(shape[0]!, shape.length)
})

/** How many of `n` lines a diagonal that leaves the matrix after `most` crosses. */
const filledOf = (n: number, most: number): number => (n > most ? Math.max(0, most) : n)

/** The diagonal, and how many columns there are (`n`). */
interface TriangleOptions {
  k?: number
  m?: number | null
}
type Triangle = Rest<[k: number, m: number | null], TriangleOptions>

type Pair = [rows: NdArray<'int64'>, columns: NdArray<'int64'>]

/**
 * The indices (rows, columns) of the lower triangle, up to diagonal `k`, of a matrix of `n` rows and `m` (n) columns. NumPy's
 * `numpy.tril_indices`.
 * @example
 * np.tril_indices(2) // [ array([0, 1, 1]), array([0, 0, 1]) ]
 */
export const tril_indices = declare(
  'tril_indices(n: integer, {k?: integer, m?: integer|null})',
  (n: number, ...rest: Triangle): Pair => {
    const { k = 0, m } = optionsOf<TriangleOptions>(rest)
    // Columns beyond the last row's diagonal hold none: they are not looked through.
    return nonzero(tri(n, filledOf(m ?? n, n + k), k, 'bool')) as Pair
  },
)
/**
 * The indices (rows, columns) of the upper triangle, from diagonal `k` on. NumPy's `numpy.triu_indices`.
 * @example
 * np.triu_indices(2) // [ array([0, 0, 1]), array([0, 1, 1]) ]
 */
export const triu_indices = declare(
  'triu_indices(n: integer, {k?: integer, m?: integer|null})',
  (n: number, ...rest: Triangle): Pair => {
    const { k = 0, m } = optionsOf<TriangleOptions>(rest)
    const columns = m ?? n
    return nonzero(logical_not(tri(filledOf(n, columns - k), columns, k - 1, 'bool'))) as Pair
  },
)

const matrixShape = (what: string, arr: ArrayInput): [number, number] => {
  const { shape } = arrayOf(what, arr)
  if (shape.length !== 2) throw new ShapeError(`${what}: got shape ${showShape(shape)}, expected a matrix`)
  return [shape[0]!, shape[1]!]
}

/**
 * The indices of the lower triangle of a matrix. NumPy's `numpy.tril_indices_from`.
 * @example
 * np.tril_indices_from(np.eye(2), -1) // [ array([1]), array([0]) ]
 */
export const tril_indices_from = declare(
  'tril_indices_from(arr: array, {k?: integer})',
  (arr: ArrayInput, ...rest: Diagonal): Pair => {
    const [n, m] = matrixShape('tril_indices_from', arr)
    return tril_indices(n, diagonalOf(rest), m)
  },
)
/**
 * The indices of the upper triangle of a matrix. NumPy's `numpy.triu_indices_from`.
 * @example
 * np.triu_indices_from(np.eye(2), 1) // [ array([0]), array([1]) ]
 */
export const triu_indices_from = declare(
  'triu_indices_from(arr: array, {k?: integer})',
  (arr: ArrayInput, ...rest: Diagonal): Pair => {
    const [n, m] = matrixShape('triu_indices_from', arr)
    return triu_indices(n, diagonalOf(rest), m)
  },
)

/**
 * The indices at which a function like `triu`, given ones, leaves something: `mask_indices(3, np.triu, 1)`. NumPy's
 * `numpy.mask_indices`.
 * @example
 * np.mask_indices(3, np.triu, 1) // [ array([0, 0, 1]), array([1, 2, 2]) ]
 */
export const mask_indices = declare(
  'mask_indices(n: integer, mask_func: function, {k?: integer})',
  (n: number, mask_func: (m: NdArray, k: number) => ArrayInput, ...rest: Diagonal): Pair =>
    nonzero(arrayOf('mask_indices', mask_func(ones([n, n]), diagonalOf(rest)))) as Pair,
)
