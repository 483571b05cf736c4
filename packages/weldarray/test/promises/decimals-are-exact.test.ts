import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as np from 'weldarray'
import { Random, seed } from '../support/random.js'

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

/** m · 2^e, to so many decimals, a middle to the even one: in whole numbers alone. */
function exactly(m: number, e: number, places: number): string {
  const above = (BigInt(m) * 10n ** BigInt(places)) << BigInt(Math.max(0, e))
  const below = 1n << BigInt(Math.max(0, -e))
  const whole = above / below
  const rest = 2n * (above - whole * below)
  const digits = String(rest > below || (rest === below && whole % 2n === 1n) ? whole + 1n : whole).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

test('in text files, of random numbers, of which many are in the middle', () => {
  const random = new Random(seed)
  const file = join(folder, 'random.txt')
  for (let k = 0; k < 40; k++) {
    const places = random.int(0, 24)
    const parts = Array.from({ length: 50 }, () => [random.int(1, 2 ** random.int(1, 52)), random.int(-60, 4)] as const)
    const lines = (format: string): string[] => {
      np.savetxt(
        file,
        parts.map(([m, e]) => m * 2 ** e),
        format,
      )
      return readFileSync(file, 'utf8').trim().split('\n')
    }
    expect(lines(`%.${places}f`)).toEqual(parts.map(([m, e]) => exactly(m, e, places)))
    lines(`%.${places}e`).forEach((text, i) => {
      const [digits, power] = text.split('e') as [string, string]
      const [m, e] = parts[i]!
      const decimals = places - Number(power)
      // With so many decimals a number has the same digits behind zeros.
      if (decimals >= 0)
        expect(digits.replace('.', '')).toBe(
          exactly(m, e, decimals)
            .replace('.', '')
            .replace(/^0+(?=.)/, ''),
        )
    })
  }
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
