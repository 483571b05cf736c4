import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { Calls, calls, DEFAULTS, STREAMS } from './support/fixture-calls.js'

/*
 * Every function and method, and every argument that may be left out, is called in a case that NumPy's answer was written down for, with
 * another value than the argument has where it is left out; what cannot be is named here with the test that looks at it instead.
 */
const DECLARATION = Symbol.for('weldarray.declaration')

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
  'linalg.eigh': 'numpy-linalg',
  erf: 'numpy-elementwise',
  erfc: 'numpy-elementwise',
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

/** What may be left out. `only` is the one word that a parameter takes, where it takes nothing else. */
function parametersOf(declaration: string): { name: string; place: number; only: string | undefined }[] {
  const inner = declaration.slice(declaration.indexOf('(') + 1, -1)
  return [...inner.matchAll(/(\.\.\.)?\b(\w+)(\??):\s*([^,{}]+)/g)].flatMap(([, , name, optional, kinds], place) =>
    optional === '?' ? [{ name: name!, place, only: /^"([^"|]*)"$/.exec(kinds!.trim())?.[1] }] : [],
  )
}

const isSpace = (x: unknown): x is object => typeof x === 'object' && x !== null && !Array.isArray(x)
const FAMILIES = Object.entries(np.polynomial).filter(([, space]) => isSpace(space))
const declarationOf = (f: unknown): string | undefined => (f as { [DECLARATION]?: string } | undefined)?.[DECLARATION]

const inSpaces = [
  ['', np],
  ['linalg.', np.linalg],
  ['random.', np.random],
  ['lib.stride_tricks.', np.lib.stride_tricks],
  ...FAMILIES.map(([name, space]) => [`polynomial.${name}.`, space] as const),
].flatMap(([prefix, space]) =>
  Object.entries(space as object).map(([name, f]) => [`${prefix}${name as string}`, f as unknown] as const),
)

/** One function under several names is called under any of them. */
const namesOf = new Map<unknown, string[]>()
for (const [name, f] of inSpaces) namesOf.set(f, [...(namesOf.get(f) ?? []), name])

const functions = inSpaces.flatMap(([name, f]) => {
  const declaration = declarationOf(f)
  return declaration === undefined ? [] : [{ name, declaration, names: namesOf.get(f)!, before: 0 }]
})

const methodsOf = (of: object): string[] =>
  Object.getOwnPropertyNames(of).filter(
    (name) => name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(of, name)!.value === 'function',
  )
/** Those of everything a class extends, too. */
function inherited(of: object): string[] {
  const above = Object.getPrototypeOf(of) as object | null
  return [...methodsOf(of), ...(above === null || above === Object.prototype ? [] : inherited(above))]
}

/** Methods of arrays that ndarray has, that JavaScript asks for, and that are of evaluation: what they do is not NumPy's to say. */
const NOT_NUMPYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries('get set index lo hi step transpose pick'.split(' ').map((name) => [name, 'ndarray'])),
  ...Object.fromEntries('evaluate evaluateAsync explain dispose'.split(' ').map((name) => [name, 'evaluation'])),
  ...Object.fromEntries('toString toJSON toFixed toPrecision toExponential toLocaleString'.split(' ').map((n) => [n, 'ndarray'])),
  at: 'numpy-places',
  tofile: 'numpy-text-io',
  erf: 'numpy-elementwise',
  erfc: 'numpy-elementwise',
}
const proto = Object.getPrototypeOf(np.ones([2])) as object
const methods = [...new Set(inherited(proto))]
  .filter((name) => NOT_NUMPYS[name] === undefined)
  .map((name) => ({
    name: `NdArray.${name}`,
    declaration: declarationOf((np.NdArray.prototype as unknown as Record<string, unknown>)[name]) ?? `${name}()`,
    names: [`NdArray.${name}`],
    before: 1,
  }))
const declared = [...functions, ...methods]

/** An argument that has no case with another value than its default, and one that has no case at all. */
const lacking = ({ name, declaration, names, before }: (typeof declared)[number]): string[] =>
  parametersOf(declaration)
    .filter(({ name: parameter, place, only }) => {
      const standard = names.map((n) => DEFAULTS[n]?.[parameter]).find((x) => x !== undefined) ?? (DEFAULTS[name] && null)
      const isOnly = only !== undefined && only === standard
      return !names.some((n) => calls.get(n)?.has(place + before, parameter, isOnly ? undefined : standard))
    })
    .map((p) => `${name} ${p.name}`)

test('there are functions and methods to look for', () => {
  expect(functions.length).toBeGreaterThan(400)
  expect(methods.length).toBeGreaterThan(140)
})

test('each has a case of NumPy’s', () => {
  expect(
    declared.filter(({ name, names }) => !names.some((n) => calls.has(n)) && ELSEWHERE[name] === undefined).map((d) => d.name),
  ).toEqual([])
})

test('each of their options has one, with another value than the default', () => {
  const missing = declared.flatMap((d) => (ELSEWHERE[d.name] === undefined ? lacking(d) : []))
  expect(missing.filter((name) => ELSEWHERE[name] === undefined)).toEqual([])
})

test('a case with the default is none', () => {
  const given = new Calls()
  given.add([[1], 'linear', { o: { keepdims: false } }], (x) => (x as { o: object }).o)
  expect([given.has(1, 'method'), given.has(1, 'method', 'linear')]).toEqual([true, false])
  expect([given.has(2, 'keepdims'), given.has(2, 'keepdims', false), given.has(2, 'keepdims', true)]).toEqual([true, false, true])
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
  exponentials: '',
  simpler: '',
  scaled: '',
  located: '',
  order: '',
  seed: 'numpy-random-io',
}

test('each method of each generator has one', () => {
  const drawn = (isLegacy: boolean): string[] =>
    STREAMS.filter((s) => (s.source === 'RandomState') === isLegacy).flatMap((s) => s.calls.map(([name]) => name))
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
  const names = declared.map((d) => d.name)
  expect(Object.keys(ELSEWHERE).filter((key) => !names.includes(key.split(' ')[0]!))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((key) => !key.includes(' ') && calls.has(key))).toEqual([])
})
