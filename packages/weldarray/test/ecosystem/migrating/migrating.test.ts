import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as after from './after.js'
import * as before from './before.js'
import * as swapped from './swapped.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

test('the program of docs/migrating-from-ndarray.md says the same before, with the imports swapped, and after', () => {
  for (const [size, steps] of [
    [5, 3],
    [70, 20],
  ] as const) {
    const mean = before.heat(size, steps)
    expect(swapped.heat(size, steps)).toBe(mean)
    expect(after.heat(size, steps)).toBeCloseTo(mean, 10)
  }
})

test('the document shows the programs as they are', () => {
  const text = read('../../../../../docs/migrating-from-ndarray.md')
  for (const name of ['before', 'after']) expect(text).toContain(read(`./${name}.ts`).trim())
})
