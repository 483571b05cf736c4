import { allocate, type DType, type Scalar } from './dtype.js'
import { primitives, type ReduceOp, reduceOps } from './ops/index.js'
import type { Shape } from './shape.js'

/**
 * # The order in which a reduction combines its elements
 *
 * Results must have the same bits on one thread or many, in every tier, fused or alone, so the order is fixed
 * by the *logical* shape and axes alone, never by strides, chunks or threads.
 *
 * 1. Axes of length 1 do not count. The reduced axes form runs of neighbours; the last run is reduced first,
 *    then the one before it, and so on: each step reduces one run of length `n` (`splitRuns`).
 * 2. The elements of one run, in C order, are cut into blocks of `BLOCK`.
 * 3. If the run is innermost (nothing with length > 1 follows it), element `p` of a block goes to lane `p mod LANES`;
 *    each lane combines its elements in order, and the lanes are combined as a tree of neighbours.
 *    If kept axes follow, each block is combined in order (one lane): the vector runs across the kept axis.
 *    Lanes begin with what the reduction does (`begin`), also for a single element.
 * 4. The blocks' results are combined as a tree of neighbours: 0 with 1, 2 with 3, …, then again; an odd one is carried.
 *
 * The tree makes the error of a sum grow with log n instead of n.
 */
export const LANES = 8
export const BLOCK = 4096

/**
 * Parts of an axis (`reduceat`) are added up as NumPy adds them: in so many strands, joined as a tree of neighbours, then what is left one after the
 * other; more than `HALVED_FROM` elements by halves, of which the first is a multiple of the strands.
 */
export const STRANDS = 8
export const HALVED_FROM = 128

/** One step of a reduction: shape seen as [outer, length, inner], the middle one reduced. */
export interface Run {
  /** First and past-the-last axis of the run, in the shape before this step. */
  readonly from: number
  readonly to: number
  readonly outer: number
  readonly length: number
  readonly inner: number
}

/**
 * The runs of `axes` in the order in which they are reduced (last first). Axes of length 1 between two runs
 * join them. The axis numbers refer to the original shape; since later runs go first, they stay valid.
 */
export function splitRuns(shape: Shape, axes: readonly number[]): Run[] {
  const reduced = new Set(axes)
  const runs: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  for (let axis = 0; axis < shape.length; axis++) {
    if (reduced.has(axis)) {
      if (open === null) {
        open = { from: axis, to: axis + 1 }
        runs.push(open)
      } else open.to = axis + 1
    } else if (shape[axis] !== 1) open = null
  }
  const product = (from: number, to: number): number => {
    let n = 1
    for (let i = from; i < to; i++) n *= shape[i]!
    return n
  }
  const done = new Set<number>()
  // Over no axes: each element is a run.
  if (runs.length === 0) runs.push({ from: shape.length, to: shape.length })
  return runs.reverse().map(({ from, to }) => {
    for (let axis = from; axis < to; axis++) done.add(axis)
    let inner = 1
    for (let axis = to; axis < shape.length; axis++) if (!done.has(axis)) inner *= shape[axis]!
    return { from, to, outer: product(0, from), length: product(from, to), inner }
  })
}

export type Combine = (a: Scalar, b: Scalar) => Scalar

/** Combines `count` values of `at`, in place, as a tree of neighbours; the result is `at[0]`. `stride` apart from `offset`. */
export function combineTree(at: { [i: number]: Scalar }, combine: Combine, count: number, offset = 0, stride = 1): void {
  for (let n = count; n > 1; n = (n + 1) >> 1) {
    for (let i = 0; i + 1 < n; i += 2)
      at[offset + (i >> 1) * stride] = combine(at[offset + i * stride]!, at[offset + (i + 1) * stride]!)
    if (n & 1) at[offset + (n >> 1) * stride] = at[offset + (n - 1) * stride]!
  }
}

/** How two partial results of `dtype` are joined; values pass through typed arrays, which round and wrap. */
export const combiner = (op: ReduceOp, dtype: DType): Combine => primitives[reduceOps[op].combine].ref(dtype)

/** One run by the definition above: element `p` is `src[offset + p·stride]`. */
export function reduceRun(
  op: ReduceOp,
  dtype: DType,
  src: { readonly [i: number]: Scalar },
  offset: number,
  stride: number,
  length: number,
  innermost: boolean,
): Scalar {
  const def = reduceOps[op]
  const combine = combiner(op, dtype)
  const blocks = Math.ceil(length / BLOCK)
  if (blocks === 0) return def.begin(dtype)
  const partial = allocate(dtype, blocks) as unknown as { [i: number]: Scalar }
  const width = innermost ? LANES : 1
  const lanes = allocate(dtype, width) as unknown as Scalar[] & { fill(v: Scalar): void }
  for (let block = 0; block < blocks; block++) {
    lanes.fill(def.begin(dtype))
    const end = Math.min(length, (block + 1) * BLOCK)
    for (let p = block * BLOCK; p < end; p++) lanes[p % width] = combine(lanes[p % width]!, src[offset + p * stride]!)
    combineTree(lanes, combine, width)
    partial[block] = lanes[0]!
  }
  combineTree(partial, combine, blocks)
  return partial[0]!
}
