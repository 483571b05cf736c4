import { floatWriter, positional, scientific } from './format-floats.js'
import type { NdArray } from './ndarray.js'
import { exactReader, looking } from './nested.js'
import { type PrintOptions, withOptions } from './print-options.js'
import type { AnyDType } from './types.js'

type Leaf = number | bigint | boolean
type Writer = (x: Leaf) => string

const isFloating = (dtype: AnyDType): boolean => dtype.startsWith('float') || dtype === 'array' || dtype === 'generic'

function integerWriter(values: readonly Leaf[], mark: PrintOptions['sign']): Writer {
  const texts = values.map(String)
  const positive = mark === '+' || (mark === ' ' && !texts.some((t) => t.startsWith('-')))
  const text = (x: Leaf): string => (positive && Number(x) >= 0 ? (mark === '+' ? '+' : ' ') : '') + String(x)
  const width = values.reduce((n: number, x) => Math.max(n, text(x).length), 0)
  return (x) => text(x).padStart(width)
}

function writerFor(values: readonly Leaf[], dtype: AnyDType, rank: number, options: PrintOptions): Writer {
  if (dtype === 'bool') return (x) => (x ? (rank === 0 ? 'True' : ' True') : 'False')
  // Lists of a caller's may hold anything.
  if (isFloating(dtype) && values.every((x) => typeof x === 'number'))
    return floatWriter(values as number[], dtype === 'float32' || dtype === 'float16', options) as Writer
  return integerWriter(values, options.sign)
}

/** The indices shown along an axis; -1 stands for the dots. */
function shownIndices(length: number, summarise: boolean, edge: number): number[] {
  if (!summarise || length <= 2 * edge) return Array.from({ length }, (_, i) => i)
  const ends = Array.from({ length: edge }, (_, i) => i)
  return [...ends, -1, ...ends.map((i) => length - edge + i)]
}

/** Most elements that are written out. Of many axes fewer are shown at each end, in the end none. */
const MOST = 100_000

function edgeOf(shape: readonly number[], most: number): number {
  for (let edge = most; edge > 0; edge--) if (shape.reduce((n, length) => n * Math.min(length, 2 * edge), 1) <= MOST) return edge
  return 0
}

/** The elements that are shown and are there: beyond the data there are none. */
function valuesOf(array: NdArray<AnyDType>, summarise: boolean, edge: number): Leaf[] {
  const { shape, stride } = array
  const read = exactReader(array)
  const values: Leaf[] = []
  const gather = (axis: number, at: number): void => {
    if (axis === shape.length) {
      const x = read(at) as Leaf | undefined
      if (x !== undefined) values.push(x)
    } else for (const i of shownIndices(shape[axis]!, summarise, edge)) if (i >= 0) gather(axis + 1, at + i * stride[axis]!)
  }
  gather(0, array.offset)
  return values
}

/** Words in lines of a width; lines after the first begin with `indent`. */
function wrapped(words: readonly string[], indent: string, separator: string, width: number): string {
  const room = width - Math.max(separator.trimEnd().length, 1)
  let text = ''
  let line = indent
  words.forEach((word, i) => {
    if (line.length + word.length > room && line.length > indent.length) {
      text += `${line.trimEnd()}\n`
      line = indent
    }
    line += word
    if (i < words.length - 1) line += separator
  })
  return text + line
}

/** The elements in NumPy's layout: rows in brackets, columns aligned, long arrays summarised. `prefix` is what stands before the first bracket. */
export const layout = (array: NdArray<AnyDType>, options: PrintOptions, separator = ' ', prefix = ''): string =>
  looking(array, () => laidOut(array, options, separator, prefix))

function laidOut(array: NdArray<AnyDType>, options: PrintOptions, separator: string, prefix: string): string {
  if (array.dimension < 0 || array.size === 0) return '[]'
  const { shape, stride } = array
  const summarise = array.size > options.threshold
  const edge = summarise ? edgeOf(shape, options.edgeitems) : options.edgeitems
  if (edge === 0 && summarise) return '[...]'
  const write = writerFor(valuesOf(array, summarise, edge), array.dtype, shape.length, options)
  const read = exactReader(array)
  const block = (axis: number, at: number, indent: string, width: number): string => {
    if (axis === shape.length) {
      const x = read(at) as Leaf | undefined
      return x === undefined ? 'undefined' : write(x)
    }
    const items = shownIndices(shape[axis]!, summarise, edge).map((i) =>
      i < 0 ? '...' : block(axis + 1, at + i * stride[axis]!, `${indent} `, width - 1),
    )
    const text =
      axis === shape.length - 1
        ? wrapped(items, indent, separator, width)
        : items.map((item) => indent + item).join(separator.trimEnd() + '\n'.repeat(shape.length - 1 - axis))
    return `[${text.slice(indent.length)}]`
  }
  return block(0, array.offset, ` ${' '.repeat(prefix.length)}`, options.linewidth)
}

/** What `String(x)` is: NumPy's `str`; of an array without axes, its number as JavaScript writes it. */
export function format(array: NdArray<AnyDType>): string {
  if (array.shape.length === 0) return looking(array, () => String(exactReader(array)(array.offset)))
  return layout(array, withOptions('toString', {}))
}

/** dtypes that show in how the elements are written. */
const IMPLIED: readonly string[] = ['float64', 'bool', 'int64', 'array', 'generic']

/** NumPy's `repr`: `array([[1., 0.],\n       [0., 1.]])`, with the dtype where it does not show. */
export function repr(array: NdArray<AnyDType>, options: PrintOptions = withOptions('array_repr', {})): string {
  const prefix = 'array('
  // Lines leave room for the bracket that closes the call.
  const text = prefix + layout(array, { ...options, linewidth: options.linewidth - 1 }, ', ', prefix)
  const extras: string[] = []
  const shape = array.shape.length === 1 ? `(${array.shape[0]},)` : `(${Array.from(array.shape).join(', ')})`
  const empty = array.size === 0 || array.dimension < 0
  if ((empty && array.shape.length !== 1) || array.size > options.threshold) extras.push(`shape=${shape}`)
  if (!IMPLIED.includes(array.dtype) || empty) extras.push(`dtype=${array.dtype}`)
  if (extras.length === 0) return `${text})`
  const extra = `${extras.join(', ')})`
  const last = text.length + 1 - (text.lastIndexOf('\n') + 1)
  return `${text},${last + extra.length + 1 > options.linewidth ? `\n${' '.repeat(prefix.length)}` : ' '}${extra}`
}

/** A floating number by itself, as NumPy writes its scalars. */
export function scalarText(x: number, single: boolean): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf'
  const size = Math.abs(x)
  if (size !== 0 && (size >= (single ? 1e6 : 1e16) || size < 1e-4)) {
    const [whole, fraction, power] = scientific(x, null, true, single, false)
    return `${whole}${fraction === '' ? '' : `.${fraction}`}e${power}`
  }
  const [whole, fraction] = positional(x, null, true, single, false)
  return `${whole}.${fraction === '' ? '0' : fraction}`
}
