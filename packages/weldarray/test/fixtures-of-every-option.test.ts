import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Every function that is declared, and every argument of it that may be left out, is called in a case that NumPy's answer was written
 * down for; what cannot be is named here with the test that looks at it instead.
 */
const DECLARATION = Symbol.for('weldarray.declaration')
const folder = new URL('fixtures/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T

/** How often something is given by position at most, and all that is given by name. */
class Calls {
  private most = -1
  private readonly names = new Set<string>()
  add(given: readonly unknown[], isOptions: (x: object) => string[] | null): void {
    const last = given.at(-1)
    const keys = typeof last === 'object' && last !== null && !Array.isArray(last) ? isOptions(last) : null
    this.most = Math.max(this.most, given.length - (keys === null ? 0 : 1))
    for (const key of keys ?? []) this.names.add(key)
  }
  has(place: number, name: string): boolean {
    return this.most > place || this.names.has(name)
  }
}

const calls = new Map<string, Calls>()
const of = (name: string): Calls => {
  if (!calls.has(name)) calls.set(name, new Calls())
  return calls.get(name)!
}
for (const file of readdirSync(folder).filter((f) => f.startsWith('numpy-names-')))
  for (const c of read<{ f?: string; in: unknown[] }[]>(file))
    if (c.f !== undefined) of(c.f).add(c.in, (x) => ('o' in x ? Object.keys(x.o as object) : null))
for (const c of read<{ name: string; args: unknown[] }[]>('numpy-library.json'))
  of(c.name).add(c.args, (x) => ('array' in x ? null : Object.keys(x)))
for (const [name] of read<{ cases: [string][] }>('numpy-reductions.json').cases) of(name).add([0, 1], () => null)

/** What has no case of NumPy's, and where it is looked at. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  // Functions that are given functions.
  apply_along_axis: 'numpy-mapping',
  apply_over_axes: 'numpy-mapping',
  fromfunction: 'numpy-creation',
  'loadtxt converters': 'numpy-text-io',
  'genfromtxt converters': 'numpy-text-io',
  // Functions of files, and of text settings.
  fromfile: 'numpy-text-io',
  load: 'numpy-random-io',
  loadz: 'numpy-random-io',
  save: 'numpy-random-io',
  savetxt: 'numpy-text-io',
  savez: 'numpy-random-io',
  savez_compressed: 'numpy-random-io',
  get_printoptions: 'ndarray-format',
  printoptions: 'ndarray-format',
  set_printoptions: 'ndarray-format',
  // What NumPy has not, or answers with objects of Python's.
  __array_namespace_info__: 'array-api',
  'cummax dtype': 'as those of cumsum, by the same code',
  'cummax out': 'as those of cumsum, by the same code',
  'cummin dtype': 'as those of cumsum, by the same code',
  'cummin out': 'as those of cumsum, by the same code',
  // Vectors whose signs are free.
  'linalg.eig': 'numpy-linalg',
  'linalg.eigh': 'numpy-linalg',
  'linalg.eigvals': 'numpy-linalg',
  finfo: 'numpy-methods-names',
  iinfo: 'numpy-methods-names',
  may_share_memory: 'numpy-creation',
  shares_memory: 'numpy-creation',
  row_stack: 'an older name of vstack',
}

function parametersOf(declaration: string): { name: string; place: number }[] {
  const inner = declaration.slice(declaration.indexOf('(') + 1, -1)
  return [...inner.matchAll(/(\.\.\.)?\b(\w+)(\??):/g)].flatMap(([, , name, optional], place) =>
    optional === '?' ? [{ name: name!, place }] : [],
  )
}

const declared = [
  ['', np],
  ['linalg.', np.linalg],
  ['polynomial.polynomial.', np.polynomial.polynomial],
].flatMap(([prefix, space]) =>
  Object.entries(space as object).flatMap(([name, f]) => {
    const declaration = (f as { [DECLARATION]?: string } | undefined)?.[DECLARATION]
    return declaration === undefined ? [] : [[`${prefix}${name}`, declaration] as const]
  }),
)

test('there are functions to look for', () => expect(declared.length).toBeGreaterThan(280))

test('each has a case of NumPy’s', () => {
  expect(declared.map(([name]) => name).filter((name) => !calls.has(name) && ELSEWHERE[name] === undefined)).toEqual([])
})

test('each of their options has one', () => {
  const missing = declared.flatMap(([name, declaration]) =>
    parametersOf(declaration)
      .filter((p) => calls.get(name)?.has(p.place, p.name) === false && ELSEWHERE[`${name} ${p.name}`] === undefined)
      .map((p) => `${name} ${p.name}`)
      .filter(() => ELSEWHERE[name] === undefined),
  )
  expect(missing).toEqual([])
})

test('what is named here is there, and has no case', () => {
  const names = declared.map(([name]) => name)
  expect(Object.keys(ELSEWHERE).filter((key) => !names.includes(key.split(' ')[0]!))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((key) => !key.includes(' ') && calls.has(key))).toEqual([])
})
