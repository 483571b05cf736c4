import { contiguousStrides, IndexError, type Node, showShape, sizeOf, wholeView } from '@weldarray/ir'
import { cast, compressed, iota, placeType, positionsOf, recordTake, reshape as reshapeValue } from '@weldarray/runtime'
import type { AnyDType } from '../../../array/types.js'
import { type NdArray, sharing, type Untyped, valueOf, viewOf, wrap } from '../../operands/arrays.js'
import { indexArray } from '../../operands/eager.js'
import { truth } from '../../operands/expressions.js'
import { permuted, reshape } from '../../shaping/layout.js'
import { compress, nonzero } from '../indexing.js'
import { type SlicePart, sliceView } from '../slicing.js'
import { type Along, flatIndex, positions } from './flat-index.js'
import { checkMask, type Part } from './index-parts.js'

/** An index with its arrays set apart: the basic view first, then arrays of integers along some of the view's axes. */
interface Plan {
  /** What the slices, integers and new axes leave; the axes that arrays select from whole. */
  readonly view: Untyped
  /** Each array and the axis of `view` it selects from. */
  readonly along: readonly Along[]
  /** The place among the axes that stay at which those of the arrays stand. */
  readonly place: number
}

/** A mask selects what its `nonzero` does; one that is 0-d is a new axis with all or nothing. */
function withoutMasks(what: string, parts: readonly Part[], shape: readonly number[]): Part[] {
  const takes = (p: Part): number =>
    p.kind === 'mask' ? p.array.shape.length : p.kind === 'integers' || (p.part !== null && p.part !== '...') ? 1 : 0
  const used = parts.reduce((n, p) => n + takes(p), 0)
  if (used > shape.length)
    throw new IndexError(`${what}: ${used} indices for an array of shape ${showShape(shape)}, expected at most ${shape.length}`)
  let axis = 0
  return parts.flatMap((p): Part[] => {
    const at = axis
    axis += p.kind === 'basic' && p.part === '...' ? shape.length - used : takes(p)
    if (p.kind !== 'mask') return [p]
    checkMask(what, p.array.shape, shape, at)
    if (p.array.shape.length > 0) return nonzero(p.array).map((array) => ({ kind: 'integers', array }))
    return [{ kind: 'integers', array: indexArray(p.array.item() ? [0] : []), isOfNewAxis: true }]
  })
}

/**
 * NumPy's rule: integers beside arrays count as arrays; the axes of the arrays stand where the first of them is,
 * unless something else stands between them: then they come first.
 */
function planOf(what: string, x: NdArray<AnyDType>, parts: readonly Part[]): Plan {
  const list = withoutMasks(what, parts, Array.from(x.shape))
  const isNew = (p: Part): boolean => (p.kind === 'basic' ? p.part === null : p.isOfNewAxis === true)
  const fancy = (p: Part): boolean => p.kind === 'integers' || (p.kind === 'basic' && typeof p.part === 'number')
  const first = list.findIndex(fancy)
  const last = list.findLastIndex(fancy)
  const together = list.slice(first, last + 1).every(fancy)
  const basic: SlicePart[] = list.map((p) => (isNew(p) ? null : p.kind === 'basic' && typeof p.part !== 'number' ? p.part : ':'))
  const view = sharing(x, sliceView(viewOf(x), basic))
  const along: Along[] = []
  const consumed = list.filter((p) => !isNew(p) && !(p.kind === 'basic' && p.part === '...')).length
  let axis = 0
  let place = 0
  list.forEach((p, i) => {
    if (i === first) place = axis
    if (fancy(p)) {
      const array = p.kind === 'integers' ? p.array : indexArray([Number((p as { part: unknown }).part)], [])
      along.push({ axis, length: view.shape[axis]!, array })
    }
    axis += p.kind === 'basic' && p.part === '...' ? x.shape.length - consumed : 1
  })
  return { view, along, place: together ? place : 0 }
}

/** The elements that an index with arrays selects: a new array. Throws `IndexError`. */
export function select(what: string, x: NdArray<AnyDType>, parts: readonly Part[]): Untyped {
  const mask = soleMask(what, x, parts)
  if (mask !== null) {
    const rest = Array.from(x.shape).slice(mask.shape.length)
    if (rest.length === 0) {
      const held = reshapeValue(truth(valueOf(mask)), [x.size])
      return wrap(compressed(held, reshapeValue(valueOf(x), [x.size])))
    }
    return compress(reshape(mask, [-1]), reshape(x, [sizeOf(mask.shape), ...rest]), 0)
  }
  const [first] = parts
  // Rows by their numbers, the usual case, need no plan.
  if (parts.length === 1 && first!.kind === 'integers' && x.shape.length > 0)
    return wrap(recordTake(what, valueOf(x), valueOf(first.array), 0, 'raise'))
  const { view, along, place } = planOf(what, x, parts)
  if (along.length === 1) {
    const [{ axis, array }] = along as [Along]
    return wrap(recordTake(what, valueOf(view), valueOf(array), axis, 'raise'))
  }
  const lengths = along.map(({ length }) => length)
  const index = flatIndex(what, along, contiguousStrides(lengths), sizeOf(lengths))
  const axes = along.map(({ axis }) => axis)
  const kept = Array.from(view.shape, (_, i) => i).filter((i) => !axes.includes(i))
  const front = permuted(view, [...axes, ...kept])
  const rest = kept.map((i) => view.shape[i]!)
  // The indices have been looked at: none is outside.
  const taken = wrap(recordTake(what, valueOf(reshape(front, [sizeOf(lengths), ...rest])), index, 0, 'clip'))
  const moved = index.shape.map((_, i) => i)
  const others = rest.map((_, i) => index.shape.length + i)
  return permuted(taken, [...others.slice(0, place), ...moved, ...others.slice(place)])
}

/** Positions, in the flattened array, of what an index with arrays selects: int32 if they fit. Not computed yet. Throws `IndexError`. */
export function selectedPlaces(what: string, x: NdArray<AnyDType>, parts: readonly Part[]): Node {
  const dtype = placeType(x.size)
  const mask = soleMask(what, x, parts)
  if (mask !== null && mask.shape.length === x.shape.length && dtype === 'int32') return positionsOf(truth(valueOf(mask)), false)
  const counted = wrap(iota(wholeView(Array.from(x.shape))))
  if (mask !== null) return cast(valueOf(select(what, counted, parts)), dtype)
  const { view, along, place } = planOf(what, counted, parts)
  return cast(positions(what, viewOf(view), along, place, x.size), dtype)
}

/** The mask, where the whole index is one that has elements. */
export function soleMask(what: string, x: NdArray<AnyDType>, parts: readonly Part[]): NdArray | null {
  const [part] = parts
  if (parts.length !== 1 || part!.kind !== 'mask' || part!.array.shape.length === 0) return null
  checkMask(what, part!.array.shape, Array.from(x.shape), 0)
  return sizeOf(part!.array.shape) === 0 ? null : part!.array
}
