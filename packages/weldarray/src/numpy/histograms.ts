import { type DType, dtypeInfo, ShapeError, sameShape, showShape, ValueError } from '@weldarray/ir'
import { cast, type Value } from '@weldarray/runtime'
import { declare } from './arguments/declare.js'
import { build, type Cells, eagerly, indexArray } from './eager.js'
import { toValue } from './operands.js'
import type { NdArray } from './seam.js'
import { positionIn } from './sorting.js'
import type { ArrayInput } from './types.js'

/** Most bins: beyond it, one element that is far off is a mistake rather than a histogram. */
const MOST = 2 ** 30

export interface BincountOptions {
  /** What each element counts for. */
  weights?: ArrayInput | undefined
  /** The least number of bins. */
  minlength?: number | undefined
}

/** How often each whole number from 0 on occurs (bigint64), or the sums of the weights (float64); at least `minlength` long. */
export const bincount = declare(
  'bincount(x: array, {weights?: array|null, minlength?: integer})',
  (x: ArrayInput, options: BincountOptions = {}): NdArray => {
    const value = toValue('bincount', x)
    if (value.shape.length !== 1) throw new ShapeError(`bincount: an array of shape ${showShape(value.shape)}, expected one axis`)
    const { weights: by, minlength = 0 } = options
    if (minlength < 0) throw new ShapeError(`bincount: minlength ${minlength}, expected a non-negative integer`)
    const weights = by === undefined || by === null ? [] : [cast(toValue('bincount', by), 'float64')]
    if (weights.length > 0 && !sameShape(weights[0]!.shape, value.shape))
      throw new ShapeError(`bincount: weights of shape ${showShape(weights[0]!.shape)}, expected ${showShape(value.shape)}`)
    return eagerly('bincount', [value, ...weights], (cells, counts) => {
      const bins = Array.from(cells as ArrayLike<number | bigint>, Number)
      let length = minlength
      for (const n of bins) {
        if (!Number.isInteger(n) || n < 0) throw new ValueError(`bincount: element ${n}, expected non-negative integers`)
        if (n >= length) length = n + 1
      }
      if (length > MOST) throw new ValueError(`bincount: ${length} bins, expected at most ${MOST}`)
      const sums = new Float64Array(length)
      bins.forEach((n, i) => {
        sums[n]! += counts === undefined ? 1 : (counts[i] as number)
      })
      return counts === undefined ? indexArray(sums) : build('float64', [length], (_, raw) => raw.set(sums as never))
    })
  },
)

export interface HistogramOptions {
  /** The number of bins (10), or their edges. */
  bins?: number | ArrayInput | undefined
  /** The lower and upper end of the bins; the array's extremes if not given. */
  range?: readonly [number, number] | null | undefined
  /** Divide by the bin widths and the total, so that the integral is 1. */
  density?: boolean | null | undefined
  /** What each element counts for: of the array's shape. */
  weights?: ArrayInput | null | undefined
}

/**
 * Counts (bigint64; of the weights' dtype with weights, float64 with density) per bin and the edges of the bins (10, or the
 * edges given). The last bin is closed. Edges have the dtype of those given, else float32 for float32 and float64 for all others.
 */
export const histogram = declare(
  'histogram(a: array, bins?: integer|array, {range?: pair|null, density?: flag|null, weights?: array|null})',
  (a: ArrayInput, bins: number | ArrayInput | HistogramOptions = 10, options: HistogramOptions = {}): [NdArray, NdArray] => {
    const source = toValue('histogram', a)
    const edges = typeof bins === 'number' ? null : toValue('histogram', bins as ArrayInput)
    if (edges !== null && edges.shape.length !== 1)
      throw new ShapeError(`histogram: bins of shape ${showShape(edges.shape)}, expected a number or one axis`)
    if (typeof bins === 'number' && (bins < 1 || bins > MOST))
      throw new ValueError(`histogram: ${bins} bins, expected a positive integer`)
    const { weights: by, density } = options
    const weights = by === undefined || by === null ? null : toValue('histogram', by)
    if (weights !== null && !sameShape(weights.shape, source.shape))
      throw new ShapeError(`histogram: weights of shape ${showShape(weights.shape)}, expected ${showShape(source.shape)}`)
    const range = rangeOf(options.range)
    const all = [source, ...(edges === null ? [] : [edges]), ...(weights === null ? [] : [weights])]
    const wide = all.map((v): Value => cast(v, 'float64'))
    return eagerly('histogram', wide, (cells, ...more) => {
      const narrow = source.dtype === 'float32'
      const limits = edges === null ? evenEdges(cells, bins as number, range, narrow) : increasing(more[0]!)
      const sums = sumsOf(cells, limits, weights === null ? null : more[more.length - 1]!)
      const edgeType: DType = edges === null ? (narrow ? 'float32' : 'float64') : edges.dtype
      return [density ? dense(sums, limits) : counts(sums, weights), arrayOfType(edgeType, limits)]
    })
  },
)

/** The ends of the bins. Throws `ValueError`. */
function rangeOf(range: readonly [number, number] | null | undefined): readonly [number, number] | undefined {
  if (range === undefined || range === null) return undefined
  const [low, high] = range
  if (Number.isFinite(low) && Number.isFinite(high) && low <= high) return range
  throw new ValueError(`histogram: a range from ${low} to ${high}, expected finite numbers, the smaller one first`)
}

const arrayOfType = (dtype: DType, numbers: Float64Array): NdArray =>
  build(dtype, [numbers.length], (to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = dtypeInfo[dtype].big ? BigInt(Math.trunc(numbers[i]!)) : numbers[i]!
  })

const counts = (sums: Float64Array, weights: Value | null): NdArray =>
  weights === null ? indexArray(sums) : arrayOfType(weights.dtype === 'bool' ? 'bigint64' : weights.dtype, sums)

function dense(sums: Float64Array, edges: Float64Array): NdArray {
  const total = sums.reduce((sum, n) => sum + n, 0)
  return build('float64', [sums.length], (to) => {
    for (let i = 0; i < sums.length; i++) to[i] = sums[i]! / (edges[i + 1]! - edges[i]!) / total
  })
}

/** What falls into each bin. Edges are compared with as they are stored, so that a float32 lies on the side NumPy has it on. */
function sumsOf(cells: Cells, edges: Float64Array, by: Cells | null): Float64Array {
  const count = Math.max(0, edges.length - 1)
  const sums = new Float64Array(count)
  if (count === 0) return sums
  for (let i = 0; i < cells.length; i++) {
    const x = cells[i] as number
    if (!(x >= edges[0]! && x <= edges[count]!)) continue
    const bin = Math.min(positionIn(edges as unknown as Cells, x, 'right') - 1, count - 1)
    sums[bin]! += by === null ? 1 : (by[i] as number)
  }
  return sums
}

function increasing(given: Cells): Float64Array {
  const edges = Float64Array.from(given as unknown as Float64Array)
  for (let i = 1; i < edges.length; i++)
    if (edges[i]! < edges[i - 1]! || Number.isNaN(edges[i]!))
      throw new ValueError(`histogram: the edges of the bins must increase, got ${edges[i - 1]} before ${edges[i]}`)
  return edges
}

/** Edges at equal distances. Those between the extremes of float32 are computed in float32, as NumPy does. */
function evenEdges(cells: Cells, bins: number, range: readonly [number, number] | undefined, narrow: boolean): Float64Array {
  let [low, high] = range ?? extremes(cells)
  if (low === high) [low, high] = [low - 0.5, high + 0.5]
  const round = narrow && range === undefined ? Math.fround : (x: number): number => x
  const store = narrow ? Math.fround : (x: number): number => x
  const step = round(round(high - low) / bins)
  return Float64Array.from({ length: bins + 1 }, (_, i) => store(i === bins ? high : round(round(i * step) + low)))
}

function extremes(cells: Cells): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < cells.length; i++) {
    const x = cells[i] as number
    if (x !== x) low = high = NaN
    if (x < low) low = x
    if (x > high) high = x
  }
  if (cells.length === 0) return [0, 1]
  if (!(Number.isFinite(low) && Number.isFinite(high)))
    throw new ValueError(`histogram: the elements reach from ${low} to ${high}, which is not finite; give a range`)
  return [low, high]
}
