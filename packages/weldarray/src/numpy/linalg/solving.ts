import { ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { areLittle, reshape as reshapeValue } from '@weldarray/runtime'
import type { Floating, Solved } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import { toValue } from '../operands/operands.js'
import { arrayOf, moveaxis, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { transposed } from './blocks.js'
import { lowerFactor } from './cholesky.js'
import { eachPivots, littleSolved, SINGULAR } from './little.js'
import { type Factors, factorize } from './lu.js'
import { forStack, forStacks, jointLead, LinAlgError, squareOf, stackOfValue } from './stacks.js'
import { invert, solveWith } from './triangular.js'

function regular(what: string, a: Float64Array, n: number): Factors {
  const factors = factorize(a, n)
  if (factors.singular) throw new LinAlgError(`${what}: ${SINGULAR}`)
  return factors
}

/**
 * X with A·X = B, by LU factors with partial pivoting: `a` (…, n, n), `b` (n,) for one vector, or (…, n, k). float32 of float32,
 * else float64. Throws `LinAlgError` for singular matrices, `ShapeError`.
 * @example np.linalg.solve([[3, 1], [1, 2]], [9, 8]) // array([2., 3.])
 */
export const solve = declare(
  'solve(a: array, b: array)',
  <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y): NdArray<Solved<X, Y>> => {
    const matrix = squareOf('solve', a)
    const value = toValue('solve', b)
    const vector = value.shape.length === 1
    const right = stackOfValue('solve', vector ? reshapeValue(value, [...value.shape, 1]) : value)
    const n = matrix.rows
    if (right.rows !== n)
      throw new ShapeError(
        `solve: a matrix of ${n} rows and a right side of shape ${showShape(value.shape)} do not fit: expected ${n} rows`,
      )
    const lead = jointLead('solve', matrix, right)
    const dtype = matrix.dtype === 'float32' && right.dtype === 'float32' ? 'float32' : 'float64'
    const result = vector ? [n] : [n, right.columns]
    if (areLittle(n, right.columns)) return littleSolved(lead, matrix, right, result, dtype)
    return forStacks('solve', lead, [matrix, right], [result], dtype, ([m, r], [to]) =>
      solveWith(regular('solve', m!, n), r!, right.columns, to!),
    )[0]!
  },
)

/**
 * The inverse of each matrix. Throws `LinAlgError` for singular ones. `solve` is faster and more accurate where it will do.
 * NumPy's `numpy.linalg.inv`.
 * @example
 * np.linalg.inv([[2, 0], [0, 4]])
 * // array([[0.5 , 0.  ],
 * //        [0.  , 0.25]])
 */
export const inv = declare('inv(a: array)', <X extends ArrayInput>(a: X): Floating<X> => {
  const stack = squareOf('inv', a)
  const n = stack.rows
  if (areLittle(n, n)) return littleSolved(stack.lead, stack, null, [n, n], stack.dtype)
  return forStack(stack, [[n, n]], (m, [to]) => invert(regular('inv', m, n), to!))[0]!
})

/**
 * The determinant of each matrix: the product of the pivots. NumPy's `numpy.linalg.det`.
 * @example
 * np.linalg.det([[1, 2], [3, 5]]).item() // -1.0000000000000004
 */
export const det = declare('det(a: array)', <X extends ArrayInput>(a: X): Floating<X> => {
  const stack = squareOf('det', a)
  const n = stack.rows
  return eachPivots(stack, 1, (sign, pivots, at, step, [to], index) => {
    let product = sign
    for (let i = 0; i < n; i++) product *= pivots[at + i * step]!
    to![index] = product
  })[0]!
})

type SignAndLog<A> = NamedTuple<[sign: A, logabsdet: A], { readonly sign: A; readonly logabsdet: A }>

/**
 * The determinant's sign and the logarithm of its size, which do not overflow: for a singular matrix 0 and -Infinity. NumPy's
 * `numpy.linalg.slogdet`.
 * @example
 * np.linalg.slogdet([[2, 0], [0, -4]]).sign // array(-1.)
 */
export const slogdet = declare('slogdet(a: array)', <X extends ArrayInput>(a: X): SignAndLog<Floating<X>> => {
  const stack = squareOf('slogdet', a)
  const n = stack.rows
  const [sign, logabsdet] = eachPivots(stack, 2, (exchanged, pivots, at, step, [signs, logs], index) => {
    let s = exchanged
    let sum = 0
    for (let i = 0; i < n; i++) {
      const pivot = pivots[at + i * step]!
      s *= Math.sign(pivot)
      sum += Math.log(Math.abs(pivot))
    }
    signs![index] = s
    logs![index] = sum
  })
  return namedTuple({ sign, logabsdet })
})

/**
 * The triangle L with L·Lᵀ the matrix (with `upper`: Lᵀ). Reads only the lower triangle (upper: the upper). Throws
 * `LinAlgError` unless
 * the matrix is positive definite.
 *
 * NumPy's `numpy.linalg.cholesky`.
 * @example
 * np.linalg.cholesky([[4, 2], [2, 2]])
 * // array([[2., 0.],
 * //        [1., 1.]])
 */
export const cholesky = declare(
  'cholesky(a: array, *, {upper?: flag})',
  <X extends ArrayInput>(a: X, options: { upper?: boolean } = {}): Floating<X> => {
    const stack = squareOf('cholesky', a)
    const n = stack.rows
    const { upper = false } = options
    return forStack(stack, [[n, n]], (m, [to]) => {
      const l = upper ? new Float64Array(n * n) : to!
      lowerFactor(upper ? transposed(m, n, n) : m, n, l)
      if (upper) to!.set(transposed(l, n, n))
    })[0]!
  },
)

/**
 * x with `tensordot(a, x, x.ndim) = b`: a system of equations whose unknowns have the shape of the axes of `a` after `b`'s.
 * NumPy's `numpy.linalg.tensorsolve`.
 * @example
 * np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 4), [[1, 2], [3, 4]]) // array([1., 2., 3., 4.])
 */
export const tensorsolve = declare(
  'tensorsolve(a: array, b: array, {axes?: list|null})',
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    b: Y,
    ...rest: Rest<[axes: readonly number[] | null], { axes?: readonly number[] | null }>
  ): NdArray<Solved<X, Y>> => {
    const { axes = null } = optionsOf<{ axes?: readonly number[] | null }>(rest)
    let x = arrayOf('tensorsolve', a)
    if (axes !== null)
      x = moveaxis(
        x,
        axes,
        axes.map((_, i) => x.shape.length - axes.length + i),
      )
    const right = arrayOf('tensorsolve', b)
    const unknowns = x.shape.slice(right.shape.length)
    const n = sizeOf(unknowns)
    if (n * n !== x.size || right.size !== n)
      throw new ShapeError(
        `tensorsolve: shapes ${showShape(x.shape)} and ${showShape(right.shape)} make no square system: ${right.size} equations for ${n} unknowns`,
      )
    return reshape(solve(reshape(x, [n, n]), reshape(right, [n])), unknowns) as never
  },
)

/**
 * The inverse for `tensordot` of the first `ind` axes with the rest. NumPy's `numpy.linalg.tensorinv`.
 * @example
 * np.linalg.tensorinv(np.eye(4).reshape(4, 2, 2), 1).shape // [ 2, 2, 4 ]
 */
export const tensorinv = declare(
  'tensorinv(a: array, {ind?: integer})',
  <X extends ArrayInput>(a: X, ...given: Rest<[ind: number], { ind?: number }>): Floating<X> => {
    const { ind = 2 } = optionsOf<{ ind?: number }>(given)
    const x = arrayOf('tensorinv', a)
    if (!Number.isInteger(ind) || ind < 1) throw new ShapeError(`tensorinv: ind is ${ind}, expected a positive integer`)
    const [first, rest] = [x.shape.slice(0, ind), x.shape.slice(ind)]
    const n = sizeOf(first)
    if (n * n !== x.size)
      throw new ShapeError(`tensorinv: shape ${showShape(x.shape)} cut at ${ind} is not square: ${n} by ${sizeOf(rest)}`)
    return reshape(inv(reshape(x, [n, n])), [...rest, ...first])
  },
)
