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
  // Where streams begin.
  'random.PCG64': 'random-distributions',
  'random.Philox': 'random-distributions',
  'random.SFC64': 'random-distributions',
  'random.default_rng': 'random-distributions',
}

function parametersOf(declaration: string): { name: string; place: number }[] {
  const inner = declaration.slice(declaration.indexOf('(') + 1, -1)
  return [...inner.matchAll(/(\.\.\.)?\b(\w+)(\??):/g)].flatMap(([, , name, optional], place) =>
    optional === '?' ? [{ name: name!, place }] : [],
  )
}

const isSpace = (x: unknown): x is object => typeof x === 'object' && x !== null && !Array.isArray(x)
const FAMILIES = Object.entries(np.polynomial).filter(([, space]) => isSpace(space))
const declared = [
  ['', np],
  ['linalg.', np.linalg],
  ['random.', np.random],
  ...FAMILIES.map(([name, space]) => [`polynomial.${name}.`, space] as const),
].flatMap(([prefix, space]) =>
  Object.entries(space as object).flatMap(([name, f]) => {
    const declaration = (f as { [DECLARATION]?: string } | undefined)?.[DECLARATION]
    return declaration === undefined ? [] : [[`${prefix}${name}`, declaration] as const]
  }),
)

const methodsOf = (of: object): string[] =>
  Object.getOwnPropertyNames(of).filter(
    (name) => name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(of, name)!.value === 'function',
  )
/** Those of everything a class extends, too. */
function inherited(of: object): string[] {
  const above = Object.getPrototypeOf(of) as object | null
  return [...methodsOf(of), ...(above === null || above === Object.prototype ? [] : inherited(above))]
}

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

const UFUNC_METHODS = ['reduce', 'accumulate', 'reduceat', 'outer', 'at'] as const
/** NumPy reduces the first and the last element of vectors alone by these; and has none of the others at all. */
const NO_CASES = ['atan2.reduce', 'atan2.reduceat', 'erf.at', 'erfc.at', 'fix.at']

test('each method of each elementwise function has one', () => {
  const methods = Object.entries(np).flatMap(([name, f]) =>
    typeof f === 'function' && 'nin' in f ? UFUNC_METHODS.filter((m) => m in f).map((m) => `${name}.${m}`) : [],
  )
  expect(methods.length).toBeGreaterThan(250)
  const without = methods.filter((name) => !calls.has(name))
  expect(without.filter((name) => !NO_CASES.includes(name))).toEqual([])
  expect(NO_CASES.filter((name) => !without.includes(name))).toEqual([])
})

/** Texts are ours: `1 + 2·x`. The others are not for callers. */
const NOT_OF_SERIES = ['with', 'other', 'toString']
const { Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial } = np.polynomial
const CLASSES = { Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial }

test('each method of each class of series has one', () => {
  const all = [...methodsOf(np.polynomial.Series), ...inherited(np.polynomial.Series.prototype)].filter(
    (name) => !NOT_OF_SERIES.includes(name),
  )
  expect(all.length).toBeGreaterThan(25)
  for (const name of Object.keys(CLASSES))
    expect(
      all.filter((method) => ![...calls.keys()].some((f) => `${f} `.startsWith(`${name}.${method} `))),
      name,
    ).toEqual([])
})

/** What is drawn; how a stream goes on from a method is looked at by the tests named. */
const DRAWN_ELSEWHERE: Readonly<Record<string, string>> = {
  // Of the inside.
  draw: '',
  drawing: '',
  byKernel: '',
  floats: '',
  doubles: '',
  normals: '',
  scaled: '',
  located: '',
  order: '',
  seed: 'numpy-random-io',
}

test('each method of each generator has one', () => {
  const streams = read<{ source: string; calls: [string][] }[]>('numpy-distributions.json')
  const drawn = (isLegacy: boolean): string[] =>
    streams.filter((s) => (s.source === 'RandomState') === isLegacy).flatMap((s) => s.calls.map(([name]) => name))
  const named = (prefix: string): string[] =>
    [...calls.keys()].filter((f) => f.startsWith(prefix)).map((f) => f.slice(prefix.length))
  const rows = [
    [np.random.default_rng(1), [...drawn(false), ...named('rng.')]],
    [new np.random.RandomState(1), [...drawn(true), ...named('random.')]],
  ] as const
  for (const [generator, found] of rows) {
    const all = new Set(inherited(generator))
    expect(all.size).toBeGreaterThan(40)
    expect([...all].filter((name) => !found.includes(name) && DRAWN_ELSEWHERE[name] === undefined)).toEqual([])
  }
})

test('what is named here is there, and has no case', () => {
  const names = declared.map(([name]) => name)
  expect(Object.keys(ELSEWHERE).filter((key) => !names.includes(key.split(' ')[0]!))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((key) => !key.includes(' ') && calls.has(key))).toEqual([])
})
