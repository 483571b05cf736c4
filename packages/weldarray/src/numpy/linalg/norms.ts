import { AxisError, isFloat, normalizeAxes, normalizeAxis, ShapeError, showShape } from '@weldarray/ir'
import type { Floating } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { eye } from '../creation/matrices.js'
import { dtypeOfInput } from '../dtypes/type-of-input.js'
import { where } from '../elementwise/choosing.js'
import {
  absolute,
  divide,
  equal,
  isnan,
  logical_and,
  logical_not,
  multiply,
  power,
  sqrt,
  square,
} from '../elementwise/functions.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { count_nonzero, max, min, sum } from '../reductions/reductions.js'
import { any } from '../reductions/truth.js'
import { arrayOf, expand_dims, moveaxis, ravel, reshape } from '../shaping/layout.js'
import type { ArrayInput, Axes, ReduceOptions } from '../types.js'
import { inv, slogdet } from './solving.js'
import { svdvals } from './svd.js'

/** An order of a norm: a number, Infinity, -Infinity, `'fro'` or `'nuc'`. */
export type NormOrder = number | 'fro' | 'nuc'

const floating = (what: string, a: ArrayInput): Untyped => {
  const x = arrayOf(what, a)
  return isFloat(dtypeOfInput(what, x)) ? x : x.astype('float64')
}

/** The largest of what is not negative; of nothing 0. */
const largest = (x: NdArray, options: ReduceOptions): Untyped => max(x, { ...options, initial: 0 })

/** Lazy: the norm of order `ord` along axes. */
function vectorNorm(x: NdArray, axis: Axes, keepdims: boolean, ord: number): Untyped {
  const options = { axis, keepdims }
  if (ord === Infinity) return largest(absolute(x), options)
  if (ord === -Infinity) return min(absolute(x), options)
  if (ord === 0) return count_nonzero(x, options).astype(x.dtype as 'float64')
  if (ord === 1) return sum(absolute(x), options)
  if (ord === 2) return sqrt(sum(square(x), options))
  return power(sum(power(absolute(x), ord), options), 1 / ord)
}

/** The norm of the singular values, which come last. */
function spectral(x: NdArray, rows: number, columns: number, pick: (s: NdArray) => NdArray, keepdims: boolean): Untyped {
  const s = pick(svdvals(moveaxis(x, [rows, columns], [-2, -1])))
  return keepdims ? expand_dims(s, [rows, columns]) : s
}

/** Lazy, but for the orders that need singular values: the norm of matrices in two axes. */
function matrixNorm(what: string, x: NdArray, rows: number, columns: number, keepdims: boolean, ord: NormOrder): Untyped {
  const lines = (inner: number, outer: number, pick: (sums: NdArray, options: ReduceOptions) => Untyped): Untyped => {
    const sums = sum(absolute(x), { axis: inner, keepdims: true })
    return pick(sums, { axis: keepdims ? outer : [rows, columns], keepdims })
  }
  switch (ord) {
    case 'fro':
      return sqrt(sum(square(x), { axis: [rows, columns], keepdims }))
    case 'nuc':
      return spectral(x, rows, columns, (s) => sum(s, -1), keepdims)
    case 2:
      return spectral(x, rows, columns, (s) => largest(s, { axis: -1 }), keepdims)
    case -2:
      return spectral(x, rows, columns, (s) => min(s, -1), keepdims)
    case 1:
      return lines(rows, columns, largest)
    case -1:
      return lines(rows, columns, min)
    case Infinity:
      return lines(columns, rows, largest)
    case -Infinity:
      return lines(columns, rows, min)
    default:
      throw new ArgumentError(`${what}: ord is ${ord}, expected 'fro', 'nuc', 1, -1, 2, -2, Infinity or -Infinity for matrices`)
  }
}

export interface NormOptions {
  ord?: NormOrder | null
  axis?: Axes
  keepdims?: boolean
}

/**
 * The norm of a vector or a matrix: without `axis` and `ord` the root of the sum of all squares; with one axis, or of a 1-d array, of vectors (`ord` 2, or
 * any number); with two axes, or of a matrix with an `ord`, of matrices (`'fro'`, `'nuc'`, ±1, ±2, ±Infinity). Lazy but where singular values are needed.
 * @example np.linalg.norm([3, 4]) // array(5.)
 */
export const norm = declare(
  'norm(x: array, {ord?: number|"fro"|"nuc"|null, axis?: integers|null, keepdims?: flag})',
  <X extends ArrayInput>(
    x: X,
    ...rest: Rest<[ord: NormOrder | null, axis: Axes, keepdims: boolean], NormOptions>
  ): Floating<X> => {
    const { ord = null, axis = null, keepdims = false } = optionsOf<NormOptions>(rest)
    const a = floating('norm', x)
    const rank = a.shape.length
    if (axis === null && ord === null) {
      const all = sqrt(sum(square(ravel(a))))
      return keepdims ? reshape(all, new Array<number>(rank).fill(1)) : all
    }
    const axes =
      axis === null
        ? Array.from({ length: rank }, (_, i) => i)
        : typeof axis === 'number'
          ? [normalizeAxis('norm', axis, rank)]
          : axis.map((i) => normalizeAxis('norm', i, rank))
    if (axes.length === 1) {
      if (typeof ord === 'string')
        throw new ArgumentError(`norm: ord is '${ord}', which is for matrices; expected a number for vectors`)
      return vectorNorm(a, axes[0]!, keepdims, ord ?? 2)
    }
    if (axes.length !== 2) throw new AxisError(`norm: got ${axes.length} axes, expected one for vectors or two for matrices`)
    normalizeAxes('norm', axes, rank)
    return matrixNorm('norm', a, axes[0]!, axes[1]!, keepdims, ord ?? 'fro')
  },
)

/**
 * The norm of vectors along an axis, axes, or of all elements; order 2 unless given. Lazy. NumPy's `numpy.linalg.vector_norm`.
 * @example
 * np.linalg.vector_norm([3, 4]).item() // 5
 */
export const vector_norm = declare(
  'vector_norm(x: array, *, {axis?: integers|null, keepdims?: flag, ord?: number})',
  <X extends ArrayInput>(x: X, options: { axis?: Axes; keepdims?: boolean; ord?: number } = {}): Floating<X> => {
    const { axis = null, keepdims = false, ord = 2 } = options
    return vectorNorm(floating('vector_norm', x), axis, keepdims, ord)
  },
)

/**
 * The norm of matrices in the last two axes; `'fro'` unless given. NumPy's `numpy.linalg.matrix_norm`.
 * @example
 * np.linalg.matrix_norm([[3, 0], [0, 4]]).item() // 5
 */
export const matrix_norm = declare(
  'matrix_norm(x: array, *, {keepdims?: flag, ord?: number|"fro"|"nuc"})',
  <X extends ArrayInput>(x: X, options: { keepdims?: boolean; ord?: NormOrder } = {}): Floating<X> => {
    const { keepdims = false, ord = 'fro' } = options
    const a = floating('matrix_norm', x)
    const rank = a.shape.length
    if (rank < 2) throw new ShapeError(`matrix_norm: got shape ${showShape(a.shape)}, expected at least two axes`)
    return matrixNorm('matrix_norm', a, rank - 2, rank - 1, keepdims, ord)
  },
)

/**
 * How much a relative error of the right side may grow in `solve`: the norm times the inverse's; by default the largest over
 * the smallest singular value. NumPy's `numpy.linalg.cond`.
 * @example
 * np.linalg.cond([[1, 0], [0, 2]]).item() // 2
 */
export const cond = declare(
  'cond(x: array, {p?: number|"fro"|"nuc"|null})',
  <X extends ArrayInput>(x: X, ...rest: Rest<[p: NormOrder | null], { p?: NormOrder | null }>): Floating<X> => {
    const { p = null } = optionsOf<{ p?: NormOrder | null }>(rest)
    const a = floating('cond', x)
    if (a.shape.length < 2) throw new ShapeError(`cond: got shape ${showShape(a.shape)}, expected at least two axes`)
    if (a.size === 0) throw new ShapeError('cond: got an empty matrix, which has no condition')
    const found = p === null || p === 2 || p === -2 ? conditionOfValues(a, p === -2) : conditionOfInverse(a, p)
    // What there is no number for is a singular matrix, unless it has a NaN.
    const isUnknown = logical_and(isnan(found), logical_not(any(isnan(a), [-2, -1])))
    return where(isUnknown, Infinity, found) as Untyped
  },
)

/** By the singular values: the largest over the smallest, or the other way round. */
function conditionOfValues(a: NdArray, isTurned: boolean): NdArray {
  const s = svdvals(a)
  const [first, last] = [s.slice('..., 0'), s.slice('..., -1')]
  return isTurned ? divide(last, first) : divide(first, last)
}

/** By norms of a matrix and of its inverse; NaN where there is none. */
function conditionOfInverse(a: NdArray, p: NormOrder): NdArray {
  const of = (m: NdArray): Untyped => matrixNorm('cond', m, m.ndim - 2, m.ndim - 1, false, p)
  const isSingular = equal(slogdet(a).sign, 0)
  const inverse = inv(where(expand_dims(isSingular, [-2, -1]), eye(a.shape.at(-1)!, { dtype: a.dtype }), a))
  return where(isSingular, NaN, multiply(of(a), of(inverse)))
}
