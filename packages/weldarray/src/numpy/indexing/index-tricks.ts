import { IndexError, ShapeError, showShape } from '@weldarray/ir'
import type { ElementOf } from '../../array/types.js'
import type { DTypeOfInput, MetAll } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import { shapeOf } from '../creation/creation.js'
import { meshgrid } from '../creation/grids.js'
import { arange } from '../creation/ranges.js'
import { linspace } from '../creation/spaces.js'
import { concatenate, stack } from '../joining/joining.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { commonType, operand, settled } from '../operands/operands.js'
import { atleast } from '../shaping/atleast.js'
import { arrayOf, moveaxis, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import type { IndexPart } from './fancy/index.js'
import { flatnonzero } from './indexing.js'

const RANGE = /^\s*([^:]*):([^:]*)(?::([^:]*))?\s*$/

/** `start:stop:step` as numbers; a step like `5j` is a count of numbers, both ends among them. */
function range(what: string, text: string): Untyped {
  if (typeof text !== 'string') throw new IndexError(`${what}: got ${typeof text}, expected text like '0:5' or '0:1:5j'`)
  const match = RANGE.exec(text)
  const read = (s: string | undefined, missing: number): number => (s === undefined || s.trim() === '' ? missing : Number(s))
  if (match !== null) {
    const count = /^\s*(\d+)j\s*$/.exec(match[3] ?? '')
    const [start, stop, step] = [read(match[1], 0), read(match[2], NaN), count === null ? read(match[3], 1) : 1]
    if (Number.isFinite(start) && Number.isFinite(stop) && Number.isFinite(step))
      return count === null ? arange(start, stop, step) : linspace(start, stop, Number(count[1]))
  }
  throw new IndexError(`${what}: cannot read '${text}'; expected 'start:stop', 'start:stop:step' or 'start:stop:5j'`)
}

/** Lists of indices as they are, masks as the places where they hold. */
type Open<L extends readonly unknown[]> = {
  -readonly [K in keyof L]: NdArray<DTypeOfInput<L[K]> extends 'bool' ? 'int64' : DTypeOfInput<L[K]>>
}

/** What `r_` takes: numbers, arrays, ranges as text; first of all perhaps the axis, dimensions and place of new axes. */
export type Piece = ArrayInput | string

const DIRECTIVE = /^\s*-?\d+\s*(?:,\s*-?\d+\s*){0,2}$/

/**
 * NumPy's `r_[…]`: ranges (`'0:5'`, `'0:1:5j'`), numbers and arrays one after the other: `r_('0:3', 7, [1, 2])`. A first piece
 * like
 * `'-1'`, `'0,2'` or `'0,2,1'` names the axis, the least number of axes, and where the axes of a 1-d piece stand; `'r'` and
 * `'c'` make a matrix.
 * @example
 * np.r_([1, 2], 0, '3:6') // array([1., 2., 0., 3., 4., 5.])
 */
export function r_<const L extends readonly ArrayInput[]>(...pieces: L): MetAll<L>
export function r_(...pieces: readonly Piece[]): NdArray
export function r_(...pieces: readonly Piece[]): Untyped {
  let list = pieces
  let [axis, least, start] = [0, 1, -1]
  const first = list[0]
  if (first === 'r' || first === 'c') {
    const row = r_(...list.slice(1))
    return row.shape.length > 1 ? row : reshape(row, first === 'r' ? [1, -1] : [-1, 1])
  }
  if (typeof first === 'string' && DIRECTIVE.test(first)) {
    const parts = first.split(',').map(Number)
    axis = parts[0]!
    least = parts[1] ?? 1
    start = parts[2] ?? -1
    list = list.slice(1)
  }
  const deep = (x: NdArray): NdArray => {
    const missing = least - x.shape.length
    if (missing <= 0) return x
    const rank = x.shape.length
    const wide = reshape(x, [...new Array<number>(missing).fill(1), ...x.shape])
    const at = start < 0 ? start + missing + 1 : start
    return moveaxis(
      wide,
      Array.from({ length: rank }, (_, i) => missing + i),
      Array.from({ length: rank }, (_, i) => at + i),
    )
  }
  const parts = list.map((p) => (typeof p === 'string' ? valueOf(range('r_', p)) : operand('r_', p)))
  const dtype = commonType('r_', parts)
  return concatenate(
    parts.map((p) => deep(atleast(1, wrap(settled(p, dtype))))),
    axis,
  )
}

interface Columns {
  <const L extends readonly ArrayInput[]>(...pieces: L): MetAll<L>
  (...pieces: readonly Piece[]): NdArray
}

/**
 * NumPy's `c_[…]`: the pieces (ranges, numbers, arrays) as columns side by side.
 * @example
 * np.c_([1, 2], [3, 4])
 * // array([[1., 3.],
 * //        [2., 4.]])
 */
export const c_ = ((...pieces: readonly Piece[]): Untyped => r_('-1,2,0', ...pieces) as Untyped) as Columns

/**
 * An index, kept to be used again: `const i = np.s_('1:-1', mask)`, then `x.slice(...i)`. NumPy's `numpy.s_`.
 * @example
 * np.arange(5).slice(...np.s_(':2')) // array([0., 1.])
 */
export const s_ = (...index: readonly IndexPart[]): readonly IndexPart[] => Object.freeze([...index])

/**
 * The grid over ranges, as one array of an axis per range: `const [y, x] = np.unstack(np.mgrid('0:3', '0:1:5j'))`. NumPy's `numpy.mgrid`.
 * @example
 * np.mgrid('0:2', '0:3').shape // [ 2, 2, 3 ]
 */
export function mgrid(...ranges: readonly string[]): NdArray<'float64'> {
  const lines = ranges.map((text) => range('mgrid', text))
  return lines.length === 1 ? lines[0]! : (stack(meshgrid(...lines, { indexing: 'ij' })) as Untyped)
}

/**
 * The ranges of a grid, each along its own axis, so that they broadcast to it. NumPy's `numpy.ogrid`.
 * @example
 * np.ogrid('0:2', '0:3').map((x) => x.shape) // [ [ 2, 1 ], [ 1, 3 ] ]
 */
export const ogrid = (...ranges: readonly string[]): NdArray<'float64'>[] => open(ranges.map((text) => range('ogrid', text)))

const open = (lines: readonly NdArray[]): Untyped[] =>
  lines.map((x, i) =>
    reshape(
      x,
      lines.map((_, k) => (k === i ? -1 : 1)),
    ),
  )

/**
 * 1-d indices or masks along each axis, shaped so that together they select a grid: `x.slice(...ix_([0, 2], [1, 3]))`. NumPy's
 * `numpy.ix_`.
 * @example
 * np.arange(9).reshape(3, 3).slice(...np.ix_([0, 2], [1]))
 * // array([[1.],
 * //        [7.]])
 */
export const ix_ = declare(
  'ix_(...args: array)',
  <const L extends readonly ArrayInput[]>(...indices: L): Open<L> =>
    open(
      indices.map((a) => {
        const x = arrayOf('ix_', a)
        if (x.shape.length !== 1) throw new ShapeError(`ix_: got shape ${showShape(x.shape)}, expected one axis`)
        if ((x.dtype as string) === 'bool') return flatnonzero(x)
        return Array.isArray(a) && x.size === 0 ? x.astype('int64') : x
      }),
    ) as never,
)

/**
 * The indices of an array of this shape one after the other, in C order. NumPy's `numpy.ndindex`.
 * @example
 * [...np.ndindex(2, 2)] // [ [ 0, 0 ], [ 0, 1 ], [ 1, 0 ], [ 1, 1 ] ]
 */
export function ndindex(...shape: readonly number[] | [readonly number[]]): IterableIterator<number[]> {
  return indicesOf(shapeOf('ndindex', (Array.isArray(shape[0]) ? shape[0] : shape) as readonly number[]))
}

function* indicesOf(lengths: readonly number[]): IterableIterator<number[]> {
  if (lengths.some((n) => n === 0)) return
  const index = lengths.map(() => 0)
  for (;;) {
    yield [...index]
    let axis = lengths.length - 1
    for (; axis >= 0 && ++index[axis]! === lengths[axis]; axis--) index[axis] = 0
    if (axis < 0) return
  }
}

/**
 * The elements with their indices: `for (const [index, x] of ndenumerate(a))`. NumPy's `numpy.ndenumerate`.
 * @example
 * [...np.ndenumerate([10, 20])] // [ [ [ 0 ], 10 ], [ [ 1 ], 20 ] ]
 */
export function* ndenumerate<X extends ArrayInput>(a: X): IterableIterator<[number[], ElementOf<DTypeOfInput<X>>]> {
  const x = arrayOf('ndenumerate', a)
  for (const index of ndindex([...x.shape])) yield [index, x.get(...index) as ElementOf<DTypeOfInput<X>>]
}
