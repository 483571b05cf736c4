import { type Node, normalizeAxis, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfAll, Met, Outcome, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { identity } from '../creation/matrices.js'
import { multiply, subtract } from '../elementwise/functions.js'
import { stack } from '../joining/joining.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { typedPair } from '../operands/operands.js'
import { sum } from '../reductions/reductions.js'
import { arrayOf, broadcast_to, expand_dims, moveaxis, reshape, squeeze, swapaxes, transpose } from '../shaping/layout.js'
import type { ArrayInput, Axes } from '../types.js'
import { matmul, type ProductOptions, type ProductRest, received } from './matmul.js'
import { inv } from './solving.js'

/**
 * The sum of products over all elements in C order; a number's product for 0-d. NumPy's `numpy.vdot`.
 * @example
 * np.vdot([[1, 2]], [[3, 4]]).item() // 11
 */
export const vdot = declare('vdot(a: array, b: array)', <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y): Met<X, Y> => {
  const [x, y] = [reshape(a, [-1]), reshape(b, [-1])]
  if (x.size !== y.size) throw new ShapeError(`vdot: ${x.size} and ${y.size} elements, expected as many of both`)
  return matmul(x, y) as Untyped
})

/**
 * The sum of products of vectors along an axis (the last) of both, the others broadcast. Lazy. NumPy's `numpy.vecdot`.
 * @example
 * np.vecdot([[1, 2], [3, 4]], [1, 1]) // array([3., 7.])
 */
export const vecdot = declare(
  'vecdot(x1: array, x2: array, {out?: ndarray, *, axis?: integer})',
  <X extends ArrayInput, Y extends ArrayInput>(
    x1: X,
    x2: Y,
    ...rest: Rest<[out: NdArray | null], ProductOptions & { axis?: number }>
  ): Met<X, Y> => {
    const options = optionsOf<ProductOptions & { axis?: number }>(rest)
    const axis = options.axis ?? -1
    const [a, b] = typedPair('vecdot', x1, x2)
    const line = (x: Node): Untyped => (axis === -1 ? wrap(x) : moveaxis(wrap(x), axis, -1))
    const [x, y] = [line(a), line(b)]
    const [n, m] = [x.shape.at(-1), y.shape.at(-1)]
    if (n !== m) throw new ShapeError(`vecdot: shapes ${showShape(a.shape)} and ${showShape(b.shape)} differ along axis ${axis}`)
    return received('vecdot', sum(multiply(x, y), { axis: -1, dtype: x.dtype }) as Untyped, options)
  },
)

/** Matrices times vectors, or turned; a single vector is one for `matmul`, too. */
function applied(what: string, x1: ArrayInput, x2: ArrayInput, axis: -1 | -2): Untyped {
  const [matrices, vectors] = [arrayOf(what, axis === -1 ? x1 : x2), arrayOf(what, axis === -1 ? x2 : x1)]
  const [along, length] = [matrices.shape.at(axis), vectors.shape.at(-1)]
  if (matrices.shape.length > 1 && along !== length)
    throw new ShapeError(
      `${what}: matrices of shape ${showShape(matrices.shape)} and vectors of shape ${showShape(vectors.shape)} do not fit: ${along} ${axis === -1 ? 'columns' : 'rows'}, expected vectors of this length`,
    )
  const own = vectors.shape.length === 1 ? vectors : expand_dims(vectors, axis)
  const result = axis === -1 ? matmul(matrices, own) : matmul(own, matrices)
  return own === vectors ? (result as Untyped) : squeeze(result, axis)
}

/**
 * Matrices (…, m, n) times vectors (…, n). NumPy's `numpy.matvec`.
 * @example
 * np.matvec([[1, 2], [3, 4]], [1, 1]) // array([3., 7.])
 */
export const matvec = declare(
  'matvec(x1: array, x2: array, {out?: ndarray})',
  <X extends ArrayInput, Y extends ArrayInput>(x1: X, x2: Y, ...rest: ProductRest): Met<X, Y> =>
    received('matvec', applied('matvec', x1, x2, -1), optionsOf<ProductOptions>(rest)),
)
/**
 * Vectors (…, m) times matrices (…, m, n). NumPy's `numpy.vecmat`.
 * @example
 * np.vecmat([1, 1], [[1, 2], [3, 4]]) // array([4., 6.])
 */
export const vecmat = declare(
  'vecmat(x1: array, x2: array, {out?: ndarray})',
  <X extends ArrayInput, Y extends ArrayInput>(x1: X, x2: Y, ...rest: ProductRest): Met<X, Y> =>
    received('vecmat', applied('vecmat', x1, x2, -2), optionsOf<ProductOptions>(rest)),
)

/**
 * The last two axes exchanged, a view. NumPy's `numpy.matrix_transpose`.
 * @example
 * np.matrix_transpose([[1, 2, 3]])
 * // array([[1.],
 * //        [2.],
 * //        [3.]])
 */
export const matrix_transpose = declare('matrix_transpose(x: array)', <X extends ArrayInput>(x: X): Same<X> => {
  const a = arrayOf('matrix_transpose', x)
  if (a.shape.length < 2) throw new ShapeError(`matrix_transpose: got shape ${showShape(a.shape)}, expected at least two axes`)
  return swapaxes(a, -1, -2)
})

/**
 * Sums of products over `axes`: so many last axes of `a` and first of `b` (2), or a list of axes of each. NumPy's
 * `numpy.tensordot`.
 * @example
 * np.tensordot([[1, 2], [3, 4]], [1, 2], 1) // array([ 5., 11.])
 */
export const tensordot = declare(
  'tensordot(a: array, b: array, {axes?: integer|iterable})',
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    b: Y,
    ...rest: Rest<[axes: number | readonly [Axes, Axes]], { axes?: number | readonly [Axes, Axes] }>
  ): Met<X, Y> => {
    const [x, y] = [arrayOf('tensordot', a), arrayOf('tensordot', b)]
    const { axes: asked = 2 } = optionsOf<{ axes?: number | readonly [Axes, Axes] }>(rest)
    const isList = (l: unknown): boolean => typeof l === 'number' || Array.isArray(l)
    if (typeof asked !== 'number' && !(Array.isArray(asked) && asked.length === 2 && asked.every(isList)))
      throw new ArgumentError(`tensordot: axes is ${describe(asked)}, expected a number or a list of axes for each array`)
    const list = (s: Axes, rank: number): number[] =>
      (typeof s === 'number' ? [s] : [...(s ?? [])]).map((i) => normalizeAxis('tensordot', i, rank))
    if (typeof asked === 'number') {
      integerOf('tensordot', 'axes', asked, 0)
      if (asked > x.shape.length || asked > y.shape.length)
        throw new ShapeError(
          `tensordot: ${asked} axes of shapes ${showShape(x.shape)} and ${showShape(y.shape)}, expected at most as many as there are`,
        )
    }
    const [left, right] =
      typeof asked === 'number'
        ? [Array.from({ length: asked }, (_, i) => x.shape.length - asked + i), Array.from({ length: asked }, (_, i) => i)]
        : [list(asked[0], x.shape.length), list(asked[1], y.shape.length)]
    if (left.length !== right.length || left.some((axis, i) => x.shape[axis] !== y.shape[right[i]!]))
      throw new ShapeError(
        `tensordot: axes (${left}) of shape ${showShape(x.shape)} and (${right}) of ${showShape(y.shape)} do not fit: expected equal lengths`,
      )
    const others = (v: NdArray, axes: readonly number[]): number[] =>
      Array.from(v.shape, (_, i) => i).filter((i) => !axes.includes(i))
    const [keepX, keepY] = [others(x, left), others(y, right)]
    const [outX, outY] = [keepX.map((i) => x.shape[i]!), keepY.map((i) => y.shape[i]!)]
    const n = sizeOf(left.map((i) => x.shape[i]!))
    const rows = reshape(transpose(x, [...keepX, ...left]), [sizeOf(outX), n])
    const columns = reshape(transpose(y, [...right, ...keepY]), [n, sizeOf(outY)])
    return reshape(matmul(rows, columns), [...outX, ...outY])
  },
)

/**
 * The n-th power of each matrix by repeated squaring; of a negative n of the inverse. NumPy's `numpy.linalg.matrix_power`.
 * @example
 * np.linalg.matrix_power([[1, 1], [0, 1]], 5)
 * // array([[1., 5.],
 * //        [0., 1.]])
 */
export const matrix_power = declare('matrix_power(a: array, n: integer)', <X extends ArrayInput>(a: X, n: number): Same<X> => {
  integerOf('matrix_power', 'n', n)
  const x = arrayOf('matrix_power', a)
  const size = x.shape.at(-1)
  if (x.shape.length < 2 || size !== x.shape.at(-2))
    throw new ShapeError(`matrix_power: got shape ${showShape(x.shape)}, expected square matrices`)
  if (n === 0) return broadcast_to(identity(size!, x.dtype), [...x.shape]).clone() as Untyped
  let base: Untyped = n < 0 ? inv(x) : x
  let result: Untyped | null = null
  for (let rest = Math.abs(n); ; base = matmul(base, base)) {
    if (rest % 2 === 1) result = result === null ? base : matmul(result, base)
    rest = Math.floor(rest / 2)
    if (rest === 0) return result === x ? x.clone() : result!
  }
})

/**
 * The product of several matrices, in the order of multiplications that takes the fewest; a 1-d first or last one is a row or
 * a column. NumPy's `numpy.linalg.multi_dot`.
 * @example
 * np.linalg.multi_dot([[[1, 2]], [[3], [4]], [[5]]]) // array([[55.]])
 */
export const multi_dot = declare(
  'multi_dot(arrays: arrays, *, {out?: ndarray})',
  <const L extends readonly ArrayInput[], O extends NdArray<AnyDType> = never>(
    arrays: L,
    { out }: { out?: O } = {},
  ): Outcome<never, O, DTypeOfAll<L>> => {
    if (arrays.length < 2) throw new ArgumentError(`multi_dot: got ${arrays.length} arrays, expected at least two`)
    const list = arrays.map((a) => arrayOf('multi_dot', a))
    const [first, last] = [list[0]!, list.at(-1)!]
    const [row, column] = [first.shape.length === 1, last.shape.length === 1]
    if (row) list[0] = reshape(first, [1, -1])
    if (column) list[list.length - 1] = reshape(last, [-1, 1])
    for (const x of list)
      if (x.shape.length !== 2) throw new ShapeError(`multi_dot: got shape ${showShape(x.shape)}, expected matrices`)
    const sizes = [list[0]!.shape[0]!, ...list.map((x) => x.shape[1]!)]
    const n = list.length
    const cost = Array.from({ length: n }, () => new Float64Array(n))
    const cut = Array.from({ length: n }, () => new Int32Array(n))
    for (let length = 1; length < n; length++)
      for (let i = 0; i + length < n; i++) {
        const j = i + length
        cost[i]![j] = Infinity
        for (let k = i; k < j; k++) {
          const c = cost[i]![k]! + cost[k + 1]![j]! + sizes[i]! * sizes[k + 1]! * sizes[j + 1]!
          if (c < cost[i]![j]!) {
            cost[i]![j] = c
            cut[i]![j] = k
          }
        }
      }
    const product = (i: number, j: number): NdArray =>
      i === j ? list[i]! : matmul(product(i, cut[i]![j]!), product(cut[i]![j]! + 1, j))
    const result = product(0, n - 1)
    const shaped = row && column ? reshape(result, []) : row || column ? reshape(result, [-1]) : result
    return (out === undefined ? shaped : into('multi_dot', out, valueOf(shaped))) as never
  },
)

export interface CrossOptions {
  axisa?: number
  axisb?: number
  axisc?: number
  axis?: number | null
}

/**
 * The vector product of vectors of three elements (or two, the third then 0) along an axis (the last). Lazy but for the
 * joining. NumPy's `numpy.cross`.
 * @example
 * np.cross([1, 0, 0], [0, 1, 0]) // array([0., 0., 1.])
 */
export const cross = declare(
  'cross(a: array, b: array, {axisa?: integer, axisb?: integer, axisc?: integer, axis?: integer|null})',
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    b: Y,
    ...rest: Rest<[axisa: number, axisb: number, axisc: number, axis: number | null], CrossOptions>
  ): Met<X, Y> => {
    const o = optionsOf<CrossOptions>(rest)
    const axis = o.axis ?? undefined
    const x: Untyped = moveaxis(a, axis ?? o.axisa ?? -1, -1)
    const y: Untyped = moveaxis(b, axis ?? o.axisb ?? -1, -1)
    const [n, m] = [x.shape.at(-1)!, y.shape.at(-1)!]
    if ((n !== 2 && n !== 3) || (m !== 2 && m !== 3))
      throw new ShapeError(`cross: vectors of ${n} and ${m} elements, expected 2 or 3`)
    const part = (v: Untyped, i: number): Untyped => v.slice('...', i)
    const minor = (i: number, j: number): Untyped => subtract(multiply(part(x, i), part(y, j)), multiply(part(x, j), part(y, i)))
    if (n === 2 && m === 2) return minor(0, 1)
    const [first, second] =
      n === 3 && m === 3
        ? [minor(1, 2), minor(2, 0)]
        : m === 2
          ? [multiply(part(x, 2), part(y, 1)).neg(), multiply(part(x, 2), part(y, 0))]
          : [multiply(part(x, 1), part(y, 2)), multiply(part(x, 0), part(y, 2)).neg()]
    return moveaxis(stack([first, second, minor(0, 1)], -1), -1, axis ?? o.axisc ?? -1)
  },
)
