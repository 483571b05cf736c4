import {
  type DType,
  floatFor,
  isFloat,
  type Node,
  normalizeAxes,
  promoteTypes,
  ShapeError,
  sizeOf,
  ValueError,
} from '@weldarray/ir'
import { call, cast, join, reduce, reshape, takeAlong, view } from '@weldarray/runtime'
import type { At, Floating } from '../../types/dtype-of.js'
import type { Mean, Own } from '../../types/promotion.generated.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { where } from '../elementwise/choosing.js'
import { isnan as isNan } from '../elementwise/functions.js'
import { take } from '../indexing/indexing.js'
import { borrow, leafOf, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { indexArray } from '../operands/eager.js'
import { filled, isnan, literal, op, select } from '../operands/expressions.js'
import { isWeak, toValue } from '../operands/operands.js'
import { axesLast } from '../reductions/axes-last.js'
import { countOf, keptShape, needElements } from '../reductions/reduce-parts.js'
import { arrayOf, moveaxis, reshape as reshaped } from '../shaping/layout.js'
import { sort } from '../sorting/sorting.js'
import type { ArrayInput, Axes } from '../types.js'
import { interpolated, isDiscrete, type Place, QUANTILE_METHODS, type QuantileMethod, quantilePlace } from './quantile-methods.js'
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
  const rest = value.shape.filter((_, axis) => !axes.includes(axis))
  return [rest, reshape(axesLast(value, axes), [...rest, countOf(value.shape, axes)])]
}

/** How the numbers at pairs of places of each row become one: elementwise. */
type Join = (x: Node, y: Node) => Node

/** Numbers of each row (the last axis, where `lead` has axes), told first: of the shape [...lead, ...rest]. */
function leading(found: Node, lead: readonly number[], rest: readonly number[]): Node {
  const [count, rows] = [sizeOf(lead), sizeOf(rest)]
  return reshape(view(found, { shape: [count, rows], strides: [1, count], offset: 0 }), [...lead, ...rest])
}

/** Every second of the places along the last axis, from `first` on. */
function everySecond(found: Node, first: number, rest: readonly number[]): Node {
  const length = found.shape.at(-1)!
  const count = (length - 1) / 2
  return view(found, { shape: [sizeOf(rest), count], strides: [length, 2], offset: first })
}

/**
 * A number of each row for each pair of ranks, from its elements in order; they are the axes `lead`, in front. NaN of rows with one, and of
 * rows of nothing.
 */
function ofRanks(
  value: Node,
  rest: readonly number[],
  pairs: readonly (readonly [low: number, high: number])[],
  join: Join,
  lead: readonly number[],
  dtype: DType,
): Untyped {
  const n = value.shape[value.shape.length - 1]!
  const shape = [...lead, ...rest]
  if (n === 0 || sizeOf(shape) === 0) return wrap(filled(NaN, dtype, shape))
  // NaN sorts last.
  const ranks = leafOf([n - 1, ...pairs.flat()], 'int32', [1 + 2 * pairs.length])
  const found = call('ranked', [cast(value, 'float64'), ranks])
  const rows = sizeOf(rest)
  const worst = view(found, { shape: [rows, pairs.length], strides: [found.shape.at(-1)!, 0], offset: 0 })
  const joined = join(everySecond(found, 1, rest), everySecond(found, 2, rest))
  const whole = select(isnan(worst), worst, joined)
  return wrap(cast(leading(whole, lead, rest), dtype))
}

/** Elements as they are, in their dtype: of sorted rows. */
function ofSorted(value: Node, places: readonly number[], lead: readonly number[]): Untyped {
  const rank = value.shape.length - 1
  const sorted: Untyped = sort(wrap(value), -1)
  const found: Untyped = moveaxis(take(sorted, indexArray(places), -1), -1, 0)
  const last: Untyped = sorted.slice('...', -1)
  const whole: Untyped = isFloat(value.dtype) ? where(isNan(last), last, found) : found
  return reshaped(whole, [...lead, ...value.shape.slice(0, rank)])
}

/** The elements at places that are computed, of one row: no more of it is put in order than it takes. */
function atRanks(line: Node, low: Node, high: Node): [Node, Node] {
  const count = sizeOf(low.shape)
  const inside = (place: Node): Node => op('minimum', op('maximum', place, 0), sizeOf(line.shape) - 1)
  const ranks = cast(
    join(
      [inside(low), inside(high)].map((place) => reshape(place, [count])),
      0,
    ),
    'int32',
  )
  const found = call('ranked', [line, ranks])
  const half = (offset: number): Node => view(found, { shape: low.shape, strides: [count, 1], offset })
  return [half(0), half(count)]
}

/** The same of many rows, where each has its own places. */
function inSorted(what: string, lines: Node, low: Node, high: Node): [Node, Node] {
  const sorted = call('sort', [lines])
  const at = (place: Node): Node => takeAlong(what, sorted, place, 1, 'clip')
  return [at(low), at(high)]
}

/** As `ofRanks`, of the elements of each row that are not NaN, whose number is computed; NaN where there are none. */
function ofNumbers(
  what: string,
  value: Node,
  shares: Node,
  lead: readonly number[],
  dtype: DType,
  method: QuantileMethod,
  between: typeof interpolated,
): Untyped {
  const rest = value.shape.slice(0, -1)
  const n = value.shape.at(-1)!
  const shape = [...lead, ...rest]
  if (n === 0 || sizeOf(shape) === 0) return wrap(filled(NaN, dtype, shape))
  const [rows, count] = [sizeOf(rest), sizeOf(lead)]
  const lines = reshape(cast(value, 'float64'), [rows, n])
  const numbers = reduce('sum', cast(op('eq', lines, lines), 'float64'), [1])
  const grid = [rows, count]
  const counts = view(numbers, { shape: grid, strides: [1, 0], offset: 0 })
  const asked = view(reshape(shares, [count]), { shape: grid, strides: [0, 1], offset: 0 })
  const { low, high, share } = quantilePlace(method, counts, asked)
  const [x, y] = rows === 1 ? atRanks(lines, low, high) : inSorted(what, lines, low, high)
  const found = select(op('eq', counts, 0), NaN, between(x, y, share))
  return wrap(cast(leading(found, lead, rest), dtype))
}

function quantiles(what: string, a: ArrayInput, q: ArrayInput, scale: number, options: QuantileOptions): Untyped {
  const { axis = null, method = 'linear', weights = null } = options
  const own = toValue(what, q)
  const asked = cast(own, 'float64')
  const shares = borrow([asked], (elements) => Array.from(elements as Float64Array, (x) => x / scale))
  for (const share of shares)
    if (!(share >= 0 && share <= 1)) throw new ShapeError(`${what}: ${share * scale} is not within 0 and ${scale}`)
  const given = leafOf(shares, 'float64', [shares.length])
  const lead = asked.shape
  const x = toValue(what, a)
  const isNarrow =
    own.dtype === 'float32'
      ? promoteTypes(x.dtype, 'float32') === 'float32'
      : x.dtype === 'float32' && (isWeak(q) || isDiscrete(method))
  const dtype = isNarrow ? 'float32' : 'float64'
  const axes = normalizeAxes(what, axis, x.shape.length)
  const skip = what.startsWith('nan')
  const [rest, value] = gathered(x, axes)
  if (sizeOf(rest) > 0 && !skip) needElements(what, x, axes)
  if (weights !== null && method !== 'inverted_cdf')
    throw new ValueError(`${what}: weights are for the method 'inverted_cdf' alone, got '${method}'`)
  const byNumber = (): Untyped => {
    const { low, high, share } = placesOf(method, value.shape.at(-1)!, given)
    if (isDiscrete(method) && value.shape.at(-1)! > 0) return ofSorted(value, low, lead)
    const t = view(leafOf(share, 'float64', [share.length]), { shape: [sizeOf(rest), share.length], strides: [0, 1], offset: 0 })
    const pairs = low.map((place, i) => [place, high[i]!] as const)
    return ofRanks(value, rest, pairs, (p, q) => interpolated(p, q, t), lead, dtype)
  }
  const result =
    weights !== null
      ? wrap(leading(weightedQuantiles(what, value, weightsOf(what, weights, x, axis), given, skip), lead, rest))
      : skip && isFloat(x.dtype)
        ? ofNumbers(what, value, given, lead, dtype, method, interpolated)
        : byNumber()
  return finished(what, result, x, axes, lead, options)
}

/** Weights with the axes to be reduced last and joined, as the elements have them. */
function weightsOf(what: string, weights: ArrayInput, x: Node, axis: Axes): Node {
  const list = axis === null ? null : normalizeAxes(what, axis, x.shape.length)
  const spread = weightsFor(what, arrayOf(what, weights), x.shape, list)
  return gathered(valueOf(spread), normalizeAxes(what, axis, x.shape.length))[1]
}

/** Where the shares lie among so many elements, as numbers. */
function placesOf(method: QuantileMethod, n: number, shares: Node): Record<keyof Place, number[]> {
  const { low, high, share } = quantilePlace(method, literal(n, 'float64'), shares)
  return borrow([low, high, share], (...all) => {
    const [lows, highs, parts] = all.map((cells) => Array.from(cells as Float64Array)) as [number[], number[], number[]]
    return { low: lows, high: highs, share: parts }
  })
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

type QuantileRest = Rest<
  [axis: Axes, out: NdArray | null, overwrite_input: boolean, method: NonNullable<QuantileOptions['method']>, keepdims: boolean],
  QuantileOptions
>

type Interpolated = Omit<QuantileOptions, 'method'> & { method?: 'linear' | undefined }

/** Methods that give elements as they are keep the dtype. */
interface Quantile {
  <X extends ArrayInput>(
    a: X,
    q: ArrayInput,
    ...rest: Rest<[axis: Axes, out: NdArray | null, overwrite_input: boolean, method: 'linear', keepdims: boolean], Interpolated>
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
 * `method` is given. NaN if there is one. float32 of float32 where `q` is a number, and where it meets a `q` of float32 in it, else float64; the methods that give elements as they are
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

type MedianRest = Rest<[axis: Axes, out: NdArray | null, overwrite_input: boolean, keepdims: boolean], MedianOptions>

const middle = (length: number): [low: number, high: number] => [(length - 1) >> 1, length >> 1]

/** From 0, as means are. */
const mean: Join = (x, y) => op('div', op('add', op('add', x, 0), y), 2)

const medianOf = (what: string, skipsNaN: boolean) =>
  declare(`${what}(a: array, {${MEDIAN}, keepdims?: flag})`, <X extends ArrayInput>(a: X, ...rest: MedianRest): Floating<X> => {
    const options = optionsOf<MedianOptions>(rest)
    const x = toValue(what, a)
    const axes = normalizeAxes(what, options.axis ?? null, x.shape.length)
    const [kept, value] = gathered(x, axes)
    const found =
      skipsNaN && isFloat(x.dtype)
        ? ofNumbers(what, value, leafOf([0.5], 'float64', [1]), [], floatFor(x.dtype), 'midpoint', mean)
        : ofRanks(value, kept, [middle(value.shape.at(-1)!)], mean, [], floatFor(x.dtype))
    return finished(what, found, x, axes, [], options)
  })

/**
 * The middle element, or the mean of the two in the middle; NaN if there is one, or no element. NumPy's `numpy.median`.
 * @example
 * np.median([3, 1, 2]).item() // 2
 */
export const median = medianOf('median', false)

/**
 * The middle of the elements that are not NaN; NaN where there is none. NumPy's `numpy.nanmedian`.
 * @example
 * np.nanmedian([1, NaN, 3]).item() // 2
 */
export const nanmedian = medianOf('nanmedian', true)
