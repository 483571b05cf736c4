import type { Laid } from './calls/index.js'
import { type DType, isFloat, type Scalar, type TypedArray } from './dtype.js'
import { DTypeError, IndexError, ShapeError } from './errors.js'
import type { Inferred, TypeOf } from './infer.js'
import { type Shape, sameShape, showShape, sizeOf } from './shape.js'
import { forEachIndex } from './view.js'

/*
 * A gather is a load whose address is computed: element `i` of the result is the source's element whose coordinates are those of `i`,
 * but along `axis`, where it is the index's element `i`. The index stands for `span` axes of the result in the place of that axis.
 */

/**
 * What becomes of an index outside: an error (negative ones count from the end), counted around, or brought to the ends; `natural`: an
 * error, for negative ones too.
 */
export const INDEX_MODES = ['raise', 'wrap', 'clip', 'natural'] as const
export type IndexMode = (typeof INDEX_MODES)[number]

/** Whether there are whole numbers that are no index in a mode. */
export const refuses = (mode: IndexMode): boolean => mode === 'raise' || mode === 'natural'

/** dtypes an index may have; others are cast to one of these first. */
export const INDEX_TYPES: readonly DType[] = ['int32', 'bigint64', 'int64', 'float64']

export interface GatherOf {
  readonly axis: number
  readonly span: number
  readonly mode: IndexMode
}

/** Steps in the source for the axes of the result, given the source's own strides. */
export const gatherStrides = (strides: readonly number[], { axis, span }: GatherOf): number[] => [
  ...strides.slice(0, axis),
  ...new Array<number>(span).fill(0),
  ...strides.slice(axis + 1),
]

/** The type of a gather of so many axes. `index` has the result's shape, or none. Throws `ShapeError`, `DTypeError`. */
export function inferGather(source: TypeOf, index: TypeOf, shape: Shape, { axis, span, mode }: GatherOf): Inferred {
  if (!INDEX_MODES.includes(mode)) throw new DTypeError(`gather: mode ${mode}, expected one of ${INDEX_MODES.join(', ')}`)
  if (!INDEX_TYPES.includes(index.dtype))
    throw new DTypeError(`gather: an index of dtype ${index.dtype}, expected one of ${INDEX_TYPES.join(', ')}`)
  if (!(index.uniform || sameShape(index.shape, shape)))
    throw new ShapeError(`gather: an index of shape ${showShape(index.shape)} for a result of shape ${showShape(shape)}`)
  const own = source.shape
  const kept = own.every((n, k) => k === axis || n === shape[k < axis ? k : k + span - 1])
  if (!(axis >= 0 && axis < own.length && span >= 0 && shape.length === own.length - 1 + span && kept))
    throw new ShapeError(
      `gather: axis ${axis} of shape ${showShape(own)} replaced by ${span} axes does not give shape ${showShape(shape)}`,
    )
  return { dtype: source.dtype, shape }
}

/** The place an index stands for, or -1 for one that is none. `length` is positive. */
export function placeOf(index: Scalar, length: number, mode: IndexMode): number {
  if (mode === 'wrap' && typeof index === 'bigint') {
    const n = BigInt(length)
    return Number(((index % n) + n) % n)
  }
  const at = Number(index)
  // What is no whole number is no index, in any mode.
  if (typeof index === 'number' && !Number.isSafeInteger(index)) return -1
  if (mode === 'wrap') return ((at % length) + length) % length
  if (mode === 'clip') return at < 0 ? 0 : at >= length ? length - 1 : at
  const place = at < 0 && mode === 'raise' ? at + length : at
  return place >= 0 && place < length ? place : -1
}

/** An index that stands for no element, and the place of the result that it was for. */
export interface Outside {
  readonly index: Scalar
  readonly at: number
}

/** What a gather means, written to `to` in C order; the first index that is outside, or null. An index without axes is one for all. */
export function gatherInto(source: Laid, index: Laid, shape: Shape, of: GatherOf, to: TypedArray): Outside | null {
  const [from, indices, out] = [source.data, index.data, to] as unknown as Scalar[][]
  const { strides, offset } = source.view
  const step = strides[of.axis]!
  const length = source.view.shape[of.axis]!
  const places = placesIn(index, shape)
  let wrong: Outside | null = null
  forEachIndex(shape, gatherStrides(strides, of), offset, (flat, at) => {
    const given = indices![places[flat]!]!
    const place = length === 0 ? -1 : placeOf(given, length, of.mode)
    if (place < 0) wrong ??= { index: given, at: flat }
    else out![flat] = from![at + place * step]!
  })
  return wrong
}

/** Where the indices of a result are. */
function placesIn({ view: { strides, offset } }: Laid, shape: Shape): Float64Array {
  const places = new Float64Array(sizeOf(shape))
  const own = strides.length === shape.length ? strides : shape.map(() => 0)
  forEachIndex(shape, own, offset, (flat, at) => {
    places[flat] = at
  })
  return places
}

/** The first of some indices of this shape (or of none) that stands for no element of `length`; null if all do. */
export function firstOutside(indices: Laid, shape: Shape, length: number, mode: IndexMode): Outside | null {
  const cells = indices.data as unknown as Scalar[]
  const places = placesIn(indices, shape)
  const at = places.findIndex((place) => length === 0 || placeOf(cells[place]!, length, mode) < 0)
  return at < 0 ? null : { index: cells[places[at]!]!, at }
}

/** The error for an index that is none: `position` counts the indices in C order. */
export function indexError(
  what: string,
  index: Scalar,
  position: number,
  length: number,
  dtype: DType,
  mode: IndexMode = 'raise',
): IndexError {
  if (length === 0) return new IndexError(`${what}: there is nothing to take from an axis of length 0`)
  if (isFloat(dtype) && !Number.isSafeInteger(index))
    return new IndexError(`${what}: index ${index} (at position ${position}) is no whole number: expected integers`)
  return new IndexError(
    `${what}: index ${index} is out of bounds for a length of ${length}: expected ${mode === 'natural' ? 0 : -length} to ${length - 1} (it is at position ${position} of the indices)`,
  )
}

/** Which of the indices the result's element `flat` is taken by. */
export function positionOf(shape: Shape, { axis, span }: GatherOf, flat: number): number {
  const inner = sizeOf(shape.slice(axis + span))
  return Math.floor(flat / inner) % sizeOf(shape.slice(axis, axis + span))
}
