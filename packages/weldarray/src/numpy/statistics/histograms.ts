import {
  ArgumentError,
  allocate,
  type DType,
  dtypeInfo,
  isFloat,
  type Node,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  storedAs,
  ValueError,
} from '@weldarray/ir'
import {
  arrayMemory,
  broadcast,
  call,
  cast,
  constant,
  endsOf,
  extremesOf,
  fewCounts,
  fewSums,
  leaf,
  reduce,
  reshape,
  scatter,
  withMemory,
} from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { compress } from '../indexing/indexing.js'
import { borrow, leafOf, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { build } from '../operands/eager.js'
import { op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf, ravel } from '../shaping/layout.js'
import { searchsorted } from '../sorting/sorting.js'
import type { ArrayInput } from '../types.js'
import { BIN_RULES, type BinRule, isBinRule, RULES } from './bin-widths.js'
import { inCells, MOST } from './cells.js'

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
  const counted = weights.length === 0 ? fewCounts(value, minlength) : null
  if (counted !== null) return wrap(counted)
  const length = Math.max(minlength, 1 + largest(value))
  if (length > MOST) throw new ValueError(`bincount: ${length} bins, expected at most ${MOST}`)
  const size = sizeOf(value.shape)
  // Of nothing, NumPy counts even where weights are given.
  if (size === 0) return build('int64', [length], () => {})
  const few = weights.length === 0 ? null : fewSums(value, weights[0]!, length)
  if (few !== null) return wrap(few)
  const index =
    storedAs(value.dtype) === 'bigint64' || value.dtype === 'int32' ? value : cast(value, isWide(value) ? 'bigint64' : 'int32')
  if (weights.length === 0) {
    const one: Node = size < 2 ** 31 ? constant(1, 'int32') : constant(1n, 'bigint64')
    return wrap(cast(scatter(null, index, one, length), 'int64'))
  }
  return wrap(scatter(null, index, weights[0]!, length))
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
  withMemory([value], (_, [{ data }]) => Array.from(data as Float64Array).find((n) => !Number.isInteger(n))!)

export interface HistogramOptions {
  /** The number of bins (10), the rule that tells it, or their edges. */
  bins?: number | BinRule | ArrayInput | undefined
  /** The lower and upper end of the bins; the array's extremes if not given. */
  range?: readonly [number, number] | null | undefined
  /** Divide by the bin widths and the total, so that the integral is 1. */
  density?: boolean | null | undefined
  /** What each element counts for: of the array's shape. */
  weights?: ArrayInput | null | undefined
}

/**
 * Counts (int64; of the weights' dtype with weights, float64 with density) per bin and the edges of the bins (10, as many as a rule
 * tells: `'auto'`, `'fd'`, `'sturges'`, …, or the edges given). The last bin is closed. The extremes are computed at the call, unless the edges or the range tell them; counting waits. Edges have the dtype of those given, else float32 for float32 and float64 for all
 * others.
 *
 * NumPy's `numpy.histogram`.
 * @example
 * np.histogram([1, 2, 2, 5], 2) // [ array([3, 1]), array([1., 3., 5.]) ]
 */
export const histogram = declare(
  `histogram(a: array, bins?: integer|${RULES}|array, {range?: pair|null, density?: flag|null, weights?: array|null})`,
  (
    a: ArrayInput,
    wanted: number | BinRule | ArrayInput | HistogramOptions = 10,
    ...rest: Rest<
      [range: readonly [number, number] | null, density: boolean | null, weights: ArrayInput | null],
      HistogramOptions
    >
  ): [counts: NdArray<'int64' | 'float64'>, edges: NdArray<'float64'>] => {
    const source = toValue('histogram', a)
    const { weights: by, density, range: asked } = optionsOf<HistogramOptions>(rest)
    const range = rangeOf(asked)
    const bins = isBinRule(wanted) ? binsBy(wanted, source, range, by) : wanted
    // An array, which keeps the edges of a list: they are read twice.
    const given = typeof bins === 'number' ? null : (arrayOf('histogram', bins as ArrayInput) as Untyped)
    const edges = given === null ? null : valueOf(given)
    if (edges !== null && edges.shape.length !== 1)
      throw new ShapeError(`histogram: bins of shape ${showShape(edges.shape)}, expected a number or one axis`)
    if (typeof bins === 'number' && !(Number.isInteger(bins) && bins >= 1 && bins <= MOST_EDGES))
      throw new ValueError(`histogram: ${bins} bins, expected an integer from 1 to ${MOST_EDGES}`)
    const weights = by === undefined || by === null ? null : toValue('histogram', by)
    if (weights !== null && !sameShape(weights.shape, source.shape))
      throw new ShapeError(`histogram: weights of shape ${showShape(weights.shape)}, expected ${showShape(source.shape)}`)
    const narrow = source.dtype === 'float32'
    const limits = edges === null ? evenEdges(source, bins as number, range, narrow) : increasing(edges)
    const isRanked =
      edges !== null && dtypeInfo[source.dtype].big && dtypeInfo[edges.dtype].big && !limits.every(Number.isSafeInteger)
    const [numbers, cells] = isRanked ? ranked(source, edges, limits.length) : [cast(source, 'float64'), limits]
    const sums = binned(numbers, cells, weights === null ? null : cast(weights, 'float64'), edges === null)
    const kept = given === null ? arrayOfType(narrow ? 'float32' : 'float64', limits) : given.clone()
    return [density ? dense(sums, limits) : counts(sums, weights), kept as NdArray<'float64'>]
  },
)

/** Of integers and edges that float64 does not hold: how many edges are not above an element, one more above the last; and those bins' edges. */
function ranked(source: Node, edges: Node, n: number): [numbers: Node, cells: Float64Array] {
  const [x, all] = [ravel(wrap(source)) as Untyped, wrap(edges) as Untyped]
  const rank: Untyped = searchsorted(all, x, 'right').add(x.gt(all.slice('-1:')))
  return [cast(valueOf(rank), 'float64'), Float64Array.from({ length: n }, (_, i) => i + 1)]
}

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
const counts = (sums: Node, weights: Node | null): Untyped =>
  wrap(weights === null ? sums : cast(sums, weights.dtype === 'bool' ? 'int64' : weights.dtype))

function dense(given: Node, edges: Float64Array): Untyped {
  const sums = cast(given, 'float64')
  const widths = Float64Array.from({ length: sums.shape[0]! }, (_, i) => edges[i + 1]! - edges[i]!)
  const total = reduce('sum', sums, [0])
  return wrap(op('div', op('div', sums, leafOf(widths, 'float64', [widths.length])), broadcast(total, sums.shape)))
}

/** What falls into each bin, and is computed when somebody looks: counts (int64), or sums of weights. */
function binned(numbers: Node, edges: Float64Array, weights: Node | null, even: boolean): Node {
  const bins = Math.max(0, edges.length - 1)
  const dtype = weights === null ? 'int64' : 'float64'
  if (bins === 0 || sizeOf(numbers.shape) === 0) return leaf(arrayMemory(dtype, allocate(dtype, bins)), [bins], dtype)
  const limits = leafOf(edges, 'float64', [edges.length])
  if (even)
    return weights === null
      ? call('tally', [numbers, limits], [bins], 'int64')
      : call('weighted_tally', [numbers, limits, weights], [bins])
  const flat = (x: Node): Node => reshape(x, [sizeOf(x.shape)])
  return inCells('histogram', [{ numbers: flat(numbers), edges }], weights === null ? null : flat(weights))
}

function increasing(given: Node): Float64Array {
  const edges = borrow([cast(given, 'float64')], (cells) => Float64Array.from(cells as Float64Array))
  for (let i = 1; i < edges.length; i++)
    if (edges[i]! < edges[i - 1]! || Number.isNaN(edges[i]!))
      throw new ValueError(`histogram: the edges of the bins must increase, got ${edges[i - 1]} before ${edges[i]}`)
  return edges
}

/** Edges at equal distances. Those between the extremes of float32 are computed in float32, as NumPy does; nothing has none. */
function evenEdges(value: Node, bins: number, range: readonly [number, number] | undefined, narrow: boolean): Float64Array {
  const [low, high] = endsOfBins(value, range)
  const round = narrow && range === undefined && sizeOf(value.shape) > 0 ? Math.fround : (x: number): number => x
  const store = narrow ? Math.fround : (x: number): number => x
  const step = round(round(high - low) / bins)
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => store(i === bins ? high : round(round(i * step) + low)))
  if (edges.some((edge, i) => edge <= edges[i - 1]!))
    throw new ValueError(`histogram: from ${low} to ${high} there are no ${bins} bins with a width`)
  return edges
}

/** Where the first bin begins and the last one ends. */
function endsOfBins(value: Node, range: readonly [number, number] | undefined): readonly [number, number] {
  const [low, high] = range ?? extremes(value)
  return low === high ? [low - 0.5, high + 0.5] : [low, high]
}

/** The number of bins by a rule, of the elements in the range. Throws `ArgumentError` where these have weights. */
function binsBy(rule: BinRule, value: Node, range: readonly [number, number] | undefined, weights: unknown): number {
  if (weights !== undefined && weights !== null)
    throw new ArgumentError(`histogram: the rule '${rule}' knows no weights, expected a number of bins or their edges`)
  const [low, high] = endsOfBins(value, range)
  // As float64, in which no difference wraps.
  const all: Untyped = ravel(wrap(cast(value, 'float64')))
  const x: Untyped = range === undefined ? all : compress(all.geq(low).and(all.leq(high)), all)
  if (x.size === 0) return 1
  const width = BIN_RULES[rule](x, (bins) => histogram(x, bins, { range: [low, high] })[0].tolist<number[]>())
  if (!(width > 0)) return 1
  return Math.ceil((high - low) / (isFloat(value.dtype) ? width : Math.max(1, width)))
}

function extremes(value: Node): readonly [number, number] {
  if (sizeOf(value.shape) === 0) return [0, 1]
  const { least, greatest } = extremesOf(value)
  if (!(Number.isFinite(least) && Number.isFinite(greatest)))
    throw new ValueError(`histogram: the elements reach from ${least} to ${greatest}, which is not finite; give a range`)
  return [least, greatest]
}
