import { ARRAY_DTYPES, type DType } from '@weldarray/ir'
import * as np from 'weldarray'
import { fixture } from '../support/fixtures.js'
import { libraryArgument } from '../support/library.js'
import { casesOf, decode } from '../support/names.js'

/*
 * Calls of public functions and methods, each as it runs and as it is written in TypeScript: an array is written by its dtype alone, so
 * that one line stands for all calls whose types are the same.
 */
export interface Call {
  /** The function's or method's path, as `np.linalg.inv` or `NdArray.sum`. */
  readonly name: string
  /** The call as a program has it. */
  readonly text: string
  readonly run: () => unknown
  /** A call that NumPy may not know either: types may refuse it. */
  readonly invented?: true
}

const isPlain = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype

/** An argument as a program has it. */
export function written(x: unknown): string {
  if (x instanceof np.NdArray) return `a.${x.dtype}`
  if (Array.isArray(x)) return `[${x.map(written).join(', ')}]`
  if (isPlain(x))
    return `{ ${Object.entries(x)
      .map(([k, v]) => `${k}: ${written(v)}`)
      .join(', ')} }`
  if (typeof x === 'bigint') return `${x}n`
  if (typeof x === 'number') return Object.is(x, -0) ? '-0' : String(x)
  if (x === undefined) return 'undefined'
  return JSON.stringify(x)
}

type Fn = (...args: unknown[]) => unknown
const at = (path: string): unknown => path.split('.').reduce((o, part) => (o as Record<string, unknown>)[part], np as unknown)

/** A call of `np.path`; arguments are made anew each time it runs, since some functions write to them. */
export function ofFunction(path: string, args: () => unknown[]): Call {
  return {
    name: `np.${path}`,
    text: `np.${path}(${args().map(written).join(', ')})`,
    run: () => (at(path) as Fn)(...args()),
  }
}

/** A call of a method of what the first argument is, where it has one of the name. */
export function ofMethod(owner: string, object: string, name: string, made: () => unknown, args: () => unknown[]): Call {
  return {
    name: `${owner}.${name}`,
    text: `${object}.${name}(${args().map(written).join(', ')})`,
    run: () => (made() as Record<string, Fn>)[name]!(...args()),
  }
}

/** Methods of arrays that are `ndarray`'s, and take something else than the function of their name. */
const OTHERS = new Set(['transpose', 'set', 'get', 'at'])

/** The function of a case, and its method where arrays have one of the same name. */
function both(path: string, args: () => unknown[]): Call[] {
  const [first] = args()
  const calls = typeof at(path) === 'function' ? [ofFunction(path, args)] : []
  if (first instanceof np.NdArray && path in first && !OTHERS.has(path) && typeof first[path as 'sum'] === 'function')
    calls.push(
      ofMethod(
        'NdArray',
        written(first),
        path,
        () => args()[0],
        () => args().slice(1),
      ),
    )
  return calls
}

/** Cases whose functions are methods of random generators. */
function ofRandom(f: string, given: readonly unknown[]): Call[] {
  const [owner, name] = f.split('.') as ['random' | 'rng', string]
  const [seed, ...rest] = given
  const args = (): unknown[] => {
    const list = rest.map(decode)
    if (owner === 'rng') return list
    const [positions, options] = list as [unknown[], object]
    return Object.keys(options).length > 0 ? [...positions, options] : positions
  }
  return owner === 'rng'
    ? [ofMethod('Generator', 'rng', name, () => np.random.default_rng(seed as number), args)]
    : [
        ofMethod('RandomState', 'state', name, () => new np.random.RandomState(seed as number), args),
        ofFunction(`random.${name}`, args),
      ]
}

const NAMES = [
  'at',
  'calculus',
  'choosing',
  'elementwise',
  'indexing',
  'linalg',
  'options',
  'polynomials',
  'products',
  'random',
].concat(['sets', 'shapes', 'ufuncs'])
const KINDS = /^(Polynomial|Chebyshev|Legendre|Laguerre|HermiteE?)\./

function fromNames(): Call[] {
  return NAMES.flatMap((file) => casesOf(file)).flatMap(({ f, in: given }) => {
    if (f.startsWith('rng.') || f.startsWith('random.')) return ofRandom(f, given)
    const args = (): unknown[] => given.map(decode)
    if (f.startsWith('at.'))
      return [
        ofMethod(
          'At',
          `${written(args()[0])}.at(${(args()[1] as unknown[]).map(written).join(', ')})`,
          f.slice(3),
          () => np.at(args()[0] as np.NdArray, ...(args()[1] as [])),
          () => args().slice(2),
        ),
      ]
    // Series are made of coefficients, which are float64; these two are written otherwise than they are called.
    if (KINDS.test(f) || f === 'frombuffer' || f === 'mask_indices') return []
    return both(f, args)
  })
}

function fromLibrary(): Call[] {
  return fixture<{ name: string; args: unknown[] }[]>('library').flatMap(({ name, args }) =>
    both(name, () => args.map(libraryArgument)),
  )
}

function fromStreams(): Call[] {
  const seen = new Set<string>()
  return fixture<{ calls: [string, unknown[]][] }[]>('distributions')
    .flatMap(({ calls }) => calls)
    .filter(([name, args]) => !seen.has(`${name}${JSON.stringify(args)}`) && seen.add(`${name}${JSON.stringify(args)}`))
    .map(([name, args]) =>
      ofMethod(
        'Generator',
        'rng',
        name,
        () => np.random.default_rng(1),
        () => args,
      ),
    )
}

const ones = (dtype: DType): np.NdArray<np.AnyDType> => np.ones([2, 2], dtype)

/** Every dtype comes to each class of functions; each function sees a few of them. */
const some = <T>(list: readonly T[], turn: number, many: number): T[] =>
  list.filter((_, k) => (k + turn) % Math.ceil(list.length / many) === 0)

/** Elementwise functions of arrays of one dtype, of neighbours in the list, and of numbers beside an array. */
function fromUfuncs(): Call[] {
  return Object.entries(np).flatMap(([name, f], turn) => {
    const nin = typeof f === 'function' ? (f as { nin?: number }).nin : undefined
    if (nin === undefined) return []
    if (nin === 1) return some(ARRAY_DTYPES, turn, 3).flatMap((d) => both(name, () => [ones(d)]))
    return some(ARRAY_DTYPES, turn, 3).flatMap((d, i) => {
      const next = ARRAY_DTYPES[(ARRAY_DTYPES.indexOf(d) + 1 + turn) % ARRAY_DTYPES.length]!
      const scalar = [1, 1.5, 1n, true][(turn + i) % 4]!
      return [() => ones(d), () => ones(next), () => scalar].flatMap((other) => both(name, () => [ones(d), other()]))
    })
  })
}

/** Functions of one array, of arrays of several dtypes. */
function fromOneArray(known: readonly Call[]): Call[] {
  const names = [...new Set(known.map((c) => c.name))].filter((n) => n.startsWith('np.') && !n.startsWith('np.random'))
  return names.flatMap((n, turn) =>
    some(ARRAY_DTYPES, turn, 3).flatMap((d) =>
      both(n.slice('np.'.length), () => [ones(d)]).map((c) => ({ ...c, invented: true as const })),
    ),
  )
}

export function calls(): Call[] {
  const known = [...fromNames(), ...fromLibrary(), ...fromStreams(), ...fromUfuncs()]
  return [...known, ...fromOneArray(known)]
}
