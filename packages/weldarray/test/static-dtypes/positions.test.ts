import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { targetsOf } from '../../../../tools/fuzz/targets.mjs'
import { typesOf } from '../../../../tools/reference/types-of.mjs'
import { argumentOf, calleeOf, HEAD, positionsOf } from './calls-of-declarations.js'

/*
 * What a declaration takes by position, types take by position: each function and method is called, for the compiler alone, with one argument
 * of its kind for every parameter, with one less, and so on down to those it needs; and once more with null wherever it may be null.
 */

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
    declaration === undefined ? [] : callsOf(calleeOf(name), declaration),
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
