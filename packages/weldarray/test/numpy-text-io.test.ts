import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as np from 'weldarray'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weldarray-text-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const named = (name: string) => expect.objectContaining({ name })
const file = (text: string): string => {
  const path = join(folder, 'numbers.txt')
  writeFileSync(path, text)
  return path
}
const written = (x: np.NdArray, ...args: unknown[]): string => {
  const path = join(folder, 'out.txt')
  ;(np.savetxt as (...args: unknown[]) => void)(path, x, ...args)
  return readFileSync(path, 'utf8')
}

test('loadtxt reads rows of numbers', () => {
  const x = np.loadtxt(file('# a comment\n1 2.5 -3e2\n\n4 inf nan # more\n'))
  expect([x.shape, x.tolist(), x.dtype]).toEqual([
    [2, 3],
    [
      [1, 2.5, -300],
      [4, Infinity, NaN],
    ],
    'float64',
  ])
  expect(np.loadtxt(file('1,2\r\n3,4\r\n'), 'int32', { delimiter: ',' }).tolist()).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(np.loadtxt(['1 2 3', '4 5 6'], { usecols: [0, -1], unpack: true }).tolist()).toEqual([
    [1, 4],
    [3, 6],
  ])
  expect(np.loadtxt(['x', '1', '2', '3'], { skiprows: 1, max_rows: 2 }).tolist()).toEqual([1, 2])
  expect(np.loadtxt(['1 2'], { ndmin: 2 }).shape).toEqual([1, 2])
  expect(np.loadtxt(['7']).shape).toEqual([])
  expect(np.loadtxt(['a;1', 'b;2'], { delimiter: ';', converters: { 0: (s) => s.charCodeAt(0) } }).tolist()).toEqual([
    [97, 1],
    [98, 2],
  ])
  expect(np.loadtxt(['9007199254740993'], 'bigint64').tolist()).toBe(9007199254740993n)
})

test('loadtxt says where it stopped', () => {
  expect(() => np.loadtxt(['1 2', '3 x'])).toThrow("line 2, column 2: 'x'")
  expect(() => np.loadtxt(['1 2', '3'])).toThrow(named('ShapeError'))
  expect(() => np.loadtxt(['1.5'], 'int32')).toThrow(named('DTypeError'))
  expect(() => np.loadtxt(['1'], { delimeter: ',' } as never)).toThrow("did you mean 'delimiter'")
  expect(() => np.loadtxt(['1 2'], { usecols: 5 })).toThrow(named('ShapeError'))
})

test('genfromtxt fills what is missing', () => {
  const lines = ['a,b,c', '1,,3', 'x,5,N/A', 'end']
  const x = np.genfromtxt(lines, { delimiter: ',', skip_header: 1, skip_footer: 1 })
  expect(x.tolist()).toEqual([
    [1, NaN, 3],
    [NaN, 5, NaN],
  ])
  expect(np.genfromtxt(['1,,3'], 'int32', { delimiter: ',' }).tolist()).toEqual([1, -1, 3])
  expect(np.genfromtxt(['1,-9,3'], { delimiter: ',', missing_values: '-9', filling_values: 0 }).tolist()).toEqual([1, 0, 3])
  expect(() => np.genfromtxt(['1,2', '3'], { delimiter: ',' })).toThrow(named('ShapeError'))
  expect(np.genfromtxt(['1,2', '3'], { delimiter: ',', invalid_raise: false }).tolist()).toEqual([1, 2])
})

// Texts are NumPy's.
test('savetxt writes what C would', () => {
  const x = np.array([
    [1, 2.5],
    [-3, 1e10],
  ])
  expect(written(x)).toBe(
    '1.000000000000000000e+00 2.500000000000000000e+00\n-3.000000000000000000e+00 1.000000000000000000e+10\n',
  )
  expect(written(x, '%.2f', ',')).toBe('1.00,2.50\n-3.00,10000000000.00\n')
  expect(written(x, ['%d', '%8.3g'])).toBe('1      2.5\n-3    1e+10\n')
  expect(written(x, { fmt: '%+06.1f|%E', header: 'a\nb', footer: 'end', newline: ';\n' })).toBe(
    '# a\n# b;\n+001.0|2.500000E+00;\n-003.0|1.000000E+10;\n# end;\n',
  )
  expect(written(np.array([1, 2], 'int32'), '%5d')).toBe('    1\n    2\n')
  expect(written(np.array([0.0001, 123456789, 0.5, NaN]), '%g')).toBe('0.0001\n1.23457e+08\n0.5\nnan\n')
  expect(() => written(x, ['%d'])).toThrow(named('ArgumentError'))
  expect(np.loadtxt(file(written(x))).tolist()).toEqual(x.tolist())
})

test('numbers from text and bytes', () => {
  expect(np.fromstring('1, 2,3', { sep: ',' }).tolist()).toEqual([1, 2, 3])
  expect(np.fromstring('1 2  3', 'int32', 2, { sep: ' ' } as never).tolist()).toEqual([1, 2])
  expect(() => np.fromstring('1 2')).toThrow(named('ArgumentError'))
  expect(() => np.fromstring('1 x', { sep: ' ' })).toThrow(named('DTypeError'))
  const path = join(folder, 'bytes.bin')
  np.array([1, 2, 3], 'uint16').tofile(path)
  expect(np.fromfile(path, 'uint16').tolist()).toEqual([1, 2, 3])
  expect(np.fromfile(path, 'uint16', 1, '', 2).tolist()).toEqual([2])
})

test('a number is no file', () => {
  expect(() => np.ones([2]).tofile(1 as never)).toThrow(named('ArgumentError'))
  expect(() => np.savetxt(1 as never, [1])).toThrow(named('ArgumentError'))
  expect(() => np.loadtxt(1 as never)).toThrow(named('ArgumentError'))
  expect(() => np.fromfile(0 as never)).toThrow(named('ArgumentError'))
})
