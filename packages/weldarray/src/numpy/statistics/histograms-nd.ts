import { ShapeError, showShape, sizeOf, ValueError } from '@weldarray/ir'
import { cast, reshape as reshapeNode } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { stack } from '../joining/joining.js'
import { borrow, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { filled } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf, ravel, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { type BinRule, RULES } from './bin-widths.js'
import { type GridAxis, inCells } from './cells.js'
import { histogram } from './histograms.js'

type Range = readonly [number, number]

interface EdgesOptions {
  bins?: number | BinRule | ArrayInput
  range?: Range | null
  /** Taken note of: the edges do not depend on weights. */
  weights?: ArrayInput | null
}

/**
 * The edges of the bins `histogram` would count in. NumPy's `numpy.histogram_bin_edges`.
 * @example
 * np.histogram_bin_edges([0, 1, 4], 4) // array([0., 1., 2., 3., 4.])
 */
export const histogram_bin_edges = declare(
  `histogram_bin_edges(a: array, {bins?: ${RULES}|array, range?: pair|null, weights?: array|null})`,
  (
    a: ArrayInput,
    ...rest: Rest<[bins: number | BinRule | ArrayInput, range: Range | null, weights: ArrayInput | null], EdgesOptions>
  ): NdArray<'float64'> => {
    const { bins = 10, range } = optionsOf<EdgesOptions>(rest)
    return histogram(a, bins, range === undefined || range === null ? {} : { range })[1]
  },
)

export interface HistogramddOptions {
  /** As many bins for all, a number or edges for each. */
  bins?: number | readonly (number | ArrayInput)[]
  range?: readonly (Range | null)[] | null
  density?: boolean | null
  weights?: ArrayInput | null
}

type GridRest = Rest<
  [
    bins: number | readonly (number | ArrayInput)[],
    range: readonly (Range | null)[] | null,
    density: boolean | null,
    weights: ArrayInput | null,
  ],
  HistogramddOptions
>

/**
 * How many points (rows of `sample`, or a list of coordinates) are in each cell of a grid (float64), and the edges along each
 * axis. NumPy's `numpy.histogramdd`.
 * @example
 * np.histogramdd([[0, 0], [1, 1]], 2)[0]
 * // array([[1., 0.],
 * //        [0., 1.]])
 */
export const histogramdd = declare(
  'histogramdd(sample: array, {bins?: integer|list|arrays, range?: iterable|null, density?: flag|null, weights?: array|null})',
  (sample: ArrayInput | readonly ArrayInput[], ...rest: GridRest): [NdArray<'float64'>, NdArray<'float64'>[]] => {
    const o = optionsOf<HistogramddOptions>(rest)
    const x = arrayOf('histogramdd', sample as ArrayInput)
    // Lists are of coordinates, arrays of points.
    const points = x.shape.length === 1 ? reshape(x, [-1, 1]) : Array.isArray(sample) && !Array.isArray(sample[0]) ? x.T : x
    if (points.shape.length !== 2)
      throw new ShapeError(`histogramdd: got shape ${showShape(points.shape)}, expected points in rows`)
    return gridded('histogramdd', points, o)
  },
)

function gridded(what: string, points: NdArray, o: HistogramddOptions): [NdArray<'float64'>, NdArray<'float64'>[]] {
  const d = points.shape[1]!
  if (d === 0) throw new ShapeError(`${what}: got points of shape ${showShape(points.shape)}, expected at least one coordinate`)
  const bins = typeof o.bins === 'object' ? o.bins : new Array<number>(d).fill(o.bins ?? 10)
  if (bins.length !== d) throw new ShapeError(`${what}: ${bins.length} bins for ${d} coordinates, expected as many`)
  if (o.range && o.range.length !== d)
    throw new ShapeError(`${what}: ${o.range.length} ranges for ${d} coordinates, expected as many`)
  const columns = Array.from({ length: d }, (_, i) => points.pick(null, i))
  const edges = columns.map((c, i) => {
    const range = o.range?.[i] ?? null
    // Only edges between elements have their dtype, as in NumPy, whose `histogram` has it for all.
    const between = range === null && c.size > 0 ? c : wrap(cast(valueOf(c), 'float64'))
    return histogram_bin_edges(between, { bins: bins[i]!, range })
  })
  edges.forEach((e, i) => {
    if (e.size === 0) throw new ValueError(`${what}: there are no edges for coordinate ${i}, expected at least one`)
  })
  const shape = edges.map((e) => e.size - 1)
  const n = points.shape[0]!
  const weights = o.weights === undefined || o.weights === null ? [] : [cast(toValue(what, o.weights), 'float64')]
  if (weights[0] !== undefined && sizeOf(weights[0].shape) !== n)
    throw new ShapeError(`${what}: ${sizeOf(weights[0].shape)} weights for ${n} points, expected as many`)
  const limits = borrow(
    edges.map((e) => cast(valueOf(e), 'float64')),
    (...cells) => cells.map((c) => Float64Array.from(c as Float64Array)),
  )
  const axes = columns.map((c, i): GridAxis => ({ numbers: cast(valueOf(c), 'float64'), edges: limits[i]! }))
  const isEmpty = n === 0 || sizeOf(shape) === 0
  const sums = isEmpty ? null : inCells(what, axes, weights.length === 0 ? null : reshapeNode(weights[0]!, [n]))
  const counts = wrap(sums === null ? filled(0, 'float64', shape) : reshapeNode(cast(sums, 'float64'), shape))
  if (!o.density) return [counts, edges]
  let dense: Untyped = counts.div(counts.sum())
  edges.forEach((e, k) => {
    const widths = e.slice('1:').sub(e.slice(':-1'))
    dense = dense.div(
      reshape(
        widths,
        shape.map((_, i) => (i === k ? -1 : 1)),
      ),
    )
  })
  return [dense, edges]
}

/**
 * How many points (x, y) are in each cell of a grid (float64; x along the first axis), and the edges along both axes. NumPy's
 * `numpy.histogram2d`.
 * @example
 * np.histogram2d([0, 1], [0, 1], 2)[0]
 * // array([[1., 0.],
 * //        [0., 1.]])
 */
export const histogram2d = declare(
  'histogram2d(x: array, y: array, {bins?: integer|list|arrays, range?: iterable|null, density?: flag|null, weights?: array|null})',
  (x: ArrayInput, y: ArrayInput, ...rest: GridRest): [NdArray<'float64'>, NdArray<'float64'>, NdArray<'float64'>] => {
    const o = optionsOf<HistogramddOptions>(rest)
    const [p, q] = [ravel(x), ravel(y)]
    if (p.size !== q.size) throw new ShapeError(`histogram2d: ${p.size} and ${q.size} coordinates, expected as many of both`)
    // One array of edges serves both.
    const shared = Array.isArray(o.bins) && o.bins.length > 2 ? { ...o, bins: [o.bins as ArrayInput, o.bins as ArrayInput] } : o
    const [counts, edges] = gridded('histogram2d', stack([p, q], 1), shared)
    return [counts, edges[0]!, edges[1]!]
  },
)
