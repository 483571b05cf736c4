import { allocate, dtypeInfo, type Scalar, type TypedArray } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import { sameShape, showShape } from '../shape.js'
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

/** Products of two stacks of as many matrices, C order, each element summed in the order that every tier follows. */
export function multiplyInto(left: Laid, right: Laid, result: TypedArray): void {
  const rank = left.view.shape.length
  const [rows, inner] = left.view.shape.slice(-2) as [number, number]
  const columns = right.view.shape[rank - 1]!
  const { dtype } = left
  const lefts = matricesOf(left.view)
  const rights = matricesOf(right.view)
  const [a, b, to] = [left.data, right.data, result] as unknown as Scalar[][]
  const [aRow, aStep] = left.view.strides.slice(-2) as [number, number]
  const [bStep, bColumn] = right.view.strides.slice(-2) as [number, number]
  // Cells of the dtype round and wrap what is stored.
  const [sum, total, product] = [0, 1, 2].map(() => allocate(dtype, 1)) as unknown as [Scalar[], Scalar[], Scalar[]]
  const { lane, big } = dtypeInfo[dtype]
  const times = (lane === 'i32' ? Math.imul : (x: number, y: number) => x * y) as unknown as (x: Scalar, y: Scalar) => Scalar
  const zero = big ? 0n : 0
  let next = 0
  for (let s = 0; s < lefts.length; s++)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) {
        total[0] = zero
        for (let block = 0; block < inner; block += INNER_BLOCK) {
          sum[0] = zero
          const end = Math.min(inner, block + INNER_BLOCK)
          for (let k = block; k < end; k++) {
            product[0] = times(a![lefts[s]! + i * aRow + k * aStep]!, b![rights[s]! + k * bStep + j * bColumn]!)
            sum[0] = ((sum[0] as number) + (product[0] as number)) as Scalar
          }
          total[0] = block === 0 ? sum[0]! : (((total[0] as number) + (sum[0] as number)) as Scalar)
        }
        to![next++] = total[0]!
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
    infer: ([left, right]) => {
      const [a, b] = [left!.shape, right!.shape]
      const fit = a.length >= 2 && sameShape(a.slice(0, -2), b.slice(0, -2)) && a[a.length - 1] === b[b.length - 2]
      if (!fit) throw new ShapeError(`matmul: shapes ${showShape(a)} and ${showShape(b)} do not fit`)
      if (left!.dtype !== right!.dtype || !PRODUCT_TYPES.includes(left!.dtype))
        throw new DTypeError(`matmul: dtypes ${left!.dtype} and ${right!.dtype}, expected one of ${PRODUCT_TYPES.join(', ')}`)
      return { dtype: left!.dtype, shape: [...a.slice(0, -1), b[b.length - 1]!] }
    },
    compute: ([left, right], _, to) => multiplyInto(left!, right!, to),
  },
} satisfies Record<string, CallDef>
