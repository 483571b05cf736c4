import { isFloat, type Node, normalizeAxis, sizeOf } from '@weldarray/ir'
import {
  call,
  cast,
  compressed,
  counting,
  join,
  placeType,
  positionsOf,
  recordTake,
  reduce,
  reshape,
  scan,
  update,
  view,
} from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { filled, op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { moveaxis } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

export interface UniqueOptions {
  return_index?: boolean | undefined
  return_inverse?: boolean | undefined
  return_counts?: boolean | undefined
  /** Slices along this axis are what is distinct, in the order of their elements; `null`: the elements. */
  axis?: number | null | undefined
  /** Whether all NaN are one (true). */
  equal_nan?: boolean | undefined
  /** Taken note of: the result is sorted either way. */
  sorted?: boolean | undefined
}

interface Unique {
  <X extends ArrayInput>(ar: X): Same<X>
  <X extends ArrayInput>(
    ar: X,
    options: UniqueOptions & { return_index?: false; return_inverse?: false; return_counts?: false },
  ): Same<X>
  <X extends ArrayInput, const O extends UniqueOptions>(ar: X, options: O): [values: Same<X>, ...AskedFor<O>]
  <X extends ArrayInput>(
    ar: X,
    return_index: boolean,
    ...rest: Rest<[return_inverse: boolean, return_counts: boolean, axis: number | null], UniqueOptions>
  ): Parts<X>
}

/** An array of indices for each option that asks for one. */
type AskedFor<O extends UniqueOptions> = boolean extends O[keyof O & `return_${string}`]
  ? NdArray<'int64'>[]
  : [
      ...(O extends { return_index: true } ? [index: NdArray<'int64'>] : []),
      ...(O extends { return_inverse: true } ? [inverse: NdArray<'int64'>] : []),
      ...(O extends { return_counts: true } ? [counts: NdArray<'int64'>] : []),
    ]

/** The distinct elements, and what else was asked for. */
type Parts<X> = [values: Same<X>, ...indices: NdArray<'int64'>[]]

/**
 * The distinct elements, sorted (all NaN are one). With options, a list like NumPy's tuple: the elements, then the index
 * of the first of each, the position of every element among them, and how often each occurs, as asked for (int64). With an axis
 * of several the slices along it are what is distinct.
 *
 * NumPy's `numpy.unique`.
 * @example
 * np.unique([3, 1, 3]) // array([1., 3.])
 */
export const unique: Unique = declare(
  'unique(ar: array, {return_index?: flag, return_inverse?: flag, return_counts?: flag, axis?: integer|null, *, equal_nan?: flag, sorted?: flag})',
  (a: ArrayInput, ...rest: readonly unknown[]): never => {
    const options = optionsOf<UniqueOptions>(rest)
    const value = toValue('unique', a)
    const along = (options.axis ?? null) === null ? null : normalizeAxis('unique', options.axis!, value.shape.length)
    const list = along !== null && value.shape.length > 1 ? distinctSlices(value, along, options) : distinct(value, options)
    return (wantsList(options) ? list : list[0]!) as never
  },
) as never

const wantsList = (o: UniqueOptions): boolean =>
  (o.return_index ?? false) || (o.return_inverse ?? false) || (o.return_counts ?? false)

/**
 * How many they are is counted at the call, which sorts; the rest waits. Equal elements keep their order, so that the first of each is the
 * first in the array.
 */
function distinct(value: Node, options: UniqueOptions): Untyped[] {
  const size = sizeOf(value.shape)
  const flat = reshape(value, [size])
  if (!wantsList(options)) {
    const sorted = call('sort', [flat], [], value.dtype)
    return [wrap(compressed(firsts(sorted, options), sorted, [sorted]))]
  }
  const places = call('argsort', [flat], [], 'int64')
  const sorted = recordTake('unique', flat, places, 0, 'clip')
  const begins = firsts(sorted, options)
  const at = positionsOf(begins, false, [places, sorted])
  const values = wrap(recordTake('unique', sorted, at, 0, 'clip'))
  return [values, ...askedFor(options, { places, begins, at }, value.shape)]
}

/** Runs of what is equal, once it is in order. */
interface Runs {
  /** Where what is in order comes from. */
  readonly places: Node
  /** Which of it begins a run, and where these are. */
  readonly begins: Node
  readonly at: Node
}

/** The indices that are asked for; those of the runs in a shape. */
function askedFor(options: UniqueOptions, { places, begins, at }: Runs, shape: readonly number[]): Untyped[] {
  const list: Node[] = []
  if (options.return_index) list.push(recordTake('unique', places, at, 0, 'clip'))
  if (options.return_inverse) list.push(reshape(inverse(places, begins), shape))
  if (options.return_counts) list.push(lengths(at, places.shape[0]!))
  return list.map((v) => wrap(v))
}

/**
 * The same of slices along an axis, in the order of their elements: sorted by the last of these first, then by each of the others, since sorts
 * keep the order of what is equal. Slices with NaN are like no other.
 */
function distinctSlices(value: Node, axis: number, options: UniqueOptions): Untyped[] {
  const lines: Untyped = moveaxis(wrap(value), axis, 0)
  const n = value.shape[axis]!
  const m = sizeOf(value.shape.filter((_, i) => i !== axis))
  const flat = reshape(valueOf(lines), [n, m])
  const places = inOrderOf(flat)
  const begins = join([filled(1, 'bool', [Math.min(1, n)]), differing(recordTake('unique', flat, places, 0, 'clip'))], 0)
  const at = positionsOf(begins, false, [places])
  const first = recordTake('unique', places, at, 0, 'clip')
  const values: Untyped = moveaxis(wrap(recordTake('unique', valueOf(lines), first, 0, 'clip')), 0, axis)
  return [values, ...askedFor(options, { places, begins, at }, [n])]
}

/** The places that put rows in order. */
function inOrderOf(rows: Node): Node {
  const [n, m] = rows.shape as [number, number]
  let places: Node = cast(counting([n], [1], 0, 'bigint64'), 'int64')
  for (let column = n === 0 ? -1 : m - 1; column >= 0; column--) {
    const keys = view(rows, { shape: [n], strides: [m], offset: column })
    const [inOrder, before] = column === m - 1 ? [keys, null] : [recordTake('unique', keys, places, 0, 'clip'), places]
    const next = call('argsort', [inOrder], [], 'int64')
    places = before === null ? next : recordTake('unique', before, next, 0, 'clip')
  }
  return places
}

/** Which rows differ from the one before them, but for the first. */
function differing(rows: Node): Node {
  const [n, m] = rows.shape as [number, number]
  if (n < 2 || m === 0) return filled(0, 'bool', [Math.max(0, n - 1)])
  const part = (offset: number): Node => view(rows, { shape: [n - 1, m], strides: [m, 1], offset })
  return reduce('max', op('ne', part(m), part(0)), [1])
}

/** Which sorted elements differ from the one before them; all NaN are one, unless they are no equals. */
function firsts(sorted: Node, { equal_nan = true }: UniqueOptions): Node {
  const n = sorted.shape[0]!
  if (n === 0) return filled(1, 'bool', [0])
  const part = (offset: number): Node => view(sorted, { shape: [n - 1], strides: [1], offset })
  const [before, own] = [part(0), part(Math.min(1, n - 1))]
  const differ = op('ne', own, before)
  const isNew = isFloat(sorted.dtype) && equal_nan ? op('and', differ, op('eq', before, before)) : differ
  return join([filled(1, 'bool', [1]), isNew], 0)
}

/** Which of the runs each element belongs to, given where the elements of the runs come from, and which of these begin one. */
function inverse(places: Node, begins: Node): Node {
  const runs = op('sub', scan('sum', cast(begins, 'int64'), 0), 1)
  const none = filled(0, 'int64', places.shape)
  return update('set', none, cast(places, placeType(places.shape[0]!)), runs)
}

/** How long the runs are that begin at places, of `size` elements in all. */
function lengths(begins: Node, size: number): Node {
  const count = begins.shape[0]!
  if (count === 0) return cast(begins, 'int64')
  const next = view(begins, { shape: [count - 1], strides: [1], offset: Math.min(1, count - 1) })
  return cast(op('sub', join([next, filled(size, begins.dtype, [1])], 0), begins), 'int64')
}
