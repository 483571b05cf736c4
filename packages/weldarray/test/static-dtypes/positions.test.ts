import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { targetsOf } from '../../../../tools/fuzz/targets.mjs'
import { typesOf } from '../../../../tools/reference/types-of.mjs'

/*
 * What a declaration takes by position, types take by position: each function and method is called, for the compiler alone, with one argument
 * of its kind for every parameter, with one less, and so on down to those it needs; and once more with null wherever it may be null.
 */

/** An argument of each kind of `KINDS`; `n` is of type `never`, which is of every type. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  any: 'n',
  array: 'a',
  arrays: '[a, a]',
  ndarray: 'a',
  integer: '1',
  integers: '[1]',
  list: '[1]',
  exact: '1',
  bounds: 'a',
  exacts: '[1]',
  number: '1',
  scalar: '1',
  pair: '[0, 1]',
  numbers: '[1]',
  casting: "'same_kind'",
  flag: 'true',
  string: "'a'",
  strings: "['a']",
  path: "'a'",
  function: 'n',
  object: 'n',
  bytes: 'new Uint8Array(8)',
  bits: 'n',
  iterable: 'n',
  dtype: "'float64'",
}

const HEAD = `declare const n: never
declare const a: np.NdArray<'float64'>
declare const rng: np.random.Generator
declare const legacy: np.random.RandomState
declare const poly: np.polynomial.Polynomial
const at = a.at(0)
const flat = a.flat`

interface Parameter {
  readonly required: boolean
  readonly kinds: readonly string[]
}

/** What a declaration takes by position. */
function positionsOf(declaration: string): Parameter[] {
  const inner = /\((.*)\)$/s.exec(declaration)![1]!
  const positions = inner.replaceAll(/[{}]/g, '').split('*')[0]!
  const all = [...positions.matchAll(/(\.\.\.)?\w+(\??):\s*([^,]+)/g)]
  // Behind what takes all positions that are left, parameters are given by name.
  const last = all.findIndex(([, rest]) => rest !== undefined)
  return all.slice(0, last < 0 ? all.length : last + 1).map(([, rest, optional, kinds]) => ({
    required: rest === undefined && optional === '',
    kinds: kinds!.trim().split('|'),
  }))
}

const argumentOf = ({ kinds }: Parameter): string => (kinds[0]!.startsWith('"') ? kinds[0]! : ARGUMENTS[kinds[0]!]!)

/** Calls that say nothing by themselves, or whose words must be of some meaning. */
const MEANINGLESS = new Set([
  "np.arange(null, null, null, 'float64')",
  "np.isdtype('float64', 'a')",
  "np.issubdtype('a', 'a')",
  'np.rot90(a, 1, [1])',
  'np.where(a, a)',
])

/** What types still take by name alone. */
const BY_NAME =
  /^(np\.polyfit\(a, a, 1, (1|null), true|(np\.polynomial\..*)?\.(fit|fromroots|identity|basis|cast)\(|poly\.convert\()/

/** The calls of a function, by its name in the program. */
function callsOf(callee: string, declaration: string): string[] {
  const positions = positionsOf(declaration)
  const least = positions.filter((p) => p.required).length
  const lists = Array.from({ length: positions.length - least + 1 }, (_, i) => positions.slice(0, least + i).map(argumentOf))
  if (positions.some((p) => p.kinds.includes('null')))
    lists.push(positions.map((p) => (p.kinds.includes('null') ? 'null' : argumentOf(p))))
  return lists.map((list) => `${callee}(${list.join(', ')})`)
}

test('types take by position what is taken by position', { timeout: 120_000 }, () => {
  const calls = targetsOf(np).flatMap(({ name, declaration }) =>
    declaration === undefined ? [] : callsOf(name.replace('ndarray#', 'a.').replace('#', '.'), declaration),
  )
  expect(calls.length).toBeGreaterThan(1500)
  const complaints = typesOf(HEAD, calls).map(({ complaint }) => complaint)
  const refused = calls.flatMap((call, i) => (complaints[i] === undefined ? [] : [`${call}: ${complaints[i]}`]))
  const isExpected = (line: string): boolean => BY_NAME.test(line) || MEANINGLESS.has(line.slice(0, line.indexOf(': ')))
  expect(refused.filter((line) => !isExpected(line))).toEqual([])
  // What stands above is needed.
  const accepted = calls.filter((_, i) => complaints[i] === undefined)
  expect([...MEANINGLESS].filter((call) => accepted.includes(call) || !calls.includes(call))).toEqual([])
  expect(refused.some((line) => BY_NAME.test(line))).toBe(true)
})
