import { normalizeAxis, ShapeError, showShape } from '@weldarray/ir'
import type { AnyDType } from '../../array/types.js'
import type { Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { checkParts } from '../operands/parts.js'
import { arrayOf, moveaxis, slice } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

/*
 * Arrays taken apart along an axis.
 */

interface AxisOption {
  axis?: number
}
type AxisRest = Rest<[axis: number], AxisOption>

/** The ends of the parts of a length: as many parts as given, or cut where given (Python's rules for slices). */
function ends(what: string, parts: number | readonly number[], length: number): [start: number, stop: number][] {
  if (typeof parts !== 'number') {
    const cuts = [0, ...parts, length]
    return cuts.slice(1).map((stop, i) => [cuts[i]!, stop])
  }
  if (parts < 1) throw new ShapeError(`${what}: ${parts} parts, expected a positive integer`)
  checkParts(what, parts)
  const size = Math.floor(length / parts)
  let at = 0
  return Array.from({ length: parts }, (_, i) => [at, (at += size + (i < length % parts ? 1 : 0))])
}

/** Into how many parts, or where: a list or an array of indices. */
type Parts = number | readonly number[] | NdArray<AnyDType>

function parted(what: string, a: ArrayInput, parts: number | readonly number[], axis: number): Untyped[] {
  const x = arrayOf(what, a)
  const along = normalizeAxis(what, axis, x.shape.length)
  const spec = x.shape.map(() => ':').slice(0, along)
  return ends(what, parts, x.shape[along]!).map(([start, stop]) => slice(x, ...spec, `${start}:${stop}`))
}

/**
 * Views of the parts of an array: as many as given (the first ones longer by one where they must be), or cut at the indices
 * given. NumPy's `numpy.array_split`.
 * @example
 * np.array_split([1, 2, 3], 2) // [ array([1., 2.]), array([3.]) ]
 */
export const array_split = declare(
  'array_split(ary: array, indices_or_sections: integers, {axis?: integer})',
  <X extends ArrayInput>(a: X, parts: Parts, ...rest: AxisRest): Same<X>[] =>
    parted('array_split', a, parts as number, optionsOf<AxisOption>(rest).axis ?? 0),
)

/**
 * As `array_split`; a number of parts must divide the length. Throws `ShapeError`. NumPy's `numpy.split`.
 * @example
 * np.split([1, 2, 3, 4], 2) // [ array([1., 2.]), array([3., 4.]) ]
 */
export const split = declare(
  'split(ary: array, indices_or_sections: integers, {axis?: integer})',
  <X extends ArrayInput>(a: X, cuts: Parts, ...rest: AxisRest): Same<X>[] => {
    const parts = cuts as number | readonly number[]
    const { axis = 0 } = optionsOf<AxisOption>(rest)
    const x = arrayOf('split', a)
    const length = x.shape[normalizeAxis('split', axis, x.shape.length)]!
    if (typeof parts === 'number' && parts > 0 && length % parts !== 0)
      throw new ShapeError(`split: a length of ${length} does not divide into ${parts} equal parts; use array_split`)
    return parted('split', x, parts, axis)
  },
)

const parts =
  (what: string, least: number, axis: (rank: number) => number) =>
  <X extends ArrayInput>(a: X, sections: number | readonly number[]): Same<X>[] => {
    const x = arrayOf(what, a)
    if (x.shape.length < least) throw new ShapeError(`${what}: got shape ${showShape(x.shape)}, expected at least ${least} axes`)
    const along = axis(x.shape.length)
    const length = x.shape[along]!
    if (typeof sections === 'number' && length % sections !== 0)
      throw new ShapeError(`${what}: a length of ${length} does not divide into ${sections} equal parts; use array_split`)
    return array_split(x, sections, along)
  }

/**
 * Parts side by side: along the second axis, or the only one. Views. NumPy's `numpy.hsplit`.
 * @example
 * np.hsplit([[1, 2, 3, 4]], 2) // [ array([[1., 2.]]), array([[3., 4.]]) ]
 */
export const hsplit = declare(
  'hsplit(ary: array, indices_or_sections: integers)',
  parts('hsplit', 1, (rank) => (rank === 1 ? 0 : 1)),
)
/**
 * Parts on top of one another: along the first axis. Views. NumPy's `numpy.vsplit`.
 * @example
 * np.vsplit([[1], [2]], 2) // [ array([[1.]]), array([[2.]]) ]
 */
export const vsplit = declare(
  'vsplit(ary: array, indices_or_sections: integers)',
  parts('vsplit', 2, () => 0),
)
/**
 * Parts along the third axis. Views. NumPy's `numpy.dsplit`.
 * @example
 * np.dsplit(np.zeros([1, 1, 4]), 2).length // 2
 */
export const dsplit = declare(
  'dsplit(ary: array, indices_or_sections: integers)',
  parts('dsplit', 3, () => 2),
)

/**
 * The slices along an axis (the first), as a list of views. NumPy's `numpy.unstack`.
 * @example
 * np.unstack([[1, 2], [3, 4]]) // [ array([1., 2.]), array([3., 4.]) ]
 */
export const unstack = declare(
  'unstack(x: array, *, {axis?: integer})',
  <X extends ArrayInput>(x: X, options: { axis?: number } = {}): Same<X>[] => {
    const a = arrayOf('unstack', x)
    const axis = normalizeAxis('unstack', options.axis ?? 0, a.shape.length)
    checkParts('unstack', a.shape[axis]!)
    const front = moveaxis(a, axis, 0)
    return Array.from({ length: a.shape[axis]! }, (_, i) => front.pick(i))
  },
)
