import { type Node, normalizeAxes, normalizeAxis, ShapeError, sizeOf } from '@weldarray/ir'
import { cast, ranked, reshape, view, withMemory } from '@weldarray/runtime'
import { declare } from '../arguments/declare.js'
import { not_equal, subtract } from '../elementwise/functions.js'
import type { Untyped } from '../operands/arrays.js'
import { borrow, countFallback, type NdArray, valueOf } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { build } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import { keptShape, needElements } from '../reductions/reduce-parts.js'
import { arrayOf, copy, slice } from '../shaping/layout.js'
import type { ArrayInput, Axes } from '../types.js'

/**
 * Differences of neighbours along an axis (the last), `n` times; of bool, whether they differ. Lazy. NumPy's `numpy.diff`.
 * @example
 * np.diff([1, 4, 9]) // array([3., 5.])
 */
export const diff = declare(
  'diff(a: array, n?: integer, axis?: integer)',
  (a: ArrayInput, n: number | DiffOptions = 1, axis = -1): NdArray => {
    const times = n as number
    if (times < 0) throw new ShapeError(`diff: order ${times}, expected a non-negative integer`)
    let x = arrayOf('diff', a)
    const along = normalizeAxis('diff', axis, x.shape.length)
    const spec = x.shape.map(() => ':').slice(0, along)
    // Each time takes one element away; when none is left, more times change nothing.
    if (times >= x.shape[along]!) return times === 0 ? x : copy(slice(x, ...spec, ':0'))
    for (let i = 0; i < times; i++) {
      const [later, earlier] = [slice(x, ...spec, '1:'), slice(x, ...spec, ':-1')]
      x = x.dtype === ('bool' as string) ? not_equal(later, earlier) : subtract(later, earlier)
    }
    return x
  },
)

export interface DiffOptions {
  n?: number | undefined
  axis?: number | undefined
}

/** The axes to be reduced moved last and joined: [kept shape, values of shape (…kept, n)]. */
function gathered(what: string, a: ArrayInput, axis: Axes | undefined): [number[], Node] {
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

export interface QuantileOptions {
  axis?: Axes | undefined
  keepdims?: boolean | undefined
  /** Array of the result's shape that receives it, and is returned. */
  out?: NdArray | undefined
}

/** A number of each row of the axes to be reduced, from its elements in order; a list of picks adds axes of the shape `lead` in front. */
function ofRanks(
  what: string,
  a: ArrayInput,
  axis: Axes | undefined,
  picks: readonly Pick[],
  lead: readonly number[] | null,
  { keepdims, out }: QuantileOptions = {},
): Untyped {
  const { shape } = toValue(what, a)
  const [rest, value] = gathered(what, a, axis)
  const n = value.shape[value.shape.length - 1]!
  const kept = keepdims ? keptShape(shape, normalizeAxes(what, axis, shape.length)) : rest
  const dtype = value.dtype === 'float32' && lead === null ? 'float32' : 'float64'
  countFallback(what, 'selected by kernels')
  const result = withMemory([cast(value, 'float64')], (task, from) => {
    const rows = sizeOf(rest)
    const chosen = picks.map((pick) => pick(n))
    // NaN sorts last.
    const ranks = n === 0 ? [] : [n - 1, ...chosen.flatMap(({ low, high }) => [low, high])]
    const found = n === 0 ? new Float64Array(0) : ranked(task, from, rows, n, ranks)
    return build(dtype, [...(lead ?? []), ...kept], (to) => {
      for (let row = 0; row < rows; row++) {
        const at = row * ranks.length
        const broken = n === 0 || Number.isNaN(found[at]!)
        chosen.forEach(({ between }, k) => {
          to[k * rows + row] = broken ? NaN : between(found[at + 2 * k + 1]!, found[at + 2 * k + 2]!)
        })
      }
    })
  })
  return out === undefined ? result : into(what, out, valueOf(result))
}

/** Of so many elements in order: the places of two, and what lies between them. */
type Pick = (length: number) => { readonly low: number; readonly high: number; between(x: number, y: number): number }

const interpolate =
  (share: number): Pick =>
  (length) => {
    const at = share * (length - 1)
    const low = Math.floor(at)
    const t = at - low
    return {
      low,
      high: Math.min(low + 1, length - 1),
      between: (x, y) => (t === 0 ? x : t >= 0.5 ? y - (y - x) * (1 - t) : x + (y - x) * t),
    }
  }

function quantiles(
  what: string,
  a: ArrayInput,
  q: ArrayInput,
  scale: number,
  axis: Axes | undefined,
  options?: QuantileOptions,
): Untyped {
  const asked = cast(toValue(what, q), 'float64')
  const shares = borrow([asked], (elements) => Array.from(elements as Float64Array, (x) => x / scale))
  for (const share of shares)
    if (!(share >= 0 && share <= 1)) throw new ShapeError(`${what}: ${share * scale} is not within 0 and ${scale}`)
  const x = toValue(what, a)
  const axes = normalizeAxes(what, axis, x.shape.length)
  if (sizeOf(x.shape.filter((_, i) => !axes.includes(i))) > 0) needElements(what, x, axes)
  return ofRanks(what, a, axis, shares.map(interpolate), asked.shape.length === 0 ? null : asked.shape, options)
}

/**
 * The value below which a share `q` (0 to 1) of the elements lies, between neighbours by linear interpolation. NaN if there
 * is one. float32 of float32 and one share, else float64. `q` may be an array: its axes come first. Throws `ShapeError` for no
 * elements.
 *
 * NumPy's `numpy.quantile`.
 * @example
 * np.quantile([1, 2, 3, 4], 0.25).item() // 1.75
 */
export const quantile = declare(
  'quantile(a: array, q: array, axis?: integers|null, {out?: ndarray, *, keepdims?: flag})',
  (a: ArrayInput, q: ArrayInput, axis?: Axes | QuantileOptions, options?: QuantileOptions): NdArray =>
    quantiles('quantile', a, q, 1, axis as Axes | undefined, options),
)

/**
 * `quantile` with `q` in hundredths. NumPy's `numpy.percentile`.
 * @example
 * np.percentile([1, 2, 3, 4], [25, 75]) // array([1.75, 3.25])
 */
export const percentile = declare(
  'percentile(a: array, q: array, axis?: integers|null, {out?: ndarray, *, keepdims?: flag})',
  (a: ArrayInput, q: ArrayInput, axis?: Axes | QuantileOptions, options?: QuantileOptions): NdArray =>
    quantiles('percentile', a, q, 100, axis as Axes | undefined, options),
)

/**
 * The middle element, or the mean of the two in the middle; NaN if there is one, or no element. NumPy's `numpy.median`.
 * @example
 * np.median([3, 1, 2]).item() // 2
 */
export const median = declare(
  'median(a: array, axis?: integers|null, {out?: ndarray, *, keepdims?: flag})',
  (a: ArrayInput, axis?: Axes | QuantileOptions, options?: QuantileOptions): NdArray =>
    ofRanks('median', a, axis as Axes | undefined, [middle], null, options),
)

const middle: Pick = (length) => ({ low: (length - 1) >> 1, high: length >> 1, between: (x, y) => (x + y) / 2 })
