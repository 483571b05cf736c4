/*
 * Calls of what is declared, for the compiler alone: an argument of its kind for every parameter.
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

export const HEAD = `declare const n: never
declare const a: np.NdArray<'float64'>
declare const rng: np.random.Generator
declare const legacy: np.random.RandomState
declare const poly: np.polynomial.Polynomial
const at = a.at(0)
const flat = a.flat`

export interface Parameter {
  readonly name: string
  readonly required: boolean
  readonly kinds: readonly string[]
}

const parametersIn = (text: string): (Parameter & { isRest: boolean })[] =>
  [...text.replaceAll(/[{}]/g, '').matchAll(/(\.\.\.)?(\w+)(\??):\s*([^,]+)/g)].map(([, rest, name, optional, kinds]) => ({
    name: name!,
    required: rest === undefined && optional === '',
    kinds: kinds!.trim().split('|'),
    isRest: rest !== undefined,
  }))

const partsOf = (declaration: string): string[] => /\((.*)\)$/s.exec(declaration)![1]!.split('*')

/** What a declaration takes by position. */
export function positionsOf(declaration: string): Parameter[] {
  const all = parametersIn(partsOf(declaration)[0]!)
  // Behind what takes all positions that are left, parameters are given by name.
  const last = all.findIndex(({ isRest }) => isRest)
  return last < 0 ? all : all.slice(0, last + 1)
}

/** What may be left out, and be given by name. */
export const optionsOf = (declaration: string): Parameter[] =>
  partsOf(declaration)
    .flatMap(parametersIn)
    .filter(({ required, isRest }) => !required && !isRest)

export const argumentOf = ({ kinds }: Parameter): string => (kinds[0]!.startsWith('"') ? kinds[0]! : ARGUMENTS[kinds[0]!]!)

/** A function or method as programs call it. */
export const calleeOf = (name: string): string => name.replace('ndarray#', 'a.').replace('#', '.')
