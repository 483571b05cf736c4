import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { fixture } from '../support/fixtures.js'

/** NumPy's parameters: by position, by name alone, and what takes all positions that are left. */
type Signature = [positions: string[], names: string[], rest?: string]
const theirs = fixture<Record<string, Signature>>('signatures')

const DECLARATION = Symbol.for('weldarray.declaration')
const declarationOf = (f: unknown): string | undefined => (f as { [DECLARATION]?: string } | undefined)?.[DECLARATION]

function parse(text: string): Signature {
  const inner = text.slice(text.indexOf('(') + 1, -1).replaceAll(/[{}]/g, '')
  const [before, behind] = inner.split('*') as [string, string | undefined]
  const names = (part: string | undefined): string[] => [...(part ?? '').matchAll(/(?<!\.)\b(\w+)\??:/g)].map((m) => m[1]!)
  const rest = /\.\.\.(\w+)/.exec(inner)?.[1]
  if (rest === undefined) return [names(before), names(behind)]
  const positions = names(inner.slice(0, inner.indexOf('...')))
  return [positions, names(inner).filter((n) => n !== rest && !positions.includes(n)), rest]
}

/** Parameters NumPy does not have, or takes as keywords its signature does not tell. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  load: ['maxBytes'],
  'linalg.pinv': ['rcond'],
  clip: ['where', 'dtype', 'casting'],
  // `trunc`, which NumPy calls for it.
  fix: ['where', 'dtype', 'casting'],
  sort: ['descending'],
  argsort: ['descending'],
  pad: ['constant_values', 'end_values', 'stat_length', 'reflect_type'],
}

/** Functions with a form of their own: arrays as an object, a dtype in any place, text before the operands, options named. */
const OTHERWISE = new Set(['savez', 'savez_compressed', 'arange', 'fromfunction', 'einsum', 'printoptions'])

/** The methods of a class and of those it extends. */
const methodsOf = (prototype: object): string[] =>
  prototype === Object.prototype
    ? []
    : [
        ...Object.getOwnPropertyNames(prototype).filter(
          (name) => typeof Object.getOwnPropertyDescriptor(prototype, name)!.value === 'function',
        ),
        ...methodsOf(Object.getPrototypeOf(prototype) as object),
      ]

const declared = [
  ...Object.entries(np).map(([name, f]) => [name, declarationOf(f)] as const),
  ...Object.entries(np.linalg).map(([name, f]) => [`linalg.${name}`, declarationOf(f)] as const),
  ...methodsOf(np.random.Generator.prototype).map(
    (name) => [`rng.${name}`, declarationOf(np.random.Generator.prototype[name as 'normal'])] as const,
  ),
].filter((entry): entry is readonly [string, string] => entry[1] !== undefined && entry[0] in theirs && !OTHERWISE.has(entry[0]))

test('there are declarations to compare', () => expect(declared.length).toBeGreaterThan(100))

test.each(declared)("%s: NumPy's names in NumPy's order", (name, text) => {
  const [positions, names, rest] = parse(text)
  const [theirPositions, theirNames, theirRest] = theirs[name]!
  expect(rest).toBe(theirRest)
  expect(positions).toEqual(theirPositions.slice(0, positions.length))
  const all = [...theirPositions, ...theirNames, ...(OWN[name] ?? [])]
  expect(names.filter((n) => !all.includes(n))).toEqual([])
})
