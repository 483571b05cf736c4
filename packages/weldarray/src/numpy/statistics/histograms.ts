import {
  type DType,
  dtypeInfo,
  isFloat,
  type Node,
  type Scalar,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  storedAs,
  ValueError,
} from '@weldarray/ir'
import {
  arrayMemory,
  binOf,
  cast,
  constant,
  endsOf,
  leaf,
  type Memory,
  reduce,
  scatter,
  type Task,
  tallyBins,
  tallyInJs,
  withMemory,
} from '@weldarray/runtime'
import { declare } from '../arguments/declare.js'
import type { Untyped } from '../operands/arrays.js'
import { countFallback, type NdArray, wrap } from '../operands/arrays.js'
import { build } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/** Most bins: beyond it, one element that is far off is a mistake rather than a histogram. */
const MOST = 2 ** 30
/** Most bins whose edges are made here. */
const MOST_EDGES = 2 ** 24

export interface BincountOptions {
  /** What each element counts for. */
  weights?: ArrayInput | undefined
  /** The least number of bins. */
  minlength?: number | undefined
}

/** Counts are int64, sums of weights float64. */
interface Bincount {
  (x: ArrayInput, weights: ArrayInput, minlength?: number | { minlength?: number | undefined }): NdArray<'float64'>
  (x: ArrayInput, options: BincountOptions & { weights: ArrayInput }): NdArray<'float64'>
  (x: ArrayInput, weights: null | undefined, minlength?: number): NdArray<'int64'>
  (x: ArrayInput, options?: BincountOptions): NdArray<'int64'>
}

/**
 * How often each whole number from 0 on occurs (int64), or the sums of the weights (float64); at least `minlength` long.
 * NumPy's `numpy.bincount`.
 * @example
 * np.bincount([0, 1, 1, 3]) // array([1, 2, 0, 1])
 */
export const bincount = declare('bincount(x: array, {weights?: array|null, minlength?: integer})', ((
  x: ArrayInput,
  options: BincountOptions = {},
): Untyped => {
  const value = toValue('bincount', x)
  if (value.shape.length !== 1) throw new ShapeError(`bincount: an array of shape ${showShape(value.shape)}, expected one axis`)
  const { weights: by, minlength = 0 } = options
  if (minlength < 0) throw new ShapeError(`bincount: minlength ${minlength}, expected a non-negative integer`)
  const weights = by === undefined || by === null ? [] : [cast(toValue('bincount', by), 'float64')]
  if (weights.length > 0 && !sameShape(weights[0]!.shape, value.shape))
    throw new ShapeError(`bincount: weights of shape ${showShape(weights[0]!.shape)}, expected ${showShape(value.shape)}`)
  const length = Math.max(minlength, 1 + largest(value))
  if (length > MOST) throw new ValueError(`bincount: ${length} bins, expected at most ${MOST}`)
  const size = sizeOf(value.shape)
  // Of nothing, NumPy counts even where weights are given.
  if (size === 0) return build('int64', [length], () => {})
  const index =
    storedAs(value.dtype) === 'bigint64' || value.dtype === 'int32' ? value : cast(value, isWide(value) ? 'bigint64' : 'int32')
  if (weights.length === 0) {
    const one: Node = size < 2 ** 31 ? constant(1, 'int32') : constant(1n, 'bigint64')
    return wrap(cast(scatter('bincount', index, one, length), 'int64'))
  }
  return wrap(scatter('bincount', index, weights[0]!, length))
}) as Bincount)

/** Whether 32 bits might not hold an element. */
const isWide = ({ dtype }: Node): boolean => dtypeInfo[dtype].big || dtype === 'uint32' || isFloat(dtype)

const notCounted = (n: unknown): ValueError => new ValueError(`bincount: element ${n}, expected non-negative integers`)

/** The largest element, -1 of none: how many bins there are has to be known. Throws `ValueError` for what is no non-negative integer. */
function largest(value: Node): number {
  if (sizeOf(value.shape) === 0) return -1
  const { least, greatest, areWhole } = endsOf(value)
  if (least < 0) throw notCounted(least)
  if (!areWhole || !Number.isFinite(greatest)) throw notCounted(fractionIn(value))
  return greatest
}

/** The first element that is no whole number. */
const fractionIn = (value: Node): number =>
  withMemory([value], (_, { data }) => Array.from(data as Float64Array).find((n) => !Number.isInteger(n))!)

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
 * Counts (int64; of the weights' dtype with weights, float64 with density) per bin and the edges of the bins (10, or the
 * edges given). The last bin is closed. Edges have the dtype of those given, else float32 for float32 and float64 for all
 * others.
 *
 * NumPy's `numpy.histogram`.
 * @example
 * np.histogram([1, 2, 2, 5], 2) // [ array([3, 1]), array([1., 3., 5.]) ]
 */
export const histogram = declare(
  'histogram(a: array, bins?: integer|array, {range?: pair|null, density?: flag|null, weights?: array|null})',
  (
    a: ArrayInput,
    bins: number | ArrayInput | HistogramOptions = 10,
    options: HistogramOptions = {},
  ): [counts: NdArray<'int64' | 'float64'>, edges: NdArray<'float64'>] => {
    const source = toValue('histogram', a)
    const edges = typeof bins === 'number' ? null : toValue('histogram', bins as ArrayInput)
    if (edges !== null && edges.shape.length !== 1)
      throw new ShapeError(`histogram: bins of shape ${showShape(edges.shape)}, expected a number or one axis`)
    if (typeof bins === 'number' && !(Number.isInteger(bins) && bins >= 1 && bins <= MOST_EDGES))
      throw new ValueError(`histogram: ${bins} bins, expected an integer from 1 to ${MOST_EDGES}`)
    const { weights: by, density } = options
    const weights = by === undefined || by === null ? null : toValue('histogram', by)
    if (weights !== null && !sameShape(weights.shape, source.shape))
      throw new ShapeError(`histogram: weights of shape ${showShape(weights.shape)}, expected ${showShape(source.shape)}`)
    const range = rangeOf(options.range)
    const all = [source, ...(edges === null ? [] : [edges]), ...(weights === null ? [] : [weights])]
    const wide = all.map((v): Node => cast(v, 'float64'))
    countFallback('histogram', 'a kernel of its own')
    return withMemory(wide, (task, cells, ...more) => {
      const narrow = source.dtype === 'float32'
      const limits =
        edges === null
          ? evenEdges(wide[0]!, cells.length, bins as number, range, narrow)
          : increasing(more[0]!.data as Float64Array)
      const by = weights === null ? null : more[more.length - 1]!
      const sums = sumsOf(task, cells, limits, by, edges === null)
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

const arrayOfType = (dtype: DType, numbers: Float64Array): Untyped =>
  build(dtype, [numbers.length], (to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = dtypeInfo[dtype].big ? BigInt(Math.trunc(numbers[i]!)) : numbers[i]!
  })

/** The bins as the result has them: counts, or sums in the weights' dtype. */
function counts(sums: Memory, weights: Node | null): Untyped {
  if (weights === null || weights.dtype === 'float64')
    return wrap(leaf(sums, [sums.length], weights === null ? 'int64' : 'float64'))
  return arrayOfType(weights.dtype === 'bool' ? 'int64' : weights.dtype, sums.data as Float64Array)
}

function dense(memory: Memory, edges: Float64Array): Untyped {
  const sums = Array.from(memory.data as ArrayLike<Scalar>, Number)
  const total = sums.reduce((sum, n) => sum + n, 0)
  return build('float64', [sums.length], (to) => {
    for (let i = 0; i < sums.length; i++) to[i] = sums[i]! / (edges[i + 1]! - edges[i]!) / total
  })
}

/** What falls into each bin. Edges are compared with as they are stored, so that a float32 lies on the side NumPy has it on. */
function sumsOf(task: Task, cells: Memory, edges: Float64Array, by: Memory | null, even: boolean): Memory {
  const count = Math.max(0, edges.length - 1)
  // Edges of float32 are even only about as far as float32 goes: the bins next to the estimated one are looked at, no further.
  if (even) return tallyBins(task, cells, by, arrayMemory('float64', edges))
  return tallyInJs(cells.length, by, count, binOf(cells.data as Float64Array, edges))
}

function increasing(given: Float64Array): Float64Array {
  const edges = Float64Array.from(given)
  for (let i = 1; i < edges.length; i++)
    if (edges[i]! < edges[i - 1]! || Number.isNaN(edges[i]!))
      throw new ValueError(`histogram: the edges of the bins must increase, got ${edges[i - 1]} before ${edges[i]}`)
  return edges
}

/** Edges at equal distances. Those between the extremes of float32 are computed in float32, as NumPy does. */
function evenEdges(
  value: Node,
  size: number,
  bins: number,
  range: readonly [number, number] | undefined,
  narrow: boolean,
): Float64Array {
  let [low, high] = range ?? extremes(value, size)
  if (low === high) [low, high] = [low - 0.5, high + 0.5]
  const round = narrow && range === undefined ? Math.fround : (x: number): number => x
  const store = narrow ? Math.fround : (x: number): number => x
  const step = round(round(high - low) / bins)
  return Float64Array.from({ length: bins + 1 }, (_, i) => store(i === bins ? high : round(round(i * step) + low)))
}

function extremes(value: Node, size: number): readonly [number, number] {
  if (size === 0) return [0, 1]
  const axes = value.shape.map((_, i) => i)
  return withMemory([reduce('min', value, axes), reduce('max', value, axes)], (_, least, largest) => {
    const [low, high] = [least.data[0] as number, largest.data[0] as number]
    if (!(Number.isFinite(low) && Number.isFinite(high)))
      throw new ValueError(`histogram: the elements reach from ${low} to ${high}, which is not finite; give a range`)
    return [low, high] as const
  })
}
