import type { Scalar, TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import type { Inferred, TypeOf } from './infer.js'
import { partLength, scatterParts } from './scatter.js'
import { sameShape, showShape } from './shape.js'

/** By how much a number's distance from the first edge is multiplied to estimate its bin; not finite where edges are too close for that. */
export const binScale = (edges: Float64Array): number => (edges.length - 1) / (edges[edges.length - 1]! - edges[0]!)

/** The bin of a number between increasing edges, of which the last bin is closed; -1 for what is outside, and for NaN. */
function binIn(edges: Float64Array, scale: number, x: number): number {
  const top = edges.length - 2
  const [first, last] = [edges[0]!, edges[top + 1]!]
  if (!(x >= first && x <= last)) return -1
  if (!Number.isFinite(scale)) return bisected(edges, x)
  // Estimated, and set right by the edges beside it: as NumPy does, also where edges of float32 are not quite even.
  const near = Math.min(Math.trunc((x - first) * scale), top)
  const bin = x < edges[near]! ? near - 1 : near
  return x >= edges[near + 1]! && bin < top ? bin + 1 : bin
}

function bisected(edges: Float64Array, x: number): number {
  let low = 0
  for (let high = edges.length - 2; low < high; ) {
    const middle = (low + high + 1) >>> 1
    if (x >= edges[middle]!) low = middle
    else high = middle - 1
  }
  return low
}

/** Numbers, or the sums of their weights, in each bin: in the parts, and in the order, of a scatter. */
export function tallyInto(numbers: TypedArray, edges: Float64Array, weights: TypedArray | null, to: TypedArray): void {
  const bins = to.length
  const size = partLength(numbers.length, scatterParts(numbers.length, bins))
  const out = to as unknown as Scalar[]
  const own = new Float64Array(bins)
  const scale = binScale(edges)
  to.fill((weights === null ? 0n : 0) as never)
  for (let start = 0; start < numbers.length; start += size) {
    own.fill(0)
    for (let i = start; i < Math.min(start + size, numbers.length); i++) {
      const bin = binIn(edges, scale, numbers[i] as number)
      if (bin >= 0) own[bin]! += weights === null ? 1 : (weights[i] as number)
    }
    for (let k = 0; k < bins; k++)
      out[k] = weights === null ? (out[k] as bigint) + BigInt(own[k]!) : start === 0 ? own[k]! : (out[k] as number) + own[k]!
  }
}

/** The type of counts, or of sums of weights, in so many bins. Throws `DTypeError`, `ShapeError`. */
export function inferTally(op: string, types: readonly TypeOf[], bins: number): Inferred {
  const [numbers, edges, weights] = types
  if (types.some((t) => t.dtype !== 'float64'))
    throw new DTypeError(`${op}: dtypes ${types.map((t) => t.dtype).join(', ')}, expected float64`)
  if (edges!.shape.length !== 1) throw new ShapeError(`${op}: edges of shape ${showShape(edges!.shape)}, expected one axis`)
  if (weights !== undefined && !sameShape(weights.shape, numbers!.shape))
    throw new ShapeError(
      `${op}: weights of shape ${showShape(weights.shape)} for numbers of shape ${showShape(numbers!.shape)}, expected one shape`,
    )
  return { dtype: weights === undefined ? 'bigint64' : 'float64', shape: [bins] }
}
