import { readFileSync } from 'node:fs'
import { type DType, DTypeError, dtypeInfo, isFloat, ShapeError, toDType } from '@weldarray/ir'
import type { Named, NamedBy } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { array } from '../creation/creation.js'
import { frombuffer } from '../creation/from-elements.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import type { DTypeName } from '../types.js'
import {
  columnsOf,
  ENCODINGS,
  fields,
  type Lines,
  linesOf,
  parsed,
  SEPARATED,
  shaped,
  stripped,
  type TextEncoding,
} from './text-lines.js'

interface Reading {
  readonly what: string
  readonly dtype: DType
  readonly comments: readonly string[]
  readonly delimiter: string | null
}

export interface LoadtxtOptions<T extends DTypeName = DTypeName> {
  dtype?: T
  /** What begins a comment (`#`). */
  comments?: string | readonly string[] | null
  /** What stands between numbers; white space unless given. */
  delimiter?: string | null
  /** Functions of the text, for all columns or by column. */
  converters?: ((text: string) => number) | Readonly<Record<number, (text: string) => number>> | null
  skiprows?: number
  usecols?: number | readonly number[] | null
  /** Columns as rows. */
  unpack?: boolean
  ndmin?: number
  encoding?: TextEncoding | null
  max_rows?: number | null
}

/**
 * A text file of numbers, a row for each line, float64 unless a dtype is given; also from an iterable of lines. Throws
 * `DTypeError` for what is no number, `ShapeError` for rows of different lengths. NumPy's `numpy.loadtxt`.
 * @example
 * np.loadtxt(['1 2', '3 4'])
 * // array([[1., 2.],
 * //        [3., 4.]])
 */
export const loadtxt = declare(
  `loadtxt(fname: string|iterable, {dtype?: dtype, comments?: string|strings|null, delimiter?: string|null, converters?: function|object|null,
    skiprows?: integer, usecols?: integers|null, unpack?: flag, ndmin?: integer, encoding?: ${ENCODINGS}|null, max_rows?: integer|null})`,
  <T extends DTypeName = 'float64'>(
    file: Lines,
    ...rest: Rest<
      [
        dtype: NamedBy<T>,
        comments: string | readonly string[] | null,
        delimiter: string | null,
        converters: Required<LoadtxtOptions>['converters'],
        skiprows: number,
        usecols: number | readonly number[] | null,
        unpack: boolean,
        ndmin: number,
        encoding: TextEncoding | null,
        max_rows: number | null,
      ],
      LoadtxtOptions<T>
    >
  ): NdArray<Named<T>> => {
    const o = optionsOf<LoadtxtOptions>(rest)
    const reading: Reading = {
      what: 'loadtxt',
      dtype: toDType(o.dtype ?? 'float64'),
      comments: o.comments === null ? [] : typeof o.comments === 'object' ? o.comments : [o.comments ?? '#'],
      delimiter: o.delimiter ?? null,
    }
    const rows: (number | bigint)[][] = []
    let width = -1
    for (const [i, line] of linesOf('loadtxt', file, o.encoding ?? 'utf8').entries()) {
      if (i < (o.skiprows ?? 0) || rows.length >= (o.max_rows ?? Infinity)) continue
      const text = stripped(line, reading.comments)
      if (text.trim() === '') continue
      const parts = fields(text, reading.delimiter)
      if (width < 0) width = parts.length
      if (parts.length !== width && (o.usecols === undefined || o.usecols === null))
        throw new ShapeError(
          `loadtxt: line ${i + 1} has ${parts.length} columns, expected ${width} as the first; give usecols to take some`,
        )
      rows.push(
        columnsOf('loadtxt', o.usecols, parts.length).map((c) => {
          const convert = typeof o.converters === 'function' ? o.converters : o.converters?.[c]
          const value = convert !== undefined ? convert(parts[c]!) : parsed('loadtxt', parts[c]!, reading.dtype)
          if (value === undefined)
            throw new DTypeError(`loadtxt: line ${i + 1}, column ${c + 1}: '${parts[c]}' is no ${reading.dtype}`)
          return value
        }),
      )
    }
    return shaped('loadtxt', rows, reading.dtype, o.ndmin ?? 0, o.unpack ?? false)
  },
)

export interface GenfromtxtOptions<T extends DTypeName = DTypeName> {
  dtype?: T | null
  comments?: string | null
  delimiter?: string | null
  skip_header?: number
  skip_footer?: number
  converters?: Readonly<Record<number, (text: string) => number>> | null
  /** Texts that stand for nothing, beside the empty one. */
  missing_values?: string | readonly string[] | null
  /** What stands for nothing: NaN, for integers -1, unless given. */
  filling_values?: number | readonly number[] | null
  usecols?: number | readonly number[] | null
  unpack?: boolean
  /** Skips lines of another length (false) instead of an error. */
  invalid_raise?: boolean
  max_rows?: number | null
  encoding?: TextEncoding | null
  ndmin?: number
}

/**
 * As `loadtxt`, with a filling for what is missing or no number: NaN, for integers -1, unless `filling_values` tells. Named
 * columns are not supported. NumPy's `numpy.genfromtxt`.
 * @example
 * np.genfromtxt(['1,,3', '4,5,6'], { delimiter: ',' })
 * // array([[ 1., nan,  3.],
 * //        [ 4.,  5.,  6.]])
 */
export const genfromtxt = declare(
  `genfromtxt(fname: string|iterable, {dtype?: dtype|null, comments?: string|null, delimiter?: string|null, skip_header?: integer,
    skip_footer?: integer, converters?: object|null, missing_values?: string|strings|null, filling_values?: number|numbers|null,
    usecols?: integers|null, *, unpack?: flag, invalid_raise?: flag, max_rows?: integer|null, encoding?: ${ENCODINGS}|null, ndmin?: integer})`,
  <T extends DTypeName = 'float64'>(
    file: Lines,
    ...rest: Rest<
      [
        dtype: NamedBy<T> | null,
        comments: string | null,
        delimiter: string | null,
        skip_header: number,
        skip_footer: number,
        converters: Required<GenfromtxtOptions>['converters'],
        missing_values: string | readonly string[] | null,
        filling_values: number | readonly number[] | null,
        usecols: number | readonly number[] | null,
      ],
      GenfromtxtOptions<T>
    >
  ): NdArray<Named<T>> => {
    const o = optionsOf<GenfromtxtOptions>(rest)
    const dtype = toDType(o.dtype ?? 'float64')
    const comments = o.comments === null ? [] : [o.comments ?? '#']
    const missing = new Set(
      o.missing_values === undefined || o.missing_values === null
        ? []
        : typeof o.missing_values === 'string'
          ? o.missing_values.split(',')
          : o.missing_values,
    )
    const all = linesOf('genfromtxt', file, o.encoding ?? 'utf8').slice(o.skip_header ?? 0)
    const found: { line: number; parts: string[] }[] = []
    all.forEach((line, i) => {
      const text = stripped(line, comments)
      if (text.trim() !== '') found.push({ line: i + 1 + (o.skip_header ?? 0), parts: fields(text, o.delimiter ?? null) })
    })
    const kept = found.slice(0, found.length - (o.skip_footer ?? 0)).slice(0, o.max_rows ?? undefined)
    const width = kept[0]?.parts.length ?? 0
    const wrong = kept.filter((row) => row.parts.length !== width)
    if (wrong.length > 0 && o.invalid_raise !== false)
      throw new ShapeError(
        `genfromtxt: line ${wrong[0]!.line} has ${wrong[0]!.parts.length} columns, expected ${width} as the first; invalid_raise: false skips such lines`,
      )
    const columns = columnsOf('genfromtxt', o.usecols, width)
    const filling = (k: number): number => {
      const f = o.filling_values
      return f === undefined || f === null ? (isFloat(dtype) ? NaN : -1) : typeof f === 'number' ? f : (f[k] ?? NaN)
    }
    const rows = kept
      .filter((row) => row.parts.length === width)
      .map(({ parts }) =>
        columns.map((c, k) => {
          const text = parts[c]!
          if (o.converters?.[c] !== undefined) return o.converters[c](text)
          const value = text === '' || missing.has(text) ? undefined : parsed('genfromtxt', text.replace(SEPARATED, ''), dtype)
          return value ?? (dtypeInfo[dtype].big ? BigInt(filling(k)) : filling(k))
        }),
      )
    return shaped('genfromtxt', rows, dtype, o.ndmin ?? 0, o.unpack ?? false)
  },
)

/**
 * Numbers in a text, `sep` between them (white space where it is a space): `fromstring('1, 2', { sep: ',' })`. NumPy's
 * `numpy.fromstring`.
 * @example
 * np.fromstring('1 2 3', { sep: ' ' }) // array([1., 2., 3.])
 */
export const fromstring = declare(
  'fromstring(string: string, {dtype?: dtype, count?: integer, *, sep?: string})',
  <T extends DTypeName = 'float64'>(
    text: string,
    ...rest: Rest<[dtype: NamedBy<T>, count: number], { dtype?: T; count?: number; sep?: string }>
  ): NdArray<Named<T>> => {
    const { dtype = 'float64', count = -1, sep } = optionsOf<{ dtype?: DTypeName; count?: number; sep?: string }>(rest)
    if (sep === undefined || sep === '')
      throw new ArgumentError('fromstring: needs sep, what stands between numbers; use frombuffer for bytes')
    const to = toDType(dtype)
    const parts = text.trim() === '' ? [] : fields(text, sep.trim() === '' ? null : sep.trim())
    const wanted = count < 0 ? parts : parts.slice(0, count)
    const numbers = wanted.map((part, i) => {
      const value = parsed('fromstring', part, to)
      if (value === undefined) throw new DTypeError(`fromstring: number ${i + 1}, '${part}', is no ${to}`)
      return value
    })
    if (count > numbers.length) throw new ShapeError(`fromstring: ${numbers.length} numbers, expected ${count}`)
    return array(numbers as number[], to) as Untyped
  },
)

/**
 * The elements in a file: bytes as `tofile` writes them, or with `sep` text. NumPy's `numpy.fromfile`.
 * @example
 * np.array([1, 2]).tofile('x.bin')
 * np.fromfile('x.bin') // array([1., 2.])
 */
export const fromfile = declare(
  'fromfile(file: path, {dtype?: dtype, count?: integer, sep?: string, offset?: integer})',
  (
    file: string,
    ...rest: Rest<
      [dtype: DTypeName, count: number, sep: string, offset: number],
      { dtype?: DTypeName; count?: number; sep?: string; offset?: number }
    >
  ): NdArray => {
    const {
      dtype = 'float64',
      count = -1,
      sep = '',
      offset = 0,
    } = optionsOf<{ dtype?: DTypeName; count?: number; sep?: string; offset?: number }>(rest)
    const bytes = readFileSync(file)
    if (sep !== '') return fromstring(bytes.toString('utf8'), { dtype, count, sep })
    const width = dtypeInfo[toDType(dtype)].bytes
    const start = integerOf('fromfile', 'offset', offset, 0)
    const most = Math.floor(Math.max(0, bytes.length - start) / width)
    const n = count < 0 ? most : Math.min(most, count)
    return frombuffer(bytes.subarray(start, start + n * width), dtype) as Untyped
  },
)
