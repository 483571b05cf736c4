import { isFloat, normalizeAxes, normalizeAxis, ShapeError, sizeOf, toDType } from '@weldarray/ir'
import { cast, reshape as reshapeValue } from '@weldarray/runtime'
import { declare } from '../arguments/declare.js'
import { ArgumentError, bind, type Rest } from '../arguments/keywords.js'
import { describe } from '../arguments/kinds.js'
import { ones, zeros } from '../creation/creation.js'
import { where } from '../elementwise/choosing.js'
import { isnan } from '../elementwise/functions.js'
import { concatenate } from '../joining/joining.js'
import type { Untyped } from '../operands/arrays.js'
import { dtypeOf, type NdArray, valueOf } from '../operands/arrays.js'
import { build, eagerly } from '../operands/eager.js'
import { arrayOf, expand_dims, moveaxis } from '../shaping/layout.js'
import type { ArrayInput, Axes, DTypeName } from '../types.js'
import { argmax, argmin } from './arg-extremes.js'
import { cumprod, cumsum } from './scans.js'
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
  'nancumsum(a: array, axis?: integer|null, {dtype?: dtype|null})',
  (a: ArrayInput, axis?: number | null, options: { dtype?: DTypeName } = {}): NdArray =>
    cumsum(without('nancumsum', a, 0), axis, options),
)
/**
 * Running product in which NaN counts as 1. NumPy's `numpy.nancumprod`.
 * @example
 * np.nancumprod([2, NaN, 3]) // array([2., 2., 6.])
 */
export const nancumprod = declare(
  'nancumprod(a: array, axis?: integer|null, {dtype?: dtype|null})',
  (a: ArrayInput, axis?: number | null, options: { dtype?: DTypeName } = {}): NdArray =>
    cumprod(without('nancumprod', a, 1), axis, options),
)

const nanArg =
  (what: string, of: typeof argmax, worst: number) =>
  (a: ArrayInput, axis?: number | null): Untyped => {
    const x = arrayOf(what, a)
    if (isFloat(dtypeOf(x)) && x.size > 0) {
      const none = axis === undefined || axis === null ? all(isnan(x)) : all(isnan(x), axis).any()
      if (none) throw new ShapeError(`${what}: got only NaN in a part of the array, which has no extreme`)
    }
    return of(without(what, x, worst), axis)
  }
/**
 * Index of the first largest element, NaN left out. Throws `ShapeError` where there is nothing else. NumPy's
 * `numpy.nanargmax`.
 * @example
 * np.nanargmax([1, NaN, 2]).item() // 2
 */
export const nanargmax = declare('nanargmax(a: array, axis?: integer|null)', nanArg('nanargmax', argmax, -Infinity))
/**
 * Index of the first smallest element, NaN left out. Throws `ShapeError` where there is nothing else. NumPy's
 * `numpy.nanargmin`.
 * @example
 * np.nanargmin([NaN, 1, 2]).item() // 1
 */
export const nanargmin = declare('nanargmin(a: array, axis?: integer|null)', nanArg('nanargmin', argmin, Infinity))

/** NumPy's ways to a quantile between two elements. */
export type QuantileMethod = 'linear' | 'lower' | 'higher' | 'nearest' | 'midpoint'

export interface NanQuantileOptions {
  axis?: Axes
  method?: QuantileMethod
  keepdims?: boolean
}

function between(sorted: Float64Array, n: number, share: number, method: QuantileMethod): number {
  const place = share * (n - 1)
  const low = Math.floor(place)
  const t = place - low
  const [x, y] = [sorted[low]!, sorted[Math.min(low + 1, n - 1)]!]
  switch (method) {
    case 'lower':
      return x
    case 'higher':
      return t === 0 ? x : y
    case 'nearest':
      return t === 0.5 ? (low % 2 === 0 ? x : y) : t < 0.5 ? x : y
    case 'midpoint':
      return t === 0 ? x : x + (y - x) * 0.5
    default:
      return t === 0 ? x : t >= 0.5 ? y - (y - x) * (1 - t) : x + (y - x) * t
  }
}

function nanQuantiles(what: string, a: ArrayInput, shares: readonly number[], list: boolean, o: NanQuantileOptions): Untyped {
  if (!Array.isArray(shares) || !shares.every((q) => typeof q === 'number'))
    throw new ArgumentError(`${what}: q is ${describe(shares)}, expected a number or a list of them`)
  for (const q of shares) if (!(q >= 0 && q <= 1)) throw new ShapeError(`${what}: ${q} is not within 0 and 1`)
  const x = arrayOf(what, a)
  const rank = x.shape.length
  const axes = normalizeAxes(what, o.axis ?? null, rank)
  const kept = Array.from({ length: rank }, (_, i) => i).filter((i) => !axes.includes(i))
  const moved = moveaxis(
    x,
    [...kept, ...axes],
    Array.from({ length: rank }, (_, i) => i),
  )
  const rest = kept.map((i) => x.shape[i]!)
  const n = sizeOf(axes.map((i) => x.shape[i]!))
  const dtype = dtypeOf(x) === 'float32' ? 'float32' : 'float64'
  const value = reshapeValue(cast(valueOf(moved), 'float64'), [...rest, n])
  const rows = sizeOf(rest)
  const result = eagerly(what, [value], (cells) =>
    build(dtype, [...(list ? [shares.length] : []), ...rest], (to) => {
      for (let row = 0; row < rows; row++) {
        const line = (cells as unknown as Float64Array).slice(row * n, (row + 1) * n).sort()
        let count = n
        while (count > 0 && Number.isNaN(line[count - 1]!)) count--
        shares.forEach((q, k) => {
          to[k * rows + row] = count === 0 ? NaN : between(line, count, q, o.method ?? 'linear')
        })
      }
    }),
  )
  return o.keepdims
    ? expand_dims(
        result,
        axes.map((i) => i + (list ? 1 : 0)),
      )
    : result
}

const QUANTILE = 'axis out overwrite_input method keepdims'

/**
 * The value below which a share `q` (0 to 1) of the elements that are not NaN lies; a list of shares adds a first axis.
 * NumPy's `numpy.nanquantile`.
 * @example
 * np.nanquantile([1, NaN, 3], 0.5).item() // 2
 */
export const nanquantile = declare(
  'nanquantile(a: array, q: any, {axis?: integers|null, overwrite_input?: flag, method?: "linear"|"lower"|"higher"|"nearest"|"midpoint", keepdims?: flag})',
  (a: ArrayInput, q: number | readonly number[], ...rest: Rest<[axis: Axes], NanQuantileOptions>): NdArray => {
    return nanQuantiles(
      'nanquantile',
      a,
      typeof q === 'number' ? [q] : q,
      typeof q !== 'number',
      bind<NanQuantileOptions>('nanquantile', QUANTILE, rest),
    )
  },
)
/**
 * `nanquantile` with `q` in hundredths. NumPy's `numpy.nanpercentile`.
 * @example
 * np.nanpercentile([1, NaN, 3], 50).item() // 2
 */
export const nanpercentile = declare(
  'nanpercentile(a: array, q: any, {axis?: integers|null, overwrite_input?: flag, method?: "linear"|"lower"|"higher"|"nearest"|"midpoint", keepdims?: flag})',
  (a: ArrayInput, q: number | readonly number[], ...rest: Rest<[axis: Axes], NanQuantileOptions>): NdArray => {
    const shares =
      typeof q === 'number' ? [q / 100] : Array.isArray(q) ? q.map((p) => (typeof p === 'number' ? p / 100 : NaN)) : q
    return nanQuantiles(
      'nanpercentile',
      a,
      shares,
      typeof q !== 'number',
      bind<NanQuantileOptions>('nanpercentile', QUANTILE, rest),
    )
  },
)
/**
 * The middle of the elements that are not NaN; NaN where there is none. NumPy's `numpy.nanmedian`.
 * @example
 * np.nanmedian([1, NaN, 3]).item() // 2
 */
export const nanmedian = declare(
  'nanmedian(a: array, {axis?: integers|null, overwrite_input?: flag, keepdims?: flag})',
  (a: ArrayInput, ...rest: Rest<[axis: Axes], { axis?: Axes; keepdims?: boolean }>): NdArray => {
    const o = bind<{ axis?: Axes; keepdims?: boolean }>('nanmedian', 'axis out overwrite_input keepdims', rest)
    return nanQuantiles('nanmedian', a, [0.5], false, { ...o, method: 'midpoint' })
  },
)

export interface CumulativeOptions {
  axis?: number | null
  dtype?: DTypeName | null
  /** Begins with the sum (product) of nothing. */
  include_initial?: boolean
}

const cumulative =
  (what: string, of: typeof cumsum, initial: typeof zeros) =>
  (x: ArrayInput, options: CumulativeOptions = {}): Untyped => {
    const o = bind<CumulativeOptions & { out?: never }>(what, 'axis dtype out include_initial', [options])
    const a = arrayOf(what, x)
    if ((o.axis ?? null) === null && a.shape.length !== 1)
      throw new ShapeError(`${what}: an array of ${a.shape.length} axes needs the axis`)
    const axis = normalizeAxis(what, o.axis ?? 0, a.shape.length)
    const result = of(a, axis, o.dtype === undefined || o.dtype === null ? {} : { dtype: toDType(o.dtype) })
    if (!o.include_initial) return result
    const first = initial(
      Array.from(a.shape, (n, i) => (i === axis ? 1 : n)),
      result.dtype as 'float64',
    )
    return concatenate([first, result], axis)
  }
/**
 * Running sum along an axis: the array API standard's. NumPy's `numpy.cumulative_sum`.
 * @example
 * np.cumulative_sum([1, 2, 3], { include_initial: true }) // array([0., 1., 3., 6.])
 */
export const cumulative_sum = declare(
  'cumulative_sum(x: array, *, {axis?: integer|null, dtype?: dtype|null, include_initial?: flag})',
  cumulative('cumulative_sum', cumsum, zeros),
)
/**
 * Running product along an axis: the array API standard's. NumPy's `numpy.cumulative_prod`.
 * @example
 * np.cumulative_prod([1, 2, 3]) // array([1., 2., 6.])
 */
export const cumulative_prod = declare(
  'cumulative_prod(x: array, *, {axis?: integer|null, dtype?: dtype|null, include_initial?: flag})',
  cumulative('cumulative_prod', cumprod, ones),
)
