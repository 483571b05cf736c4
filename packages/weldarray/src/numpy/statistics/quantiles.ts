import { isFloat, type Node, normalizeAxes, ShapeError, sizeOf, ValueError } from '@weldarray/ir'
import { cast, ranked, reshape, view, withMemory } from '@weldarray/runtime'
import type { At, Floating } from '../../types/dtype-of.js'
import type { Mean, Own } from '../../types/promotion.generated.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { where } from '../elementwise/choosing.js'
import { isnan } from '../elementwise/functions.js'
import { take } from '../indexing/indexing.js'
import type { Untyped } from '../operands/arrays.js'
import { borrow, countFallback, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { build, eagerly, indexArray } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import { keptShape, needElements } from '../reductions/reduce-parts.js'
import { arrayOf, moveaxis, reshape as reshaped } from '../shaping/layout.js'
import { sort } from '../sorting/sorting.js'
import type { ArrayInput, Axes } from '../types.js'
import { interpolated, isDiscrete, QUANTILE_METHODS, type QuantileMethod, quantilePlace } from './quantile-methods.js'
import { weightedQuantiles, weightsFor } from './weighted-quantiles.js'

export type { QuantileMethod } from './quantile-methods.js'

export interface MedianOptions {
  axis?: Axes | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray | undefined
  /** Leave to change the array: there is no need. */
  overwrite_input?: boolean | undefined
  keepdims?: boolean | undefined
}

export interface QuantileOptions extends MedianOptions {
  /** Where between two elements (`'linear'`). */
  method?: QuantileMethod | undefined
  /** How much each element counts (none below 0), for the method `'inverted_cdf'`: in the array's shape, or for the axis alone. */
  weights?: ArrayInput | null | undefined
}

/** The axes to be reduced moved last and joined: [kept shape, values of shape (…kept, n)]. */
function gathered(value: Node, axes: readonly number[]): [number[], Node] {
  const { shape } = value
  const kept = shape.map((_, i) => i).filter((i) => !axes.includes(i))
  const order = [...kept, ...axes]
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)))
  const moved = view(value, { shape: order.map((i) => shape[i]!), strides: order.map((i) => strides[i]!), offset: 0 })
  const rest = kept.map((i) => shape[i]!)
  return [rest, reshape(moved, [...rest, axes.reduce((n, i) => n * shape[i]!, 1)])]
}

/** Of so many elements in order: the places of two, and what lies between them. */
type Pick = (length: number) => { readonly low: number; readonly high: number; between(x: number, y: number): number }

/** A number of each row, from its elements in order; several picks add axes of the shape `lead` in front. NaN of rows with one. */
function ofRanks(
  what: string,
  value: Node,
  rest: readonly number[],
  picks: readonly Pick[],
  lead: readonly number[] | null,
): Untyped {
  const n = value.shape[value.shape.length - 1]!
  const dtype = value.dtype === 'float32' && lead === null ? 'float32' : 'float64'
  countFallback(what, 'selected by kernels')
  return withMemory([cast(value, 'float64')], (task, from) => {
    const rows = sizeOf(rest)
    const chosen = picks.map((pick) => pick(n))
    // NaN sorts last.
    const ranks = n === 0 ? [] : [n - 1, ...chosen.flatMap(({ low, high }) => [low, high])]
    const found = n === 0 ? new Float64Array(0) : ranked(task, from, rows, n, ranks)
    return build(dtype, [...(lead ?? []), ...rest], (to) => {
      for (let row = 0; row < rows; row++) {
        const at = row * ranks.length
        const broken = n === 0 || Number.isNaN(found[at]!)
        chosen.forEach(({ between }, k) => {
          to[k * rows + row] = broken ? NaN : between(found[at + 2 * k + 1]!, found[at + 2 * k + 2]!)
        })
      }
    })
  })
}

/** Elements as they are, in their dtype: of sorted rows. */
function ofSorted(value: Node, shares: readonly number[], lead: readonly number[], method: QuantileMethod): Untyped {
  const n = value.shape.at(-1)!
  const rank = value.shape.length - 1
  const sorted: Untyped = sort(wrap(value), -1)
  const places = shares.map((q) => quantilePlace(method, n, q).low)
  const found: Untyped = moveaxis(take(sorted, indexArray(places), -1), -1, 0)
  const last: Untyped = sorted.slice('...', -1)
  const whole: Untyped = isFloat(value.dtype) ? where(isnan(last), last, found) : found
  return reshaped(whole, [...lead, ...value.shape.slice(0, rank)])
}

/** As `ofRanks`, of the elements of each row that are not NaN; NaN where there are none. */
function ofNumbers(
  what: string,
  value: Node,
  shares: readonly number[],
  lead: readonly number[] | null,
  method: QuantileMethod,
): Untyped {
  const rest = value.shape.slice(0, -1)
  const n = value.shape.at(-1)!
  const rows = sizeOf(rest)
  const narrow = value.dtype === 'float32' && (lead === null || isDiscrete(method))
  return eagerly(what, [cast(value, 'float64')], (cells) =>
    build(narrow ? 'float32' : 'float64', [...(lead ?? []), ...rest], (to) => {
      for (let row = 0; row < rows; row++) {
        const line = (cells as unknown as Float64Array).slice(row * n, (row + 1) * n).sort()
        let count = n
        while (count > 0 && Number.isNaN(line[count - 1]!)) count--
        shares.forEach((q, k) => {
          const { low, high, share } = quantilePlace(method, count, q)
          to[k * rows + row] = count === 0 ? NaN : interpolated(line[low]!, line[high]!, share)
        })
      }
    }),
  )
}

function quantiles(what: string, a: ArrayInput, q: ArrayInput, scale: number, options: QuantileOptions): Untyped {
  const { axis = null, method = 'linear', weights = null } = options
  const asked = cast(toValue(what, q), 'float64')
  const shares = borrow([asked], (elements) => Array.from(elements as Float64Array, (x) => x / scale))
  for (const share of shares)
    if (!(share >= 0 && share <= 1)) throw new ShapeError(`${what}: ${share * scale} is not within 0 and ${scale}`)
  const lead = asked.shape.length === 0 ? null : asked.shape
  const x = toValue(what, a)
  const axes = normalizeAxes(what, axis, x.shape.length)
  const skip = what.startsWith('nan')
  const [rest, value] = gathered(x, axes)
  if (sizeOf(rest) > 0 && !skip) needElements(what, x, axes)
  if (weights !== null && method !== 'inverted_cdf')
    throw new ValueError(`${what}: weights are for the method 'inverted_cdf' alone, got '${method}'`)
  const result =
    weights !== null
      ? weightedQuantiles(what, value, weightsOf(what, weights, x, axis), shares, lead ?? [], skip)
      : skip && isFloat(x.dtype)
        ? ofNumbers(what, value, shares, lead, method)
        : isDiscrete(method) && value.shape.at(-1)! > 0
          ? ofSorted(value, shares, lead ?? [], method)
          : ofRanks(
              what,
              value,
              rest,
              shares.map((share) => picked(method, share)),
              lead,
            )
  return finished(what, result, x, axes, lead ?? [], options)
}

/** Weights with the axes to be reduced last and joined, as the elements have them. */
function weightsOf(what: string, weights: ArrayInput, x: Node, axis: Axes): NdArray {
  const list = axis === null ? null : normalizeAxes(what, axis, x.shape.length)
  const spread = weightsFor(what, arrayOf(what, weights), x.shape, list)
  return wrap(gathered(valueOf(spread), normalizeAxes(what, axis, x.shape.length))[1])
}

const picked =
  (method: QuantileMethod, share: number): Pick =>
  (length) => {
    const { low, high, share: t } = quantilePlace(method, length, share)
    return { low, high, between: (x, y) => interpolated(x, y, t) }
  }

function finished(
  what: string,
  result: NdArray,
  x: Node,
  axes: readonly number[],
  lead: readonly number[],
  { keepdims, out }: MedianOptions,
): Untyped {
  const shaped = keepdims ? reshaped(result, [...lead, ...keptShape(x.shape, axes)]) : result
  return (out === undefined ? shaped : into(what, out, valueOf(shaped))) as Untyped
}

const MEDIAN = 'axis?: integers|null, out?: ndarray, overwrite_input?: flag'
const QUANTILE = `a: array, q: array, {${MEDIAN}, method?: ${QUANTILE_METHODS.map((m) => `"${m}"`).join('|')}, keepdims?: flag, *, weights?: array|null}`

type QuantileRest = Rest<[axis: Axes, out: NdArray | undefined], QuantileOptions>

type Interpolated = Omit<QuantileOptions, 'method'> & { method?: 'linear' | undefined }

/** Methods that give elements as they are keep the dtype. */
interface Quantile {
  <X extends ArrayInput>(
    a: X,
    q: ArrayInput,
    ...rest: Rest<[axis: Axes, out: NdArray | undefined], Interpolated>
  ): NdArray<Mean[At<X>] | 'float64'>
  <X extends ArrayInput>(a: X, q: ArrayInput, ...rest: QuantileRest): NdArray<Own[At<X>] | 'float64'>
}

const quantileOf = (what: string, scale: 1 | 100) =>
  declare(
    `${what}(${QUANTILE})`,
    (<X extends ArrayInput>(a: X, q: ArrayInput, ...rest: QuantileRest): NdArray<Own[At<X>] | 'float64'> =>
      quantiles(what, a, q, scale, optionsOf<QuantileOptions>(rest)) as Untyped) as Quantile,
  )

/**
 * The value below which a share `q` (0 to 1) of the elements lies, between neighbours by linear interpolation unless another
 * `method` is given. NaN if there is one. float32 of float32 and one share, else float64; the methods that give elements as they are
 * keep the dtype. `q` may be an array: its axes come first. Throws `ShapeError` for no elements.
 *
 * NumPy's `numpy.quantile`.
 * @example
 * np.quantile([1, 2, 3, 4], 0.25).item() // 1.75
 */
export const quantile = quantileOf('quantile', 1)

/**
 * `quantile` with `q` in hundredths. NumPy's `numpy.percentile`.
 * @example
 * np.percentile([1, 2, 3, 4], [25, 75]) // array([1.75, 3.25])
 */
export const percentile = quantileOf('percentile', 100)

/**
 * The value below which a share `q` (0 to 1) of the elements that are not NaN lies; a list of shares adds a first axis.
 * NumPy's `numpy.nanquantile`.
 * @example
 * np.nanquantile([1, NaN, 3], 0.5).item() // 2
 */
export const nanquantile = quantileOf('nanquantile', 1)

/**
 * `nanquantile` with `q` in hundredths. NumPy's `numpy.nanpercentile`.
 * @example
 * np.nanpercentile([1, NaN, 3], 50).item() // 2
 */
export const nanpercentile = quantileOf('nanpercentile', 100)

type MedianRest = Rest<[axis: Axes, out: NdArray | undefined], MedianOptions>

/**
 * The middle element, or the mean of the two in the middle; NaN if there is one, or no element. NumPy's `numpy.median`.
 * @example
 * np.median([3, 1, 2]).item() // 2
 */
export const median = declare(
  `median(a: array, {${MEDIAN}, keepdims?: flag})`,
  <X extends ArrayInput>(a: X, ...rest: MedianRest): Floating<X> => {
    const options = optionsOf<MedianOptions>(rest)
    const x = toValue('median', a)
    const axes = normalizeAxes('median', options.axis ?? null, x.shape.length)
    const [kept, value] = gathered(x, axes)
    return finished('median', ofRanks('median', value, kept, [middle], null), x, axes, [], options)
  },
)

/**
 * The middle of the elements that are not NaN; NaN where there is none. NumPy's `numpy.nanmedian`.
 * @example
 * np.nanmedian([1, NaN, 3]).item() // 2
 */
export const nanmedian = declare(
  `nanmedian(a: array, {${MEDIAN}, keepdims?: flag})`,
  <X extends ArrayInput>(a: X, ...rest: MedianRest): Floating<X> =>
    quantiles('nanmedian', a, 0.5, 1, { ...optionsOf<MedianOptions>(rest), method: 'midpoint' }),
)

const middle: Pick = (length) => ({ low: (length - 1) >> 1, high: length >> 1, between: (x, y) => (x + y) / 2 })
