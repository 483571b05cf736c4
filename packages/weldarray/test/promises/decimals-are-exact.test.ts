import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Numbers as text have the digits that NumPy and C write, a middle goes to the even one, and there may be as many as are asked for.
 * (`tools/numpy-names/decimals.py` wrote the cases down.)
 */

const cases: {
  printf: [format: string, x: string, text: string][]
  arrays: [elements: string[], dtype: 'float32' | 'float64', how: object, text: string][]
  floats: [x: string, places: number, unique: boolean, positional: string, scientific: string][]
} = JSON.parse(readFileSync(new URL('../fixtures/numpy-decimals.json', import.meta.url), 'utf8'))

const folder = mkdtempSync(join(tmpdir(), 'weldarray-decimals-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('in text files', () => {
  const file = join(folder, 'numbers.txt')
  const written = cases.printf.map(([format, x]) => {
    np.savetxt(file, [Number(x)], { fmt: format })
    return readFileSync(file, 'utf8')
  })
  expect(written).toEqual(cases.printf.map(([, , text]) => `${text}\n`))
})

test('one by one', () => {
  const texts = cases.floats.map(([x, places, unique]) => {
    const how = { precision: places, unique }
    return [np.format_float_positional(Number(x), how), np.format_float_scientific(Number(x), how)]
  })
  expect(texts).toEqual(cases.floats.map(([, , , positional, scientific]) => [positional, scientific]))
})

test('in arrays: those beyond the ones that tell a number from its neighbours are its own', () => {
  const named: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity }
  const texts = cases.arrays.map(([elements, dtype, how]) => {
    const x = np.array(
      elements.map((e) => named[e] ?? Number(e)),
      dtype,
    )
    return np.array2string(x, how)
  })
  expect(texts).toEqual(cases.arrays.map(([, , , text]) => text))
})

test('in arrays, with as many decimals as a double has and no more', () => {
  const half = np.array([0.5])
  expect(np.array2string(half, { precision: 200, floatmode: 'fixed' })).toBe(`[0.5${'0'.repeat(199)}]`)
  expect(() => np.array2string(half, { precision: 1075 })).toThrow(np.ArgumentError)
  expect(() => np.savetxt(join(folder, 'none.txt'), [1], { fmt: '%.1000000f' })).toThrow(np.ArgumentError)
})
