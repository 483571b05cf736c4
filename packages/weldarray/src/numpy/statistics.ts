import { DTypeError, isFloat, normalizeAxes, ShapeError, sizeOf } from '@weldarray/ir'
import { cast, reshape, type Value, view } from '@weldarray/runtime'
import { build, type Cells, eagerly, indexArray } from './eager.js'
import { not_equal, subtract } from './elementwise.js'
import { arrayOf, slice } from './layout.js'
import { toValue } from './operands.js'
import type { NdArray } from './seam.js'
import { positionIn } from './sorting.js'
import type { ArrayInput, Axes } from './types.js'

/** How often each whole number from 0 on occurs (bigint64), or the sums of the weights (float64); at least `minlength` long. */
export function bincount(x: ArrayInput, options: { weights?: ArrayInput; minlength?: number } = {}): NdArray {
  const value = toValue('bincount', x)
  if (value.shape.length !== 1) throw new ShapeError('bincount: expected one axis')
  if (isFloat(value.dtype) && !Array.isArray(x)) throw new DTypeError(`bincount: dtype ${value.dtype}, expected integers`)
  const weights = options.weights === undefined ? null : cast(toValue('bincount', options.weights), 'float64')
  if (weights !== null && sizeOf(weights.shape) !== sizeOf(value.shape))
    throw new ShapeError('bincount: as many weights as elements expected')
  return eagerly('bincount', weights === null ? [value] : [value, weights], (cells, by) => {
    const bins = Array.from(cells as ArrayLike<number | bigint>, Number)
    let length = options.minlength ?? 0
    for (const n of bins) {
      if (!(n >= 0)) throw new ShapeError(`bincount: element ${n}, expected non-negative integers`)
      if (n >= length) length = n + 1
    }
    const sums = new Float64Array(length)
    bins.forEach((n, i) => {
      sums[n]! += by === undefined ? 1 : (by[i] as number)
    })
    return weights === null ? indexArray(sums) : build('float64', [length], (_, raw) => raw.set(sums as never))
  })
}

export interface HistogramOptions {
  /** The lower and upper end of the bins; the array's extremes if not given. */
  range?: readonly [number, number]
  weights?: ArrayInput
  /** Divide by the bin widths and the total, so that the integral is 1. */
  density?: boolean
}

/** Counts (bigint64; float64 with weights or density) per bin and the edges of the bins (10, or the edges given). The last bin is closed. */
export function histogram(a: ArrayInput, bins: number | ArrayInput = 10, options: HistogramOptions = {}): [NdArray, NdArray] {
  const value = cast(toValue('histogram', a), 'float64')
  const given = typeof bins === 'number' ? [] : [cast(toValue('histogram', bins), 'float64')]
  const weights = options.weights === undefined ? [] : [cast(toValue('histogram', options.weights), 'float64')]
  return eagerly('histogram', [value, ...given, ...weights], (cells, ...more) => {
    const edges =
      typeof bins === 'number' ? evenEdges(cells, bins, options.range) : Float64Array.from(more[0] as unknown as Float64Array)
    const by = weights.length === 0 ? null : more[more.length - 1]!
    const count = edges.length - 1
    const sums = new Float64Array(count)
    for (let i = 0; i < cells.length; i++) {
      const x = cells[i] as number
      if (!(x >= edges[0]! && x <= edges[count]!)) continue
      const bin = Math.min(positionIn(edges as unknown as Cells, x, 'right') - 1, count - 1)
      sums[bin]! += by === null ? 1 : (by[i] as number)
    }
    const edgeArray = build('float64', [edges.length], (_, raw) => raw.set(edges as never))
    if (!options.density)
      return [by === null ? indexArray(sums) : build('float64', [count], (_, raw) => raw.set(sums as never)), edgeArray]
    const total = sums.reduce((sum, n) => sum + n, 0)
    const dense = build('float64', [count], (to) => {
      for (let i = 0; i < count; i++) to[i] = sums[i]! / (edges[i + 1]! - edges[i]!) / total
    })
    return [dense, edgeArray]
  })
}

function evenEdges(cells: Cells, bins: number, range: readonly [number, number] | undefined): Float64Array {
  if (!Number.isInteger(bins) || bins < 1) throw new ShapeError(`histogram: ${bins} bins, expected a positive integer`)
  let [low, high] = range ?? [Infinity, -Infinity]
  if (range === undefined)
    for (let i = 0; i < cells.length; i++) {
      const x = cells[i] as number
      if (x !== x) low = high = NaN
      if (x < low) low = x
      if (x > high) high = x
    }
  if (cells.length === 0 && range === undefined) [low, high] = [0, 1]
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new ShapeError(`histogram: the range from ${low} to ${high} is not finite`)
  if (low === high) [low, high] = [low - 0.5, high + 0.5]
  const step = (high - low) / bins
  return Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : i * step + low))
}

/** Differences of neighbours along an axis (the last), `n` times; of bool, whether they differ. Lazy. */
export function diff(a: ArrayInput, n = 1, axis = -1): NdArray {
  if (!Number.isInteger(n) || n < 0) throw new ShapeError(`diff: order ${n}, expected a non-negative integer`)
  let x = arrayOf('diff', a)
  const [along] = normalizeAxes('diff', axis, x.shape.length)
  const spec = x.shape.map(() => ':').slice(0, along)
  for (let i = 0; i < n; i++) {
    const [later, earlier] = [slice(x, ...spec, '1:'), slice(x, ...spec, ':-1')]
    x = x.dtype === ('bool' as string) ? not_equal(later, earlier) : subtract(later, earlier)
  }
  return x
}

/** The axes to be reduced moved last and joined: [kept shape, values of shape (…kept, n)]. */
function gathered(what: string, a: ArrayInput, axis: Axes | undefined): [number[], Value] {
  const value = toValue(what, a)
  const { shape } = value
  const axes = normalizeAxes(what, axis, shape.length)
  const kept = shape.map((_, i) => i).filter((i) => !axes.includes(i))
  const order = [...kept, ...axes]
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)))
  const moved = view(value, { shape: order.map((i) => shape[i]!), strides: order.map((i) => strides[i]!), offset: 0 })
  const rest = kept.map((i) => shape[i]!)
  return [rest, reshape(moved, [...rest, axes.reduce((n, i) => n * shape[i]!, 1)])]
}

/** A number per sorted row of the axes to be reduced. */
function ofSorted(what: string, a: ArrayInput, axis: Axes | undefined, picks: readonly Pick[], list: boolean): NdArray {
  const [rest, value] = gathered(what, a, axis)
  const n = value.shape[value.shape.length - 1]!
  const dtype = value.dtype === 'float32' ? 'float32' : 'float64'
  return eagerly(what, [cast(value, 'float64')], (cells) =>
    build(dtype, [...(list ? [picks.length] : []), ...rest], (to) => {
      const rows = sizeOf(rest)
      for (let row = 0; row < rows; row++) {
        const line = (cells as unknown as Float64Array).slice(row * n, (row + 1) * n).sort()
        // NaN sorts last.
        const broken = n === 0 || Number.isNaN(line[n - 1]!)
        picks.forEach((pick, k) => {
          to[k * rows + row] = broken ? NaN : pick(line)
        })
      }
    }),
  )
}

type Pick = (sorted: Float64Array) => number

const interpolate =
  (share: number): Pick =>
  (sorted) => {
    const at = share * (sorted.length - 1)
    const low = Math.floor(at)
    const [x, y] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!]
    const t = at - low
    return t === 0 ? x : t >= 0.5 ? y - (y - x) * (1 - t) : x + (y - x) * t
  }

/**
 * The value below which a share `q` (0 to 1) of the elements lies, between neighbours by linear interpolation. NaN if there
 * is one. float32 of float32, else float64. `q` may be a list: its axis comes first.
 */
export function quantile(a: ArrayInput, q: number | readonly number[], axis?: Axes): NdArray {
  const shares = typeof q === 'number' ? [q] : q
  for (const share of shares) if (!(share >= 0 && share <= 1)) throw new ShapeError(`quantile: ${share} is not within 0 and 1`)
  return ofSorted('quantile', a, axis, shares.map(interpolate), typeof q !== 'number')
}

/** `quantile` with `q` in hundredths. */
export function percentile(a: ArrayInput, q: number | readonly number[], axis?: Axes): NdArray {
  return quantile(a, typeof q === 'number' ? q / 100 : q.map((x) => x / 100), axis)
}

/** The middle element, or the mean of the two in the middle; NaN if there is one. */
export const median = (a: ArrayInput, axis?: Axes): NdArray =>
  ofSorted('median', a, axis, [(sorted) => (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2], false)
