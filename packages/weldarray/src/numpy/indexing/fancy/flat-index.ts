import {
  broadcastShapes,
  contiguousStrides,
  type DType,
  firstOutside,
  IndexError,
  isFloat,
  type Node,
  showShape,
  type View,
  wholeView,
} from '@weldarray/ir'
import { broadcast, cast, iota, isAccessible, places, placeType, spanOf, view } from '@weldarray/runtime'
import { borrow, type NdArray, valueOf } from '../../operands/arrays.js'
import { op, select } from '../../operands/expressions.js'

/** An array of indices, and the axis of so many elements that it selects from. */
export interface Along {
  readonly axis: number
  readonly length: number
  readonly array: NdArray
}

/** The shape of arrays that index together. Throws `IndexError`. */
function jointShape(what: string, along: readonly Along[]): readonly number[] {
  const shapes = along.map(({ array }) => Array.from(array.shape))
  try {
    return broadcastShapes(what, ...shapes)
  } catch {
    throw new IndexError(`${what}: arrays of indices of shapes ${shapes.map(showShape).join(', ')} do not broadcast together`)
  }
}

/**
 * Indices along several axes as one, of the arrays' joint shape: each counted in so many steps, added up. It is not computed yet, and
 * becomes part of the loop that goes by it. Indices that are there are looked at now, others when they are computed. Throws `IndexError` that names
 * the axis.
 */
export function flatIndex(what: string, along: readonly Along[], steps: readonly number[], size: number): Node {
  const joint = jointShape(what, along)
  const dtype = placeType(size)
  const terms = along.map((of, k) => {
    const at = broadcast(countedFromZero(what, of, dtype), joint)
    return steps[k] === 1 ? at : op('mul', at, steps[k]!)
  })
  return terms.reduce((sum, term) => op('add', sum, term))
}

/** Indices as they are written, as places. */
function countedFromZero(what: string, { axis, length, array }: Along, dtype: DType): Node {
  const given = valueOf(array)
  if (!isAccessible(given)) return places(`${what}, axis ${axis}`, given, length, 'raise', dtype)
  const span = spanOf(given)
  // There are none, or one of them is outside.
  if (span === null || span.least < -length || span.greatest >= length) checkEach(what, given, length, axis)
  const at = cast(given, dtype)
  return span === null || span.least >= 0 ? at : select(op('lt', at, 0), op('add', at, length), at)
}

/** Throws for the first index that is outside. */
function checkEach(what: string, indices: Node, length: number, axis: number): void {
  const { dtype, shape } = indices
  const wrong = borrow([indices], (data) => firstOutside({ dtype, data, view: wholeView(shape) }, shape, length, 'raise'))
  if (wrong === null) return
  const { index } = wrong
  if (isFloat(dtype) && !Number.isSafeInteger(index))
    throw new IndexError(`${what}: index ${index} of dtype ${dtype} is no integer`)
  throw new IndexError(
    `${what}: index ${index} is out of bounds for axis ${axis} with length ${length}: expected ${-length} to ${length - 1}`,
  )
}

/**
 * Positions among `size` elements of what arrays select from a view of them: the axes of the arrays stand at `place`, the others of the
 * view around them. Not computed yet. Throws `IndexError`.
 */
export function positions(what: string, of: View, along: readonly Along[], place: number, size: number): Node {
  const steps = along.map(({ axis }) => of.strides[axis]!)
  const chosen = flatIndex(what, along, steps, size)
  const selected = new Set(along.map(({ axis }) => axis))
  const around = (own: readonly number[], between: readonly number[]): number[] => {
    const rest = own.filter((_, axis) => !selected.has(axis))
    return [...rest.slice(0, place), ...between, ...rest.slice(place)]
  }
  const shape = around(of.shape, chosen.shape)
  if (shape.length === chosen.shape.length) return of.offset === 0 ? chosen : op('add', chosen, of.offset)
  const still = (n: readonly number[]): number[] => n.map(() => 0)
  const spread = view(chosen, { shape, strides: around(still(of.shape), contiguousStrides(chosen.shape)), offset: 0 })
  const rest = iota({ shape, strides: around(of.strides, still(chosen.shape)), offset: of.offset })
  return op('add', spread, cast(rest, spread.dtype))
}
