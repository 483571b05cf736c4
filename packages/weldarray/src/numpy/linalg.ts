import {
  broadcastShapes,
  broadcastView,
  type DType,
  dtypeInfo,
  isFloat,
  type Scalar,
  ShapeError,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import { reshape, type Value, view } from '@weldarray/runtime'
import { declare } from './arguments/declare.js'
import { into } from './destination.js'
import { build, type Cells, eagerly } from './eager.js'
import { multiply } from './elementwise.js'
import { transpose } from './layout.js'
import { diagonal } from './matrices.js'
import { toValue, typedPair } from './operands.js'
import { sum } from './reductions.js'
import { type NdArray, valueOf, wrap } from './seam.js'
import type { ArrayInput, DTypeName } from './types.js'

type Product = (x: Scalar, y: Scalar) => Scalar

/** Wrapping products of the integers; bool as and/or. */
const productOf = (dtype: DType): Product =>
  (dtypeInfo[dtype].lane === 'i32' ? Math.imul : (x: number, y: number) => x * y) as unknown as Product

/** One matrix product: rows × inner by inner × columns, floats summed in float64, in the order of the inner index. */
function multiplyInto(
  dtype: DType,
  a: Cells,
  aAt: number,
  b: Cells,
  bAt: number,
  to: Cells,
  at: number,
  [rows, inner, columns]: Sizes,
): void {
  const line: Cells = isFloat(dtype) ? new Float64Array(columns) : (new dtypeInfo[dtype].array(columns) as unknown as Cells)
  const times = productOf(dtype)
  const zero = dtypeInfo[dtype].big ? 0n : 0
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) line[j] = zero
    for (let k = 0; k < inner; k++) {
      const x = a[aAt + i * inner + k]!
      const from = bAt + k * columns
      if (isFloat(dtype)) addRow(line as unknown as Float64Array, x as number, b as unknown as Float64Array, from)
      else if (dtype === 'bool') for (let j = 0; j < columns; j++) line[j] = Number(line[j]) | (Number(x) & Number(b[from + j]))
      else for (let j = 0; j < columns; j++) line[j] = ((line[j] as number) + (times(x, b[from + j]!) as number)) as Scalar
    }
    for (let j = 0; j < columns; j++) to[at + i * columns + j] = line[j]!
  }
}

type Sizes = readonly [rows: number, inner: number, columns: number]

function addRow(line: Float64Array, x: number, row: Float64Array, from: number): void {
  for (let j = 0; j < line.length; j++) line[j]! += x * row[from + j]!
}

/** Stacks of matrices, the leading axes already alike. */
function stacks(what: string, x: Value, y: Value, shape: readonly number[], sizes: Sizes): NdArray {
  const [rows, inner, columns] = sizes
  return eagerly(what, [x, y], (a, b) =>
    build(x.dtype, shape, (to) => {
      const count = rows * columns === 0 ? 0 : sizeOf(shape) / (rows * columns)
      for (let s = 0; s < count; s++)
        multiplyInto(x.dtype, a, s * rows * inner, b, s * inner * columns, to, s * rows * columns, sizes)
    }),
  )
}

export interface ProductOptions {
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray | undefined
}

const received = (what: string, result: NdArray, options: ProductOptions | undefined): NdArray =>
  options?.out === undefined ? result : into(what, options.out, valueOf(result))

/**
 * Matrix product over the last two axes, the others broadcast; a 1-d operand is a row (first) or a column (second) whose
 * axis is gone from the result. The common dtype of both; floats are summed in float64. Throws `ShapeError`.
 */
export const matmul = declare(
  'matmul(x1: array, x2: array, {out?: ndarray})',
  (x: ArrayInput, y: ArrayInput, options?: ProductOptions): NdArray => received('matmul', product(x, y), options),
)

function product(x: ArrayInput, y: ArrayInput): NdArray {
  const [a, b] = typedPair('matmul', x, y)
  if (a.shape.length === 0 || b.shape.length === 0)
    throw new ShapeError('matmul: got a 0-d operand, expected at least one axis; use multiply')
  const left = a.shape.length === 1 ? [1, a.shape[0]!] : [...a.shape]
  const right = b.shape.length === 1 ? [b.shape[0]!, 1] : [...b.shape]
  const [rows, inner] = left.splice(-2) as [number, number]
  const [inner2, columns] = right.splice(-2) as [number, number]
  if (inner !== inner2)
    throw new ShapeError(
      `matmul: shapes ${showShape(a.shape)} and ${showShape(b.shape)} do not fit: ${inner} columns by ${inner2} rows`,
    )
  const lead = broadcastShapes('matmul', left, right)
  const spread = (v: Value, own: readonly number[], r: number, c: number): Value =>
    view(v, broadcastView([...own, r, c], [...lead, r, c]))
  const shape = [...lead, ...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [columns])]
  return stacks('matmul', spread(a, left, rows, inner), spread(b, right, inner, columns), shape, [rows, inner, columns])
}

/** Product of scalars, of 1-d arrays (a number), of matrices; else over the last axis of `x` and the second last of `y`. */
export const dot = declare(
  'dot(a: array, b: array, {out?: ndarray})',
  (x: ArrayInput, y: ArrayInput, options?: ProductOptions): NdArray => received('dot', dotted(x, y), options),
)

function dotted(x: ArrayInput, y: ArrayInput): NdArray {
  const [a, b] = typedPair('dot', x, y)
  if (a.shape.length === 0 || b.shape.length === 0) return multiply(wrap(a), wrap(b))
  if (b.shape.length <= 2 && a.shape.length <= 2) return product(wrap(a), wrap(b))
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
  const flat = (v: Value, r: number, c: number): Value => reshape(v, [r, c])
  const sizes = [rows, inner, sizeOf(rest)] as const
  return stacks('dot', flat(a, rows, inner), flat(moved, inner, sizes[2]), [...a.shape.slice(0, -1), ...rest], sizes)
}

/** The product of every element of `x` with every element of `y`. Lazy. */
export const outer = declare(
  'outer(a: array, b: array, {out?: ndarray})',
  (x: ArrayInput, y: ArrayInput, options?: ProductOptions): NdArray => {
    const [a, b] = typedPair('outer', x, y)
    return multiply(wrap(reshape(a, [sizeOf(a.shape), 1])), wrap(reshape(b, [1, sizeOf(b.shape)])), options)
  },
)

/** The sum of products over the last axis of both. */
export const inner = declare('inner(a: array, b: array)', (x: ArrayInput, y: ArrayInput): NdArray => {
  const [a, b] = typedPair('inner', x, y)
  if (a.shape.length === 0 || b.shape.length === 0) return multiply(wrap(a), wrap(b))
  const last = b.shape.length - 1
  const order = [last, ...Array.from({ length: last }, (_, i) => i)]
  const moved = transpose(wrap(b), order)
  const columns = toValue('inner', moved)
  const n = a.shape[a.shape.length - 1]!
  if (n !== columns.shape[0])
    throw new ShapeError(`inner: shapes ${showShape(a.shape)} and ${showShape(b.shape)} differ in their last axis`)
  const rows = sizeOf(a.shape.slice(0, -1))
  const rest = b.shape.slice(0, -1)
  const sizes = [rows, n, sizeOf(rest)] as const
  return stacks('inner', reshape(a, [rows, n]), reshape(columns, [n, sizes[2]]), [...a.shape.slice(0, -1), ...rest], sizes)
})

/** The sum of the diagonal of two axes. Lazy. */
export const trace = declare(
  'trace(a: array, offset?: integer, axis1?: integer, axis2?: integer, {dtype?: dtype, out?: ndarray})',
  (a: ArrayInput, offset = 0, axis1 = 0, axis2 = 1, options: { dtype?: DTypeName; out?: NdArray } = {}): NdArray =>
    sum(diagonal(a, offset, axis1, axis2), { axis: -1, ...options }),
)
