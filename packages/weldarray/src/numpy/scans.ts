import { contiguousStrides, type DType, dtypeInfo, normalizeAxis, type Scalar, sizeOf, sumType, toDType } from '@weldarray/ir'
import { cast, leaf, reshape, type Value } from '@weldarray/runtime'
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

/** An array flattened unless an axis is given, with the axis made non-negative. */
export function alongAxis(what: string, value: Value, axis: number | null | undefined): [Value, number] {
  if (axis === undefined || axis === null) return [reshape(value, [sizeOf(value.shape)]), 0]
  return [value, normalizeAxis(what, axis, value.shape.length)]
}

const scan =
  (what: string, join: (dtype: DType) => (a: never, b: never) => Scalar) =>
  (a: ArrayInput, axis?: number | null, options: { dtype?: DTypeName } = {}): NdArray => {
    const source = toValue(what, a)
    const dtype = options.dtype === undefined ? sumType(source.dtype) : toDType(options.dtype)
    const [value, along] = alongAxis(what, cast(source, dtype), axis)
    countFallback(what, 'no compiled scan')
    return borrow([value], (elements) => {
      const memory = memoryOf(dtype, elements.length)
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
      return wrap(leaf(memory, value.shape))
    })
  }

/** Running sum along an axis, or of the flattened array; dtypes as `sum`, each step rounded to the dtype (NumPy). */
export const cumsum = scan('cumsum', () => (x: number, y: number) => x + y)
/** Running product; as `cumsum`. */
export const cumprod = scan('cumprod', (d) => (dtypeInfo[d].lane === 'i32' ? Math.imul : (x: number, y: number) => x * y))
