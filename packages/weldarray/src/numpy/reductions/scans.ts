import { type Node, type ReduceOp, sizeOf, sumType, toDType } from '@weldarray/ir'
import { cast, reshape, scan } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Key, NamedBy, Out, Outcome } from '../../types/dtype-of.js'
import type { Own, Sum } from '../../types/promotion.generated.js'
import { axisOrFirst } from '../arguments/checks.js'
import { declare, type Rest } from '../arguments/declare.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { asOut, typeWithOut } from './reduce-parts.js'

/** An array flattened unless an axis is given, with the axis made non-negative. 0-d arrays count as 1-d. */
export function alongAxis(what: string, value: Node, axis: number | null | undefined): [Node, number] {
  const along = axis === undefined || axis === null ? 0 : axisOrFirst(what, axis, value.shape.length)
  const whole = axis === undefined || axis === null || value.shape.length === 0
  return [whole ? reshape(value, [sizeOf(value.shape)]) : value, along]
}

export interface ScanOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  axis?: number | null | undefined
  dtype?: T | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
}

/** What scans take behind the axis. */
export type ScanRest<T extends DTypeName, O> = Rest<[dtype: NamedBy<T> | null, out: Out<O> | null], ScanOptions<T, O>>

type Scan<M extends Record<Key, AnyDType>> = <X extends ArrayInput, T extends DTypeName = never, O = never>(
  a: X,
  axis?: number | null | ScanOptions<T, O>,
  ...rest: ScanRest<T, O>
) => Outcome<T, O, M[At<X>]>

const running = <M extends Record<Key, AnyDType>>(what: string, name: ReduceOp): Scan<M> =>
  declare(
    `${what}(a: array, axis?: integer|null, {dtype?: dtype, out?: ndarray})`,
    (a: ArrayInput, axis?: number | null, options: ScanOptions = {}): Untyped => {
      const source = toValue(what, a)
      const isTotal = name === 'sum' || name === 'prod'
      const own = isTotal ? (typeWithOut(source.dtype, options.out) ?? sumType(source.dtype)) : source.dtype
      const dtype = options.dtype === undefined ? own : toDType(options.dtype)
      const [value, along] = alongAxis(what, cast(source, dtype), axis)
      // Adding bools is or, multiplying them is and.
      const join = dtype === 'bool' ? (name === 'sum' || name === 'max' ? 'max' : 'min') : name
      const line = scan(join, value, along)
      const result = isTotal && options.dtype === undefined ? asOut(line, options.out) : line
      return options.out === undefined ? wrap(result) : into(what, options.out, result)
    },
  ) as Scan<M>

/**
 * Running sum along an axis, or of the flattened array; dtypes as `sum`, each step rounded to the dtype; of bool as bool, or.
 * Long lines run in blocks. NumPy's `numpy.cumsum`.
 * @example
 * np.cumsum([1, 2, 3]) // array([1., 3., 6.])
 */
export const cumsum = running<Sum>('cumsum', 'sum')
/**
 * Running product; as `cumsum`; of bool as bool, and. NumPy's `numpy.cumprod`.
 * @example
 * np.cumprod([1, 2, 3]) // array([1., 2., 6.])
 */
export const cumprod = running<Sum>('cumprod', 'prod')
/**
 * Running maximum, NaN from the first one on; in the array's dtype.
 * @example
 * np.cummax([1, 3, 2]) // array([1., 3., 3.])
 */
export const cummax = running<Own>('cummax', 'max')
/**
 * Running minimum, NaN from the first one on; in the array's dtype.
 * @example
 * np.cummin([3, 1, 2]) // array([3., 1., 1.])
 */
export const cummin = running<Own>('cummin', 'min')
