import { allocate, type DType, dtypeInfo, type Scalar, type TypedArray, zeroOf } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import { showShape } from '../shape.js'
import type { View } from '../view.js'
import type { CallDef, Laid } from './call.js'

/** Products are added up in blocks of so many, each from zero, and the blocks' sums one after the other. */
export const INNER_BLOCK = 256

/** Element offsets of the matrices of a stack, in order. */
export function matricesOf({ shape, strides, offset }: View): number[] {
  let offsets = [offset]
  for (let axis = 0; axis < shape.length - 2; axis++)
    offsets = offsets.flatMap((at) => Array.from({ length: shape[axis]! }, (_, i) => at + i * strides[axis]!))
  return offsets
}

/** How one of two matrices lies: where it begins, and how far its neighbours along the kept and along the inner axis are apart. */
interface Lie {
  readonly at: number
  readonly kept: number
  readonly inner: number
}

/** A sum of products of a row and a column, in the order that every tier follows. */
type Sum = (a: Scalar[], row: Lie, b: Scalar[], column: Lie, length: number) => Scalar

/** Doubles need no rounding. */
const sumOfDoubles = ((a: Float64Array, row: Lie, b: Float64Array, column: Lie, length: number): number => {
  let total = 0
  let [i, j] = [row.at, column.at]
  for (let block = 0; block < length; block += INNER_BLOCK) {
    let sum = 0
    for (let k = Math.min(length, block + INNER_BLOCK) - block; k > 0; k--) {
      sum += a[i]! * b[j]!
      i += row.inner
      j += column.inner
    }
    total = block === 0 ? sum : total + sum
  }
  return total
}) as unknown as Sum

/** Cells of the dtype round and wrap what is stored. */
function sumIn(dtype: DType): Sum {
  const [sum, total, product] = [0, 1, 2].map(() => allocate(dtype, 1)) as unknown as [Scalar[], Scalar[], Scalar[]]
  const { lane } = dtypeInfo[dtype]
  const times = (lane === 'i32' ? Math.imul : (x: number, y: number) => x * y) as unknown as (x: Scalar, y: Scalar) => Scalar
  const zero = zeroOf(dtype)
  return (a, row, b, column, length) => {
    total[0] = zero
    for (let block = 0; block < length; block += INNER_BLOCK) {
      sum[0] = zero
      const end = Math.min(length, block + INNER_BLOCK)
      for (let k = block; k < end; k++) {
        product[0] = times(a[row.at + k * row.inner]!, b[column.at + k * column.inner]!)
        sum[0] = ((sum[0] as number) + (product[0] as number)) as Scalar
      }
      total[0] = block === 0 ? sum[0]! : (((total[0] as number) + (sum[0] as number)) as Scalar)
    }
    return total[0]!
  }
}

/** Sums of products of a dtype. */
export const sumOf = (dtype: DType): Sum => (dtype === 'float64' ? sumOfDoubles : sumIn(dtype))

/** Products of two stacks of as many matrices, C order, each element summed in the order that every tier follows. */
export function multiplyInto(left: Laid, right: Laid, result: TypedArray): void {
  const rank = left.view.shape.length
  const rows = left.view.shape[rank - 2]!
  const length = left.view.shape[rank - 1]!
  const columns = right.view.shape[rank - 1]!
  const lefts = matricesOf(left.view)
  const rights = matricesOf(right.view)
  const [a, b, to] = [left.data, right.data, result] as unknown as Scalar[][]
  const row = { at: 0, kept: left.view.strides[rank - 2]!, inner: left.view.strides[rank - 1]! }
  const column = { at: 0, kept: right.view.strides[rank - 1]!, inner: right.view.strides[rank - 2]! }
  const sum = sumOf(left.dtype)
  let next = 0
  for (let s = 0; s < lefts.length; s++) {
    row.at = lefts[s]!
    for (let i = 0; i < rows; i++, row.at += row.kept) {
      column.at = rights[s]!
      for (let j = 0; j < columns; j++, column.at += column.kept) to![next++] = sum(a!, row, b!, column, length)
    }
  }
}

/** dtypes that products are computed in; others are cast to one of these, and back. */
export const PRODUCT_TYPES: readonly string[] = ['float64', 'float32', 'int32', 'bigint64', 'int64']

export const products = {
  /** Of two stacks of as many matrices. */
  matmul: {
    arity: 2,
    attributes: [],
    strided: true,
    laborious: true,
    inStretches: true,
    infer: ([left, right]) => {
      const [a, b] = [left!.shape, right!.shape]
      const rank = a.length
      let fit = rank >= 2 && rank === b.length && a[rank - 1] === b[rank - 2]
      for (let axis = 0; axis < rank - 2; axis++) if (a[axis] !== b[axis]) fit = false
      if (!fit) throw new ShapeError(`matmul: shapes ${showShape(a)} and ${showShape(b)} do not fit`)
      if (left!.dtype !== right!.dtype || !PRODUCT_TYPES.includes(left!.dtype))
        throw new DTypeError(`matmul: dtypes ${left!.dtype} and ${right!.dtype}, expected one of ${PRODUCT_TYPES.join(', ')}`)
      const shape = a.slice()
      shape[rank - 1] = b[rank - 1]!
      return { dtype: left!.dtype, shape }
    },
    compute: ([left, right], _, to) => multiplyInto(left!, right!, to),
  },
} satisfies Record<string, CallDef>
