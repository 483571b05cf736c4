import { contiguousStrides, type DType, dtypeInfo, type Scalar, sizeOf, sumType, toDType } from '@weldarray/ir'
import { cast, leaf, reshape, type Value } from '@weldarray/runtime'
import { axisOrFirst } from './arguments/checks.js'
import { declare } from './arguments/declare.js'
import { into } from './destination.js'
import { toValue } from './operands.js'
import { borrow, countFallback, memoryOf, type NdArray, wrap } from './seam.js'
import type { ArrayInput, DTypeName } from './types.js'

/** Calls `line(start, step, length)` for every line of `shape` along `axis`, as flat indices in C order. */
export function forEachLine(
  shape: readonly number[],
  axis: number,
  line: (start: number, step: number, length: number) => void,
): void {
  const step = contiguousStrides(shape)[axis]!
  const length = shape[axis]!
  const block = step * length
  const size = sizeOf(shape)
  for (let outer = 0; outer < size; outer += block) for (let inner = 0; inner < step; inner++) line(outer + inner, step, length)
}

/** An array flattened unless an axis is given, with the axis made non-negative. 0-d arrays count as 1-d. */
export function alongAxis(what: string, value: Value, axis: number | null | undefined): [Value, number] {
  const along = axis === undefined || axis === null ? 0 : axisOrFirst(what, axis, value.shape.length)
  const whole = axis === undefined || axis === null || value.shape.length === 0
  return [whole ? reshape(value, [sizeOf(value.shape)]) : value, along]
}

export interface ScanOptions {
  axis?: number | null | undefined
  dtype?: DTypeName | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray | undefined
}

type Scan = (a: ArrayInput, axis?: number | null | ScanOptions, options?: ScanOptions) => NdArray

const scan = (what: string, join: (dtype: DType) => (a: never, b: never) => Scalar): Scan =>
  declare(`${what}(a: array, axis?: integer|null, {dtype?: dtype, out?: ndarray})`, (a, axis, options = {}) => {
    const source = toValue(what, a)
    const dtype = options.dtype === undefined ? sumType(source.dtype) : toDType(options.dtype)
    const [value, along] = alongAxis(what, cast(source, dtype), axis as number | null | undefined)
    countFallback(what, 'no compiled scan')
    const result = borrow([value], (elements) => {
      const memory = memoryOf(dtype, sizeOf(value.shape))
      const from = elements as unknown as Scalar[]
      const to = memory.data as unknown as Scalar[]
      const step1 = join(dtype) as (x: Scalar, y: Scalar) => Scalar
      forEachLine(value.shape, along, (start, step, length) => {
        let total = from[start]!
        to[start] = total
        for (let i = 1, at = start + step; i < length; i++, at += step) {
          // Read back, so that the running value has the dtype's precision and range.
          to[at] = step1(total, from[at]!)
          total = to[at]!
        }
      })
      return leaf(memory, value.shape)
    })
    return options.out === undefined ? wrap(result) : into(what, options.out, result)
  })

/** Running sum along an axis, or of the flattened array; dtypes as `sum`, each step rounded to the dtype (NumPy); of bool as bool, or. */
export const cumsum = scan('cumsum', (d) => (d === 'bool' ? (x: number, y: number) => x | y : (x: number, y: number) => x + y))
/** Running product; as `cumsum`; of bool as bool, and. */
export const cumprod = scan('cumprod', (d) => (dtypeInfo[d].lane === 'i32' ? Math.imul : (x: number, y: number) => x * y))
