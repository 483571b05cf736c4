import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { targetsOf } from '../../../../tools/fuzz/targets.mjs'
import { typesOf } from '../../../../tools/reference/types-of.mjs'
import { argumentOf, calleeOf, HEAD, optionsOf, type Parameter, positionsOf } from './calls-of-declarations.js'

/*
 * What may be left out, types take by name: each function and method is called, for the compiler alone, with what it needs and one other
 * argument by its name; and with more and more by position, and all the others by their names.
 */

const named = (options: readonly Parameter[]): string => `{ ${options.map((p) => `${p.name}: ${argumentOf(p)}`).join(', ')} }`

/** What types take only all by position or all by name: these give other results by what is asked for, or are of classes of their own. */
const BY_POSITION =
  /^(np\.\w*fit\(|np\.polynomial\.\w+\.\w*fit\(a, a, \[1\], 1, true|np\.polynomial\..*\.(fit|fromroots|identity|basis|cast)\(.*\[0, 1\]|np\.polynomial\.Series|poly\.convert\(\[)/

/** Calls whose words must be of some meaning, together. */
const MEANINGLESS = /^(np\.bitwise_count\(.*dtype|(np|a)\.clip\(.*a_max: a, out: a, min|np\.rot90\(.*axes: \[1\]|np\.where\()/

/** The calls of a function, by its name in the program. */
function callsOf(callee: string, declaration: string): string[] {
  const positions = positionsOf(declaration)
  const options = optionsOf(declaration)
  const least = positions.filter((p) => p.required).length
  const calls = options.map((p): [Parameter[], Parameter[]] => [positions.slice(0, least), [p]])
  // Where results go stands last, by position or by name.
  const last = positions.findIndex(({ name }) => name === 'out')
  for (let given = least; given <= (last < 0 ? positions.length : last); given++) {
    const left = options.filter((p) => !positions.slice(0, given).some((q) => q.name === p.name))
    if (left.length > 1 || (given > least && left.length === 1)) calls.push([positions.slice(0, given), left])
  }
  return calls.map(([given, left]) => `${callee}(${[...given.map(argumentOf), named(left)].join(', ')})`)
}

test('types take by name what is taken by name', { timeout: 180_000 }, () => {
  const calls = targetsOf(np).flatMap(({ name, declaration }) =>
    declaration === undefined ? [] : callsOf(calleeOf(name), declaration),
  )
  expect(calls.length).toBeGreaterThan(2500)
  const complaints = typesOf(HEAD, calls).map(({ complaint }) => complaint)
  const refused = calls.flatMap((call, i) => (complaints[i] === undefined ? [] : [`${call}: ${complaints[i]}`]))
  const isExpected = (line: string): boolean => BY_POSITION.test(line) || MEANINGLESS.test(line)
  expect(refused.filter((line) => !isExpected(line))).toEqual([])
  // What stands above is needed.
  for (const known of [BY_POSITION, MEANINGLESS]) expect(refused.some((line) => known.test(line))).toBe(true)
})
