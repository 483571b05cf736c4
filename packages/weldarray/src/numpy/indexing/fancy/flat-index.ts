import { broadcastShapes, contiguousStrides, IndexError, type Node, showShape, type View } from '@weldarray/ir'
import { broadcast, cast, inOneCall, iota, places, placeType, view } from '@weldarray/runtime'
import { type NdArray, valueOf } from '../../operands/arrays.js'
import { op } from '../../operands/expressions.js'

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
  const terms = inOneCall(what, () =>
    along.map(({ axis, length, array }, k) => {
      const at = broadcast(places(`${what}, axis ${axis}`, valueOf(array), length, 'raise', dtype), joint)
      return steps[k] === 1 ? at : op('mul', at, steps[k]!)
    }),
  )
  return terms.reduce((sum, term) => op('add', sum, term))
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
