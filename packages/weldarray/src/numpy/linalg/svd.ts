import type { Floating } from '../../types/dtype-of.js'
import { checkOneOf } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { greater, multiply } from '../elementwise/functions.js'
import { type NdArray, wrap } from '../operands/arrays.js'
import { indexArray } from '../operands/eager.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import { toValue } from '../operands/operands.js'
import { count_nonzero, max } from '../reductions/reductions.js'
import { expand_dims } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { transposed } from './blocks.js'
import { productOf } from './matrix.js'
import { type Float, floatOf, forStack, forStacks, needFinite, stackOf } from './stacks.js'
import { singularValues } from './svd-core.js'

export type Svd<A = NdArray> = NamedTuple<
  [U: A, S: A, Vh: A],
  {
    /** Columns: the left singular vectors. */
    readonly U: A
    /** The singular values, largest first. */
    readonly S: A
    /** Rows: the right singular vectors. */
    readonly Vh: A
  }
>

export interface SvdOptions {
  /** Whether U and Vh are square (true), or have only the vectors of singular values. */
  full_matrices?: boolean
  /** Whether U and Vh are wanted (true); without them the singular values are the result. */
  compute_uv?: boolean
  /** Known to be symmetric: taken note of, the same way serves. */
  hermitian?: boolean
}

interface SvdOf {
  <X extends ArrayInput>(a: X, options: SvdOptions & { compute_uv: false }): Floating<X>
  <X extends ArrayInput>(a: X, full_matrices: boolean, compute_uv: false): Floating<X>
  <X extends ArrayInput>(
    a: X,
    ...rest: Rest<[full_matrices: boolean, compute_uv: true, hermitian: boolean], SvdOptions>
  ): Svd<Floating<X>>
}

/**
 * Singular value decomposition of each matrix (…, m, n): `U·diag(S)·Vh`. float32 of float32, else float64. Throws `LinAlgError` for NaN and infinities.
 * @example
 * const { U, S, Vh } = np.linalg.svd([[3, 0], [0, 4]], { full_matrices: false })
 * S // array([4., 3.])
 */
export const svd: SvdOf = declare(
  'svd(a: array, {full_matrices?: flag, compute_uv?: flag, hermitian?: flag})',
  (a: ArrayInput, ...rest: readonly unknown[]): never => {
    const { full_matrices = true, compute_uv = true } = optionsOf<SvdOptions>(rest)
    if (!compute_uv) return svdvals(a) as never
    const stack = stackOf('svd', a)
    const { rows, columns } = stack
    const k = Math.min(rows, columns)
    const [left, right] = full_matrices ? [rows, columns] : [k, k]
    const of = singularValues(rows, columns, full_matrices, true)
    const [U, S, Vh] = forStack(stack, [[rows, left], [k], [right, columns]], (m, [u, s, vh]) => {
      needFinite('svd', m)
      const result = of(m)
      transposed(result.u, left, rows, u)
      s!.set(result.s)
      vh!.set(result.v)
    })
    return namedTuple({ U, S, Vh })
  },
)

function valuesOf<X extends ArrayInput>(what: string, a: X): Floating<X> {
  const stack = stackOf(what, a)
  const { rows, columns } = stack
  const of = singularValues(rows, columns, false, false)
  return forStack(stack, [[Math.min(rows, columns)]], (m, [s]) => {
    needFinite(what, m)
    s!.set(of(m).s)
  })[0]!
}

/**
 * The singular values of each matrix, largest first. NumPy's `numpy.linalg.svdvals`.
 * @example
 * np.linalg.svdvals([[3, 0], [0, 4]]) // array([4., 3.])
 */
export const svdvals = declare('svdvals(x: array)', <X extends ArrayInput>(a: X): Floating<X> => valuesOf('svdvals', a))

export const EPSILON: Readonly<Record<Float, number>> = { float32: 2 ** -23, float64: 2 ** -52 }

/**
 * The inverse as far as there is one (Moore and Penrose's): singular values below `rcond` (1e-15) times the largest count as
 * 0. An array of `rcond` has one for each matrix; an `rtol` of null is the longer side times the dtype's epsilon.
 * NumPy's `numpy.linalg.pinv`.
 * @example
 * np.linalg.pinv([[2, 0], [0, 0]])
 * // array([[0.5, 0. ],
 * //        [0. , 0. ]])
 */
export const pinv = declare(
  'pinv(a: array, {rcond?: array|null, hermitian?: flag, *, rtol?: array|null})',
  <X extends ArrayInput>(
    a: X,
    ...rest: Rest<
      [rcond: ArrayInput | null, hermitian: boolean],
      { rcond?: ArrayInput | null; hermitian?: boolean; rtol?: ArrayInput | null }
    >
  ): Floating<X> => {
    const options = optionsOf<{ rcond?: ArrayInput | null; rtol?: ArrayInput | null }>(rest)
    checkOneOf('pinv', options, 'rcond', 'rtol')
    const stack = stackOf('pinv', a)
    const { rows, columns, lead, dtype } = stack
    const least = options.rtol === null ? Math.max(rows, columns) * EPSILON[dtype] : 1e-15
    const of = singularValues(rows, columns, false, true)
    const cuts = stackOf('pinv', expand_dims(options.rtol ?? options.rcond ?? least, [-2, -1]))
    return forStacks('pinv', lead, [stack, cuts], [[columns, rows]], dtype, ([m, cut], [to]) => {
      needFinite('pinv', m!)
      const { u, s, v } = of(m!)
      for (let k = 0, at = 0; k < s.length; k++) {
        const factor = s[k]! > cut![0]! * s[0]! ? 1 / s[k]! : 0
        for (let i = 0; i < columns; i++, at++) v[at] = v[at]! * factor
      }
      to!.set(productOf(v, u, [columns, s.length, rows], true))
    })[0]!
  },
)

/**
 * How many singular values are larger than `tol`, by default the largest times the longer side times the dtype's epsilon, or times
 * `rtol`. An array of either has one for each matrix. NumPy's `numpy.linalg.matrix_rank`.
 * @example
 * np.linalg.matrix_rank([[1, 2], [2, 4]]).item() // 1
 */
export const matrix_rank = declare(
  'matrix_rank(A: array, {tol?: array|null, hermitian?: flag, *, rtol?: array|null})',
  (
    a: ArrayInput,
    ...rest: Rest<
      [tol: ArrayInput | null, hermitian: boolean],
      { tol?: ArrayInput | null; hermitian?: boolean; rtol?: ArrayInput | null }
    >
  ): NdArray<'int64'> => {
    const options = optionsOf<{ tol?: ArrayInput | null; rtol?: ArrayInput | null }>(rest)
    checkOneOf('matrix_rank', options, 'tol', 'rtol')
    const { tol = null, rtol = null } = options
    const value = toValue('matrix_rank', a)
    if (value.shape.length < 2) return indexArray([Number(wrap(value).any())], [])
    const s = valuesOf('matrix_rank', wrap(value))
    if (tol !== null) return count_nonzero(greater(s, expand_dims(tol, -1)), -1)
    const largest = max(s, -1, { keepdims: true, initial: 0 })
    const least = rtol === null ? Math.max(...value.shape.slice(-2)) * EPSILON[floatOf(value)] : expand_dims(rtol, -1)
    return count_nonzero(greater(s, multiply(largest, least)), -1)
  },
)
