import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { type Case, casesOf, run } from './support/names.js'

/** The cases of one file, each function a test of its own. */
function suite(name: string, call: (f: string) => ((...args: never[]) => unknown) | undefined = () => undefined): void {
  describe(name, () => {
    const byName = new Map<string, Case[]>()
    for (const c of casesOf(name)) byName.set(c.f, [...(byName.get(c.f) ?? []), c])
    for (const [f, list] of byName) test(f, () => expect(list.flatMap((c) => run(c, call(f)))).toEqual([]))
  })
}

/** A function that writes its first argument gives it back. */
const inPlace =
  (f: (a: np.NdArray, ...rest: never[]) => unknown) =>
  (a: np.NdArray, ...rest: never[]) => {
    f(a, ...rest)
    return a
  }

suite('indexing')
suite('at', (f) => (a: np.NdArray, index: np.IndexPart[], value: np.ArrayInput) => np.at(a, ...index)[f.slice(3) as 'set'](value))
suite('ufuncs', (f) => {
  const [name, method] = f.split('.') as ['add', string]
  return method === 'at' ? inPlace((a, ...rest) => np[name].at(a, ...(rest as unknown as [number[], number]))) : undefined
})
suite('choosing', (f) =>
  f === 'putmask' ? inPlace(np.putmask as never) : f === 'put_along_axis' ? inPlace(np.put_along_axis as never) : undefined)
suite('display')
suite('linalg')
suite('calculus')
suite('shapes', (f) => (f === 'fill_diagonal' ? inPlace(np.fill_diagonal as never) : undefined))
suite('sets')
suite('elementwise')
suite('products')
suite('random', (f) => (seed: number, args: unknown[], options: object) => {
  const state = new np.random.RandomState(seed) as unknown as Record<string, (...args: unknown[]) => unknown>
  return state[f.slice('random.'.length)]!(...args, ...(Object.keys(options).length > 0 ? [options] : []))
})

test('elementwise functions say what they take', () => {
  const { add, multiply, maximum, bitwise_and, sin } = np
  expect([add.nin, add.nout, add.nargs, add.name]).toEqual([2, 1, 3, 'add'])
  expect([sin.nin, sin.nout, sin.nargs]).toEqual([1, 1, 2])
  expect([add.identity, multiply.identity, maximum.identity, bitwise_and.identity]).toEqual([0, 1, null, -1])
})
