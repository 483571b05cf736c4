import { readFileSync } from 'node:fs'
import { checkFits, type DType, dtypeInfo, isFloat, ShapeError } from '@weldarray/ir'
import { ArgumentError } from '../arguments/values.js'
import { array } from '../creation/creation.js'
import type { Untyped } from '../operands/arrays.js'
import { reshape } from '../shaping/layout.js'

/*
 * Lines of text as rows of numbers.
 */

/** A file's path, or its lines. */
export type Lines = string | Iterable<string>

/** The encodings of text files. */
export type TextEncoding = 'ascii' | 'utf8' | 'utf-8' | 'utf16le' | 'latin1'

export const ENCODINGS = '"ascii"|"utf8"|"utf-8"|"utf16le"|"latin1"'

export const linesOf = (what: string, file: Lines, encoding: TextEncoding = 'utf8'): string[] => {
  if (typeof file !== 'string') {
    const lines = typeof file?.[Symbol.iterator] === 'function' ? [...file] : [null]
    if (lines.some((line) => typeof line !== 'string'))
      throw new ArgumentError(`${what}: got ${typeof file}, expected a path or lines of text`)
    return (lines as string[]).map((line) => {
      const text = line.replace(/(\r\n|\n|\r)$/, '')
      if (/[\r\n]/.test(text)) throw new ArgumentError(`${what}: a line of the list has several lines, expected one`)
      return text
    })
  }
  const lines = readFileSync(file, encoding).split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

export const stripped = (line: string, comments: readonly string[]): string =>
  comments.reduce((text, mark) => (mark !== '' && text.includes(mark) ? text.slice(0, text.indexOf(mark)) : text), line)

export const fields = (text: string, delimiter: string | null): string[] =>
  delimiter === null ? text.trim().split(/\s+/) : text.split(delimiter).map((f) => f.trim())

const NAMED: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['infinity', Infinity],
])
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/

function named(text: string): number | undefined {
  const value = NAMED.get(text.toLowerCase().replace(/^[-+]/, ''))
  return value !== undefined && text.startsWith('-') ? -value : value
}

/** Between digits, as Python reads numbers. */
export const SEPARATED = /(?<=\d)_(?=\d)/g

/** A number; undefined for what is none. Throws `DTypeError` for a whole number that the dtype does not hold. */
export function parsed(what: string, text: string, dtype: DType): number | bigint | undefined {
  if (isFloat(dtype)) return NUMBER.test(text) ? Number(text) : named(text)
  if (!/^[-+]?\d+$/.test(text)) return dtype === 'bool' && /^(true|false)$/i.test(text) ? Number(/^true$/i.test(text)) : undefined
  const value = BigInt(text)
  checkFits(what, dtype, value)
  return dtypeInfo[dtype].big ? value : Number(value)
}

export const columnsOf = (what: string, usecols: number | readonly number[] | null | undefined, n: number): number[] =>
  (usecols === null || usecols === undefined
    ? Array.from({ length: n }, (_, i) => i)
    : typeof usecols === 'number'
      ? [usecols]
      : [...usecols]
  ).map((c) => {
    const at = c < 0 ? c + n : c
    if (!Number.isInteger(at) || at < 0 || at >= n)
      throw new ShapeError(`${what}: column ${c} of ${n} columns: expected ${-n} to ${n - 1}`)
    return at
  })

/** Rows of one length as an array, axes of length 1 taken away down to `ndmin`. */
export function shaped(
  what: string,
  rows: readonly (readonly (number | bigint)[])[],
  dtype: DType,
  ndmin: number,
  unpack: boolean,
): Untyped {
  const columns = rows[0]?.length ?? 0
  let x =
    rows.length === 0
      ? reshape(array([], dtype), ndmin < 2 ? [0] : [0, 1])
      : reshape(array(rows.flat() as number[], dtype), [rows.length, columns])
  if (ndmin > 2) throw new ArgumentError(`${what}: ndmin is ${ndmin}, expected 0, 1 or 2`)
  if (x.shape.length === 2 && ndmin < 2 && (rows.length === 1 || columns === 1))
    x = reshape(x, rows.length === 1 && columns === 1 && ndmin === 0 ? [] : [x.size])
  return unpack && x.shape.length === 2 ? x.T : x
}
