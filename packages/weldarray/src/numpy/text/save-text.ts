import { writeFileSync } from 'node:fs'
import { ShapeError } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { arrayOf, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { printf, slots } from './printf.js'
import { ENCODINGS, type TextEncoding } from './text-lines.js'

/*
 * Arrays written as text.
 */

export interface SavetxtOptions {
  /** C's format of a number (`'%.18e'`), one for each column, or of a whole line. */
  fmt?: string | readonly string[]
  delimiter?: string
  newline?: string
  header?: string
  footer?: string
  /** What stands before the lines of header and footer (`'# '`). */
  comments?: string
  encoding?: TextEncoding | null
}

/**
 * Writes a 1-d array (a number for each line) or a matrix (a line for each row) as text. NumPy's `numpy.savetxt`.
 * @example
 * np.savetxt('x.txt', [[1, 2]], '%.1f')
 * np.loadtxt('x.txt') // array([1., 2.])
 */
export const savetxt = declare(
  `savetxt(fname: path, X: array, {fmt?: string|strings, delimiter?: string, newline?: string, header?: string, footer?: string, comments?: string, encoding?: ${ENCODINGS}|null})`,
  (
    path: string,
    x: ArrayInput,
    ...rest: Rest<
      [
        fmt: string | readonly string[],
        delimiter: string,
        newline: string,
        header: string,
        footer: string,
        comments: string,
        encoding: TextEncoding | null,
      ],
      SavetxtOptions
    >
  ): void => {
    const o = optionsOf<SavetxtOptions>(rest)
    const a = arrayOf('savetxt', x)
    if (a.shape.length === 0 || a.shape.length > 2)
      throw new ShapeError(`savetxt: got an array of ${a.shape.length} axes, expected one or two`)
    const matrix = a.shape.length === 1 ? reshape(a, [-1, 1]) : a
    const [rows, columns] = [matrix.shape[0]!, matrix.shape[1]!]
    const { fmt = '%.18e', delimiter = ' ', newline = '\n', comments = '# ' } = o
    const formats = typeof fmt === 'string' ? (slots(fmt) === 1 ? new Array<string>(columns).fill(fmt) : [fmt]) : fmt
    const line = formats.join(delimiter)
    if (slots(line) !== columns)
      throw new ArgumentError(`savetxt: the format '${line}' takes ${slots(line)} numbers, expected ${columns}`)
    const marked = (text: string): string => (text === '' ? '' : `${comments}${text.replaceAll('\n', `\n${comments}`)}${newline}`)
    const list = matrix.tolist() as (number | bigint | boolean)[][]
    const written = printf(line)
    const body = Array.from(
      { length: rows },
      (_, i) => written(list[i]!.map((v) => (typeof v === 'boolean' ? Number(v) : v))) + newline,
    )
    writeFileSync(path, marked(o.header ?? '') + body.join('') + marked(o.footer ?? ''), o.encoding ?? 'utf8')
  },
)
