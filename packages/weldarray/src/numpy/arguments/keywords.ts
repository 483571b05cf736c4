import { ArgumentError, didYouMean } from '@weldarray/ir'
import { isArrayLikeNd } from '../operands/arrays.js'
import { describe } from './kinds.js'

/** Optional arguments in NumPy's order, as many as wanted, and a last object of keywords for the others. */
export type Rest<P extends unknown[], O> = P extends [infer H, ...infer T] ? [] | [O] | [H | undefined, ...Rest<T, O>] : [] | [O]

/** Whether `x` is an object of keywords: a plain one, that is no array. */
export function isKeywords(x: unknown): x is Record<string, unknown> {
  if (typeof x !== 'object' || x === null || isArrayLikeNd(x)) return false
  const prototype = Object.getPrototypeOf(x)
  return prototype === Object.prototype || prototype === null
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

/**
 * The optional arguments of a call by name: given by place, in the order of `names`, or in a last object, where the spelling
 * in camel case stands for NumPy's too. Throws `ArgumentError` for what the function does not take.
 */
export function bind<O extends object>(what: string, names: string, rest: readonly unknown[]): O {
  const list = names.split(' ')
  const result: Record<string, unknown> = {}
  const last = rest[rest.length - 1]
  const keywords = isKeywords(last) ? last : undefined
  const places = keywords === undefined ? rest : rest.slice(0, -1)
  if (places.length > list.length)
    throw new ArgumentError(
      `${what}: got ${places.length} optional arguments, expected at most ${list.length}: ${list.join(', ')}`,
    )
  places.forEach((x, i) => {
    if (x !== undefined) result[list[i]!] = x
  })
  for (const [key, value] of Object.entries(keywords ?? {})) {
    const name = list.find((n) => plain(n) === plain(key))
    if (name === undefined)
      throw new ArgumentError(`${what}: unknown option '${key}', expected ${list.join(', ')}.${didYouMean(key, list)}`)
    if (value === undefined) continue
    if (name in result) throw new ArgumentError(`${what}: '${name}' is given twice`)
    result[name] = value
  }
  return result as O
}

/** Throws `ArgumentError` unless `x` is one of the choices. */
export function oneOf<T extends string>(what: string, name: string, x: T, choices: readonly T[]): T {
  if (!choices.includes(x))
    throw new ArgumentError(
      `${what}: ${name} is ${describe(x)}, expected one of ${choices.map((c) => `'${c}'`).join(', ')}.${typeof x === 'string' ? didYouMean(x, choices) : ''}`,
    )
  return x
}

/** A whole number, of whatever kind JavaScript has for it. Throws `ArgumentError`. */
export function integerOf(what: string, name: string, x: unknown, least = -Number.MAX_SAFE_INTEGER): number {
  const n = typeof x === 'bigint' || (typeof x === 'object' && x !== null && isArrayLikeNd(x)) ? Number(x) : x
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < least)
    throw new ArgumentError(
      `${what}: ${name} is ${describe(x)}, expected an integer${least > -Number.MAX_SAFE_INTEGER ? ` of at least ${least}` : ''}`,
    )
  return n
}

/** A file's path. Throws `ArgumentError` for others: a number would be a file that happens to be open. */
export function pathOf(what: string, x: unknown): string {
  if (typeof x !== 'string' || x === '')
    throw new ArgumentError(`${what}: the file is ${x === '' ? 'an empty text' : typeof x}, expected its path`)
  return x
}

export { ArgumentError }
