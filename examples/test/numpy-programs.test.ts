import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../programs/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))

/** What NumPy's twins of the programs give (tools/programs.py). */
const expected: Record<string, unknown> = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))

/** Numbers to ten digits: sums are added up in another order, exponentials and logarithms are rounded otherwise. */
function compare(ours: unknown, theirs: unknown, path: string): void {
  if (typeof theirs === 'number' && !Number.isInteger(theirs)) {
    expect(typeof ours, path).toBe('number')
    expect(Math.abs(Number(ours) - theirs), `${path}: ${ours} and NumPy's ${theirs}`).toBeLessThanOrEqual(
      1e-10 * Math.max(1, Math.abs(theirs)),
    )
  } else if (theirs !== null && typeof theirs === 'object') {
    expect(Object.keys(ours ?? {}), path).toEqual(Object.keys(theirs))
    for (const [key, value] of Object.entries(theirs))
      compare(new Map(Object.entries(ours ?? {})).get(key), value, `${path}.${key}`)
  } else expect(ours, path).toBe(theirs)
}

test('every program has a twin', () => expect(names).toEqual(Object.keys(expected)))

test.each(names)('%s gives what it gives in NumPy', async (name) => {
  const { program } = await import(new URL(`${name}.ts`, folder).href)
  compare(program(), expected[name], name)
})
