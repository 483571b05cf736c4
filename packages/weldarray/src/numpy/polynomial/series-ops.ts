import type { NdArray, Untyped } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'
import type { Calculus } from './calculus.js'
import { added, multiplied } from './core.js'

export type Interval = readonly [number, number]

export interface SeriesOptions {
  /** The interval that is mapped to `window` before anything is computed: the class's own unless given ([-1, 1]). */
  domain?: Interval | null
  window?: Interval | null
  /** What the variable is called in texts (`x`). */
  symbol?: string
}

/** What is done with lists of coefficients: what a class of series is made of. */
export interface SeriesOps {
  readonly domain: Interval
  value(c: Float64Array, x: NdArray): Untyped
  multiply(a: Float64Array, b: Float64Array): Float64Array
  timesX(c: Float64Array): Float64Array
  divide(a: Float64Array, b: Float64Array, what: string): [Float64Array, Float64Array]
  power(c: Float64Array, n: number, what: string): Float64Array
  readonly calculus: Calculus
  roots(c: Float64Array, what: string): Float64Array
  fromRoots(roots: readonly number[]): Float64Array
  /** `off + scl·x`. */
  line(off: number, scl: number): Float64Array
  vander(what: string, x: ArrayInput, deg: number): NdArray<'float64'>
  /** Coefficients of powers, and back. */
  toPowers(c: Float64Array): Float64Array
  fromPowers(c: Float64Array): Float64Array
  /** A term of a text. */
  term(n: number, symbol: string): string
}

export interface FitOptions extends SeriesOptions {
  w?: ArrayInput | null
  rcond?: number | null
}

/** The coefficients of powers of `p(off + scl·x)`. */
export function shiftedPowers(list: Float64Array, off: number, scl: number): Float64Array {
  const line = Float64Array.of(off, scl)
  let result: Float64Array = Float64Array.of(list.at(-1)!)
  for (let i = list.length - 2; i >= 0; i--) result = added(multiplied(result, line), Float64Array.of(list[i]!))
  return result
}

const known = new Map<object, SeriesOps>()

/** Tells what a class of series does with coefficients. */
export const makeSeries = (kind: object, ops: SeriesOps): void => {
  known.set(kind, ops)
}

/** What a class, or the one it extends, does with coefficients. */
export function opsOf(kind: object): SeriesOps | undefined {
  for (let k: object | null = kind; typeof k === 'function'; k = Object.getPrototypeOf(k) as object | null)
    if (known.has(k)) return known.get(k)
  return undefined
}
