import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { inPlace, suite } from './support/suite.js'

const { Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial } = np.polynomial
const CLASSES = { Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE }
type SeriesKind = np.polynomial.SeriesClass<np.polynomial.Series> & typeof Polynomial

/** A method of a class of series on the interval that the cases have; coefficients are what is compared. */
function called(kind: SeriesKind, method: string, args: readonly unknown[]): unknown {
  const coefficients = (x: unknown): unknown =>
    x instanceof np.polynomial.Series ? x.coef : Array.isArray(x) ? x.map(coefficients) : x
  if (method.startsWith('cast ')) {
    const other = CLASSES[method.slice(5) as 'Legendre']
    return kind.cast(new other(args[0] as np.NdArray)).coef
  }
  const all = kind as unknown as Record<string, (...given: unknown[]) => unknown>
  if (['fit', 'fromroots', 'identity', 'basis'].includes(method)) return coefficients(all[method]!(...args))
  const make = (coef: unknown): np.polynomial.Series => new kind(coef as np.NdArray, { domain: [0, 2] })
  const [first, ...rest] = args
  const isOfTwo = ['add', 'sub', 'mul', 'divmod'].includes(method) || method.startsWith('has_')
  const given = isOfTwo ? rest.map(make) : rest
  return coefficients((make(first) as unknown as typeof all)[method]!(...given))
}

suite('indexing')
suite('others')
suite('examples')
suite('at', (f) => (a: np.NdArray, index: np.IndexPart[], value: np.ArrayInput) => np.at(a, ...index)[f.slice(3) as 'set'](value))
suite('ufuncs', (f) => {
  const [name, method] = f.split('.') as ['add', string]
  return method === 'at' ? inPlace((a, ...rest) => np[name].at(a, ...(rest as unknown as [number[], number]))) : undefined
})
suite('choosing', (f) =>
  f === 'putmask' ? inPlace(np.putmask as never) : f === 'put_along_axis' ? inPlace(np.put_along_axis as never) : undefined)
suite('options', (f) => {
  switch (f) {
    case 'put':
      return inPlace(np.put as never)
    case 'place':
      return inPlace(np.place as never)
    case 'copyto':
      return inPlace(np.copyto as never)
    case 'rng.choice':
    case 'rng.permutation':
    case 'rng.shuffle':
      return (seed: number, a: np.NdArray, ...args: never[]) => {
        const rng = np.random.default_rng(seed) as unknown as Record<string, (...given: unknown[]) => unknown>
        const result = rng[f.slice('rng.'.length)]!(a, ...args)
        return result ?? a
      }
    case 'frombuffer':
      return (a: np.NdArray, options: object) => np.frombuffer(a.tobytes(), options)
    case 'mask_indices':
      return (n: number, _: string, options: object) => np.mask_indices(n, np.triu, options as never)
    default:
      return undefined
  }
})
suite('polynomials', (f) => {
  const [name, method] = f.split('.') as [keyof typeof CLASSES, string]
  const kind = CLASSES[name]
  if (kind === undefined) {
    const value = f.split('.').reduce((o, part) => (o as Record<string, unknown>)[part], np as unknown)
    return typeof value === 'function' ? undefined : () => value
  }
  return (...args: never[]) => called(kind, method, args)
})
suite('display')
suite('linalg')
suite('calculus')
suite('shapes', (f) => (f === 'fill_diagonal' ? inPlace(np.fill_diagonal as never) : undefined))
suite('sets')
suite('edges', (f) => {
  switch (f) {
    case 'put':
    case 'place':
    case 'putmask':
    case 'put_along_axis':
      return inPlace(np[f] as never)
    case 'overlap':
      return inPlace((a, to: string, from: string) => np.slice(a, to).assign(np.slice(a, from)))
    case 'overlap add':
      return inPlace((a, to: string, from: string) => np.slice(a, to).addeq(np.slice(a, from)))
    case 'overlap at':
      return inPlace((a, index: np.NdArray, from: string) => np.at(a, index).set(np.slice(a, from)))
  }
  const change = f.startsWith('at.') ? f.slice(3) : null
  return change === null
    ? undefined
    : inPlace((a, index: np.IndexPart[], value: np.ArrayInput) => np.at(a, ...index)[change as 'set'](value))
})
suite('suite', (f) => {
  switch (f) {
    case 'copyto':
      return inPlace(np.copyto as never)
    case 'power.at':
      return inPlace(np.power.at as never)
    case 'rng.integers':
      return (seed: number, args: [np.NdArray], options: object) => np.random.default_rng(seed).integers(...args, options)
    default:
      return undefined
  }
})
suite('elementwise')
suite('builders')
suite('products')
suite('random', (f) => (seed: number, args: unknown[], options: object) => {
  const state = new np.random.RandomState(seed) as unknown as Record<string, (...args: unknown[]) => unknown>
  return state[f.slice('random.'.length)]!(...args, ...(Object.keys(options).length > 0 ? [options] : [])) ?? args[0]
})

test('elementwise functions say what they take', () => {
  const { add, multiply, maximum, bitwise_and, sin } = np
  expect([add.nin, add.nout, add.nargs, add.name]).toEqual([2, 1, 3, 'add'])
  expect([sin.nin, sin.nout, sin.nargs]).toEqual([1, 1, 2])
  expect([add.identity, multiply.identity, maximum.identity, bitwise_and.identity]).toEqual([0, 1, null, -1])
})
