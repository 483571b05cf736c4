import { isFloat, normalizeAxis, ShapeError } from '@weldarray/ir'
import type { AnyDType } from '../../array/types.js'
import type { At, Out, Outcome } from '../../types/dtype-of.js'
import type { Sum } from '../../types/promotion.generated.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ones, zeros } from '../creation/creation.js'
import { where } from '../elementwise/choosing.js'
import { isnan } from '../elementwise/functions.js'
import { concatenate } from '../joining/joining.js'
import { dtypeOf, type NdArray, type Untyped, valueOf } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { argmax, argmin } from './arg-extremes.js'
import { asOut, typeWithOut } from './reduce-parts.js'
import { cumprod, cumsum, type ScanOptions } from './scans.js'
import { all } from './truth.js'

const without = (what: string, a: ArrayInput, value: number): Untyped => {
  const x = arrayOf(what, a)
  return isFloat(dtypeOf(x)) ? where(isnan(x), value, x) : x
}

/**
 * Running sum in which NaN counts as 0. NumPy's `numpy.nancumsum`.
 * @example
 * np.nancumsum([1, NaN, 2]) // array([1., 1., 3.])
 */
export const nancumsum = declare(
  'nancumsum(a: array, axis?: integer|null, {dtype?: dtype, out?: ndarray})',
  ((a: ArrayInput, axis?: number | null, options: ScanOptions = {}): Untyped =>
    cumsum(without('nancumsum', a, 0), axis, options) as Untyped) as typeof cumsum,
)
/**
 * Running product in which NaN counts as 1. NumPy's `numpy.nancumprod`.
 * @example
 * np.nancumprod([2, NaN, 3]) // array([2., 2., 6.])
 */
export const nancumprod = declare(
  'nancumprod(a: array, axis?: integer|null, {dtype?: dtype, out?: ndarray})',
  ((a: ArrayInput, axis?: number | null, options: ScanOptions = {}): Untyped =>
    cumprod(without('nancumprod', a, 1), axis, options) as Untyped) as typeof cumprod,
)

interface ExtremeOptions {
  axis?: number | null | undefined
  out?: NdArray | undefined
  keepdims?: boolean | undefined
}

const nanArg =
  (what: string, of: typeof argmax, worst: number) =>
  (a: ArrayInput, ...rest: Rest<[axis: number | null, out: NdArray | undefined], ExtremeOptions>): NdArray<'int64'> => {
    const { axis = null, ...options } = optionsOf<ExtremeOptions>(rest)
    const x = arrayOf(what, a)
    if (isFloat(dtypeOf(x)) && x.size > 0) {
      const none = axis === null ? all(isnan(x)) : all(isnan(x), axis).any()
      if (none) throw new ShapeError(`${what}: got only NaN in a part of the array, which has no extreme`)
    }
    return of(without(what, x, worst), axis, options) as Untyped
  }
/**
 * Index of the first largest element, NaN left out. Throws `ShapeError` where there is nothing else. NumPy's
 * `numpy.nanargmax`.
 * @example
 * np.nanargmax([1, NaN, 2]).item() // 2
 */
export const nanargmax = declare(
  'nanargmax(a: array, {axis?: integer|null, out?: ndarray, *, keepdims?: flag})',
  nanArg('nanargmax', argmax, -Infinity),
)
/**
 * Index of the first smallest element, NaN left out. Throws `ShapeError` where there is nothing else. NumPy's
 * `numpy.nanargmin`.
 * @example
 * np.nanargmin([NaN, 1, 2]).item() // 1
 */
export const nanargmin = declare(
  'nanargmin(a: array, {axis?: integer|null, out?: ndarray, *, keepdims?: flag})',
  nanArg('nanargmin', argmin, Infinity),
)

export interface CumulativeOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> {
  axis?: number | null
  dtype?: T | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: Out<O> | undefined
  /** Begins with the sum (product) of nothing. */
  include_initial?: boolean
}

type Cumulative = <X extends ArrayInput, T extends DTypeName = never, O = never>(
  x: X,
  options?: CumulativeOptions<T, O>,
) => Outcome<T, O, Sum[At<X>]>

const cumulative = (what: string, of: typeof cumsum, initial: typeof zeros): Cumulative =>
  ((x: ArrayInput, options: CumulativeOptions = {}): Untyped => {
    const { axis: asked = null, out, include_initial } = options
    const given = arrayOf(what, x)
    const dtype = options.dtype ?? typeWithOut(dtypeOf(given), out)
    // One element is a line of one, as NumPy has it.
    const a = given.shape.length === 0 ? given.reshape([1]) : given
    if (asked === null && a.shape.length !== 1) throw new ShapeError(`${what}: an array of ${a.shape.length} axes needs the axis`)
    const axis = normalizeAxis(what, asked ?? 0, a.shape.length)
    const sums: Untyped = of(a, axis, dtype === undefined ? {} : { dtype })
    const line = Array.from(a.shape, (n, i) => (i === axis ? 1 : n))
    const result: Untyped = include_initial ? concatenate([initial(line, sums.dtype as 'float64'), sums], axis) : sums
    return out === undefined
      ? result
      : (into(what, out, options.dtype === undefined ? asOut(valueOf(result), out) : valueOf(result)) as Untyped)
  }) as Cumulative

/**
 * Running sum along an axis: the array API standard's. NumPy's `numpy.cumulative_sum`.
 * @example
 * np.cumulative_sum([1, 2, 3], { include_initial: true }) // array([0., 1., 3., 6.])
 */
export const cumulative_sum = declare(
  'cumulative_sum(x: array, *, {axis?: integer|null, dtype?: dtype, out?: ndarray, include_initial?: flag})',
  cumulative('cumulative_sum', cumsum, zeros),
)
/**
 * Running product along an axis: the array API standard's. NumPy's `numpy.cumulative_prod`.
 * @example
 * np.cumulative_prod([1, 2, 3]) // array([1., 2., 6.])
 */
export const cumulative_prod = declare(
  'cumulative_prod(x: array, *, {axis?: integer|null, dtype?: dtype, out?: ndarray, include_initial?: flag})',
  cumulative('cumulative_prod', cumprod, ones),
)
