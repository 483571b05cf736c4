import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { type Told, typesOf } from '../../../../tools/reference/types-of.mjs'
import { type Call, calls } from './calls.js'

/*
 * What types tell of results, against what comes out: of every function and method that NumPy's answers were written down for, with their
 * arguments, and with arrays of other dtypes. Calls are written as a program has them, and the compiler is asked for their types.
 */

/** Why the types of some functions' results name no dtype, or name one that some results do not have. */
const UNTOLD: Readonly<Record<string, string>> = {
  'np.r_': 'ranges are texts; without them the dtype is told',
  'np.c_': 'ranges are texts; without them the dtype is told',
  'np.loadtxt': 'options that name no dtype: TypeScript infers none of them, and takes no default',
  'np.genfromtxt': 'options that name no dtype: TypeScript infers none of them, and takes no default',
}
const OTHERWISE: Readonly<Record<string, string>> = {
  'np.bincount': 'weights of no elements: NumPy counts then, and types do not tell how many there are',
}

/** Whether a value may be what a type tells. */
function admits(told: Told, x: unknown): boolean {
  if (told === 'any') return true
  if (typeof told === 'string') return x === null ? told === 'null' : told === typeof x
  if ('union' in told) return told.union.some((t) => admits(t, x))
  if ('dtypes' in told) return x instanceof np.NdArray && told.dtypes.some((d) => d === 'any' || d === x.dtype)
  if ('list' in told) return Array.isArray(x) && x.every((y) => admits(told.list, y))
  if ('places' in told)
    return Array.isArray(x) && x.length === told.places.length && x.every((y, i) => admits(told.places[i]!, y))
  if (typeof x !== 'object' || x === null) return false
  return Object.entries(x).every(([k, y]) => told.members[k] === undefined || admits(told.members[k], y))
}

/** A dtype or kind, and those of parts. */
const form = (x: unknown): string =>
  x instanceof np.NdArray
    ? x.dtype
    : Array.isArray(x)
      ? `[${x.map(form).join(', ')}]`
      : typeof x === 'object' && x !== null
        ? `{ ${Object.entries(x)
            .map(([k, y]) => `${k}: ${form(y)}`)
            .join(', ')} }`
        : typeof x

/** More dtypes than these are none that the type tells: unions of a few follow from numbers whose values decide. */
const SEVERAL = 4

/** Whether a type says of an array within it no more than that it is one. */
function saysNothing(told: Told): boolean {
  if (typeof told === 'string') return told === 'any'
  if ('dtypes' in told) return told.dtypes.length > SEVERAL || told.dtypes.includes('any')
  if ('union' in told) return told.union.some(saysNothing)
  if ('list' in told) return saysNothing(told.list)
  if ('places' in told) return told.places.some(saysNothing)
  return false
}

interface Line {
  readonly call: Call
  /** Its results, by their forms. */
  readonly results: Map<string, unknown>
}

/** Longer lists say no more about types. */
const LONGEST = 400

function linesOf(all: readonly Call[]): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const call of all) {
    if (call.text.length > LONGEST) continue
    try {
      const x = call.run()
      const line = lines.get(call.text) ?? { call, results: new Map() }
      line.results.set(form(x), x)
      lines.set(call.text, line)
    } catch {
      // What is refused when it runs has no dtype.
    }
  }
  return lines
}

const HEAD = `declare const a: { [D in np.AnyDType]: np.NdArray<D> }
declare const rng: np.random.Generator
declare const state: np.random.RandomState`

test('types tell the dtypes that come out', { timeout: 300_000 }, () => {
  const lines = [...linesOf(calls()).values()]
  const told = typesOf(
    HEAD,
    lines.map(({ call }) => call.text),
  )
  expect(lines.length).toBeGreaterThan(3000)
  const complaints = lines.flatMap(({ call }, i) =>
    told[i]!.complaint === undefined || call.invented ? [] : [`${call.text}: ${told[i]!.complaint}`],
  )
  expect(complaints).toEqual([])

  const wrong = lines.flatMap(({ call, results }, i) => {
    const { type } = told[i]!
    if (type === undefined || OTHERWISE[call.name] !== undefined) return []
    return [...results]
      .filter(([, x]) => !admits(type, x))
      .map(([f]) => `${call.text} gives ${f}, its type is ${JSON.stringify(type)}`)
  })
  expect(wrong).toEqual([])

  const silent = lines.filter((_, i) => told[i]!.type !== undefined && saysNothing(told[i]!.type!)).map(({ call }) => call)
  expect(silent.filter(({ name }) => UNTOLD[name] === undefined).map(({ text }) => text)).toEqual([])
  // What stands above is needed.
  expect(Object.keys(UNTOLD).filter((name) => !silent.some((call) => call.name === name))).toEqual([])
})
