import { type DType, isFloat, type Node, normalizeAxis, sizeOf } from '@weldarray/ir'
import {
  firsts,
  gatherNow as gather,
  leaf,
  type Memory,
  order,
  positions,
  selected,
  sorted,
  withMemory,
} from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { countFallback, type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { build } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { distinctNan, distinctSlices } from './unique-slices.js'

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
    if (along !== null && value.shape.length > 1) return distinctSlices(value, along, options) as never
    const list = options.equal_nan === false && isFloat(value.dtype) ? distinctNan(value, options) : distinct(value, options)
    return (wantsList(options) ? list : list[0]!) as never
  },
) as never

const wantsList = (o: UniqueOptions): boolean =>
  (o.return_index ?? false) || (o.return_inverse ?? false) || (o.return_counts ?? false)

function distinct(value: Node, options: UniqueOptions): Untyped[] {
  const size = sizeOf(value.shape)
  countFallback('unique', 'a kernel of its own')
  return withMemory([value], (task, from) => {
    if (!wantsList(options)) {
      const all = task.adopt(sorted(task, from, 1, size))
      const result = selected(task, task.adopt(firsts(task, all)), all)
      return [wrap(leaf(result, [result.length], value.dtype))]
    }
    const places = task.adopt(order(task, from, 1, size))
    const all = task.adopt(gather(task, from, places, { outer: 1, length: size, inner: 1 }, 'raise') as Memory)
    const begins = task.adopt(positions(task, task.adopt(firsts(task, all)), 'bigint64'))
    const at = (source: Memory, dtype: DType): Untyped =>
      wrap(leaf(gather(task, source, begins, { outer: 1, length: size, inner: 1 }, 'raise') as Memory, [begins.length], dtype))
    const list = [at(all, value.dtype)]
    if (options.return_index) list.push(at(places, 'int64'))
    if (options.return_inverse) list.push(inverse(places, begins, value.shape))
    if (options.return_counts) list.push(lengths(begins, size))
    return list
  })
}

/** Non-negative 64-bit integers as words, every second of which is 0: bigints are slow one by one. */
const wordsOf = ({ data }: Memory): Uint32Array => new Uint32Array(data.buffer, data.byteOffset, 2 * data.length)

/** Which of the runs that begin at `begins` each element belongs to, given where the elements of the runs come from. */
function inverse(places: Memory, begins: Memory, shape: readonly number[]): Untyped {
  const [from, starts] = [wordsOf(places), wordsOf(begins)]
  return build('int64', shape, (_, raw) => {
    const to = new Uint32Array(raw.buffer, raw.byteOffset, 2 * raw.length)
    for (let run = 0; run < begins.length; run++) {
      const end = run + 1 < begins.length ? starts[2 * run + 2]! : places.length
      for (let i = starts[2 * run]!; i < end; i++) {
        const at = 2 * from[2 * i]!
        to[at] = run
        to[at + 1] = 0
      }
    }
  })
}

/** How long the runs are that begin at `begins`, of `size` elements in all. */
function lengths(begins: Memory, size: number): Untyped {
  const starts = wordsOf(begins)
  const count = begins.length
  return build('int64', [count], (_, raw) => {
    const to = new Uint32Array(raw.buffer, raw.byteOffset, 2 * count)
    for (let run = 0; run < count; run++) {
      to[2 * run] = (run + 1 < count ? starts[2 * run + 2]! : size) - starts[2 * run]!
      to[2 * run + 1] = 0
    }
  })
}
