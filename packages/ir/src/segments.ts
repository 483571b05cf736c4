import type { Join } from './calls/segments.js'
import { convert } from './convert.js'
import type { DType, Scalar, TypedArray } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import { acceptsKind, type Inferred, type TypeOf } from './infer.js'
import { primitives } from './ops/index.js'
import { combineTree, HALVED_FROM, STRANDS } from './reduction.js'
import { showShape, sizeOf } from './shape.js'

/*
 * Reductions of parts of an axis, in NumPy's order: a part's first element is joined with the others one after the other, or, where they are
 * added up as floats, with their sum by halves (`reduction.ts`).
 */

/** Whether parts are added up by halves. */
export const isPairwise = (join: Join, dtype: DType): boolean => join === 'add' && acceptsKind('float', dtype)

type Step = (x: Scalar, y: Scalar) => Scalar
type At = (k: number) => Scalar

function oneByOne(join: Step, first: Scalar, at: At, from: number, end: number): Scalar {
  let total = first
  for (let k = from; k < end; k++) total = join(total, at(k))
  return total
}

function byHalves(join: Step, at: At, from: number, count: number): Scalar {
  if (count < STRANDS) return oneByOne(join, at(from), at, from + 1, from + count)
  if (count > HALVED_FROM) {
    const half = (count >> 1) & -STRANDS
    return join(byHalves(join, at, from, half), byHalves(join, at, from + half, count - half))
  }
  const strands = Array.from({ length: STRANDS }, (_, i) => at(from + i))
  const even = count & -STRANDS
  for (let k = STRANDS; k < even; k++) strands[k % STRANDS] = join(strands[k % STRANDS]!, at(from + k))
  combineTree(strands, join, STRANDS)
  return oneByOne(join, strands[0]!, at, from + even, from + count)
}

/** Where a part begins and ends: before the next one, or, if that is not beyond it, after one element. Beginnings outside are moved inside. */
export function partAt(starts: ArrayLike<number>, part: number, length: number): [start: number, end: number] {
  const place = (i: number): number => Math.max(0, Math.min(starts[i]!, length - 1))
  const start = place(part)
  const end = part + 1 < starts.length ? place(part + 1) : length
  return [start, Math.max(start + 1, end)]
}

/** Parts of lines of `length` elements, `inner` elements apart. */
export function segmentsInto(
  join: Join,
  dtype: DType,
  from: TypedArray,
  starts: Int32Array,
  length: number,
  inner: number,
  to: TypedArray,
): void {
  const meaning = primitives[join].ref(dtype)
  const step: Step = (x, y) => convert(meaning(x, y), dtype)
  const [cells, out] = [from, to] as unknown as Scalar[][] as [Scalar[], Scalar[]]
  const isHalved = isPairwise(join, dtype)
  for (let i = 0; i < out.length; i++) {
    const row = Math.floor(i / inner)
    const line = Math.floor(row / starts.length) * length * inner + (i % inner)
    const at: At = (k) => cells[line + k * inner]!
    const [start, end] = partAt(starts, row % starts.length, length)
    if (isHalved && end > start + 1) out[i] = step(at(start), byHalves(step, at, start + 1, end - start - 1))
    else out[i] = oneByOne(step, at(start), at, start + 1, end)
  }
}

/** Lines along an axis: how long they are, and how far their neighbours are apart. */
export const linesAlong = (shape: readonly number[], axis: number): { length: number; inner: number } => ({
  length: shape[axis]!,
  inner: sizeOf(shape.slice(axis + 1)),
})

/** The type of reductions of parts. Throws `DTypeError`, `ShapeError`. */
export function inferSegments(join: Join | undefined, source: TypeOf, starts: TypeOf, axis: number): Inferred {
  const { dtype, shape } = source
  if (join === undefined) throw new ShapeError('reduceat: no such operation')
  if (!acceptsKind(primitives[join].accepts, dtype)) throw new DTypeError(`reduceat: ${join} is not defined for dtype ${dtype}`)
  if (starts.dtype !== 'int32' || starts.shape.length !== 1)
    throw new ShapeError(`reduceat: starts are ${starts.dtype}${showShape(starts.shape)}, expected a line of int32`)
  if (!(axis >= 0 && axis < shape.length) || (shape[axis] === 0 && starts.shape[0] !== 0))
    throw new ShapeError(`reduceat: parts of axis ${axis} of shape ${showShape(shape)}, expected one with elements`)
  return { dtype, shape: shape.with(axis, starts.shape[0]!) }
}
