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

/** The same of slices along an axis, in the order of their elements. Slices with NaN are like no other. */
function distinctSlices(value: Node, axis: number, options: UniqueOptions): Untyped[] {
  const lines: Untyped = moveaxis(wrap(value), axis, 0)
  const n = value.shape[axis]!
  const m = sizeOf(value.shape.filter((_, i) => i !== axis))
  const flat = reshape(valueOf(lines), [n, m])
  const { places, areApart } = inOrderOf(flat)
  const begins = areApart ? filled(1, 'bool', [n]) : differing(recordTake('unique', flat, places, 0, 'clip'), false)
  const at = positionsOf(begins, false, [places])
  const first = recordTake('unique', places, at, 0, 'clip')
  const values: Untyped = moveaxis(wrap(recordTake('unique', valueOf(lines), first, 0, 'clip')), 0, axis)
  return [values, ...askedFor(options, { places, begins, at }, [n])]
}

/**
 * The places that put rows in order, and whether no two are alike: by one column, then by twice as many as before for as long as there are rows that are not told apart. What
 * is known of them is a number for each row, by which it is sorted after the new columns, of which the last ones come first: sorts keep the order
 * of what is equal.
 */
function inOrderOf(rows: Node): { places: Node; areApart: boolean } {
  const [n, m] = rows.shape as [number, number]
  let places: Node = cast(counting([n], [1], 0, 'bigint64'), 'int64')
  if (n < 2) return { places, areApart: true }
  let known: Node | null = null
  for (let [from, to] = [0, 1]; from < m; [from, to] = [to, Math.min(m, 2 * to)]) {
    const keys = Array.from({ length: to - from }, (_, i) => view(rows, { shape: [n], strides: [m], offset: to - 1 - i }))
    places = byKeys(known === null ? keys : [...keys, known])
    const columns = view(rows, { shape: [n, to - from], strides: [m, 1], offset: from })
    const taken = recordTake('unique', columns, places, 0, 'clip')
    const differ: Node = differing(taken, true)
    const begins: Node =
      known === null ? differ : op('or', differ, differing(reshape(recordTake('unique', known, places, 0, 'clip'), [n, 1]), true))
    const count = positionsOf(begins, false, [places]).shape[0]!
    if (count === n) return { places, areApart: true }
    known = inverse(places, begins)
  }
  return { places, areApart: false }
}

/** The places that put keys in order, those that come last first. */
function byKeys(keys: readonly Node[]): Node {
  let places: Node | null = null
  for (const own of keys) {
    const next = call('argsort', [places === null ? own : recordTake('unique', own, places, 0, 'clip')], [], 'int64')
    places = places === null ? next : recordTake('unique', places, next, 0, 'clip')
  }
  return places!
}

/** Which rows differ from the one before them, the first among them; NaN may be like NaN. */
function differing(rows: Node, areAlike: boolean): Node {
  const [n, m] = rows.shape as [number, number]
  const first = filled(1, 'bool', [Math.min(1, n)])
  if (n < 2 || m === 0) return join([first, filled(0, 'bool', [Math.max(0, n - 1)])], 0)
  const part = (offset: number): Node => view(rows, { shape: [n - 1, m], strides: [m, 1], offset })
  const [before, own] = [part(0), part(m)]
  const differ = op('ne', own, before)
  const areNew =
    areAlike && isFloat(rows.dtype) ? op('and', differ, op('or', op('eq', own, own), op('eq', before, before))) : differ
  return join([first, reduce('max', areNew, [1])], 0)
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
