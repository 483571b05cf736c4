import type { Floating } from '../../types/dtype-of.js'
import { checkOneOf } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, wrap } from '../operands/arrays.js'
import { indexArray } from '../operands/eager.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { productOf } from './matrix.js'
import { type Float, forStack, needFinite, stackOf } from './stacks.js'
import { rankOf, singularValues } from './svd-core.js'

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
    const [U, S, Vh] = forStack(stack, [[rows, left], [k], [right, columns]], (m, [u, s, vh]) => {
      needFinite('svd', m)
      const result = singularValues(m, rows, columns, full_matrices, true)
      for (let j = 0; j < left; j++) for (let i = 0; i < rows; i++) u![i * left + j] = result.u[j * rows + i]!
      s!.set(result.s)
      vh!.set(result.v)
    })
    return namedTuple({ U, S, Vh })
  },
)

/**
 * The singular values of each matrix, largest first. NumPy's `numpy.linalg.svdvals`.
 * @example
 * np.linalg.svdvals([[3, 0], [0, 4]]) // array([4., 3.])
 */
export const svdvals = declare('svdvals(x: array)', <X extends ArrayInput>(a: X): Floating<X> => {
  const stack = stackOf('svdvals', a)
  const { rows, columns } = stack
  return forStack(stack, [[Math.min(rows, columns)]], (m, [s]) => {
    needFinite('svdvals', m)
    s!.set(singularValues(m, rows, columns, false, false).s)
  })[0]!
})

export const EPSILON: Readonly<Record<Float, number>> = { float32: 2 ** -23, float64: 2 ** -52 }

/**
 * The inverse as far as there is one (Moore and Penrose's): singular values below `rcond` (1e-15) times the largest count as
 * 0. NumPy's `numpy.linalg.pinv`.
 * @example
 * np.linalg.pinv([[2, 0], [0, 0]])
 * // array([[0.5, 0. ],
 * //        [0. , 0. ]])
 */
export const pinv = declare(
  'pinv(a: array, {rcond?: number|null, hermitian?: flag, *, rtol?: number|null})',
  <X extends ArrayInput>(
    a: X,
    ...rest: Rest<
      [rcond: number | null, hermitian: boolean],
      { rcond?: number | null; hermitian?: boolean; rtol?: number | null }
    >
  ): Floating<X> => {
    const options = optionsOf<{ rcond?: number; rtol?: number }>(rest)
    checkOneOf('pinv', options, 'rcond', 'rtol')
    const stack = stackOf('pinv', a)
    const { rows, columns } = stack
    // NumPy: 1e-15 by default, or `rtol`.
    const cut = options.rtol ?? options.rcond ?? 1e-15
    return forStack(stack, [[columns, rows]], (m, [to]) => {
      needFinite('pinv', m)
      const { u, s, v } = singularValues(m, rows, columns, false, true)
      for (let k = 0, at = 0; k < s.length; k++) {
        const factor = s[k]! > cut * s[0]! ? 1 / s[k]! : 0
        for (let i = 0; i < columns; i++, at++) v[at] = v[at]! * factor
      }
      to!.set(productOf(v, u, [columns, s.length, rows], true))
    })[0]!
  },
)

/**
 * How many singular values are larger than `tol`, by default the largest times the longer side times the dtype's epsilon.
 * NumPy's `numpy.linalg.matrix_rank`.
 * @example
 * np.linalg.matrix_rank([[1, 2], [2, 4]]).item() // 1
 */
export const matrix_rank = declare(
  'matrix_rank(A: array, {tol?: number|null, hermitian?: flag, *, rtol?: number|null})',
  (
    a: ArrayInput,
    ...rest: Rest<[tol: number | null, hermitian: boolean], { tol?: number | null; hermitian?: boolean; rtol?: number | null }>
  ): NdArray<'int64'> => {
    const options = optionsOf<{ tol?: number; rtol?: number }>(rest)
    checkOneOf('matrix_rank', options, 'tol', 'rtol')
    const value = toValue('matrix_rank', a)
    if (value.shape.length < 2) return indexArray([Number(wrap(value).any())], [])
    const stack = stackOf('matrix_rank', wrap(value))
    const { rows, columns, dtype, lead } = stack
    const [ranks] = forStack(stack, [[]], (m, [to]) => {
      needFinite('matrix_rank', m)
      const { s } = singularValues(m, rows, columns, false, false)
      const cut = options.tol ?? (s[0] ?? 0) * (options.rtol ?? Math.max(rows, columns) * EPSILON[dtype])
      to![0] = rankOf(s, cut)
    })
    return ranks!.astype('int64').reshape([...lead])
  },
)
