import { type DType, isDType, toDType } from '@weldarray/ir'
import { itemOf } from '../../array/nested.js'
import { fromClone, isClone } from '../../array/wrap.js'
import { isArrayLikeNd, isNdArray, type NdArray } from '../operands/arrays.js'
import { partsOf } from '../operands/parts.js'
import { BitSource } from '../random/source.js'

/** Stands for "this is no argument of that kind". */
export const WRONG = Symbol('wrong')

/** What a parameter takes: how errors call it, and what is made of an argument (`WRONG` if it does not fit). */
export interface Kind {
  readonly says: string
  readonly read: (x: unknown, what: string) => unknown
  /** The words it takes, where these are few: one that is close is suggested. */
  readonly words?: readonly string[]
}

const isWeak = (x: unknown): boolean => typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean'

const isTyped = (x: unknown): boolean => ArrayBuffer.isView(x) && !(x instanceof DataView)

const isArray = (x: unknown): boolean => isWeak(x) || Array.isArray(x) || isTyped(x) || isArrayLikeNd(x)

/** The element of an array of one element, 0-d; other things as they are. */
const unboxed = (x: unknown): unknown => (isNdArray(x) && x.shape.length === 0 ? itemOf(x) : x)

/** A whole number however it is written (a number, a bigint, a 0-d array), as a number. */
export function wholeNumber(x: unknown): number | typeof WRONG {
  const value = typeof x === 'number' ? x : unboxed(x)
  if (typeof value === 'bigint') {
    const n = Number(value)
    return Number.isFinite(n) && BigInt(n) === value ? n : WRONG
  }
  return typeof value === 'number' && Number.isInteger(value) ? value : WRONG
}

const exactly = (x: unknown): number | bigint | typeof WRONG => {
  const value = unboxed(x)
  return typeof value === 'bigint' || Number.isInteger(value) ? (value as number | bigint) : WRONG
}

/** The elements of a list of whole numbers: an array, a typed array, an array of this library with one axis. */
function wholeNumbers(x: unknown): number[] | typeof WRONG {
  const elements: readonly unknown[] | undefined = Array.isArray(x)
    ? x
    : isTyped(x)
      ? Array.from(x as ArrayLike<unknown>)
      : isNdArray(x) && x.shape.length === 1
        ? (x.tolist() as unknown[])
        : undefined
  if (elements === undefined) return WRONG
  const list: number[] = []
  for (let i = 0; i < elements.length; i++) {
    const n = wholeNumber(elements[i])
    if (n === WRONG) return WRONG
    list.push(n)
  }
  return list
}

/** The elements of a list of numbers. */
function numbersOf(x: unknown): number[] | typeof WRONG {
  const list = Array.isArray(x) ? x : isTyped(x) ? Array.from(x as ArrayLike<unknown>) : isNdArray(x) ? x.tolist() : undefined
  return Array.isArray(list) && list.every(isWeak) ? list.map(Number) : WRONG
}

const accept =
  (holds: (x: unknown) => boolean): Kind['read'] =>
  (x) =>
    holds(x) ? x : WRONG

const oneOrMore: Kind['read'] = (x) => {
  const n = wholeNumber(x)
  return n === WRONG ? wholeNumbers(x) : n
}

/** One of a few words. */
export const oneOf = (...words: readonly string[]): Kind => ({
  says: words.map((w) => `'${w}'`).join(', '),
  read: (x) => (words.includes(x as string) ? x : WRONG),
  words,
})

/** The kinds a declaration may name. */
export const KINDS: Readonly<Record<string, Kind>> = {
  any: { says: 'anything', read: (x) => x },
  /** Whatever an array can be made of. */
  array: {
    says: 'an array, a typed array, nested lists or a number',
    read: (x) => (isArray(x) ? x : isClone(x) ? fromClone(x) : WRONG),
  },
  /** A list of such. */
  arrays: {
    says: 'a list of arrays',
    read: (x, what) => (Array.isArray(x) ? x : isNdArray(x) && x.shape.length > 0 ? partsOf(what, x as NdArray) : WRONG),
  },
  /** An array of this library: what is written to, or viewed. */
  ndarray: { says: 'an array of this library', read: accept(isNdArray) },
  integer: { says: 'an integer', read: wholeNumber },
  integers: { says: 'an integer or a list of integers', read: oneOrMore },
  list: { says: 'a list of integers', read: wholeNumbers },
  /** An integer of any size, as it is: a number or a bigint. */
  exact: { says: 'an integer', read: exactly },
  /** The same, or an array of them. */
  bounds: {
    says: 'an integer or an array of integers',
    read: (x) => {
      const one = exactly(x)
      return one !== WRONG ? one : isArray(x) && !isWeak(x) ? x : WRONG
    },
  },
  /** A list of integers of any size. */
  exacts: {
    says: 'a list of integers',
    read: (x) => {
      const list = Array.isArray(x) ? x : isTyped(x) ? Array.from(x as ArrayLike<unknown>) : undefined
      const numbers = list?.map(exactly)
      return numbers === undefined || numbers.includes(WRONG) ? WRONG : numbers
    },
  },
  /** A number as JavaScript has it: a 0-d array is its element. */
  number: {
    says: 'a number',
    read: (x) => {
      const value = unboxed(x)
      return isWeak(value) ? Number(value) : WRONG
    },
  },
  /** A number or a bigint, kept as it is; a boolean is 0 or 1. */
  scalar: {
    says: 'a number',
    read: (x) => {
      const value = unboxed(x)
      return typeof value === 'boolean' ? Number(value) : isWeak(value) ? value : WRONG
    },
  },
  /** Two numbers, the ends of a range. */
  pair: {
    says: 'a list of two numbers',
    read: (x) => {
      const list = numbersOf(x)
      return list !== WRONG && list.length === 2 ? list : WRONG
    },
  },
  numbers: {
    says: 'a list of numbers',
    read: numbersOf,
  },
  casting: oneOf('no', 'equiv', 'safe', 'same_kind', 'unsafe'),
  flag: { says: 'true or false', read: accept((x) => typeof x === 'boolean') },
  string: { says: 'a string', read: accept((x) => typeof x === 'string') },
  strings: { says: 'a list of strings', read: accept((x) => Array.isArray(x) && x.every((s) => typeof s === 'string')) },
  /** A number would be a file that happens to be open. */
  path: { says: 'the path of a file', read: accept((x) => typeof x === 'string' && x !== '') },
  function: { says: 'a function', read: accept((x) => typeof x === 'function') },
  object: { says: 'an object', read: accept((x) => typeof x === 'object' && x !== null) },
  bytes: {
    says: 'an ArrayBuffer or a view of one',
    read: accept((x) => ArrayBuffer.isView(x) || x instanceof ArrayBuffer || x instanceof SharedArrayBuffer),
  },
  /** A source of random bits. */
  bits: { says: 'a source of bits', read: accept((x) => x instanceof BitSource) },
  iterable: {
    says: 'an iterable',
    read: accept((x) => (typeof x === 'object' || typeof x === 'function') && x !== null && Symbol.iterator in x),
  },
  /** The name of a dtype; as the dtype it stands for. An unknown name is a `DTypeError`. */
  dtype: {
    says: 'the name of a dtype',
    read: (x): DType | typeof WRONG => (isDType(x) ? x : typeof x === 'string' ? toDType(x) : WRONG),
  },
}

const CLASSES = new Set(['Map', 'Set', 'Promise', 'Date', 'RegExp'])

/** An argument as an error tells it, in a few words. */
export function describe(x: unknown): string {
  if (x === null || x === undefined) return String(x)
  if (typeof x === 'string') return x.length > 30 ? `a string of ${x.length} characters` : `'${x}'`
  if (typeof x === 'bigint') return `${x}n`
  if (typeof x === 'function' || typeof x === 'symbol') return `a ${typeof x}`
  if (typeof x !== 'object') return String(x)
  if (isNdArray(x)) return `an array of dtype ${(x as NdArray).dtype} and shape (${Array.from((x as NdArray).shape).join(', ')})`
  if (Array.isArray(x)) return x.length > 6 ? `a list of ${x.length} elements` : `[${x.map(brief).join(', ')}]`
  const name = Object.prototype.toString.call(x).slice(8, -1)
  if (isTyped(x) || CLASSES.has(name)) return `a ${name}`
  return 'an object'
}

/** An element of a list that an error tells. */
const brief = (x: unknown): string => (typeof x === 'object' && x !== null ? (Array.isArray(x) ? '[…]' : '…') : describe(x))
