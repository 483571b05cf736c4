import {
  broadcastShapes,
  broadcastView,
  composeViews,
  type DType,
  dtypeInfo,
  isContiguous,
  type Node,
  PRODUCT_TYPES,
  ShapeError,
  showShape,
  sizeOf,
  wholeView,
} from '@weldarray/ir'
import { call, cast, reduce, reshape, view } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Met, NamedBy, Out, Outcome } from '../../types/dtype-of.js'
import type { Sum } from '../../types/promotion.generated.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type DiagonalOptions, diagonal } from '../creation/matrices.js'
import { multiply } from '../elementwise/functions.js'
import type { Untyped } from '../operands/arrays.js'
import { type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { once, op } from '../operands/expressions.js'
import { toValue, typedPair } from '../operands/operands.js'
import { sum } from '../reductions/reductions.js'
import { transpose } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'

/** The dtype in which elements of another are multiplied and added: wrapping integers have the same low bits in a wider one. */
export function productType(dtype: DType): DType {
  if (PRODUCT_TYPES.includes(dtype)) return dtype
  return dtypeInfo[dtype].big ? 'bigint64' : 'int32'
}

/** A row and a column that are longer than this are multiplied and added up by a loop, which takes in what they are computed from. */
const LONG = 2048

/** Products of stacks of matrices, whose leading axes are alike already, as an array of the shape given. */
export function products(x: Node, y: Node, shape: readonly number[]): Untyped {
  const dtype = productType(x.dtype)
  const [a, b] = [cast(x, dtype), cast(y, dtype)]
  const inner = x.shape.at(-1)!
  const isDot = x.shape.at(-2) === 1 && y.shape.at(-1) === 1 && inner > LONG
  return wrap(cast(isDot ? reshape(dots(a, b), shape) : call('matmul', [a, b], [], dtype, shape), x.dtype))
}

/** Sums of the products of rows and columns, in the order of reductions. */
function dots(rows: Node, columns: Node): Node {
  const line = [...rows.shape.slice(0, -2), rows.shape.at(-1)!]
  return reduce('sum', op('mul', reshape(rows, line), reshape(columns, line)), [line.length - 1])
}

export interface ProductOptions {
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray | undefined
}

/** The same as an argument. */
export type ProductRest = Rest<[out: NdArray | null], ProductOptions>

export const received = (what: string, result: Untyped, options: ProductOptions | undefined): Untyped =>
  options?.out === undefined ? result : into(what, options.out, valueOf(result))

/**
 * Matrix product over the last two axes, the others broadcast; a 1-d operand is a row (first) or a column (second) whose
 * axis is gone from the result. The common dtype of both, in which each element is summed in one order, however the
 * matrices lie in memory. Throws `ShapeError`.
 *
 * NumPy's `numpy.matmul`.
 * @example
 * np.matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]])
 * // array([[2., 1.],
 * //        [4., 3.]])
 */
export const matmul = declare(
  'matmul(x1: array, x2: array, {out?: ndarray})',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y, ...rest: ProductRest): Met<X, Y> =>
    received('matmul', product(x, y), optionsOf<ProductOptions>(rest)),
)

function product(x: ArrayInput, y: ArrayInput): Untyped {
  const [a, b] = typedPair('matmul', x, y)
  return productOf('matmul', a, b)
}

/** So many matrices of at most so many rows and columns are multiplied by one loop over all elements of the result. */
const [MANY, LITTLE] = [16, 8]

/** Below, a call computes at once what takes longer to record. */
const FEWEST_ROWS = 2048

/** Products of such stacks, each element's sum written out: from zero, in order, as kernels of matrices have it to the bit. */
function unrolled(a: Node, b: Node, lead: readonly number[]): Node {
  const [rows, inner] = a.shape.slice(-2) as [number, number]
  const columns = b.shape.at(-1)!
  const shape = [...lead, rows, columns]
  const [x, y] = [broadcastView(a.shape, [...lead, rows, inner]), broadcastView(b.shape, [...lead, inner, columns])]
  const stack = ({ strides }: { strides: readonly number[] }): number[] => strides.slice(0, lead.length)
  const product = (k: number): Node =>
    op(
      'mul',
      view(a, { shape, strides: [...stack(x), x.strides.at(-2)!, 0], offset: k * x.strides.at(-1)! }),
      view(b, { shape, strides: [...stack(y), 0, y.strides.at(-1)!], offset: k * y.strides.at(-2)! }),
    )
  let total = op('add', product(0), 0)
  for (let k = 1; k < inner; k++) total = op('add', total, product(k))
  return total
}

/**
 * The rows of all matrices of a stack as those of one, where they lie in one step: the colours of an image by a matrix. Stacks of single
 * rows stay: their sums have an order of their own.
 */
function rowsTogether(stack: Node): Node | null {
  if (stack.shape.at(-2) === 1) return null
  const shape = [sizeOf(stack.shape.slice(0, -1)), stack.shape.at(-1)!]
  return stack.kind !== 'view' || composeViews(wholeView(shape), stack) !== null ? reshape(stack, shape) : null
}

/** Whether sums over short rows are made by the loop that makes the rows, or finds them elsewhere, rather than from a matrix in memory. */
function isSummedWhereMade(matrix: Node): boolean {
  const [rows, inner] = matrix.shape as [number, number]
  if (rows < FEWEST_ROWS || inner === 0 || inner > LITTLE || matrix.dtype === 'bool') return false
  const { kind, memory } = matrix.kind === 'view' && isContiguous(matrix) ? matrix.args[0] : matrix
  return (kind === 'map' || kind === 'join') && memory === null
}

const byMatrix = (left: Node, right: Node, shape: readonly number[]): Untyped =>
  right.shape[1] === 1 && isSummedWhereMade(left) ? wrap(reshape(unrolled(left, right, []), shape)) : products(left, right, shape)

/** The product of values of one dtype. */
function productOf(what: string, a: Node, b: Node): Untyped {
  if (a.shape.length === 0 || b.shape.length === 0)
    throw new ShapeError('matmul: got a 0-d operand, expected at least one axis; use multiply')
  const left = a.shape.length === 1 ? reshape(a, [1, a.shape[0]!]) : a
  const right = b.shape.length === 1 ? reshape(b, [b.shape[0]!, 1]) : b
  const [m, n] = [left.shape.length - 2, right.shape.length - 2]
  const [rows, inner, columns] = [left.shape[m]!, left.shape[m + 1]!, right.shape[n + 1]!]
  if (inner !== right.shape[n])
    throw new ShapeError(
      `${what}: shapes ${showShape(a.shape)} and ${showShape(b.shape)} do not fit: ${inner} columns by ${right.shape[n]} rows`,
    )
  const isRow = a.shape.length === 1
  const isColumn = b.shape.length === 1
  // Two matrices, the usual case, need no broadcasting.
  if (m === 0 && n === 0) return byMatrix(left, right, isRow ? (isColumn ? [] : [columns]) : isColumn ? [rows] : [rows, columns])
  const lead = broadcastShapes('matmul', left.shape.slice(0, m), right.shape.slice(0, n))
  const shape = [...lead, ...(isRow ? [] : [rows]), ...(isColumn ? [] : [columns])]
  const together = n === 0 ? rowsTogether(left) : null
  if (together !== null) return byMatrix(together, right, shape)
  if (sizeOf(lead) >= MANY && Math.max(rows, inner, columns) <= LITTLE && inner > 0 && a.dtype !== 'bool')
    return wrap(reshape(unrolled(once(left), once(right), lead), shape))
  const spread = (v: Node, r: number, c: number): Node => view(v, broadcastView(v.shape, [...lead, r, c]))
  return products(spread(left, rows, inner), spread(right, inner, columns), shape)
}

/**
 * Product of scalars, of 1-d arrays (a number), of matrices; else over the last axis of `x` and the second last of `y`.
 * NumPy's `numpy.dot`.
 * @example
 * np.dot([1, 2], [3, 4]).item() // 11
 */
export const dot = declare(
  'dot(a: array, b: array, {out?: ndarray})',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y, ...rest: ProductRest): Met<X, Y> =>
    received('dot', dotted(x, y), optionsOf<ProductOptions>(rest)),
)

function dotted(x: ArrayInput, y: ArrayInput): Untyped {
  const [a, b] = typedPair('dot', x, y)
  if (a.shape.length === 0 || b.shape.length === 0) return multiply(wrap(a), wrap(b)) as Untyped
  if (b.shape.length <= 2 && a.shape.length <= 2) return productOf('dot', a, b)
  const inner = a.shape[a.shape.length - 1]!
  const axis = Math.max(0, b.shape.length - 2)
  if (inner !== b.shape[axis])
    throw new ShapeError(
      `dot: shapes ${showShape(a.shape)} and ${showShape(b.shape)} do not fit: lengths ${inner} and ${b.shape[axis]}`,
    )
  const rest = b.shape.filter((_, i) => i !== axis)
  const order = [axis, ...b.shape.map((_, i) => i).filter((i) => i !== axis)]
  const moved = toValue('dot', transpose(wrap(b), order))
  const rows = sizeOf(a.shape.slice(0, -1))
  const flat = (v: Node, r: number, c: number): Node => reshape(v, [r, c])
  return products(flat(a, rows, inner), flat(moved, inner, sizeOf(rest)), [...a.shape.slice(0, -1), ...rest])
}

/**
 * The product of every element of `x` with every element of `y`. Lazy. NumPy's `numpy.outer`.
 * @example
 * np.outer([1, 2], [10, 20])
 * // array([[10., 20.],
 * //        [20., 40.]])
 */
export const outer = declare(
  'outer(a: array, b: array, {out?: ndarray})',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y, ...rest: ProductRest): Met<X, Y> => {
    const [a, b] = typedPair('outer', x, y)
    const column = wrap(reshape(a, [sizeOf(a.shape), 1]))
    return multiply(column, wrap(reshape(b, [1, sizeOf(b.shape)])), optionsOf<ProductOptions>(rest)) as Untyped
  },
)

/**
 * The sum of products over the last axis of both. NumPy's `numpy.inner`.
 * @example
 * np.inner([1, 2], [3, 4]).item() // 11
 */
export const inner = declare('inner(a: array, b: array)', <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y): Met<X, Y> => {
  const [a, b] = typedPair('inner', x, y)
  if (a.shape.length === 0 || b.shape.length === 0) return multiply(wrap(a), wrap(b)) as Untyped
  const last = b.shape.length - 1
  const order = [last, ...Array.from({ length: last }, (_, i) => i)]
  const moved = transpose(wrap(b), order)
  const columns = toValue('inner', moved)
  const n = a.shape[a.shape.length - 1]!
  if (n !== columns.shape[0])
    throw new ShapeError(`inner: shapes ${showShape(a.shape)} and ${showShape(b.shape)} differ in their last axis`)
  const rows = sizeOf(a.shape.slice(0, -1))
  const rest = b.shape.slice(0, -1)
  return products(reshape(a, [rows, n]), reshape(columns, [n, sizeOf(rest)]), [...a.shape.slice(0, -1), ...rest])
})

export interface TraceOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> extends DiagonalOptions {
  dtype?: T | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
}

/**
 * The sum of the diagonal of two axes. Lazy. NumPy's `numpy.trace`.
 * @example
 * np.trace([[1, 2], [3, 4]]).item() // 5
 */
export const trace = declare(
  'trace(a: array, {offset?: integer, axis1?: integer, axis2?: integer, dtype?: dtype, out?: ndarray})',
  <X extends ArrayInput, T extends DTypeName = never, O = never>(
    a: X,
    ...rest: Rest<[offset: number, axis1: number, axis2: number, dtype: NamedBy<T> | null, out: Out<O>], TraceOptions<T, O>>
  ): Outcome<T, O, Sum[At<X>]> => {
    const { dtype, out, ...which } = optionsOf<TraceOptions>(rest)
    return sum(diagonal(a, which), { axis: -1, dtype, out }) as never
  },
)
