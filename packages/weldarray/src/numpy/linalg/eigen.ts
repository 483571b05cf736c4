import type { Floating } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import type { ArrayInput } from '../types.js'
import { generalEigen } from './general.js'
import { forStack, needFinite, squareOf } from './stacks.js'
import { symmetricEigen } from './symmetric.js'

export type Eigen<A extends NdArray = NdArray> = NamedTuple<
  [eigenvalues: A, eigenvectors: A],
  {
    readonly eigenvalues: A
    /** Column i belongs to eigenvalue i and has length 1. */
    readonly eigenvectors: A
  }
>

interface TriangleOptions {
  UPLO?: 'L' | 'U'
}
type TriangleRest = Rest<[UPLO: 'L' | 'U'], TriangleOptions>

/** The full matrix of the triangle that counts. */
function mirrored(m: Float64Array, n: number, half: 'L' | 'U'): Float64Array {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      if (half === 'L') m[j * n + i] = m[i * n + j]!
      else m[i * n + j] = m[j * n + i]!
    }
  return m
}

/**
 * Eigenvalues (…, n), smallest first, and eigenvectors (…, n, n) of symmetric matrices, of which the lower triangle is read
 * (`'U'`: the upper).
 * Throws `LinAlgError` for NaN and infinities.
 *
 * NumPy's `numpy.linalg.eigh`.
 * @example
 * np.linalg.eigh([[2, 0], [0, 3]]).eigenvalues // array([2., 3.])
 */
export const eigh = declare(
  'eigh(a: array, {UPLO?: "L"|"U"})',
  <X extends ArrayInput>(a: X, ...rest: TriangleRest): Eigen<Floating<X>> => {
    const { UPLO = 'L' } = optionsOf<TriangleOptions>(rest)
    const stack = squareOf('eigh', a)
    const n = stack.rows
    const of = symmetricEigen(n)
    const [eigenvalues, eigenvectors] = forStack(stack, [[n], [n, n]], (m, [values, vectors]) => {
      needFinite('eigh', m)
      const result = of(mirrored(m, n, UPLO))
      values!.set(result.values)
      vectors!.set(result.vectors)
    })
    return namedTuple({ eigenvalues, eigenvectors })
  },
)

/**
 * The eigenvalues of `eigh` alone. NumPy's `numpy.linalg.eigvalsh`.
 * @example
 * np.linalg.eigvalsh([[2, 0], [0, 3]]) // array([2., 3.])
 */
export const eigvalsh = declare(
  'eigvalsh(a: array, {UPLO?: "L"|"U"})',
  <X extends ArrayInput>(a: X, ...rest: TriangleRest): Floating<X> => {
    const { UPLO = 'L' } = optionsOf<TriangleOptions>(rest)
    const stack = squareOf('eigvalsh', a)
    const n = stack.rows
    const of = symmetricEigen(n, false)
    return forStack(stack, [[n]], (m, [values]) => {
      needFinite('eigvalsh', m)
      values!.set(of(mirrored(m, n, UPLO)).values)
    })[0]!
  },
)

/**
 * Eigenvalues (…, n), in no order, and eigenvectors (…, n, n) of matrices that need not be symmetric but have real
 * eigenvalues.
 * Throws `LinAlgError` where these are complex: there are no complex dtypes yet.
 *
 * NumPy's `numpy.linalg.eig`.
 * @example
 * np.linalg.eig([[2, 0], [0, 3]]).eigenvalues // array([2., 3.])
 */
export const eig = declare('eig(a: array)', <X extends ArrayInput>(a: X): Eigen<Floating<X>> => {
  const stack = squareOf('eig', a)
  const n = stack.rows
  const [eigenvalues, eigenvectors] = forStack(stack, [[n], [n, n]], (m, [values, vectors]) => {
    needFinite('eig', m)
    const result = generalEigen('eig', m, n, true)
    values!.set(result.values)
    vectors!.set(result.vectors!)
  })
  return namedTuple({ eigenvalues, eigenvectors })
})

/**
 * The eigenvalues of `eig` alone. NumPy's `numpy.linalg.eigvals`.
 * @example
 * np.linalg.eigvals([[2, 0], [0, 3]]) // array([2., 3.])
 */
export const eigvals = declare('eigvals(a: array)', <X extends ArrayInput>(a: X): Floating<X> => {
  const stack = squareOf('eigvals', a)
  const n = stack.rows
  return forStack(stack, [[n]], (m, [values]) => {
    needFinite('eigvals', m)
    values!.set(generalEigen('eigvals', m, n, false).values)
  })[0]!
})
