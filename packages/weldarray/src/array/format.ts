import type { NdArray } from './ndarray.js'
import { reader } from './nested.js'
import type { AnyDType } from './types.js'

/** More elements than this, and only the first and last of each axis are shown. */
const THRESHOLD = 1000
const EDGE = 3
const LINE = 75
const PRECISION = 8

type Leaf = number | bigint | boolean

const special = (x: number): string => (Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf')

/** `x` with the shortest digits that tell it from its neighbours, at most `PRECISION` after the point. */
function fixedDigits(x: number): [string, string] {
  const short = Math.abs(x) < 1e21 ? String(x) : x.toFixed(0)
  const text = short.includes('e') || (short.split('.')[1] ?? '').length > PRECISION ? x.toFixed(PRECISION) : short
  const [whole, fraction = ''] = (Object.is(x, -0) ? '-0' : text).split('.')
  return [whole!, fraction.replace(/0+$/, '')]
}

function scientificDigits(x: number): [string, string, string] {
  const short = x.toExponential()
  const [mantissa] = short.split('e')
  const text = (mantissa!.split('.')[1] ?? '').length > PRECISION ? x.toExponential(PRECISION) : short
  const [m, e] = text.split('e')
  const [whole, fraction = ''] = m!.split('.')
  const exponent = Number(e)
  return [
    Object.is(x, -0) ? '-0' : whole!,
    fraction.replace(/0+$/, ''),
    `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`,
  ]
}

/** One way to write all the numbers shown, so that they line up. */
function floatWriter(values: readonly number[], single: boolean): (x: number) => string {
  const finite = values.filter(Number.isFinite)
  const magnitudes = finite.map(Math.abs).filter((x) => x !== 0)
  const top = Math.max(...magnitudes, 0)
  const low = Math.min(...magnitudes, Infinity)
  const shown = (x: number): number => (single ? Number(x.toPrecision(8)) : x)
  const scientific = magnitudes.length > 0 && (top >= 1e16 || low < 1e-4 || top / low > 1000 * 1e5)
  if (scientific) {
    const parts = finite.map((x) => scientificDigits(shown(x)))
    const fraction = Math.max(0, ...parts.map((p) => p[1].length))
    const exponents = Math.max(2, ...parts.map((p) => p[2].length - 2))
    return (x) => {
      if (!Number.isFinite(x)) return special(x)
      const [whole, digits, exponent] = scientificDigits(shown(x))
      return `${whole}.${digits.padEnd(fraction, '0')}${exponent.slice(0, 2)}${exponent.slice(2).padStart(exponents, '0')}`
    }
  }
  const fraction = Math.max(0, ...finite.map((x) => fixedDigits(shown(x))[1].length))
  return (x) => {
    if (!Number.isFinite(x)) return special(x)
    const [whole, digits] = fixedDigits(shown(x))
    return `${whole}.${digits.padEnd(fraction, ' ')}`
  }
}

function writerFor(values: readonly Leaf[], dtype: AnyDType): (x: Leaf) => string {
  if (dtype.startsWith('float')) {
    const write = floatWriter(values as number[], dtype !== 'float64')
    return (x) => write(x as number)
  }
  return dtype === 'bool' ? (x) => (x ? 'True' : 'False') : (x) => String(x)
}

/** The indices shown along an axis, `edge` at both ends of a long one; -1 stands for the dots. */
function shownIndices(length: number, edge: number): number[] {
  if (length <= 2 * edge) return Array.from({ length }, (_, i) => i)
  const first = Array.from({ length: edge }, (_, i) => i)
  return [...first, -1, ...first.map((i) => length - edge + i)]
}

/** Most elements that are written out. Of many axes fewer are shown at each end, in the end none. */
const MOST = 100_000

function edgeFor(shape: readonly number[], size: number): number {
  if (size <= THRESHOLD) return Infinity
  for (let edge = EDGE; edge > 0; edge--) if (shape.reduce((n, length) => n * Math.min(length, 2 * edge), 1) <= MOST) return edge
  return 0
}

/** The elements in NumPy's layout: rows in brackets, columns aligned, long arrays summarised. */
export function format(array: NdArray<AnyDType>): string {
  const { shape, stride } = array
  if (array.dimension < 0 || array.size === 0) return '[]'
  const read = reader(array)
  const edge = edgeFor(shape, array.size)
  if (edge === 0) return '[...]'
  const values: Leaf[] = []
  const gather = (axis: number, at: number): void => {
    if (axis === shape.length) values.push(read(at))
    else for (const i of shownIndices(shape[axis]!, edge)) if (i >= 0) gather(axis + 1, at + i * stride[axis]!)
  }
  gather(0, array.offset)
  const write = writerFor(values, array.dtype)
  if (shape.length === 0) return write(values[0]!).trimEnd()
  const width = Math.max(0, ...values.map((x) => write(x).length))
  const layout = (axis: number, at: number): string => {
    const indent = ' '.repeat(axis + 1)
    const items = shownIndices(shape[axis]!, edge).map((i) => {
      if (i < 0) return '...'
      const next = at + i * stride[axis]!
      return axis === shape.length - 1 ? write(read(next)).padStart(width) : layout(axis + 1, next)
    })
    if (axis < shape.length - 1) return `[${items.join(`${'\n'.repeat(shape.length - 1 - axis)}${indent}`)}]`
    let text = ''
    let line = ''
    for (const item of items) {
      if (line !== '' && indent.length + line.length + 1 + item.length > LINE) {
        text += `${line.trimEnd()}\n${indent}`
        line = item
      } else line += line === '' ? item : ` ${item}`
    }
    return `[${text}${line}]`
  }
  return layout(0, array.offset)
}
